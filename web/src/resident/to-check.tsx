/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'preact/hooks';
import { inWords } from '../lib/in-words.js';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble, useAsked } from './asked.js';
import { say } from './words.js';

type Works = Output<'deliberation.works.to-check'>['works'][number];

/** Works that one's own home looks at as a member of the quality team (质量监督团); nothing for whoever is in none. */
export function ToCheck() {
  const found = useAsked('to-check', () => call('deliberation.works.to-check', {}));
  const works = found.found?.works ?? [];
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="to-check-title">
      <h2 id="to-check-title">{say('请您验收的工程', 'Works you look at')}</h2>
      {works.map((one) => (
        <Check key={one.id} works={one} done={found.again} />
      ))}
    </section>
  );
}

/** The items one by one, passed or not; what has not needs a word why. Once signed it may be signed anew until the community concludes. */
function Check({ works: { id, title, state, items, check }, done }: { works: Works; done: () => void }) {
  const [trouble, setTrouble] = useState('');
  const send = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    const marks = items.map(({ no }) => ({
      ...{ no, isPassed: text(`mark-${no}`) === 'passed' },
      ...(text(`note-${no}`) && { note: text(`note-${no}`) }),
    }));
    setTrouble('');
    try {
      await call('deliberation.works.check', { id, marks });
      done();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  return (
    <section class="card">
      <h3>{title}</h3>
      <p class="quiet">{say(labels.worksState[state], inWords(state))}</p>
      {check !== null && (
        <p role="status">
          {say('您家已签字', 'Your home has signed')}：
          {check.marks.every(({ isPassed }) => isPassed) ? say('全部合格', 'all passed') : say('有不合格的', 'not all passed')}
        </p>
      )}
      {state !== 'FINISHED' ? (
        <ul>
          {items.map(({ no, text }) => (
            <li key={no}>{text}</li>
          ))}
        </ul>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          {items.map(({ no, text }) => (
            <fieldset key={no}>
              <legend>
                {no}. {text}
              </legend>
              <div class="choices">
                <label>
                  <input type="radio" name={`mark-${no}`} value="passed" required /> {say('合格', 'Passed')}
                </label>
                <label>
                  <input type="radio" name={`mark-${no}`} value="failed" /> {say('不合格', 'Not passed')}
                </label>
              </div>
              <label>
                {say('说明（不合格时必填）', 'Why (if it has not passed)')}
                <input name={`note-${no}`} maxLength={200} />
              </label>
            </fieldset>
          ))}
          <Trouble text={trouble} />
          <button>{check === null ? say('签字', 'Sign') : say('重新签字', 'Sign anew')}</button>
        </form>
      )}
    </section>
  );
}
