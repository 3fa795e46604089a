import { useQueries, useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { When, Words, Yuan } from '../../components/fields.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { call } from '../../lib/client.js';
import { tableKeys } from '../../lib/command.js';
import { dateText, fenOf, todayOf, yuanText } from '../../lib/format.js';
import { useEstateName } from '../../lib/names.js';
import { useMay } from '../../lib/may.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import type { Table } from './api.js';

const keyOf = (tableId: string) => ['tables', tableId, 'funds'];

/** Maintenance funds as far as somebody has said what is in them (维修资金余额): below the floor they have to be topped up. The street records what the custodian says. */
export function Funds({ tables }: { tables: readonly Table[] }) {
  const say = useWords();
  const may = useMay();
  const estateName = useEstateName();
  const funds = useQueries({
    queries: tables.map(({ id }) => ({
      queryKey: keyOf(id),
      queryFn: () => call('deliberation.fund-balance.list', { tableId: id }),
      staleTime: 60_000,
    })),
  });
  const maySay = may('deliberation.fund-balance.state');
  const rows = tables.flatMap(({ estateId }, index) =>
    (funds[index]?.data?.balances ?? [])
      .filter(({ isLatest }) => isLatest)
      .map((balance) => ({ ...balance, estate: estateName(estateId) })),
  );
  if (rows.length === 0 && !maySay) return null;
  return (
    <Part id="funds" title={say('维修资金余额', 'Maintenance funds')}>
      {rows.length === 0 ? (
        <p>
          {say(
            '还没有录入余额；按维修资金管理部门的对账单录入，低于首期规定比例的提示续筹',
            'No balance yet; record them from the custodian’s statements',
          )}
        </p>
      ) : (
        <Rows
          rowKey="id"
          dataSource={rows}
          columns={[
            { title: say('小区', 'Estate'), dataIndex: 'estate', fixed: 'left' },
            {
              title: say('哪一栋', 'Building'),
              render: (_, { estateId, buildingId }) => <BuildingName estateId={estateId} id={buildingId} />,
            },
            { title: say('首期应筹集', 'First deposit'), align: 'right', render: (_, { firstDepositFen }) => yuanText(firstDepositFen) },
            { title: say('余额', 'Balance'), align: 'right', render: (_, { balanceFen }) => yuanText(balanceFen) },
            {
              title: say('是否低于规定比例', 'The prescribed part'),
              render: (_, { isBelowFloor, toFloorFen }) =>
                isBelowFloor ? (
                  <Mark tone="bad">
                    {say(`应当续筹，至少差 ${yuanText(toFloorFen)}`, `to be topped up, ${yuanText(toFloorFen)} missing`)}
                  </Mark>
                ) : (
                  <Mark tone="good">{say('不低于', 'not below')}</Mark>
                ),
            },
            { title: say('截至', 'As of'), render: (_, { statedOn }) => dateText(statedOn) },
            { title: say('依据', 'Source'), dataIndex: 'source' },
          ]}
        />
      )}
      {maySay && (
        <ul className="plain">
          {tables.map((table) => (
            <li key={table.id}>
              <StateBalance table={table} estate={estateName(table.estateId)} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function useBuildings(estateId: string) {
  return useQuery({
    queryKey: ['buildings', estateId],
    queryFn: () => call('registry.building.list', { estateId }),
    staleTime: 300_000,
  });
}

function BuildingName({ estateId, id }: { estateId: string; id: string | null }) {
  const say = useWords();
  const buildings = useBuildings(estateId);
  if (id === null) return say('全小区', 'the whole estate');
  return buildings.data?.buildings.find((one) => one.id === id)?.name ?? '…';
}

interface Filled {
  place: string;
  first: string;
  balance: string;
  statedOn: string;
  source: string;
}
const whole = 'ESTATE';

function StateBalance({ table, estate }: { table: Table; estate: string }) {
  const say = useWords();
  const now = useNow(60_000);
  return (
    <Command
      operation="deliberation.fund-balance.state"
      refreshes={tableKeys}
      size="small"
      title={say(`录入${estate}维修资金余额`, `Record the balance of ${estate}`)}
      note={say(`${estate}：按维修资金管理部门的对账单填写。`, `${estate}: from the custodian’s statement.`)}
      initial={{ place: whole, statedOn: todayOf(now) }}
      input={({ place, first, balance, statedOn, source }: Filled, id) => ({
        ...{ tableId: table.id, id, buildingId: place === whole ? null : place, statedOn, source },
        ...{ firstDepositFen: fenOf(first)!, balanceFen: fenOf(balance)! },
      })}
    >
      <Place estateId={table.estateId} />
      <Yuan name="first" label={say('首期应筹集金额', 'First deposit')} />
      <Yuan name="balance" label={say('账面余额', 'Balance')} />
      <When name="statedOn" label={say('余额截至日', 'As of')} />
      <Words name="source" max={200} label={say('依据，例如对账单名称与日期', 'Source')} />
    </Command>
  );
}

function Place({ estateId }: { estateId: string }) {
  const say = useWords();
  const buildings = useBuildings(estateId);
  return (
    <Form.Item name="place" label={say('哪一栋', 'Building')} rules={[{ required: true }]}>
      <Select
        showSearch
        optionFilterProp="label"
        options={[
          { value: whole, label: say('全小区一本账', 'one account for the whole estate') },
          ...(buildings.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Form.Item>
  );
}
