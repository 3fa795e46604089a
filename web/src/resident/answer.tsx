/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble } from './asked.js';
import { codeOf, codeText, idsByBody, ownMatters } from './own.js';
import { say } from './words.js';

type Satisfaction = 'SATISFIED' | 'BASICALLY_SATISFIED' | 'DISSATISFIED';

interface Asking {
  streetId: string;
  caller: { no: string; phoneTail: string };
  canAnswer: boolean;
  again: () => void;
}

/** The callback (回访) answered by the complainant alone: three questions, as on the phone. Only this answer says whether it is solved. */
export function Answer({ streetId, caller, canAnswer, again }: Asking) {
  const [idFor] = useState(idsByBody);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');
  const [waits, setWaits] = useState(false);
  const known = ownMatters(streetId).find(({ no }) => no === caller.no.toUpperCase());
  const send = async (event: SubmitEvent) => {
    const { text } = fieldsOf(event);
    const remark = text('remark');
    const body = {
      ...{
        streetId,
        ...caller,
        answerCode: codeOf(text('code')),
        contacted: text('contacted') === 'yes',
        solved: text('solved') === 'yes',
      },
      satisfaction: text('satisfaction') as Satisfaction,
      ...(remark && { remark }),
    };
    setWaits(true);
    setTrouble('');
    try {
      setSaid((await call('intake.callback.answer', { id: idFor(body), ...body })).message);
      again();
    } catch (error) {
      setTrouble(wordsOf(error));
    }
    setWaits(false);
  };
  if (said) return <p class="place">{said}</p>;
  if (!canAnswer) return null;
  return (
    <form class="answer" onSubmit={(event) => void send(event)}>
      <h2>{say('请您评价', 'Please tell us')}</h2>
      <YesNo name="contacted" question={say('承办单位联系过您吗？', 'Did the unit contact you?')} />
      <YesNo name="solved" question={say('问题解决了吗？', 'Is it solved?')} />
      <Choice
        name="satisfaction"
        question={say('您对办理满意吗？', 'Are you satisfied?')}
        options={[
          ['SATISFIED', say('满意', 'Satisfied')],
          ['BASICALLY_SATISFIED', say('基本满意', 'Mostly')],
          ['DISSATISFIED', say('不满意', 'Not satisfied')],
        ]}
      />
      <label>
        {say('还想说的（可不写）', 'Anything else (optional)')}
        <textarea name="remark" maxLength={500} rows={2} />
      </label>
      <label>
        {say('评价码', 'Answer code')}
        <input
          name="code"
          required
          maxLength={12}
          autocomplete="off"
          autocapitalize="characters"
          defaultValue={known ? codeText(known.code) : ''}
        />
      </label>
      <p class="quiet">
        {say(
          '评价码是提交成功时给您的八位码。没有的，街道会打电话回访，同样算数。没有解决的会转回去重新办理。',
          'The eight letters you got when you told us. Without them the street calls you, which counts the same. What is not solved goes back to the unit.',
        )}
      </p>
      <Trouble text={trouble} />
      <button disabled={waits}>{waits ? say('正在提交', 'Sending') : say('提交评价', 'Send')}</button>
    </form>
  );
}

function YesNo({ name, question }: { name: string; question: string }) {
  return (
    <Choice
      name={name}
      question={question}
      options={[
        ['yes', say('是', 'Yes')],
        ['no', say('否', 'No')],
      ]}
    />
  );
}

function Choice({ name, question, options }: { name: string; question: string; options: readonly (readonly [string, string])[] }) {
  return (
    <fieldset>
      <legend>{question}</legend>
      <div class="choices">
        {options.map(([value, text]) => (
          <label key={value}>
            <input type="radio" name={name} value={value} required /> {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
