import { Card } from '../../components/card.js';
import { Mark } from '../../components/mark.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

/** What the units that it was sent to had against it, and what was decided (派单异议). */
export function Objections({ order: { disputes } }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  if (disputes.length === 0) return null;
  return (
    <Card title={say('派单异议', 'Objections')}>
      <ul className="plain">
        {disputes.map(({ id, leadUnitId, state, reason, text, raisedAt, decidedAt, toUnitId, decisionText }) => (
          <li key={id}>
            <Mark tone={state === 'OPEN' ? 'bad' : 'plain'}>{labels.disputeState[state]}</Mark>
            <b>{unitName(leadUnitId)}</b> {clockText(raisedAt)} {labels.disputeReason[reason]}：{text}
            {decidedAt !== null && (
              <div>
                {clockText(decidedAt)} {say('审核意见', 'Decision')}：{decisionText}（{say('主办', 'lead')} {unitName(toUnitId)}）
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
