import { microProgramQuota } from '@wufang/contracts/figures';
import { Button, Form } from 'antd';
import { Command } from '../../components/command.js';
import { choicesOf, OneOf, UnitField, When, Words, Yuan } from '../../components/fields.js';
import { PhotosField } from '../../components/files-field.js';
import { projectKeys } from '../../components/propose-project.js';
import { call } from '../../lib/client.js';
import { amountText, fenOf, todayOf, yuanText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { linesOf } from '../../lib/lines.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import type { Project } from './api.js';

interface On {
  project: Project;
}

/** What one may do where the project stands: the community tasks and submits it, the street's leader decides, the units build, residents are there when it is accepted. */
export function ProjectActs({ project }: On) {
  const say = useWords();
  const { id, state } = project;
  const at = (...states: Project['state'][]) => states.includes(state);
  return (
    <div className="acts">
      {at('SUBMITTED') && <Approve project={project} />}
      {at('SUBMITTED') && (
        <Command
          operation="deliberation.project.decline"
          title={labels.projectAction.decline}
          refreshes={projectKeys}
          input={({ reason }: { reason: string }) => ({ id, reason })}
        >
          <Words
            name="reason"
            label={say('原因，社区可以据此调整后再报', 'Why; the community may change it and come again')}
            min={2}
            rows={2}
          />
        </Command>
      )}
      {at('TASKED') && (
        <Command
          operation="deliberation.project.submit"
          title={labels.projectAction.submit}
          isPrimary
          refreshes={projectKeys}
          note={say('报街道批复后，任务清单不再改动，除非街道不予批复。', 'Its tasks stay as they are then, unless the street declines.')}
          input={() => ({ id })}
        />
      )}
      {at('PROBLEM', 'TASKED', 'DECLINED') && <Task project={project} />}
      {at('APPROVED') && (
        <Command
          operation="deliberation.project.begin"
          title={labels.projectAction.begin}
          isPrimary
          refreshes={projectKeys}
          note={say('开工后任务交各责任单位办理，不能再撤回。', 'Its units get their tasks, and it can no longer be withdrawn.')}
          input={() => ({ id })}
        />
      )}
      {at('UNDER_WAY') && (
        <Command
          operation="deliberation.project.finish"
          title={labels.projectAction.finish}
          isPrimary
          refreshes={projectKeys}
          input={(filled: { result: string; afterPhotoIds: string[] }) => ({ id, ...filled })}
        >
          <Words name="result" label={say('完工情况', 'What was done')} min={2} max={1000} rows={3} />
          <PhotosField
            name="afterPhotoIds"
            most={20}
            label={say('改造后的照片', 'Photos from after')}
            keep={async (file, fileName) => (await call('deliberation.project.add-photo', { id, fileName, file })).id}
          />
        </Command>
      )}
      {at('DONE') && (
        <Command
          operation="deliberation.project.accept"
          title={labels.projectAction.accept}
          isPrimary
          refreshes={projectKeys}
          input={({ by }: { by: string }) => ({ id, by: linesOf(by) })}
        >
          <Words
            name="by"
            rows={3}
            max={1200}
            label={say('谁参加了验收（每行一个，写身份，不写姓名电话）', 'Who was there (a line each; what they are, no names)')}
          />
        </Command>
      )}
      {at('DONE') && (
        <Command
          operation="deliberation.project.begin"
          title={say('验收不合格，返工', 'Not accepted: work again')}
          refreshes={projectKeys}
          note={say('回到实施中，改好后再报完工。', 'Back to work; it is reported done again when mended.')}
          input={() => ({ id })}
        />
      )}
      {at('PROBLEM', 'TASKED', 'SUBMITTED', 'APPROVED', 'DECLINED') && (
        <Command
          operation="deliberation.project.withdraw"
          title={labels.projectAction.withdraw}
          refreshes={projectKeys}
          note={say(
            '当月的“主动治理”项目须另定，微民生项目库的名额退还。',
            'Its month is open again, and its place in the programme is given back.',
          )}
          input={({ reason }: { reason: string }) => ({ id, reason })}
        >
          <Words name="reason" label={say('原因', 'Why')} min={2} rows={2} />
        </Command>
      )}
    </div>
  );
}

interface Tasked {
  tasks: { what: string; unitId: string; dueOn: string }[];
  budget: string;
  path?: string;
  money?: string;
  people?: string;
}

/** The problem becomes tasks: who does what by when, what it may cost, what the street is asked for. */
function Task({ project: { id, state, tasks, budgetFen, support } }: On) {
  const say = useWords();
  const ask = (words?: string) => words?.trim() || null;
  return (
    <Command
      operation="deliberation.project.task"
      title={state === 'PROBLEM' ? labels.projectAction.task : say('调整任务清单', 'Change the task list')}
      isPrimary={state !== 'TASKED'}
      refreshes={projectKeys}
      initial={{
        tasks: tasks.length > 0 ? tasks.map((task) => ({ ...task })) : [{} as Tasked['tasks'][number]],
        ...(budgetFen !== null && { budget: amountText(budgetFen) }),
        ...{ path: support.path ?? '', money: support.money ?? '', people: support.people ?? '' },
      }}
      input={({ tasks: filled, budget, path, money, people }: Tasked) => ({
        ...{ id, tasks: filled, budgetFen: fenOf(budget)! },
        support: { path: ask(path), money: ask(money), people: ask(people) },
      })}
    >
      <Form.List name="tasks">
        {(fields, { add, remove }) => (
          <fieldset>
            <legend>{say('任务', 'Tasks')}</legend>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key}>
                <legend>{say(`第 ${index + 1} 项`, `Task ${index + 1}`)}</legend>
                <Words name={[name, 'what']} label={say('做什么', 'What')} min={2} max={1000} />
                <UnitField name={[name, 'unitId']} label={say('责任单位', 'Unit')} />
                <When name={[name, 'dueOn']} label={say('期限', 'Due')} />
                {fields.length > 1 && (
                  <Button onClick={() => remove(name)}>{say(`删去第 ${index + 1} 项`, `Leave out task ${index + 1}`)}</Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add()}>{say('加一项任务', 'Add a task')}</Button>
          </fieldset>
        )}
      </Form.List>
      <Yuan name="budget" label={say('预算', 'Budget')} />
      <Words name="path" isOptional label={say('请街道给路径：政策、手续（可不填）', 'A way asked of the street (optional)')} />
      <Words name="money" isOptional label={say('请街道给资金：多少、从哪里（可不填）', 'Money asked of the street (optional)')} />
      <Words name="people" isOptional label={say('请街道给力量：哪些部门（可不填）', 'People asked of the street (optional)')} />
    </Command>
  );
}

interface Approved {
  amount: string;
  budgetSource: string;
  document: string;
  programYear?: string;
}

/** The street approves the money, and may count it into a year's programme. */
function Approve({ project: { id, budgetFen } }: On) {
  const say = useWords();
  const year = Number(todayOf(useNow(600_000)).slice(0, 4));
  return (
    <Command
      operation="deliberation.project.approve"
      title={labels.projectAction.approve}
      isPrimary
      refreshes={projectKeys}
      note={budgetFen === null ? undefined : say(`社区报的预算是 ${yuanText(budgetFen)}。`, `Its budget is ${yuanText(budgetFen)}.`)}
      initial={budgetFen === null ? {} : { amount: amountText(budgetFen) }}
      input={({ amount, budgetSource, document, programYear }: Approved) => ({
        ...{ id, amountFen: fenOf(amount)!, budgetSource, document },
        ...(programYear && { programYear: Number(programYear) }),
      })}
    >
      <Yuan name="amount" label={say('批复金额（不超过预算）', 'Approved (no more than the budget)')} />
      <Words name="budgetSource" label={say('资金来源，例如“街道机动经费”', 'From which budget')} min={2} max={100} />
      <Words name="document" label={say('文号', 'Document')} min={2} max={100} />
      <OneOf
        name="programYear"
        isOptional
        label={say(
          `列入微民生项目库（每年 ${microProgramQuota.value} 项；不列入的不选）`,
          `Into the programme of a year (${microProgramQuota.value} a year; if so)`,
        )}
        choices={choicesOf({ [year]: say(`${year} 年`, String(year)), [year + 1]: say(`${year + 1} 年`, String(year + 1)) })}
      />
    </Command>
  );
}
