import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { useRoles } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { keysOf, type Order } from './api.js';

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

/** A hard order (疑难) is led by a section chief in person and not done before; that it is none after all only a leader says. */
export function Hard({ order }: { order: Order }) {
  const say = useWords();
  const isLeader = useRoles().includes('street_leader');
  const { id, isHard, state } = order;
  if (!handled.includes(state) || (isHard && !isLeader)) return null;
  return (
    <Command
      operation="dispatch.work-order.mark-hard"
      title={isHard ? say('撤销疑难', 'It is not hard') : say('列为疑难', 'Mark as hard')}
      refreshes={keysOf(id)}
      note={
        isHard
          ? say('撤销后不须科长领办即可办结。', 'It may be done without a section chief then.')
          : say('须由科长在时限内领办；没有科长领办的不能办结。', 'A section chief has to take it up in its time; it is not done before.')
      }
      input={({ reason }: { reason: string }) => ({ id, isHard: !isHard, reason })}
    >
      <Words name="reason" label={say('理由', 'Why')} min={2} rows={2} />
    </Command>
  );
}
