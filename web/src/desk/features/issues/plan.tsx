import { Segmented } from 'antd';
import type { Output } from '@wufang/api-client';
import { lazy, Suspense, useState } from 'react';
import { DocumentButton } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue, type Plan } from './api.js';
import { Consents } from './consents.js';
import { DraftPlan } from './draft-plan.js';
import { Gates } from './gates.js';

const SharesChart = lazy(() => import('./shares-chart.js'));
/** While a plan may still be chosen (拟方案、分摊测算). */
const choosing: readonly Issue['state'][] = ['PLANNING', 'COST_DRAFT', 'CHANGE'];

/** The plan on the table (分摊方案), the newest version: who pays what as a picture and as arithmetic, the ways of paying side by side, the conditions of signing. */
export function PlanPart({ issue }: { issue: Issue }) {
  const say = useWords();
  const { isLead } = useParts(issue);
  const plans = useRead('deliberation.cost-plan.list', issue.id, { issueId: issue.id });
  // Nothing to show is no part of the page, but for the time in which a plan is awaited.
  if (plans.data?.plans.length === 0 && issue.state !== 'PLANNING') return null;
  return (
    <Part id="plan" title={say('分摊方案', 'Cost-share plan')}>
      <Answered
        query={plans}
        isEmpty={({ plans: all }) => all.length === 0}
        empty={say(
          `等${labels.seatKind[issue.leadSeat ?? 'COMMUNITY']}拟定方案；每十五天报一次进展`,
          `Waiting for the plan of ${labels.seatKind[issue.leadSeat ?? 'COMMUNITY']}, with a report every fifteen days`,
        )}
      >
        {({ plans: all }) => (
          <div className="stack">
            <Shares key={all[0]!.id} issue={issue} plan={all[0]!} />
            {all.length > 1 && (
              <details>
                <summary>{say(`此前 ${all.length - 1} 版`, `${all.length - 1} earlier versions`)}</summary>
                <ul>
                  {all.slice(1).map((plan) => (
                    <li key={plan.id}>
                      {plan.numberText} · {plan.title} · {yuanText(plan.totalFen)} <Mark>{labels.planState[plan.state]}</Mark>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        )}
      </Answered>
      {isLead && choosing.includes(issue.state) && <DraftPlan issue={issue} latest={plans.data?.plans[0]} />}
    </Part>
  );
}

function Shares({ issue, plan }: { issue: Issue; plan: Plan }) {
  const say = useWords();
  const { isLead } = useParts(issue);
  const scenarios = plan.comparison?.scenarios ?? [];
  const [name, setName] = useState(plan.chosen?.scenario ?? scenarios[0]?.name);
  const scenario = scenarios.find((one) => one.name === name) ?? scenarios[0];
  return (
    <div className="stack">
      <div>
        <b>{plan.title}</b> · {plan.numberText} <Mark>{labels.planState[plan.state]}</Mark> {say('总额', 'Total')}{' '}
        <b>{yuanText(plan.totalFen)}</b> · {plan.scopeText} · {say(`${plan.homes} 户`, `${plan.homes} homes`)}
        <div>{plan.items.map(({ name, amountFen }) => `${name} ${yuanText(amountFen)}`).join('、')}</div>
        {plan.contractor && (
          <div>
            {say('施工单位', 'Contractor')}：{plan.contractor.firm}（{plan.contractor.reason}）
            {plan.quotes.length > 0 &&
              ` · ${say('报价', 'Offers')} ${plan.quotes.map(({ firm, amountFen }) => `${firm} ${yuanText(amountFen)}`).join('、')}`}
          </div>
        )}
      </div>
      {plan.problems.map(({ text }) => (
        <div key={text} role="alert" style={{ color: colours.overdue }}>
          {text}
        </div>
      ))}
      {scenario && <Ways issue={issue} plan={plan} scenario={scenario} choose={setName} />}
      {scenarios.length > 1 && <SideBySide plan={plan} />}
      {isLead && choosing.includes(issue.state) && plan.problems.length === 0 && scenario && plan.chosen?.scenario !== scenario.name && (
        <Command
          key={scenario.name}
          operation="deliberation.cost-plan.choose"
          refreshes={refreshedBy(issue)}
          title={say(`选定“${scenario.name}”`, `Choose “${scenario.name}”`)}
          isPrimary
          input={() => ({ id: plan.id, scenario: scenario.name })}
        />
      )}
      {plan.chosen && <Consents issue={issue} plan={plan} />}
      {plan.chosen && <Gates issue={issue} plan={plan} />}
      {scenarios.length > 0 && (
        <div className="acts">
          <DocumentButton
            name="deliberation.cost-plan.print-statements"
            input={{ id: plan.id, of: 'PLAN', ...(scenario && { scenario: scenario.name }) }}
            label={say('分摊说明', 'Statement')}
          />
          <DocumentButton
            name="deliberation.cost-plan.print-statements"
            input={{ id: plan.id, of: 'PAYERS', ...(scenario && { scenario: scenario.name }) }}
            label={say('各出资方说明', 'Statements of the payers')}
          />
          <DocumentButton
            name="deliberation.cost-plan.print-statements"
            input={{ id: plan.id, of: 'HOMES', ...(scenario && { scenario: scenario.name }) }}
            label={say('分户说明', 'Statements of the homes')}
          />
        </div>
      )}
    </div>
  );
}

type Scenario = NonNullable<Plan['comparison']>['scenarios'][number];

/** One way of paying: as a picture with what each pays for, or as the lines of its arithmetic. */
function Ways({ issue, plan, scenario, choose }: { issue: Issue; plan: Plan; scenario: Scenario; choose: (name: string) => void }) {
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

function SideBySide({ plan }: { plan: Plan }) {
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

/** A statement in the server's words, every line of the arithmetic: of the whole plan or of one payer. */
function Arithmetic({ issueId, plan, scenario }: { issueId: string; plan: Plan; scenario: string }) {
  const say = useWords();
  const [of, setOf] = useState('');
  const statement = useRead(
    'deliberation.cost-plan.state',
    issueId,
    { id: plan.id, scenario, ...(of === '' ? { of: 'PLAN' } : { of: 'PAYER', payer: of }) },
    60_000,
  );
  return (
    <>
      <Segmented
        aria-label={say('谁的算式', 'Whose')}
        value={of}
        onChange={setOf}
        options={[
          { value: '', label: say('整个方案', 'The whole plan') },
          ...plan.payers
            .filter(({ code }) =>
              plan.comparison?.scenarios.find(({ name }) => name === scenario)?.payers.some(({ payer }) => payer === code),
            )
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Answered query={statement}>{(found) => <Lines statement={found} />}</Answered>
    </>
  );
}

/** The arithmetic of the whole plan, for paper: there nobody can turn the picture over. */
function WholeStatement({ issueId, plan, scenario }: { issueId: string; plan: Plan; scenario: string }) {
  const statement = useRead('deliberation.cost-plan.state', issueId, { id: plan.id, scenario, of: 'PLAN' }, 60_000);
  return <Answered query={statement}>{(found) => <Lines statement={found} />}</Answered>;
}

function Lines({ statement }: { statement: Output<'deliberation.cost-plan.state'> }) {
  return (
    <pre className="arithmetic" tabIndex={0}>
      {statement.lines.join('\n')}
    </pre>
  );
}
