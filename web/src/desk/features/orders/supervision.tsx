import { Command } from '../../components/command.js';
import { ChoiceField, instantOf, When, Words } from '../../components/fields.js';
import { Part } from '../../components/part.js';
import { supervisionKeys, Supervisions, useSupervisions } from '../../components/supervisions.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useWords } from '../../lib/words.js';
import { useIsKeptOut, type Order } from './api.js';

/** Why people supervise; what was urged often is supervised by itself. */
const { URGED: _, ...triggers } = labels.supervisionTrigger;

interface Filled {
  trigger: keyof typeof triggers;
  demand: string;
  dueAt?: string;
}

/** Supervision of an order (督办): each with its clock and reply, and a further one while the order is open. */
export function Supervision({ order }: { order: Order }) {
  const say = useWords();
  const may = useMay();
  const isKeptOut = useIsKeptOut(order);
  const found = useSupervisions(order.id).data ?? [];
  const mayIssue = order.closedAt === null && !isKeptOut && may('dispatch.supervision.issue');
  if (found.length === 0 && !mayIssue) return null;
  return (
    <Part id="supervision" title={say('督办', 'Supervision')}>
      {found.length > 0 ? (
        <Supervisions order={order} supervisions={found} />
      ) : (
        <p className="quiet">{say('没有督办过。', 'Not supervised so far.')}</p>
      )}
      {mayIssue && (
        <div className="acts">
          <Command
            operation="dispatch.supervision.issue"
            title={found.length > 0 ? say('另行督办', 'Supervise once more') : say('督办', 'Supervise')}
            refreshes={supervisionKeys(order.id)}
            initial={{ trigger: 'INSTRUCTION' }}
            note={say(
              '主办单位须在督办时限内回复；工单自身的时限不变。',
              'The lead owes a reply within a time of its own; no clock of the order moves.',
            )}
            input={({ trigger, demand, dueAt }: Filled) => ({
              ...{ id: order.id, trigger, demand },
              ...(dueAt && { dueAt: instantOf(dueAt) }),
            })}
          >
            <ChoiceField name="trigger" label={say('督办事由', 'Why')} words={triggers} />
            <Words name="demand" label={say('督办要求', 'What is demanded')} min={2} rows={2} />
            <When name="dueAt" label={say('回复时限（不填按时限表）', 'Until (empty: by the time limits)')} isOptional isMinute />
          </Command>
        </div>
      )}
    </Part>
  );
}
