import { useQuery } from '@tanstack/react-query';
import { Card, Segmented, Space, Typography } from 'antd';
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { lazy, Suspense, useState } from 'react';
import { Mark } from '../../components/mark.js';
import { Rows } from '../../components/rows.js';
import { Answered } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { yuanText } from '../../lib/format.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Plan = Output<'deliberation.cost-plan.get'>;
const SharesChart = lazy(() => import('./shares-chart.js'));

/** The plan on the table (分摊方案): who pays what as a picture and as figures, the ways of paying side by side, the conditions, the arithmetic line by line. */
export function PlanCard({ planId }: { planId: string }) {
  const say = useWords();
  const plan = useQuery({
    queryKey: ['plan', planId],
    queryFn: ({ signal }) => call('deliberation.cost-plan.get', { id: planId }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Card size="small" title={say('分摊方案', 'Cost-share plan')}>
      <Answered query={plan}>{(found) => <Shares plan={found} />}</Answered>
    </Card>
  );
}

function Shares({ plan }: { plan: Plan }) {
  const say = useWords();
  const scenarios = plan.comparison?.scenarios ?? [];
  const [name, setName] = useState(plan.chosen?.scenario ?? scenarios[0]?.name);
  const [shown, setShown] = useState<'picture' | 'arithmetic'>('picture');
  const scenario = scenarios.find((one) => one.name === name) ?? scenarios[0];
  return (
    <Space direction="vertical" style={{ width: '100%' }}>
      <div>
        {plan.title} · {plan.numberText} <Mark>{labels.planState[plan.state]}</Mark> {say('总额', 'Total')} <b>{yuanText(plan.totalFen)}</b>{' '}
        · {plan.scopeText} · {say(`${plan.homes} 户`, `${plan.homes} homes`)}
      </div>
      {plan.problems.map(({ text }) => (
        <div key={text} role="alert" style={{ color: colours.overdue }}>
          {text}
        </div>
      ))}
      {scenario && (
        <>
          <Space wrap className="no-print">
            {scenarios.length > 1 && (
              <Segmented
                aria-label={say('方案', 'Scenario')}
                value={scenario.name}
                onChange={setName}
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
          </Space>
          {shown === 'picture' ? (
            <Suspense fallback={<div style={{ height: 60 + 44 * scenario.payers.length }} />}>
              <SharesChart payers={scenario.payers} />
            </Suspense>
          ) : (
            <Arithmetic planId={plan.id} scenario={scenario.name} />
          )}
          {scenarios.length > 1 && <SideBySide plan={plan} />}
        </>
      )}
      {plan.chosen && <Gates planId={plan.id} />}
      {plan.consents.length > 0 && (
        <div>
          {plan.consents.map(({ payer, position, condition, planNo }) => (
            <Mark key={payer}>
              {payer}：{labels.position[position]}
              {condition && `（${condition}）`}
              {planNo !== plan.no && say(`，对第 ${planNo} 版`, `, of version ${planNo}`)}
            </Mark>
          ))}
        </div>
      )}
      {plan.unconfirmed.length > 0 && (
        <div style={{ color: colours.soon }}>
          {say('份额尚未确认：', 'Shares not confirmed yet: ')}
          {plan.unconfirmed.join('、')}
        </div>
      )}
    </Space>
  );
}

function SideBySide({ plan }: { plan: Plan }) {
  const say = useWords();
  const { scenarios, base } = plan.comparison!;
  const payers = [...new Map(scenarios.flatMap((one) => one.payers.map(({ payer, name }) => [payer, name] as const)))];
  return (
    <Rows
      rowKey="payer"
      title={() => say('方案对比', 'Side by side')}
      dataSource={payers.map(([payer, name]) => ({ payer, name }))}
      columns={[
        { title: say('出资方', 'Payer'), dataIndex: 'name', fixed: 'left' },
        ...scenarios.map((scenario) => ({
          title: scenario.name === base ? `${scenario.name}（${say('对照', 'base')}）` : scenario.name,
          key: scenario.name,
          align: 'right' as const,
          render: (_: unknown, { payer }: { payer: string }) => {
            const part = scenario.payers.find((one) => one.payer === payer);
            if (!part) return '—';
            const more = BigInt(part.differenceFen);
            return `${yuanText(part.amountFen)}${more === 0n ? '' : `（${more > 0n ? '+' : ''}${yuanText(part.differenceFen)}）`}`;
          },
        })),
      ]}
    />
  );
}

/** The statement of the whole plan, in the server's words: every line of the arithmetic. */
function Arithmetic({ planId, scenario }: { planId: string; scenario: string }) {
  const statement = useQuery({
    queryKey: ['statement', planId, scenario],
    queryFn: ({ signal }) => call('deliberation.cost-plan.state', { id: planId, of: 'PLAN', scenario }, { signal }),
  });
  return (
    <Answered query={statement}>
      {({ lines }) => (
        <ol className="arithmetic">
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      )}
    </Answered>
  );
}

/** What has to be there before the plan can be signed, and who brings it. */
function Gates({ planId }: { planId: string }) {
  const say = useWords();
  const gates = useQuery({
    queryKey: ['gates', planId],
    queryFn: ({ signal }) => call('deliberation.cost-plan.gates', { id: planId }, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <div>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {say('签约条件', 'Conditions of signing')}
      </Typography.Title>
      <Answered query={gates} isEmpty={(found) => found.gates.length === 0} empty={say('没有须先具备的条件', 'None')}>
        {(found) => (
          <ul>
            {found.gates.map(({ code, payer, isMet, needs, doneBy, missing }, index) => (
              <li key={index}>
                <Mark tone={isMet ? 'good' : 'bad'}>{isMet ? say('已具备', 'met') : say('未具备', 'open')}</Mark>
                {labels.gateCode[code]}
                {payer && `（${payer}）`}
                {!isMet && `：${needs}，${say('由', 'by ')}${doneBy}`}
                {missing.length > 0 && say(`，尚缺 ${missing.length} 户`, `, ${missing.length} homes missing`)}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </div>
  );
}
