/** @jsxImportSource preact */
import { householdsNeeded } from '@wufang/contracts/figures';
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'preact/hooks';
import { inWords } from '../lib/in-words.js';
import { call, isCode, wordsOf, type Courtyard } from './api.js';
import { fieldsOf, Shown, Trouble, useAsked } from './asked.js';
import { idsByBody } from './own.js';
import { TitleAndText } from './title-and-text.js';
import { say, timeText } from './words.js';

type Petition = Output<'deliberation.petition.list'>['petitions'][number];
type Scope = Petition['scope'];

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
export function Petitions({ yard, estateId }: { yard: Courtyard; estateId: string }) {
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
          `一户一次，满 ${householdsNeeded.value} 户即摆上五方议事桌。谁联名不公开，只公开户数。`,
          `One a household; ${householdsNeeded.value} bring it to the table of five. Only the number is shown.`,
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
                  {say(labels.petitionState[state], inWords(state))} · {timeText(startedAt)} ·{' '}
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
