import { Button, Checkbox, Form, Input } from 'antd';
import type { Input as Asked } from '@wufang/api-client';
import { labels } from '../../lib/labels.js';
import { Command } from '../../components/command.js';
import { ChoiceField, choicesOf, OneOf, Words, Yuan, type Choice } from '../../components/fields.js';
import { fenOf, yuanText } from '../../lib/format.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, type Issue, type Plan } from './api.js';
import { Files } from './files.js';

type Draft = Asked<'deliberation.cost-plan.draft'>;
type Scenario = Draft['scenarios'][number];
type PayerKind = keyof typeof labels.payerKind;

interface Filled {
  title: string;
  fundCustodian: Draft['fundCustodian'];
  items: { name: string; amount: string; work: Draft['items'][number]['work']; duty?: keyof typeof labels.soleDuty; by?: string }[];
  otherPayers?: { name: string; kind: PayerKind }[];
  quotes?: { firm: string; amount: string; papers: string[] }[];
  contractor?: { firm?: string; reason?: string };
  isTechnical?: boolean;
  report?: { title?: string; papers?: string[] };
  scenarios: {
    name: string;
    document?: string;
    parts?: { payer: string; ratio: string }[];
    grants?: { payer: string; kind: keyof typeof labels.grantKind; amount?: string; ratio?: string }[];
    homesRule: Scenario['homesRule'];
    homesAgreement?: string;
    ownersMoney: Scenario['ownersMoney'];
  }[];
}

/** Who may pay without a seat at the table. */
const seatless: readonly PayerKind[] = ['COMMUNITY_FUND', 'DONOR', 'UTILITY', 'DEVELOPER', 'LIABLE_PERSON'];
/** Shares by weights that were agreed home by home come by a program or a file. */
const rules = ['STATUTORY', 'AREA', 'EQUAL'] as const;
const ratio = /^(\d{1,3}(\.\d{1,4})?%|[1-9]\d{0,8}\/[1-9]\d{0,8})$/;

const draftOf = (issueId: string, filled: Filled): Draft => ({
  ...{ issueId, title: filled.title, fundCustodian: filled.fundCustodian, isTechnical: filled.isTechnical ?? false },
  items: filled.items.map(({ name, amount, work, duty, by }) => ({
    ...{ name, amountFen: fenOf(amount)!, work, duty: duty && by ? { kind: duty, payer: by } : null },
  })),
  otherPayers: (filled.otherPayers ?? []).map(({ name, kind }) => ({ code: name, kind, name })),
  quotes: (filled.quotes ?? []).map(({ firm, amount, papers }) => ({ firm, amountFen: fenOf(amount)!, documentId: papers[0]! })),
  contractor: filled.contractor?.firm ? { firm: filled.contractor.firm, reason: filled.contractor.reason ?? '' } : null,
  expertReport: filled.report?.papers?.[0] ? { title: filled.report.title ?? '', documentId: filled.report.papers[0] } : null,
  scenarios: filled.scenarios.map(({ name, document, parts = [], grants = [], homesRule, homesAgreement, ownersMoney }) => ({
    ...{ name, homesRule, ownersMoney, homesAgreement: homesRule === 'STATUTORY' ? null : (homesAgreement ?? null) },
    agreement: parts.length > 0 ? { document: document ?? '', parts } : null,
    grants: grants.map(({ payer, kind, amount, ratio: part }, index) => ({
      ...{ priority: index + 1, payer, kind },
      ...(kind === 'FIXED' && { amountFen: fenOf(amount ?? '') }),
      ...(kind === 'UP_TO' && { capFen: fenOf(amount ?? '') }),
      ...(kind === 'RATIO' && { ratio: part, ...(amount && { capFen: fenOf(amount) }) }),
    })),
  })),
});

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
      <ChoiceField name="fundCustodian" label={say('维修资金由谁管理', 'Who keeps the fund')} words={labels.fundCustodian} />
      <Offers issue={issue} />
    </Command>
  );
}

