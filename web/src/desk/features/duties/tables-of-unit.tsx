import type { Output } from '@wufang/api-client';
import { Button } from 'antd';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { yuanText } from '../../lib/format.js';
import { useEstateName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { isLate, isMoney, sum, type Duty } from './owed.js';

type Table = Output<'deliberation.table.list'>['tables'][number];

/** Every table one's unit sits at, with what it owes there. */
export function TablesOfUnit({
  tables,
  duties,
  units,
  estate,
  show,
}: {
  tables: readonly Table[];
  duties: readonly Duty[];
  units: readonly string[];
  estate: string | undefined;
  show: (change: Record<string, unknown>) => void;
}) {
  const say = useWords();
  const now = useNow(30_000);
  const estateName = useEstateName();
  const ownAt = (tableId: string) =>
    duties.filter((duty) => duty.tableId === tableId && (units.length === 0 || units.includes(duty.unitId)));
  return (
    <Part id="tables" title={say(`议事桌 ${tables.length} 张`, `${tables.length} tables`)}>
      <Rows
        rowKey="id"
        dataSource={[...tables]}
        columns={[
          {
            title: say('小区', 'Estate'),
            fixed: 'left',
            render: (_, { estateId }) => (
              <Button
                type="link"
                size="small"
                aria-pressed={estate === estateId}
                onClick={() => show({ estate: estate === estateId ? undefined : estateId })}
              >
                {estateName(estateId)}
              </Button>
            ),
          },
          { title: say('在议', 'Open issues'), align: 'right', render: (_, { openIssues }) => openIssues },
          { title: say('等本方', 'Waiting'), align: 'right', render: (_, { awaiting }) => awaiting.length },
          {
            title: say('应付', 'To pay'),
            align: 'right',
            render: (_, { id }) => yuanText(sum(ownAt(id).filter(isMoney))),
          },
          {
            title: say('应办', 'To do'),
            align: 'right',
            render: (_, { id }) => ownAt(id).filter((duty) => !isMoney(duty)).length,
          },
          {
            title: say('逾期', 'Overdue'),
            align: 'right',
            render: (_, { id }) => {
              const late = ownAt(id).filter((duty) => isLate(duty, now)).length;
              return late > 0 ? <Mark tone="bad">{late}</Mark> : 0;
            },
          },
        ]}
      />
    </Part>
  );
}
