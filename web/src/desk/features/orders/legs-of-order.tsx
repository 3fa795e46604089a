import { Card } from '../../components/card.js';
import { Rows } from '../../components/rows.js';
import { dueText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Order } from './api.js';

/** The lead's part and those of who assists (主办与协办). */
export function LegsOfOrder({ order }: { order: Order }) {
  const say = useWords();
  const unitName = useUnitName();
  if (order.legs.length === 0) return null;
  return (
    <Card title={say('主办与协办', 'Lead and co-units')}>
      <Rows
        rowKey="id"
        dataSource={order.legs}
        columns={[
          { title: say('单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
          { title: say('角色', 'Part'), render: (_, { role }) => (role === 'LEAD' ? say('主办', 'Lead') : say('协办', 'Co-unit')) },
          {
            title: say('状态', 'State'),
            render: (_, { role, state }) => (role === 'LEAD' && state === 'ACCEPTED' ? say('办理中', 'Handling') : labels.legState[state]),
          },
          { title: say('到期', 'Due'), render: (_, { dueAt }) => dueText(dueAt) },
          { title: say('结果', 'Result'), render: (_, { report, task }) => report ?? task ?? '—' },
        ]}
      />
    </Card>
  );
}
