/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { fieldsOf, Shown, Trouble, useAsked } from './asked.js';
import { idsByBody } from './own.js';
import { dayText, say, timeText, yuanText } from './words.js';

type Publicity = Output<'deliberation.publicity.read'>;
type OwnShare = Output<'deliberation.home-share.track'>;
type Settlement = Output<'deliberation.home-settlement.track'>;
type Works = Output<'deliberation.works.board'>['works'][number];

/** What hangs on the board (公示): plans that share costs, and works under way. `?estate=` shows one estate's alone. */
export function Board({ streetId }: { streetId: string }) {
  const [estate, setEstate] = useState(new URLSearchParams(window.location.search).get('estate') ?? '');
  const posted = useAsked('board', () => call('deliberation.publicity.board', { streetId, limit: 100 }));
  const works = useAsked('works', () => call('deliberation.works.board', { streetId, limit: 20 }));
  const choose = (next: string) => {
    setEstate(next);
    window.history.replaceState(null, '', next ? `?estate=${encodeURIComponent(next)}` : window.location.pathname);
  };
  return (
    <>
      <h1>{say('方案公示', 'Plans on the board')}</h1>
      <Shown asked={posted}>
        {({ publicities }) => {
          const estates = [...new Set(publicities.flatMap(({ estateName }) => estateName ?? []))].sort();
          const shown = publicities.filter(({ estateName }) => !estate || estateName === estate);
          return (
            <>
              {(estates.length > 1 || estate) && (
                <label>
                  {say('小区', 'Estate')}
                  <select value={estate} onChange={({ currentTarget }) => choose(currentTarget.value)}>
                    <option value="">{say('全部', 'All')}</option>
                    {[...new Set([...estates, ...(estate ? [estate] : [])])].map((name) => (
                      <option key={name}>{name}</option>
                    ))}
                  </select>
                </label>
              )}
              {shown.length === 0 && (
                <p>
                  {say(
                    '现在没有正在公示的方案。新的方案公示时，小区公告栏也会张贴。',
                    'Nothing hangs now. A new plan hangs in the estate as well.',
                  )}
                </p>
              )}
              <ul class="list">
                {shown.map(({ id, title, estateName, totalFen, endsAt }) => (
                  <li key={id}>
                    <a href={`/r/${streetId}/board/${id}`}>{title}</a>
                    <span class="quiet">
                      {estateName} · {yuanText(totalFen)} · {say(`${dayText(endsAt)} 前可提出异议`, `object before ${dayText(endsAt)}`)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
      <h2>{say('施工进展', 'Works')}</h2>
      <Shown asked={works}>
        {({ works: all }) =>
          all.length === 0 ? <p>{say('现在没有在施工的。', 'No works now.')}</p> : all.map((one) => <WorksEntry key={one.id} works={one} />)
        }
      </Shown>
      <MySettlement streetId={streetId} />
    </>
  );
}

function WorksEntry({ works: { title, stages, latest, finalFen } }: { works: Works }) {
  const done = stages.filter(({ reachedAt }) => reachedAt !== null).length;
  return (
    <section class="card">
      <h3>{title}</h3>
      <p>{say(`共 ${stages.length} 个阶段，已完成 ${done} 个`, `${done} of ${stages.length} stages done`)}</p>
      {finalFen !== null && <p>{say(`已结算，结算总额 ${yuanText(finalFen)}`, `Settled at ${yuanText(finalFen)}`)}</p>}
      <ol class="steps">
        {latest.map(({ text, at }) => (
          <li key={at + text}>
            <time dateTime={at}>{timeText(at)}</time> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One's own home when the works are paid for (本户结算): what was signed, what it came to, what comes on top or back, with the arithmetic of this home alone. */
function MySettlement({ streetId }: { streetId: string }) {
  const [found, setFound] = useState<Settlement | null>(null);
  const [trouble, setTrouble] = useState('');
  const look = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    setTrouble('');
    setFound(null);
    try {
      setFound(await call('deliberation.home-settlement.track', { streetId, no: text('no'), code: text('code') }));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <section aria-labelledby="my-settlement">
      <h2 id="my-settlement">{say('看我家的结算', 'My home’s settlement')}</h2>
      <form onSubmit={(event) => void look(event)}>
        <HomeKeyFields />
        <button>{say('查看结算', 'Look at the settlement')}</button>
      </form>
      <Trouble text={trouble} />
      {found && (
        <section role="status" class="card">
          <h3>{found.title}</h3>
          <p>
            {found.homeLabel}：{say('签约', 'signed')} {yuanText(found.plannedFen)}，{say('结算', 'in the end')} {yuanText(found.finalFen)}
            ，<b>{differenceText(found.differenceFen)}</b>
          </p>
          <details>
            <summary>{say('怎么算的', 'How it was counted')}</summary>
            {found.lines.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </details>
        </section>
      )}
    </section>
  );
}

/** Example: '-499' -> 应退 4.99 元. */
function differenceText(fen: string): string {
  if (fen === '0') return say('不补不退', 'nothing more, nothing back');
  const amount = yuanText(fen.replace('-', ''));
  return fen.startsWith('-') ? say(`应退 ${amount}`, `${amount} back`) : say(`应补 ${amount}`, `${amount} more`);
}

/** The number and the code of a home's statement. */
function HomeKeyFields() {
  return (
    <>
      <label>
        {say('分户说明上的编号', 'Number on your statement')}
        <input name="no" required maxLength={40} autocomplete="off" placeholder="FT3A5C61B2-412" />
      </label>
      <label>
        {say('查询码', 'Code')}
        <input name="code" required maxLength={20} autocomplete="off" />
      </label>
    </>
  );
}

/** One publicity: its words, who pays, each home's share without the room, and the way to object. */
export function Posted({ streetId, id }: { streetId: string; id: string }) {
  const posted = useAsked(id, () => call('deliberation.publicity.read', { streetId, id }));
  return (
    <>
      <p>
        <a href={`/r/${streetId}/board`}>{say('← 全部公示', '← All on the board')}</a>
      </p>
      <Shown asked={posted}>{(found) => <Text streetId={streetId} posted={found} />}</Shown>
    </>
  );
}

function Text({ streetId, posted }: { streetId: string; posted: Publicity }) {
  const { title, estateName, state, no, numberText, lines, payers, homes, totalFen, point, postedAt, endsAt, objections, openObjections } =
    posted;
  const isOpen = state === 'POSTED' && Date.parse(endsAt) > Date.now();
  const stateText = isOpen
    ? say('公示中', 'On the board')
    : state === 'AMENDED'
      ? say('已撤下修改', 'Taken down to be changed')
      : say('公示期满', 'Its period is over');
  return (
    <>
      <h1>{title}</h1>
      <p>
        <b>{stateText}</b> · {estateName} · {say(`第 ${no} 次公示`, `publicity ${no}`)} · {numberText}
      </p>
      <p>
        {say('张贴', 'Posted')}：{timeText(postedAt)}，{point}
        <br />
        {say('截止', 'Ends')}：{timeText(endsAt)}
        <br />
        {say('收到异议', 'Objections')}：
        {say(`${objections} 件，待答复 ${openObjections} 件`, `${objections}, ${openObjections} to be answered`)}
      </p>
      <section class="card">
        {lines.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </section>
      <h2>{say('各方出资', 'Who pays')}</h2>
      <table>
        <tbody>
          {payers.map(({ name, amountFen }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="amount">{yuanText(amountFen)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('合计', 'Total')}</th>
            <td class="amount">{yuanText(totalFen)}</td>
          </tr>
        </tbody>
      </table>
      {homes.length > 0 && (
        <details>
          <summary>{say(`各户份额（${homes.length} 户，隐去房号）`, `Shares of ${homes.length} homes, without room numbers`)}</summary>
          <p class="quiet">
            {say('凭分户说明上查询码的末三位，找到自己家的一行。', 'Find yours by the last three letters of the code on your statement.')}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('位置', 'Place')}</th>
                <th scope="col">{say('末三位', 'Mark')}</th>
                <th scope="col" class="amount">
                  {say('份额', 'Share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {homes.map(({ place, mark, shareFen }, at) => (
                <tr key={at}>
                  <td>{place}</td>
                  <td>{mark}</td>
                  <td class="amount">{yuanText(shareFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <MyHome streetId={streetId} isOpen={isOpen} />
    </>
  );
}

/** One's own home, by the number and the code of its statement: the share with its arithmetic, the answers to one's objections, a new one. */
function MyHome({ streetId, isOpen }: { streetId: string; isOpen: boolean }) {
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
          `已收到您的异议，${timeText(dueAt)} 前答复，届时在这里可以看到。`,
          `We have your objection; it is answered by ${timeText(dueAt)}, here.`,
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
                ? say(`${timeText(dueAt)} 前答复`, `to be answered by ${timeText(dueAt)}`)
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
