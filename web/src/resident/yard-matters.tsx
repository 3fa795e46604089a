/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { useState } from 'preact/hooks';
import { inWords } from '../lib/in-words.js';
import { call, wordsOf, type Courtyard } from './api.js';
import { fieldsOf, Trouble } from './asked.js';
import { idsByBody } from './own.js';
import { TitleAndText } from './title-and-text.js';
import { say, timeText } from './words.js';

type Matter = Output<'deliberation.courtyard-matter.list'>['matters'][number];

/** Raising a matter of the courtyard (院里的事). */
export function Raise({ yard, done }: { yard: Courtyard; done: () => void }) {
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

/** One matter: what it is about, who answers for it, what came of it; a neighbour may support it. */
export function MatterEntry({ matter, done }: { matter: Matter; done: () => void }) {
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
        {say(labels.matterState[state], inWords(state))} · {timeText(raisedAt)} · {say(`${supporters} 人附议`, `${supporters} support it`)}
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
