/** @jsxImportSource preact */
import { ApiProblem } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call, isCode, wordsOf, type Courtyard } from './api.js';
import { fieldsOf, Shown, Trouble, useAsked } from './asked.js';
import { ToCheck } from './to-check.js';
import { MatterEntry, Raise } from './yard-matters.js';
import { Petitions } from './yard-petitions.js';
import { say } from './words.js';

const isOutside = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 401 || error.status === 403);

/** Palm courtyards (掌上四合院), for neighbours with an account: the list, or one of them with its matters and petitions. */
export default function Yard({ streetId, id }: { streetId: string; id: string | undefined }) {
  const yards = useAsked('yards', () => call('deliberation.courtyard.list', {}));
  if (yards.error !== undefined && isOutside(yards.error))
    return <SignIn isRefused={isCode(yards.error, 'access.denied')} done={yards.again} />;
  return (
    <Shown asked={yards} heading={say('掌上四合院', 'Palm courtyards')}>
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
            <ToCheck />
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
