import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { lastDayText, untilText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useTables } from '../../lib/tables.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { isLate, type Duty } from './owed.js';

/** Where in its issue's room a duty is done. */
const placeOf = {
  ...{ COMMITMENT: 'promises', INSTALMENT: 'payments', RETENTION: 'payments', SIGN: 'signing' },
  ...{ RECTIFY: 'works', CHECK: 'works', LOOK: 'works', SETTLE: 'works', POST_SETTLEMENT: 'works', TOP_UP: 'funds' },
} as const;

/** Duties, each with its day, what it is, and where it is done. */
export function DutyRows({ duties, title, hasAmounts = false }: { duties: Duty[]; title?: string; hasAmounts?: boolean }) {
  const say = useWords();
  const now = useNow(30_000);
  const unitName = useUnitName();
  const estateName = useEstateName();
  // Who pays without a seat may not enter the room: what it owes stands here.
  const tables = useTables();
  const isSeatedAt = (tableId: string) => tables.data?.tables.some(({ id }) => id === tableId) ?? true;
  const kinds = {
    COMMITMENT: say('承诺', 'Promise'),
    INSTALMENT: say('付款', 'Payment'),
    RETENTION: labels.instalmentKind.RETENTION,
    SIGN: say('签署', 'Signature'),
    TOP_UP: say('续筹', 'Topping up'),
    SETTLE: say('结算', 'Settlement'),
    POST_SETTLEMENT: say('张贴结算', 'Posting the settlement'),
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
              {!isSeatedAt(duty.tableId) ? (
                <a href="#cost-parts">{duty.text}</a>
              ) : duty.issueId === null ? (
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
