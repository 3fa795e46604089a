import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Awaiting } from '../../components/awaiting.js';
import { DatePicker } from '../../components/date-picker.js';
import { LateParties } from '../../components/late-parties.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { yuanText } from '../../lib/format.js';
import { useRoles, useUnitIds } from '../../lib/me.js';
import { useEstateName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useTables } from '../../lib/tables.js';
import { say, spokenLanguage, useWords } from '../../lib/words.js';
import { CostPartsHere } from './cost-parts.js';
import { DutyRows } from './duty-rows.js';
import { isLate, isMoney, sum, type Duty } from './owed.js';
import { TablesOfUnit } from './tables-of-unit.js';

type Whose = 'own' | 'all';

/** What a unit owes when, over all its tables (应办事项): money by its day, tasks by their deadline, what waits at the tables; what is overdue first and marked. */
export default function Duties() {
  const say = useWords();
  const units = useUnitIds();
  const roles = useRoles();
  const isParty =
    units.length > 0 && roles.some((role) => ['rights_unit_rep', 'firm_manager', 'community_worker', 'owners_body_rep'].includes(role));
  // What the page shows stands in its address, so that it can be sent to a colleague.
  const asked = useSearch({ strict: false }) as Record<string, unknown>;
  const whose: Whose = asked['whose'] === 'all' || !isParty ? 'all' : 'own';
  const estate = typeof asked['estate'] === 'string' ? asked['estate'] : undefined;
  const onlyLate = asked['late'] === true;
  const navigate = useNavigate();
  const show = (change: Record<string, unknown>) =>
    void navigate({
      to: '/duties',
      search: { whose: whose === 'own' ? undefined : whose, estate, late: onlyLate || undefined, ...change } as never,
      replace: true,
    });
  const duties = useQuery({
    queryKey: ['duties'],
    queryFn: ({ signal }) => call('deliberation.duty.list', {}, { signal }),
    refetchInterval: 15_000,
  });
  const tables = useTables();
  return (
    <section aria-labelledby="duties-title" className="room">
      <h1 id="duties-title" className="page-title">
        {say('应办事项', 'What is owed')}{' '}
        <Button className="no-print" size="small" onClick={() => window.print()}>
          {say('打印', 'Print')}
        </Button>
      </h1>
      {isParty && (
        <div className="acts no-print">
          <Segmented
            aria-label={say('谁的', 'Whose')}
            value={whose}
            onChange={(next) => show({ whose: next === 'own' ? undefined : next })}
            options={[
              { value: 'own', label: say('本单位', 'Our unit') },
              { value: 'all', label: say('各方', 'Everybody at our tables') },
            ]}
          />
        </div>
      )}
      <Answered query={duties}>
        {(found) => (
          <Owed
            duties={found.duties.filter(({ unitId }) => whose === 'all' || units.includes(unitId))}
            estate={estate}
            onlyLate={onlyLate}
            show={show}
          />
        )}
      </Answered>
      <CostPartsHere />
      <Answered
        query={tables}
        isEmpty={(found) => found.tables.length === 0}
        empty={say('本单位还没有席位；议事桌由街道或社区设立', 'Your unit has no seat yet; the street or the community opens a table')}
      >
        {(found) => (
          <>
            <Awaiting id="table" title={say('桌上等着的', 'Waiting at the tables')} tables={found.tables} />
            <TablesOfUnit tables={found.tables} duties={duties.data?.duties ?? []} units={units} show={show} estate={estate} />
          </>
        )}
      </Answered>
      {isParty && <OwnLateness />}
    </section>
  );
}

/** What one's unit lost for being late, a month at a time. */
function OwnLateness() {
  const say = useWords();
  const [period, setPeriod] = useState(dayjs().format('YYYY-MM'));
  return (
    <>
      <div className="acts no-print">
        <DatePicker
          picker="month"
          allowClear={false}
          aria-label={say('失分的考核周期', 'Period of the points lost')}
          value={dayjs(`${period}-01`)}
          onChange={(month) => setPeriod(month!.format('YYYY-MM'))}
        />
      </div>
      <LateParties period={period} />
    </>
  );
}

function Owed({
  duties,
  estate,
  onlyLate,
  show,
}: {
  duties: Duty[];
  estate: string | undefined;
  onlyLate: boolean;
  show: (change: Record<string, unknown>) => void;
}) {
  const say = useWords();
  const now = useNow(30_000);
  const estateName = useEstateName();
  const here = duties.filter(({ estateId }) => estate === undefined || estateId === estate);
  const late = here.filter((duty) => isLate(duty, now));
  const shown = onlyLate ? late : here;
  const money = shown.filter(isMoney);
  const tasks = shown.filter((duty) => !isMoney(duty));
  return (
    <>
      <div className="acts" role="status">
        <span>
          {say(`应付 ${yuanText(sum(money))}，应办 ${tasks.length} 件`, `${yuanText(sum(money))} to pay, ${tasks.length} things to do`)}
          {estate !== undefined && ` · ${estateName(estate)}`}
        </span>
        {late.length > 0 && <Mark tone="bad">{say(`逾期 ${late.length} 件`, `${late.length} overdue`)}</Mark>}
        {late.length > 0 && (
          <Button size="small" className="no-print" onClick={() => show({ late: onlyLate ? undefined : true })}>
            {onlyLate ? say('看全部', 'Show all') : say('只看逾期', 'Only what is overdue')}
          </Button>
        )}
        {estate !== undefined && (
          <Button size="small" className="no-print" onClick={() => show({ estate: undefined })}>
            {say('看全部小区', 'All estates')}
          </Button>
        )}
      </div>
      <Part id="money" title={say('应付的钱', 'Money')}>
        {money.length === 0 ? (
          <p>{say('现在没有要付的', 'Nothing to pay now')}</p>
        ) : (
          byMonth(money).map(([month, rows]) => (
            <DutyRows
              key={month}
              duties={rows}
              title={say(`${month}：${yuanText(sum(rows))}`, `${month}: ${yuanText(sum(rows))}`)}
              hasAmounts
            />
          ))
        )}
      </Part>
      <Part id="tasks" title={say('应办的事', 'Things to do')}>
        {tasks.length === 0 ? <p>{say('现在没有要办的', 'Nothing to do now')}</p> : <DutyRows duties={tasks} />}
      </Part>
    </>
  );
}

/** Payments by the month they fall due in, in Beijing. Example: '2026年12月', 'December 2026'. */
function byMonth(duties: readonly Duty[]): [string, Duty[]][] {
  const name = new Intl.DateTimeFormat(spokenLanguage() === 'zh' ? 'zh-CN' : 'en', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
  });
  const months = new Map<string, Duty[]>();
  for (const duty of duties) {
    const month = duty.dueAt === null ? say('质保期满后', 'after the warranty') : name.format(new Date(duty.dueAt));
    months.set(month, [...(months.get(month) ?? []), duty]);
  }
  return [...months];
}
