/** @jsxImportSource preact */
import { ApiProblem, type Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'preact/hooks';
import { call, isCode, wordsOf } from './api.js';
import { fieldsOf, Shown, Trouble, useAsked } from './asked.js';
import { idsByBody } from './own.js';
import { say, timeText } from './words.js';

type Courtyard = Output<'deliberation.courtyard.list'>['courtyards'][number];
type Matter = Output<'deliberation.courtyard-matter.list'>['matters'][number];
type Petition = Output<'deliberation.petition.list'>['petitions'][number];
type Scope = Petition['scope'];

const isOutside = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 401 || error.status === 403);

/** Palm courtyards (掌上四合院), for neighbours with an account: the list, or one of them with its matters and petitions. */
export default function Yard({ streetId, id }: { streetId: string; id: string | undefined }) {
  const yards = useAsked('yards', () => call('deliberation.courtyard.list', {}));
  if (yards.error !== undefined && isOutside(yards.error))
    return <SignIn isRefused={isCode(yards.error, 'access.denied')} done={yards.again} />;
  return (
    <Shown asked={yards}>
      {({ courtyards }) => {
        const yard = courtyards.find((one) => one.id === id);
        if (yard) return <Inside streetId={streetId} yard={yard} />;
        return (
          <>
            <h1>{say('掌上四合院', 'Palm courtyards')}</h1>
            {id !== undefined && <Trouble text={say('没有找到这个院，请从下面选。', 'No such courtyard; choose one below.')} />}
            {courtyards.length === 0 && (
              <p>{say('还没有建院。想在本楼建院，请联系社区党组织。', 'No courtyard yet. Ask your community to open one.')}</p>
            )}
            <ul class="list">
              {courtyards.map(({ id: yardId, name, branch }) => (
                <li key={yardId}>
                  <a href={`/r/${streetId}/yard/${yardId}`}>{name}</a>
                  <span class="quiet">
                    {say('牵头', 'Led by')}：{branch}
                  </span>
                </li>
              ))}
            </ul>
            <SignOut done={yards.again} />
          </>
        );
      }}
    </Shown>
  );
}

