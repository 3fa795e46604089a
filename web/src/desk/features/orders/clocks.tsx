import { Card } from '../../components/card.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { eventName } from '../../lib/event-name.js';
import { clockText, dueText, spanText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { useExplanation, type Order } from './api.js';

/** Every clock of an order, and how it stands. */
export function Clocks({ order }: { order: Order }) {
  const say = useWords();
  const now = useNow();
  return (
    <Card title={say('时限', 'Clocks')}>
      <Rows
        rowKey={(clock) => `${clock.code} ${clock.startedAt}`}
        dataSource={order.clocks}
        columns={[
          { title: say('责任', 'Duty'), render: (_, { code }) => labels.deadlineCode[code] },
          { title: say('开始', 'Started'), render: (_, { startedAt }) => clockText(startedAt) },
          { title: say('到期', 'Due'), render: (_, { dueAt }) => dueText(dueAt) },
          {
            title: say('怎样了', 'How it stands'),
            render: (_, clock) =>
              clock.isOverdue
                ? say('超时', 'Overdue')
                : clock.stoppedAt !== null
                  ? say('按时', 'In time')
                  : clock.state === 'paused'
                    ? say('暂停计时', 'Paused')
                    : untilText(clock.dueAt, now),
          },
          { title: say('用时', 'Took'), align: 'right', render: (_, { netMs }) => spanText(netMs) },
        ]}
      />
    </Card>
  );
}

/** Every second of the order's life: who held it, in which state, or why its clock stood still. */
export function Seconds({ id }: { id: string }) {
  const say = useWords();
  const unitName = useUnitName();
  const explanation = useExplanation(id);
  const heldBy = {
    INTAKE: say('诉求中心', 'Demand centre'),
    UNIT: say('承办单位', 'Unit'),
    REVIEWER: say('审核人', 'Reviewer'),
    CALLBACK_DESK: say('回访', 'Callback desk'),
    NOBODY: say('无人', 'Nobody'),
  };
  return (
    <Card title={say('每一秒在谁手里', 'Where every second went')}>
      <Answered query={explanation}>
        {({ segments, rawMs, netMs, limits }) => (
          <>
            <Rows
              rowKey={({ from, state }) => `${from} ${state}`}
              dataSource={segments}
              columns={[
                { title: say('从', 'From'), render: (_, { from }) => clockText(from) },
                { title: say('到', 'To'), render: (_, { to }) => clockText(to) },
                { title: say('历时', 'Span'), align: 'right', render: (_, { from, to }) => spanText(Date.parse(to) - Date.parse(from)) },
                { title: say('状态', 'State'), render: (_, { state }) => (state === 'RECEIVED' ? '受理' : labels.workOrderState[state]) },
                {
                  title: say('在谁手里', 'Held by'),
                  render: (_, { heldBy: who, unitId }) => (who === 'UNIT' && unitId ? unitName(unitId) : heldBy[who]),
                },
                { title: say('因为', 'Because'), render: (_, { because }) => eventName(because) },
                { title: say('暂停', 'Paused'), render: (_, { pausedFor }) => (pausedFor ? labels.pauseKind[pausedFor] : '—') },
              ]}
            />
            <p>
              {say(
                `全部 ${spanText(rawMs)}，扣除暂停计时 ${spanText(netMs)}`,
                `${spanText(rawMs)} in all, ${spanText(netMs)} without pauses`,
              )}
            </p>
            <ul className="sources">
              {limits.map(({ code, text }) => (
                <li key={code}>{text}</li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Card>
  );
}
