import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Rows } from '../../components/rows.js';
import { dateText, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import type { Issue, Plan } from './api.js';
import { Arithmetic, WholeStatement } from './arithmetic.js';

const SharesChart = lazy(() => import('./shares-chart.js'));

type Scenario = NonNullable<Plan['comparison']>['scenarios'][number];

/** One way of paying: as a picture with what each pays for, or as the lines of its arithmetic. */
export function Ways({ issue, plan, scenario, choose }: { issue: Issue; plan: Plan; scenario: Scenario; choose: (name: string) => void }) {
  const say = useWords();
  const [shown, setShown] = useState<'picture' | 'arithmetic'>('picture');
  const scenarios = plan.comparison?.scenarios ?? [];
  return (
    <>
      <div className="acts no-print">
        {scenarios.length > 1 && (
          <Segmented
            aria-label={say('方案', 'Scenario')}
            value={scenario.name}
            onChange={choose}
            options={scenarios.map((one) => one.name)}
          />
        )}
        <Segmented
          aria-label={say('看法', 'View')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'picture', label: say('图', 'Picture') },
            { value: 'arithmetic', label: say('算式', 'Arithmetic') },
          ]}
        />
      </div>
      {shown === 'picture' ? (
        <>
          <Suspense fallback={<div style={{ height: 16 + 44 * scenario.payers.length }} />}>
            <SharesChart payers={scenario.payers} />
          </Suspense>
          {plan.chosen?.scenario === scenario.name && <Why plan={plan} />}
          <div className="print-only">
            <WholeStatement issueId={issue.id} plan={plan} scenario={scenario.name} />
          </div>
        </>
      ) : (
        <Arithmetic issueId={issue.id} plan={plan} scenario={scenario.name} />
      )}
    </>
  );
}

/** Who pays what, and as what: its own duty, what it grants, what was agreed, as owner or as the unit that sold the homes. */
function Why({ plan }: { plan: Plan }) {
  const say = useWords();
  const payerOf = (code: string) => plan.payers.find((payer) => payer.code === code);
  return (
    <Rows
      rowKey={({ payer, capacity, money }) => `${payer} ${capacity} ${money}`}
      title={() => say('谁出多少、因何而出', 'Who pays what, and why')}
      dataSource={plan.lines}
      columns={[
        { title: say('出资方', 'Payer'), render: (_, { payer }) => payerOf(payer)?.name ?? payer },
        {
          title: say('席位', 'Seat'),
          render: (_, { payer }) => {
            const seat = payerOf(payer)?.seat;
            return seat ? labels.seatKind[seat] : '—';
          },
        },
        { title: say('因何', 'As what'), render: (_, { capacity }) => labels.payerCapacity[capacity] },
        {
          title: say('钱从哪来', 'From'),
          // Only who pays as an owner, or as the unit that sold the homes, may take it from the fund.
          render: (_, { capacity, money }) =>
            capacity === 'OWNER' || capacity === 'SELLING_UNIT' ? labels.ownersMoney[money] : say('自有资金', 'its own'),
        },
        { title: say('金额', 'Amount'), align: 'right', render: (_, { amountFen }) => yuanText(amountFen) },
      ]}
    />
  );
}

/** What a way of paying takes from the maintenance fund, and what the fund was last said to hold: where nobody has said it, nothing has been held against it. */
export function FundHeld({ plan, scenario }: { plan: Plan; scenario: Scenario }) {
  const say = useWords();
  if (BigInt(scenario.fundFen) === 0n) return null;
  const fund = plan.comparison?.fund;
  const held = fund
    ? say(
        `${dateText(fund.statedOn)} 的余额 ${yuanText(fund.balanceFen)}`,
        `${yuanText(fund.balanceFen)} there on ${dateText(fund.statedOn)}`,
      )
    : say('余额未录入，请先向保管方核对', 'balance not stated: ask who keeps it');
  return (
    <div>
      {say('动用维修资金', 'From the fund')} {yuanText(scenario.fundFen)}（{held}）
    </div>
  );
}

/** All ways of paying beside each other: who would pay how much more or less. */
export function SideBySide({ plan }: { plan: Plan }) {
  const say = useWords();
  const { scenarios, base } = plan.comparison!;
  const payers = [...new Map(scenarios.flatMap((one) => one.payers.map(({ payer, name }) => [payer, name] as const)))];
  const rows = [
    ...payers.map(([payer, name]) => ({
      key: payer,
      name,
      of: (scenario: Scenario) => {
        const part = scenario.payers.find((one) => one.payer === payer);
        if (!part) return '—';
        const more = BigInt(part.differenceFen);
        return `${yuanText(part.amountFen)}${more === 0n ? '' : `（${more > 0n ? '+' : ''}${yuanText(part.differenceFen)}）`}`;
      },
    })),
    {
      key: 'homes',
      name: say('每户', 'Each home'),
      of: ({ homes }: Scenario) =>
        homes === null || BigInt(homes.mostFen) === 0n
          ? say('不出', 'nothing')
          : `${yuanText(homes.leastFen)} — ${yuanText(homes.mostFen)}（${say(`${homes.count} 户`, `${homes.count} homes`)}）`,
    },
    { key: 'fund', name: say('其中动用维修资金', 'From the fund'), of: ({ fundFen }: Scenario) => yuanText(fundFen) },
  ];
  return (
    <Rows
      rowKey="key"
      title={() => say('方案对比', 'Side by side')}
      dataSource={rows}
      columns={[
        { title: say('出资方', 'Payer'), dataIndex: 'name', fixed: 'left' },
        ...scenarios.map((scenario) => ({
          title: scenario.name === base ? `${scenario.name}（${say('对照', 'base')}）` : scenario.name,
          key: scenario.name,
          align: 'right' as const,
          render: (_: unknown, row: (typeof rows)[number]) => row.of(scenario),
        })),
      ]}
    />
  );
}
