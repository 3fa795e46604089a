/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { Answer } from './answer.js';
import { fieldsOf, Trouble } from './asked.js';
import { codeText, forgetAll, idsByBody, keepMatter, newCode, ownMatters } from './own.js';
import { dueText, say, timeText } from './words.js';

type Found = Output<'intake.demand.track'>;
interface Caller {
  no: string;
  phoneTail: string;
}

/** Where a matter stands, by its number and the last four digits of the phone. */
export function Track({ streetId }: { streetId: string }) {
  const [no, setNo] = useState(new URLSearchParams(window.location.search).get('no') ?? '');
  const [caller, setCaller] = useState<Caller | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState('');
  const [waits, setWaits] = useState(false);
  const ask = async (asked: Caller) => {
    setWaits(true);
    setTrouble('');
    try {
      setFound(await call('intake.demand.track', { streetId, ...asked }));
      setCaller(asked);
    } catch (error) {
      setFound(null);
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };
  return (
    <>
      <h1>{say('查进展', 'Follow a matter')}</h1>
      <form
        onSubmit={(event) => {
          const { text } = fieldsOf(event);
          void ask({ no: text('no'), phoneTail: text('tail') });
        }}
      >
        <label>
          {say('工单编号', 'Number')}
          <input
            name="no"
            required
            maxLength={40}
            autocomplete="off"
            value={no}
            onInput={({ currentTarget }) => setNo(currentTarget.value)}
          />
        </label>
        <label>
          {say('手机号后四位', 'Last four digits of the phone')}
          <input name="tail" required inputMode="numeric" pattern="[0-9]{4}" maxLength={4} autocomplete="off" />
        </label>
        <button disabled={waits}>{waits ? say('正在查询', 'Looking') : say('查询', 'Look')}</button>
      </form>
      <div role="status" aria-live="polite">
        <Trouble text={trouble} />
        {found && caller && <Matter key={found.no} streetId={streetId} found={found} caller={caller} again={() => void ask(caller)} />}
      </div>
      <Own streetId={streetId} choose={setNo} />
    </>
  );
}

function Matter({ streetId, found, caller, again }: { streetId: string; found: Found; caller: Caller; again: () => void }) {
  return (
    <section>
      <h2>
        {found.no}　{found.stateText}
      </h2>
      {found.dueAt && (
        <p class={found.isOverdue ? 'late' : ''}>
          {say('办理时限', 'Due')}：{dueText(found.dueAt)}
          {found.isOverdue && say('（已超时）', ' (overdue)')}
        </p>
      )}
      {found.handledBy && (
        <p>
          {say('承办', 'Handled by')}：{found.handledBy}
        </p>
      )}
      {found.contactUnit && (
        <p>
          {say('您的联系人', 'Your contact')}：{found.contactUnit}
        </p>
      )}
      {found.invitedAt && (
        <section aria-labelledby="followed-title">
          <h3 id="followed-title">{say('请您一起跟办', 'You are asked along')}</h3>
          {found.stages.length === 0 && (
            <p class="quiet">{say('研究、实施、反馈各步会写在这里。', 'What is studied, done and answered will stand here.')}</p>
          )}
          <ol class="steps">
            {found.stages.map(({ at, stage, text }) => (
              <li key={at + text}>
                <b>{stageText(stage)}</b> <time dateTime={at}>{timeText(at)}</time> {text}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Answer streetId={streetId} caller={caller} canAnswer={found.canAnswer} again={again} />
      <NewFacts streetId={streetId} caller={caller} />
      <ol class="steps">
        {found.timeline.map(({ at, text }) => (
          <li key={at + text}>
            <time dateTime={at}>{timeText(at)}</time> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

const stageText = (stage: Found['stages'][number]['stage']) =>
  ({ STUDY: say('研究', 'Studied'), CARRY_OUT: say('实施', 'Done'), FEEDBACK: say('反馈', 'Answered') })[stage];

/** After the end something has come up again: told here, nothing is typed twice. Whether it may be told the server says. */
function NewFacts({ streetId, caller }: { streetId: string; caller: Caller }) {
  const [idFor] = useState(idsByBody);
  const [answerCode] = useState(newCode);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const tell = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    const body = { streetId, ...caller, answerCode, content: text('facts') };
    setTrouble('');
    try {
      const { no, message, receivedAt } = await call('intake.demand.tell-new-facts', { id: idFor(body), ...body });
      keepMatter(streetId, { no, code: answerCode, toldAt: receivedAt });
      setSaid(
        say(
          `新编号 ${no}，评价码 ${codeText(answerCode)}。${message}`,
          `New number ${no}, answer code ${codeText(answerCode)}. ${message}`,
        ),
      );
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <details>
      <summary>{say('办结后又有新情况', 'Something new since it ended')}</summary>
      <form onSubmit={(event) => void tell(event)}>
        <label>
          {say('新情况', 'What is new')}
          <textarea name="facts" required minLength={8} maxLength={4000} rows={3} />
        </label>
        <Trouble text={trouble} />
        <button>{say('告诉街道', 'Tell the street')}</button>
      </form>
      <p role="status">{said}</p>
    </details>
  );
}

/** What was told from this phone; the phone's digits are asked all the same, since a phone is lent. */
function Own({ streetId, choose }: { streetId: string; choose: (no: string) => void }) {
  const [mine, setMine] = useState(() => ownMatters(streetId));
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title">{say('这部手机上反映过的', 'Told from this phone')}</h2>
      <ul class="list">
        {mine.map(({ no, code, toldAt }) => (
          <li key={no}>
            <button type="button" class="plain" onClick={() => choose(no)}>
              {no}
            </button>
            <span class="quiet">
              {timeText(toldAt)} · {say('评价码', 'code')} {codeText(code)}
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="plain"
        onClick={() => {
          forgetAll(streetId);
          setMine([]);
        }}
      >
        {say('从这部手机上全部删去', 'Take all of it off this phone')}
      </button>
    </section>
  );
}
