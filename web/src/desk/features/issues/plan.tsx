import { useState } from 'react';
import { DocumentButton } from '../../components/document-button.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { Answered } from '../../components/states.js';
import { yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { Command } from '../../components/command.js';
import { refreshedBy, useParts, useRead, type Issue, type Plan } from './api.js';
import { Bindings } from './bindings.js';
import { Consents } from './consents.js';
import { needsNoPlan } from './convene.js';
import { DraftPlan } from './draft-plan.js';
import { Gates } from './gates.js';
import { FundHeld, SideBySide, Ways } from './plan-ways.js';

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
        empty={
          needsNoPlan(issue)
            ? say(
                '不须拟分摊方案：各方只为自己承诺，或由业主自行表决；社区再次发出会商通知即可',
                'No plan of costs is needed: each party promises for itself, or the owners vote; the community calls the next round',
              )
            : say(
                `等${labels.seatKind[issue.leadSeat ?? 'COMMUNITY']}拟定方案；按时限表定期报进展`,
                `Waiting for the plan of ${labels.seatKind[issue.leadSeat ?? 'COMMUNITY']}, with reports as the time limits say`,
              )
        }
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
  // Until somebody looks at another one here, what is chosen meanwhile is shown.
  const [picked, pick] = useState<string>();
  const scenario = scenarios.find(({ name }) => name === (picked ?? plan.chosen?.scenario)) ?? scenarios[0];
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
      {scenario && <Ways issue={issue} plan={plan} scenario={scenario} choose={pick} />}
      {scenario && <FundHeld plan={plan} scenario={scenario} />}
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
      {plan.chosen && <Bindings issue={issue} plan={plan} />}
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
