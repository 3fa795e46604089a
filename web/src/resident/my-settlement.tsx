/** @jsxImportSource preact */
import type { Output } from '@wufang/api-client';
import { useState } from 'preact/hooks';
import { call, wordsOf } from './api.js';
import { fieldsOf, Trouble } from './asked.js';
import { HomeKeyFields } from './home-key-fields.js';
import { say, yuanText } from './words.js';

type Settlement = Output<'deliberation.home-settlement.track'>;

/** One's own home when the works are paid for (本户结算): what was signed, what it came to, what comes on top or back, with the arithmetic of this home alone. */
export function MySettlement({ streetId }: { streetId: string }) {
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
