import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { ChoiceField, Figure, Words } from '../../components/fields.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, type Incident } from './api.js';
import { ChosenHome, useDoorNames } from './households.js';

interface Moved {
  item: string;
  move: keyof typeof labels.supplyMove;
  count: string;
  homeId?: string;
  note?: string;
}

/** What was handed out and what came back (物资): electric heaters for those who live alone, and to which door. */
export function Supplies({ incident }: { incident: Incident }) {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const isSeen = may('dispatch.incident.supplies');
  const { id } = incident;
  const supplies = useQuery({
    queryKey: ['incident', id, 'supplies'],
    queryFn: ({ signal }) => call('dispatch.incident.supplies', { id }, { signal }),
    enabled: isSeen,
    refetchInterval: 15_000,
  });
  const doorOf = useDoorNames(id, supplies.data?.moves.flatMap(({ homeId }) => homeId ?? []) ?? []);
  if (!isSeen) return null;
  return (
    <Card title={say('物资', 'Supplies')}>
      <Answered query={supplies} isEmpty={(found) => found.moves.length === 0} empty={say('还没有领用物资', 'Nothing handed out yet')}>
        {(found) => (
          <>
            <p>
              {found.items
                .map(({ item, out, stillOut }) =>
                  say(`${item}：领用 ${out}，未归还 ${stillOut}`, `${item}: ${out} out, ${stillOut} still out`),
                )
                .join(say('；', '; '))}
            </p>
            <Rows
              rowKey="id"
              dataSource={[...found.moves].reverse()}
              pagination={{ pageSize: 20 }}
              columns={[
                { title: say('时间', 'At'), render: (_, { at }) => clockText(at) },
                { title: say('领用或归还', 'Out or back'), render: (_, { move }) => labels.supplyMove[move] },
                { title: say('物品', 'Thing'), dataIndex: 'item' },
                { title: say('数量', 'Count'), dataIndex: 'count', align: 'right' },
                { title: say('门牌', 'Door'), render: (_, { homeId }) => (homeId === null ? '—' : doorOf(homeId)) },
                { title: say('登记单位', 'By'), render: (_, { unitId }) => unitName(unitId) },
                { title: say('记录', 'Note'), render: (_, { note }) => note ?? '—' },
              ]}
            />
          </>
        )}
      </Answered>
      {(incident.state === 'OPEN' || incident.state === 'RESTORED') && (
        <div className="acts">
          <Command
            operation="dispatch.incident.move-supplies"
            title={say('登记物资', 'Move supplies')}
            refreshes={incidentKeys}
            initial={{ move: incident.state === 'OPEN' ? 'OUT' : 'BACK', count: '1' }}
            input={({ item, move, count, homeId, note }: Moved, moveId) => ({
              ...{ id, moveId, item: item.trim(), move, count: Number(count) },
              ...(homeId !== undefined && { homeId }),
              ...(note?.trim() && { note: note.trim() }),
            })}
          >
            <ChoiceField name="move" label={say('领用或归还', 'Out or back')} words={labels.supplyMove} />
            <Words name="item" label={say('物品', 'Thing')} min={1} max={40} />
            <Figure name="count" label={say('数量', 'Count')} min={1} max={10_000} step={1} />
            <ChosenHome id={id} />
            <Form.Item name="note" label={say('记录（不写姓名电话）', 'Note (no names, no phones)')}>
              <Input maxLength={300} autoComplete="off" />
            </Form.Item>
          </Command>
        </div>
      )}
    </Card>
  );
}
