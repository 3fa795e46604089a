/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble } from './asked.js';
import { HomeKeyFields } from './home-key-fields.js';
import { idsByBody } from './own.js';
import { dueText, say, timeText, yuanText } from './words.js';

type OwnShare = Output<'deliberation.home-share.track'>;

/** One's own home, by the number and the code of its statement: the share with its arithmetic, the answers to one's objections, a new one. */
export function MyHome({ streetId, isOpen }: { streetId: string; isOpen: boolean }) {
  const [idFor] = useState(idsByBody);
  const [key, setKey] = useState<{ no: string; code: string } | null>(null);
  const [share, setShare] = useState<OwnShare | null>(null);
  const [trouble, setTrouble] = useState('');
  const [said, setSaid] = useState('');
  const look = async (asked: { no: string; code: string }) => {
    setTrouble('');
    try {
      setShare(await call('deliberation.home-share.track', { streetId, ...asked }));
      setKey(asked);
    } catch (error) {
      setShare(null);
      setTrouble(wordsOf(error));
    }
  };
  const object = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    const body = { streetId, ...key!, reason: text('reason') };
    setTrouble('');
    try {
      const { dueAt } = await call('deliberation.objection.raise-as-owner', { objectionId: idFor(body), ...body });
      setSaid(
        say(
          `已收到您的异议，${dueText(dueAt)} 前答复，届时在这里可以看到。`,
          `We have your objection; it is answered by ${dueText(dueAt)}, here.`,
        ),
      );
      await look(key!);
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <section aria-labelledby="my-home">
      <h2 id="my-home">{say('看我家的份额，提出异议', 'My home’s share, and objecting')}</h2>
      <form
        onSubmit={(event) => {
          const { text } = fieldsOf(event);
          void look({ no: text('no'), code: text('code') });
        }}
      >
        <HomeKeyFields />
        <button>{say('查看', 'Look')}</button>
      </form>
      <p class="quiet">
        {say(
          '分户说明由社区送到家。没有收到的，请向社区居委会索取。',
          'The community brings the statement to your door; ask there if you have none.',
        )}
      </p>
      <p class="quiet">
        <a href="/desk/mine">{say('有业主账号的，登录看本户的表决、征询和分摊', 'Owners with an account: your votes, polls and shares')}</a>
      </p>
      <Trouble text={trouble} />
      {said && (
        <p class="place" role="status">
          {said}
        </p>
      )}
      {share && (
        <section role="status" class="card">
          <h3>
            {share.homeLabel}：{yuanText(share.amountFen)}
          </h3>
          {share.replacedBy && (
            <p class="place">
              {say(
                `这是旧版的金额：方案已由第 ${share.replacedBy.no} 版代替，以新版分户说明为准。没有收到的，请向社区居委会索取。`,
                `This amount is of an earlier version: version ${share.replacedBy.no} has replaced it. Ask the community for its statement.`,
              )}
            </p>
          )}
          <details>
            <summary>{say('怎么算的', 'How it was counted')}</summary>
            {share.lines.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </details>
          {share.objections.map(({ raisedAt, reason, dueAt, answer }) => (
            <p key={raisedAt}>
              {timeText(raisedAt)} {say('您提出', 'You objected')}：{reason}
              <br />
              {answer === null
                ? say(`${dueText(dueAt)} 前答复`, `to be answered by ${dueText(dueAt)}`)
                : `${say('答复', 'Answer')}：${answer}`}
            </p>
          ))}
          {isOpen && (
            <form onSubmit={(event) => void object(event)}>
              <label>
                {say('异议（请勿写姓名、电话）', 'Objection (no names, no phone)')}
                <textarea name="reason" required minLength={2} maxLength={500} rows={3} />
              </label>
              <button>{say('提出异议', 'Object')}</button>
            </form>
          )}
        </section>
      )}
    </section>
  );
}
