import type { Input, OperationName, Output } from '@wufang/api-client';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Command } from '../../components/command.js';
import { choicesOf, instantOf, OneOf, UnitField, UnitsField, When, Words } from '../../components/fields.js';
import { PersonField } from '../../components/person-field.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useAccountId } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import type { Chosen } from './wall-rows.js';

type Results = Output<'dispatch.work-order.urge-many'>['results'];
type Step = 'urge' | 'accept' | 'feedback' | 'assign' | 'measure';
const operations = {
  urge: 'dispatch.work-order.urge-many',
  accept: 'dispatch.work-order.accept-many',
  feedback: 'dispatch.work-order.feedback-many',
  assign: 'dispatch.work-order.assign-many',
  measure: 'dispatch.ledger.note-many',
} as const satisfies Record<Step, OperationName>;

/** What a step for many has done: of each order that was chosen whether it was done, and why not. */
export interface Done {
  title: string;
  results: Results;
  chosen: Chosen;
}

/** Whether somebody may do any of it, so that rows can be chosen. */
export function useMayMany(): boolean {
  const may = useMay();
  return Object.values(operations).some(may);
}

interface Props {
  chosen: Chosen;
  clear: () => void;
  onDone: (done: Done) => void;
}

/** The same step for all the chosen orders (批量办理): each stands by itself, and what one refuses does not concern the others. */
export function Many({ chosen, clear, onDone }: Props) {
  const say = useWords();
  const accountId = useAccountId();
  const ids = [...chosen.keys()];
  if (ids.length === 0)
    return (
      <p className="quiet no-print">
        {say('勾选工单后可以批量办理，一次至多 200 件。', 'Choose orders to act on many at once, 200 at most.')}
      </p>
    );
  const step = { chosen, onDone };
  return (
    <div role="group" aria-label={say(`对选中的 ${ids.length} 件`, `With the ${ids.length} chosen`)} className="acts no-print">
      <b style={{ lineHeight: '32px' }}>{say(`已选 ${ids.length} 件`, `${ids.length} chosen`)}</b>
      <OfMany {...step} step="urge" title={say('催办', 'Urge')} input={() => ({ ids, by: 'STREET' as const })} />
      <OfMany
        {...step}
        step="accept"
        title={say('签收', 'Accept')}
        note={say(
          '签收即由本单位承办；不认为该由本单位办的，请逐件提出派单异议。',
          'What is accepted is yours to handle; object to a single order on its page.',
        )}
        input={() => ({ ids })}
      />
      <OfMany
        {...step}
        step="feedback"
        title={say('反馈', 'Give word')}
        note={say('每位诉求人收到同一段话。', 'Every complainant reads the same words.')}
        input={(filled: { publicText: string; purpose?: Input<'dispatch.work-order.feedback-many'>['purpose'] }) => ({ ids, ...filled })}
      >
        <Words name="publicText" label={say('写给诉求人的话', 'Words to the complainant')} min={5} max={2000} rows={3} />
        <OneOf
          name="purpose"
          label={say('联系目的（可不选）', 'What it was for (optional)')}
          isOptional
          choices={choicesOf(labels.contactPurpose)}
        />
      </OfMany>
      <OfMany
        {...step}
        step="assign"
        title={say('指派', 'Assign')}
        note={say('只指派在诉求中心等待的；单位的时钟从此开始。', 'Only what waits at the demand centre; the unit’s clock begins then.')}
        input={({ coUnitIds = [], ...filled }: { leadUnitId: string; coUnitIds?: string[]; reason: string }) => ({
          ids,
          ...filled,
          coUnitIds,
        })}
      >
        <UnitField name="leadUnitId" label={say('主办单位', 'Lead unit')} />
        <UnitsField name="coUnitIds" label={say('协办单位（可不选）', 'Co-units (optional)')} isOptional />
        <Words name="reason" label={say('为什么由它办', 'Why this unit')} min={2} max={300} rows={2} />
      </OfMany>
      <OfMany
        {...step}
        step="measure"
        title={say('登记措施', 'Note a measure')}
        note={say('计划不改变任何时限。', 'A plan moves no clock.')}
        initial={{ personAccountId: accountId }}
        input={({ measure, personAccountId, plannedAt }: { measure: string; personAccountId: string; plannedAt: string }) => ({
          ...{ ids, measure, personAccountId },
          plannedAt: instantOf(plannedAt),
        })}
      >
        <Words name="measure" label={say('措施', 'Measure')} min={2} rows={2} />
        <PersonField name="personAccountId" label={say('责任人', 'Answers for it')} />
        <When name="plannedAt" label={say('计划完成时间', 'Planned until')} isMinute />
      </OfMany>
      <Button onClick={clear}>{say('取消选择', 'Choose none')}</Button>
    </div>
  );
}

function OfMany<S extends Step, F extends object>({
  step,
  title,
  chosen,
  onDone,
  ...form
}: {
  step: S;
  title: string;
  input: (filled: F) => Input<(typeof operations)[S]>;
  initial?: Partial<F>;
  note?: ReactNode;
  children?: ReactNode;
} & Pick<Props, 'chosen' | 'onDone'>) {
  return (
    <Command
      operation={operations[step]}
      title={title}
      refreshes={[]}
      {...form}
      onDone={(answer) => onDone({ title, results: (answer as { results: Results }).results, chosen })}
    />
  );
}

/** How many were done, and each that was not, with why. */
export function ManyDone({ done: { title, results, chosen }, close }: { done: Done; close: () => void }) {
  const say = useWords();
  const refused = results.filter(({ done }) => !done);
  const count = results.length - refused.length;
  return (
    <Alert
      style={{ marginBottom: 12 }}
      showIcon
      closable
      onClose={close}
      type={refused.length > 0 ? 'warning' : 'success'}
      message={
        refused.length > 0
          ? say(
              `${title}：已办 ${count} 件，${refused.length} 件没有办成，仍在选中`,
              `${title}: ${count} done; ${refused.length} not, and still chosen`,
            )
          : say(`${title}：已办 ${count} 件`, `${title}: ${count} done`)
      }
      description={
        refused.length > 0 && (
          <ul className="plain">
            {refused.map(({ id, problem }) => (
              <li key={id}>
                {chosen.get(id)}：{problem?.detail}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
