import { Steps } from 'antd';
import { clockText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';
import { stageOf } from './stages.js';

/** The five stages a demand goes through (五个环节), and where this one stands. */
export function FiveStages({ order }: { order: Order }) {
  const say = useWords();
  const names = [say('受理', 'Intake'), say('派单', 'Dispatch'), say('办理', 'Handling'), say('回访', 'Callback'), say('结案', 'Closed')];
  const at = [order.receivedAt, order.dispatchedAt, null, order.completedAt, order.closedAt];
  const { stage, isStuck } = stageOf(order.state);
  return (
    <Steps
      className="stages"
      aria-label={say('五个环节', 'Five stages')}
      size="small"
      current={stage}
      status={isStuck ? 'error' : order.closedAt ? 'finish' : 'process'}
      items={names.map((title, index) => ({ title, description: at[index] ? clockText(at[index]!) : undefined }))}
    />
  );
}