function Items({ payers }: { payers: readonly string[] }) {
  const say = useWords();
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('工程与费用', 'Works and costs')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`第 ${index + 1} 项`, `Item ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('工程', 'What')} max={100} />
              <Yuan name={[name, 'amount']} label={say('金额', 'Amount')} />
              <OneOf name={[name, 'work']} label={say('类别', 'Kind')} choices={choicesOf(labels.workKind)} />
              <OneOf
                name={[name, 'duty']}
                isOptional
                label={say('属于一方自身责任、不分摊的（没有则不选）', 'One body’s own duty, shared with nobody (if so)')}
                choices={choicesOf(labels.soleDuty)}
              />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['items', name, 'duty']) !== undefined && (
                    <Words
                      name={[name, 'by']}
                      max={100}
                      label={say(`由谁承担（${payers.join('、')}，或下面另列的出资方）`, 'Whose duty')}
                    />
                  )
                }
              </Form.Item>
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{say(`删去第 ${index + 1} 项`, `Leave out item ${index + 1}`)}</Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ work: 'REPAIR' })}>{say('加一项工程', 'Add an item')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Others() {
  const say = useWords();
  return (
    <Form.List name="otherPayers">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('没有席位的出资方（没有则不加）', 'Payers without a seat (if any)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`另列出资方 ${index + 1}`, `Payer ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('名称', 'Name')} max={100} />
              <OneOf name={[name, 'kind']} label={say('是哪一类', 'What it is')} choices={choicesOf(labels.payerKind, seatless)} />
              <Button onClick={() => remove(name)}>{say(`删去出资方 ${index + 1}`, `Leave out payer ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{say('加一个出资方', 'Add a payer')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Scenarios({ payers }: { payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name="scenarios">
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('怎样出资（可列几种，并排比较）', 'Who pays how (several are laid side by side)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`出资办法 ${index + 1}`, `Way ${index + 1}`)}</legend>
              <Words name={[name, 'name']} label={say('名称', 'Name')} max={100} />
              <Grants at={name} payers={payers} />
              <Parts at={name} payers={payers} />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  ((getFieldValue(['scenarios', name, 'parts']) ?? []) as unknown[]).length > 0 && (
                    <Words name={[name, 'document']} max={100} label={say('约定的依据，例如“五方协议”', 'The agreement')} />
                  )
                }
              </Form.Item>
              <OneOf
                name={[name, 'homesRule']}
                label={say('业主的部分怎样分到户', 'How homes share')}
                choices={choicesOf(labels.homesRule, rules)}
              />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['scenarios', name, 'homesRule']) !== 'STATUTORY' && (
                    <Words name={[name, 'homesAgreement']} max={100} label={say('业主约定的文件', 'The owners’ agreement on it')} />
                  )
                }
              </Form.Item>
              <OneOf
                name={[name, 'ownersMoney']}
                label={say('业主的钱从哪来', 'Owners pay from')}
                choices={choicesOf(labels.ownersMoney)}
              />
              {fields.length > 1 && (
                <Button onClick={() => remove(name)}>{say(`删去办法 ${index + 1}`, `Leave out way ${index + 1}`)}</Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add({ homesRule: 'STATUTORY', ownersMoney: 'FUND' })}>{say('加一种办法', 'Add a way')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Who pays something before the rest is shared (先行出资), in this order. */
function Grants({ at, payers }: { at: number; payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name={[at, 'grants']}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('先行出资（按次序；没有则不加）', 'Paid before the sharing, in this order (if any)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`先行出资 ${index + 1}`, `Grant ${index + 1}`)}</legend>
              <OneOf name={[name, 'payer']} label={say('出资方', 'Payer')} choices={payers} />
              <OneOf name={[name, 'kind']} label={say('怎样出', 'How')} choices={choicesOf(labels.grantKind)} />
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue(['scenarios', at, 'grants', name, 'kind']) === 'RATIO' ? (
                    <>
                      <Ratio name={[name, 'ratio']} />
                      <Yuan name={[name, 'amount']} isOptional label={say('上限（没有则不填）', 'At most (if so)')} />
                    </>
                  ) : (
                    <Yuan name={[name, 'amount']} label={say('金额', 'Amount')} />
                  )
                }
              </Form.Item>
              <Button onClick={() => remove(name)}>{say(`删去先行出资 ${index + 1}`, `Leave out grant ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({ kind: 'FIXED' })}>{say('加一笔先行出资', 'Add a grant')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Ratios that the parties have agreed on; without any the law's rule is applied. */
function Parts({ at, payers }: { at: number; payers: Choice[] }) {
  const say = useWords();
  return (
    <Form.List name={[at, 'parts']}>
      {(fields, { add, remove }) => (
        <fieldset>
          <legend>{say('约定比例（合计 100%；没有约定则不加，按法定分摊）', 'Agreed ratios, 100% in all (none: by law)')}</legend>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>{say(`比例 ${index + 1}`, `Ratio ${index + 1}`)}</legend>
              <OneOf name={[name, 'payer']} label={say('出资方', 'Payer')} choices={payers} />
              <Ratio name={[name, 'ratio']} />
              <Button onClick={() => remove(name)}>{say(`删去比例 ${index + 1}`, `Leave out ratio ${index + 1}`)}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add()}>{say('加一方的比例', 'Add a ratio')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Ratio({ name }: { name: (string | number)[] }) {
  const say = useWords();
  return (
    <Form.Item
      name={name}
      label={say('比例', 'Part')}
      rules={[{ required: true, pattern: ratio, message: say('例如 50% 或 1/3', 'Such as 50% or 1/3') }]}
    >
      <Input style={{ maxWidth: 120 }} autoComplete="off" />
    </Form.Item>
  );
}

/** Offers, who is to do the works, and an expert’s word where the matter needs it. */
function Offers({ issue }: { issue: Issue }) {
  const say = useWords();
  return (
    <>
      <Form.List name="quotes">
        {(fields, { add, remove }) => (
          <fieldset>
            <legend>{say('报价（总额超过 50,000 元的至少两份）', 'Offers (two at least above 50,000 yuan)')}</legend>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key}>
                <legend>{say(`报价 ${index + 1}`, `Offer ${index + 1}`)}</legend>
                <Words name={[name, 'firm']} label={say('报价单位', 'Contractor')} max={100} />
                <Yuan name={[name, 'amount']} label={say('报价金额', 'Offer')} />
                <Files name={[name, 'papers']} most={1} issueId={issue.id} label={say('报价单', 'Paper')} />
                <Button onClick={() => remove(name)}>{say(`删去报价 ${index + 1}`, `Leave out offer ${index + 1}`)}</Button>
              </fieldset>
            ))}
            <Button onClick={() => add()}>{say('加一份报价', 'Add an offer')}</Button>
          </fieldset>
        )}
      </Form.List>
      <Words name={['contractor', 'firm']} isOptional max={100} label={say('拟选施工单位（未定则不填）', 'Contractor (if chosen)')} />
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue(['contractor', 'firm']) && (
            <Words name={['contractor', 'reason']} label={say('选它的理由', 'Why this one')} rows={2} />
          )
        }
      </Form.Item>
      <Form.Item name="isTechnical" valuePropName="checked">
        <Checkbox>{say('涉及结构、电梯、消防等专业判断，须有专家意见', 'Needs an expert’s word (structure, lifts, fire)')}</Checkbox>
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('isTechnical') && (
            <>
              <Words name={['report', 'title']} label={say('专家意见名称', 'Report')} max={100} />
              <Files name={['report', 'papers']} most={1} issueId={issue.id} label={say('专家意见', 'Paper')} />
            </>
          )
        }
      </Form.Item>
    </>
  );
}
