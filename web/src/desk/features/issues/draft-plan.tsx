import { Form } from 'antd';
import { Command } from '../../components/command.js';
import { ChoiceField, Words } from '../../components/fields.js';
import { yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useWords } from '../../lib/words.js';
import { AgreedWeights } from './agreed-weights-field.js';
import { refreshedBy, type Issue, type Plan } from './api.js';
import { Items, Others } from './draft-items.js';
import { Offers } from './draft-offers.js';
import { Scenarios } from './draft-ways.js';
import { draftOf, type Filled } from './draft.js';

/**
 * The plan written by hand (拟方案): what is done and what it costs, who pays before the sharing, who shares how; homes and their areas come from the register
 * by the issue's scope. What stands against it the server says beside the version that it keeps.
 */
export function DraftPlan({ issue, latest }: { issue: Issue; latest: Plan | undefined }) {
  const say = useWords();
  const seated = issue.seats.flatMap(({ kind, state }) => (state === 'VACANT' || kind === 'COMMUNITY' ? [] : [labels.seatPayer[kind]]));
  const items = (latest?.items ?? []).map(({ name, amountFen, work }) => ({ name, work, amount: yuanText(amountFen).replace(' 元', '') }));
  return (
    <Command
      key={latest?.id ?? ''}
      operation="deliberation.cost-plan.draft"
      refreshes={refreshedBy(issue)}
      title={latest ? say('另拟一版方案', 'Draft another version') : say('拟方案', 'Draft the plan')}
      note={say(
        `范围：${labels.scopeLevel[issue.scope.level]}（随议题而定）。范围内的房屋、面积和产权性质取自名册，不用填写；分到户的金额由系统按所选规则计算。`,
        `Scope: ${labels.scopeLevel[issue.scope.level]}, as the issue says. Homes, areas and their nature come from the register; each home’s share is counted by the rule you choose.`,
      )}
      initial={
        {
          ...{ title: issue.title, fundCustodian: 'CITY_FUND_CENTRE' },
          items: items.length > 0 ? items : [{ work: 'REPAIR' as const }],
          scenarios: [{ name: say('方案一', 'Way one'), homesRule: 'STATUTORY' as const, ownersMoney: 'FUND' as const }],
        } as never
      }
      input={(filled: Filled) => draftOf(issue.id, filled)}
    >
      <Words name="title" label={say('方案名称', 'Title')} max={100} />
      <Items payers={seated} />
      <Others />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const typed = ((getFieldValue('otherPayers') ?? []) as ({ name?: string } | undefined)[]).flatMap((one) => one?.name ?? []);
          return <Scenarios payers={[...seated, ...typed].map((value) => ({ value, label: value }))} />;
        }}
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          (getFieldValue('scenarios') as Filled['scenarios']).some(({ homesRule }) => homesRule === 'WEIGHTS') && (
            <AgreedWeights issue={issue} />
          )
        }
      </Form.Item>
      <ChoiceField name="fundCustodian" label={say('维修资金由谁管理', 'Who keeps the fund')} words={labels.fundCustodian} />
      <Offers issue={issue} />
    </Command>
  );
}
