import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { labels } from '../../lib/labels.js';
import { Awaiting } from '../../components/awaiting.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { lastDayText, untilText, yuanText } from '../../lib/format.js';
import { useRoles, useUnitIds } from '../../lib/me.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useTables } from '../../lib/tables.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { say, spokenLanguage, useWords } from '../../lib/words.js';

type Duty = Output<'deliberation.duty.list'>['duties'][number];
type Table = Output<'deliberation.table.list'>['tables'][number];
type Whose = 'own' | 'all';

/** Where in its issue's room a duty is done. */
const placeOf = {
  ...{ COMMITMENT: 'promises', INSTALMENT: 'payments', RETENTION: 'payments', SIGN: 'signing' },
  ...{ RECTIFY: 'works', CHECK: 'works', LOOK: 'works', TOP_UP: 'funds' },
} as const;
const isMoney = ({ kind }: Duty) => kind === 'INSTALMENT' || kind === 'RETENTION';

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
      <Answered
        query={tables}
        isEmpty={(found) => found.tables.length === 0}
        empty={say('本单位还没有席位；议事桌由街道或社区设立', 'Your unit has no seat yet; the street or the community opens a table')}
      >
        {(found) => (
          <>
            <Awaiting id="table" title={say('桌上等着的', 'Waiting at the tables')} tables={found.tables} />
            <Tables tables={found.tables} duties={duties.data?.duties ?? []} units={units} show={show} estate={estate} />
          </>
        )}
      </Answered>
    </section>
  );
}

const isLate = ({ dueAt, isLate: said }: Duty, now: number) => said || (dueAt !== null && Date.parse(dueAt) < now);

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

const sum = (duties: readonly Duty[]): bigint => duties.reduce((all, { amountFen }) => all + BigInt(amountFen ?? '0'), 0n);

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

function DutyRows({ duties, title, hasAmounts = false }: { duties: Duty[]; title?: string; hasAmounts?: boolean }) {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const estateName = useEstateName();
  const kinds = {
    COMMITMENT: say('承诺', 'Promise'),
    INSTALMENT: say('付款', 'Payment'),
    RETENTION: labels.instalmentKind.RETENTION,
    SIGN: say('签署', 'Signature'),
    TOP_UP: say('续筹', 'Topping up'),
    RECTIFY: say('整改', 'Mending'),
    CHECK: say('验收', 'Check'),
    LOOK: say('回访查看', 'Another look'),
  };
  return (
    <Rows
      rowKey={({ kind, id, seat }) => `${kind} ${id} ${seat}`}
      dataSource={duties}
      {...(title !== undefined && { title: () => title })}
      columns={[
        {
          title: say('期限', 'Due'),
          render: (_, duty) =>
            duty.dueAt === null ? (
              duty.kind === 'RETENTION' ? (
                say('质保期满后', 'after the warranty')
              ) : (
                say('尽快', 'soon')
              )
            ) : (
              <span style={{ color: isLate(duty, now) ? colours.overdue : colours.ink }}>
                {lastDayText(duty.dueAt)}
                <br />
                {untilText(duty.dueAt, now)}
              </span>
            ),
        },
        {
          title: say('什么', 'What'),
          render: (_, duty) => (
            <div className="long-text">
              {isLate(duty, now) && <Mark tone="bad">{say('逾期', 'overdue')}</Mark>}
              {duty.kind !== 'INSTALMENT' && <Mark>{kinds[duty.kind]}</Mark>}
              {duty.issueId === null ? (
                <Link to="/tables" hash={placeOf[duty.kind]}>
                  {duty.text}
                </Link>
              ) : (
                <Link to="/issues/$id" params={{ id: duty.issueId }} hash={placeOf[duty.kind]}>
                  {duty.text}
                </Link>
              )}
            </div>
          ),
        },
        ...(hasAmounts
          ? [
              {
                title: say('金额', 'Amount'),
                align: 'right' as const,
                render: (_: unknown, { amountFen }: Duty) =>
                  BigInt(amountFen!) < 0n ? `${say('应退', 'back')} ${yuanText(amountFen!.slice(1))}` : yuanText(amountFen!),
              },
            ]
          : []),
        { title: say('议题', 'Issue'), render: (_, duty) => duty.title },
        { title: say('小区', 'Estate'), render: (_, { estateId }) => estateName(estateId) },
        { title: say('谁', 'Who'), render: (_, { unitId }) => unitName(unitId) },
      ]}
    />
  );
}

/** Every table one's unit sits at, with what it owes there. */
function Tables({
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
