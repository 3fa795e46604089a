import type { Output } from '@wufang/api-client';
import { useWords } from '../lib/words.js';
import { Command } from './command.js';
import { OneOf, TrappedInLift, Words } from './fields.js';

type Order = Output<'dispatch.work-order.get'>;
const handled: readonly Order['state'][] = [
  'DISPATCHED',
  'DISPUTED',
  'ACCEPTED',
  'HANDLING',
  'JOINT',
  'DELIBERATING',
  'SUSPENDED',
  'REWORK',
];

/** Danger found in an order, or a level that was lowered by mistake (提级): it is counted as an emergency from now on. */
export function RaiseLevel({ order }: { order: Order }) {
  const say = useWords();
  const { id, level, state } = order;
  if (level === 'E' || !handled.includes(state)) return null;
  const choices = [
    { value: 'E', label: say('紧急', 'Emergency') },
    ...(level === 'U' ? [] : [{ value: 'U', label: say('水电气热', 'Utilities') }]),
  ];
  return (
    <Command
      operation="dispatch.work-order.raise-level"
      title={say('发现危险，提级', 'Danger: raise the level')}
      refreshes={[['order', id], ['explanation', id], ['job', id], ['jobs'], ['ledger']]}
      initial={{ level: 'E' as const }}
      note={say(
        '时限从此刻起按新级别计算；暂停、挂账和待审的延期申请随即结束。',
        'Its clocks count by the new level from now; pauses and requests for more time end.',
      )}
      input={({ isTrappedInLift = false, ...filled }: { level: 'E' | 'U'; reason: string; isTrappedInLift?: boolean }) => ({
        ...{ id, ...filled, isTrappedInLift },
      })}
    >
      <OneOf name="level" label={say('提到哪一级', 'To which level')} choices={choices} />
      <Words name="reason" label={say('发现了什么', 'What was found')} min={5} rows={2} />
      <TrappedInLift />
    </Command>
  );
}
