import { Rows } from '../../components/rows.js';
import { useWords } from '../../lib/words.js';
import type { Trial } from './words.js';

/** What a dry run found: how many would have gone elsewhere, from whom to whom, and what each unit would have had. */
export function TrialFound({ trial }: { trial: Trial }) {
  const say = useWords();
  const { orders, same, elsewhere, levelChanged, moves, piloted } = trial;
  const units = trial.units.filter(({ before, after }) => before !== after);
  return (
    <div className="stack">
      <p>
        {say(
          `${orders} 件中，${same} 件去向不变，${elsewhere} 件会派往别处，${levelChanged} 件级别会变。`,
          `Of ${orders}: ${same} the same, ${elsewhere} elsewhere, ${levelChanged} of another level.`,
        )}
      </p>
      {piloted.orders > 0 && (
        <p>
          {say(
            `其中 ${piloted.orders} 件是“有事您找我”试点工单，去向不变：${piloted.units.map(({ name, orders: some }) => `${name} ${some} 件`).join('、')}。试点之外会决定去向的行：${piloted.ruleIds.join('、') || '没有'}。`,
            `${piloted.orders} of them are of the hand-up pilot and stay where they went: ${piloted.units.map(({ name, orders: some }) => `${name} ${some}`).join(', ')}. Rows that would decide without it: ${piloted.ruleIds.join(', ') || 'none'}.`,
          )}
        </p>
      )}
      {moves.length > 0 && (
        <Rows
          rowKey={({ fromUnitId, toUnitId }) => `${fromUnitId} ${toUnitId}`}
          dataSource={moves}
          pagination={{ pageSize: 10 }}
          columns={[
            { title: say('原来派给', 'Went to'), dataIndex: 'from' },
            { title: say('会改派给', 'Would go to'), dataIndex: 'to' },
            { title: say('件数', 'Orders'), dataIndex: 'orders', align: 'right' },
            { title: say('由哪些行', 'By rows'), render: (_, { ruleIds }) => ruleIds.join('、') },
            { title: say('例如', 'Such as'), render: (_, { examples }) => <span className="long-text">{examples.join('、')}</span> },
          ]}
        />
      )}
      {units.length > 0 && (
        <Rows
          rowKey="unitId"
          dataSource={units}
          pagination={{ pageSize: 10 }}
          columns={[
            { title: say('单位', 'Unit'), dataIndex: 'name' },
            { title: say('原来件数', 'Before'), dataIndex: 'before', align: 'right' },
            { title: say('改后件数', 'After'), dataIndex: 'after', align: 'right' },
            {
              title: say('增减', 'Difference'),
              align: 'right',
              render: (_, { before, after }) => (after > before ? `+${after - before}` : String(after - before)),
            },
          ]}
        />
      )}
    </div>
  );
}
