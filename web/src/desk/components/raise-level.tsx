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

const keysOf = (id: string) => [['order', id], ['explanation', id], ['job', id], ['jobs'], ['ledger']];

/** Danger found in an order, or a level that was lowered by mistake (提级): it is counted as an emergency from now on. Of one that is an emergency already, that people are trapped. */
export function RaiseLevel({ order }: { order: Order }) {
  const say = useWords();
  const { id, level, state } = order;
  if (!handled.includes(state)) return null;
  if (level === 'E') return <TellTrapped order={order} />;
  const choices = [
    { value: 'E', label: say('紧急', 'Emergency') },
    ...(level === 'U' ? [] : [{ value: 'U', label: say('水电气热', 'Utilities') }]),
  ];
  return (
    <Command
      operation="dispatch.work-order.raise-level"
      title={say('发现危险，提级', 'Danger: raise the level')}
      refreshes={keysOf(id)}
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

/** People are found trapped in a lift on an order that is an emergency already; who knows it already is not asked again. */
function TellTrapped({ order: { id, decision } }: { order: Order }) {
  const say = useWords();
  if (decision.duties?.includes('LIFT_TRAPPED')) return null;
  return (
    <Command
      operation="dispatch.work-order.tell-trapped"
      title={say('电梯内有人被困', 'People are trapped in a lift')}
      refreshes={keysOf(id)}
      note={say(
        '请同时拨打 119，并通知电梯维保单位；到场时限从此刻起另计，主办、协办单位和街道随即得到通知。',
        'Call 119 too, and tell the lift’s maintainer. Somebody has to be there in time, counted from now; all concerned are told.',
      )}
      input={() => ({ id })}
    />
  );
}