function SignIn({ isRefused, done }: { isRefused: boolean; done: () => void }) {
  const [trouble, setTrouble] = useState('');
  const enter = async (event: SubmitEvent) => {
    const { text, form } = fieldsOf(event);
    setTrouble('');
    try {
      await call('gateway.session.sign-in', { account: text('account'), password: String(form.get('password')) });
      done();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <>
      <h1>{say('掌上四合院', 'Palm courtyards')}</h1>
      <p>
        {say(
          '邻居们在这里提出院里的事、附议、联名。请用居民账号登录；没有账号的，带身份证明到社区开设。',
          'Neighbours raise matters here and support them. Sign in with a resident’s account; your community opens one for you.',
        )}
      </p>
      {isRefused && (
        <Trouble
          text={say('现在登录的不是居民账号，请用居民账号登录。', 'The account signed in is not a resident’s. Use a resident’s account.')}
        />
      )}
      <form onSubmit={(event) => void enter(event)}>
        <label>
          {say('账号', 'Account')}
          <input name="account" required maxLength={80} autocomplete="username" />
        </label>
        <label>
          {say('密码', 'Password')}
          <input name="password" type="password" required maxLength={200} autocomplete="current-password" />
        </label>
        <Trouble text={trouble} />
        <button>{say('登录', 'Sign in')}</button>
      </form>
    </>
  );
}

function SignOut({ done }: { done: () => void }) {
  return (
    <p>
      <button type="button" class="plain" onClick={() => void call('gateway.session.sign-out', {}).then(done, done)}>
        {say('退出登录', 'Sign out')}
      </button>
    </p>
  );
}

function Inside({ streetId, yard }: { streetId: string; yard: Courtyard }) {
  const matters = useAsked(yard.id, () => call('deliberation.courtyard-matter.list', { courtyardId: yard.id }));
  return (
    <>
      <p>
        <a href={`/r/${streetId}/yard`}>{say('← 全部院落', '← All courtyards')}</a>
      </p>
      <h1>{yard.name}</h1>
      <p class="quiet">
        {say('牵头', 'Led by')}：{yard.branch}
      </p>
      <Raise yard={yard} done={matters.again} />
      <h2>{say('院里的事', 'Matters')}</h2>
      <Shown asked={matters}>
        {({ matters: all }) =>
          all.length === 0 ? (
            <p>{say('还没有人提。您可以提第一件。', 'None yet. Raise the first one.')}</p>
          ) : (
            all.map((matter) => <MatterEntry key={matter.id} matter={matter} done={matters.again} />)
          )
        }
      </Shown>
      {yard.estateId !== null && <Petitions yard={yard} estateId={yard.estateId} />}
    </>
  );
}

function Raise({ yard, done }: { yard: Courtyard; done: () => void }) {
  const [idFor] = useState(idsByBody);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const raise = async (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const { text } = fieldsOf(event);
    const body = { courtyardId: yard.id, title: text('title'), text: text('text') };
    setTrouble('');
    try {
      await call('deliberation.courtyard-matter.raise', { id: idFor(body), ...body });
      form.reset();
      setOpen(false);
      setSaid(say('已提出，邻居们可以附议。', 'Raised: your neighbours can support it.'));
      done();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say('提一件院里的事', 'Raise a matter')}</summary>
        <form onSubmit={(event) => void raise(event)}>
          <TitleAndText name="text" words={say('说一说', 'What it is about')} least={2} most={1000} />
          <Trouble text={trouble} />
          <button>{say('提出', 'Raise')}</button>
        </form>
      </details>
      <p role="status">{said}</p>
    </>
  );
}

/** A title and a text that name nobody. */
function TitleAndText({ name, words, least, most }: { name: string; words: string; least: number; most: number }) {
  return (
    <>
      <label>
        {say('题目', 'Title')}
        <input name="title" required minLength={4} maxLength={60} autocomplete="off" />
      </label>
      <label>
        {words}
        <textarea name={name} required minLength={least} maxLength={most} rows={4} />
      </label>
      <p class="quiet">{say('请勿写姓名、电话、门牌号。', 'No names, phones or room numbers, please.')}</p>
    </>
  );
}

function MatterEntry({ matter, done }: { matter: Matter; done: () => void }) {
  const { id, state, title, text, raisedAt, supporters, answers, result } = matter;
  const [trouble, setTrouble] = useState('');
  const [isMine, setMine] = useState(false);
  const support = async () => {
    try {
      await call('deliberation.courtyard-matter.support', { id });
      setMine(true);
      done();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <section class="card">
      <h3>{title}</h3>
      <p class="quiet">
        {labels.matterState[state]} · {timeText(raisedAt)} · {say(`${supporters} 人附议`, `${supporters} support it`)}
      </p>
      <p>{text}</p>
      {answers.map((answer) => (
        <p key={answer.at} class="place">
          {timeText(answer.at)} {say('进院单位答复', 'A unit answers')}：{answer.text}
        </p>
      ))}
      {result && (
        <p class="place">
          {say('结果', 'Result')}：{result}
        </p>
      )}
      {state === 'BROUGHT_TO_TABLE' && (
        <p>{say('已提请五方共议，方案会在“公示”里张贴。', 'At the table of five; its plan will hang on the board.')}</p>
      )}
      <Trouble text={trouble} />
      {isMine && <p role="status">{say('您已附议', 'You support it')}</p>}
      {!isMine && (state === 'RAISED' || state === 'CONVENED') && (
        <button type="button" class="plain" onClick={() => void support()}>
          {say('附议', 'Support')}
        </button>
      )}
    </section>
  );
}

/** What a courtyard covers, as the scope of a petition; the whole estate is always one. */
function scopesOf(yard: Courtyard, estateId: string): [string, Scope][] {
  const estate: Scope = { level: 'ESTATE', estateId, buildingId: null, stairwell: null };
  const { buildingId, stairwell } = yard;
  return [
    ...(buildingId !== null && stairwell !== null
      ? ([[say('本单元', 'This stairwell'), { level: 'STAIRWELL', estateId, buildingId, stairwell }]] as [string, Scope][])
      : []),
    ...(buildingId !== null
      ? ([[say('本楼', 'This building'), { level: 'BUILDING', estateId, buildingId, stairwell: null }]] as [string, Scope][])
      : []),
    [say('全小区', 'The whole estate'), estate],
  ];
}

/** Petitions of households (联名): a home counts once, the tenth brings the matter to the table of five. */
function Petitions({ yard, estateId }: { yard: Courtyard; estateId: string }) {
  const petitions = useAsked(estateId, () => call('deliberation.petition.list', { estateId }));
  const [idFor] = useState(idsByBody);
  const [trouble, setTrouble] = useState('');
  const [said, setSaid] = useState('');
  const scopes = scopesOf(yard, estateId);
  // The estate's homes are known by the account's mandate alone; without one there is nothing there for it.
  const fail = (error: unknown) =>
    setTrouble(
      isCode(error, 'object.not-found')
        ? say(
            '本账号还没有登记本小区的房屋，不能联名。请到社区登记您的房屋后再来。',
            'Your account names no home of this estate. Ask your community to register it.',
          )
        : wordsOf(error),
    );
  const after = ({ households, needed, issueId }: Petition) => {
    setSaid(
      issueId === null
        ? say(`已联名 ${households} 户，满 ${needed} 户即成为五方议题。`, `${households} of ${needed} households.`)
        : say('已满户数，成为五方议题。', 'Enough households: it is an issue of the table of five.'),
    );
    petitions.again();
  };
  const start = async (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const { text } = fieldsOf(event);
    const body = { title: text('title'), problem: text('problem'), scope: scopes[Number(text('scope'))]![1] };
    setTrouble('');
    try {
      const started = await call('deliberation.petition.start', { id: idFor(body), ...body });
      form.reset();
      after(started);
    } catch (error) {
      fail(error);
    }
  };
  const support = (id: string) => {
    setTrouble('');
    return call('deliberation.petition.support', { id }).then(after, fail);
  };
  return (
    <section aria-labelledby="petitions-title">
      <h2 id="petitions-title">{say('住户联名', 'Petitions of households')}</h2>
      <p class="quiet">
        {say(
          '一户一次，满十户即摆上五方议事桌。谁联名不公开，只公开户数。',
          'One a household; ten bring it to the table of five. Only the number is shown.',
        )}
      </p>
      <Trouble text={trouble} />
      <p role="status">{said}</p>
      <Shown asked={petitions}>
        {({ petitions: all }) => (
          <>
            {all.length === 0 && <p>{say('本小区还没有联名。', 'No petition in this estate.')}</p>}
            {all.map(({ id, state, title, problem, households, needed, isMine, startedAt }) => (
              <section key={id} class="card">
                <h3>{title}</h3>
                <p class="quiet">
                  {labels.petitionState[state]} · {timeText(startedAt)} ·{' '}
                  {say(`${households}/${needed} 户`, `${households}/${needed} households`)}
                </p>
                <progress value={Math.min(households, needed)} max={needed} aria-label={say('已联名户数', 'Households')} />
                <p>{problem}</p>
                {isMine ? (
                  <p>{say('您家已联名', 'Your household is among them')}</p>
                ) : (
                  <button type="button" class="plain" onClick={() => void support(id)}>
                    {say('我家联名', 'My household too')}
                  </button>
                )}
              </section>
            ))}
          </>
        )}
      </Shown>
      <details>
        <summary>{say('发起联名', 'Start a petition')}</summary>
        <form onSubmit={(event) => void start(event)}>
          <label>
            {say('涉及范围', 'What it is about')}
            <select name="scope">
              {scopes.map(([words], at) => (
                <option key={words} value={at}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <TitleAndText name="problem" words={say('问题', 'The problem')} least={10} most={2000} />
          <button>{say('发起', 'Start')}</button>
        </form>
      </details>
    </section>
  );
}
