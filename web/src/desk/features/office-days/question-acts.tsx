import { Form, Select } from 'antd';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { ProposeProject } from '../../components/propose-project.js';
import { Trouble } from '../../components/states.js';
import { sendThen, tableKeys, useCommand } from '../../lib/command.js';
import { labels } from '../../lib/labels.js';
import { useUnitIds } from '../../lib/me.js';
import { useEstates } from '../../lib/names.js';
import { useTables } from '../../lib/tables.js';
import { useWords } from '../../lib/words.js';
import { questionKeys, type Question } from './api.js';

/** The unit answers; the community is content with it, or makes a project or an issue of it. */
export function QuestionActs({ question }: { question: Question }) {
  const say = useWords();
  const units = useUnitIds();
  const { id, state, title, unitId, communityId, answer } = question;
  const isOwn = units.includes(communityId);
  const settle = useCommand('deliberation.office-question.settle', questionKeys);
  if (state === 'SETTLED') return null;
  return (
    <div className="acts">
      {units.includes(unitId) && (
        <Command
          operation="deliberation.office-question.answer"
          title={answer === null ? labels.questionAction.answer : say('补充答案', 'Answer better')}
          about={title}
          isPrimary={answer === null}
          refreshes={questionKeys}
          initial={answer === null ? {} : { answer }}
          input={(filled: { answer: string }) => ({ id, ...filled })}
        >
          <Words
            name="answer"
            label={say('怎么办、什么时候办、办不了的为什么', 'What will be done, by when, or why not')}
            min={2}
            max={1000}
            rows={4}
          />
        </Command>
      )}
      {isOwn && state === 'ANSWERED' && (
        <>
          <Command
            operation="deliberation.office-question.settle"
            title={labels.questionOutcome.ANSWER_ENOUGH}
            about={title}
            isPrimary
            refreshes={questionKeys}
            input={() => ({ id })}
          />
          <ProposeProject
            title={labels.questionOutcome.PROJECT}
            about={title}
            from={{ origin: 'OFFICE_DAY', originIds: [id] }}
            initial={{ title, problem: question.question, communityId }}
            onDone={({ id: projectId }) => sendThen(settle, { id, projectId }, () => undefined)}
          />
          <ToTable question={question} onDone={(issueId) => sendThen(settle, { id, issueId }, () => undefined)} />
        </>
      )}
      {settle.isError && <Trouble error={settle.error} />}
    </div>
  );
}

/** What one unit's answer does not solve comes to the table of an estate of the community. */
function ToTable({
  question: { id: officeQuestionId, title, question, communityId },
  onDone,
}: {
  question: Question;
  onDone: (issueId: string) => void;
}) {
  const say = useWords();
  const estates = useEstates().filter((estate) => estate.communityId === communityId);
  const found = useTables();
  const tables = (found.data?.tables ?? []).flatMap(({ id, estateId }) => {
    const estate = estates.find((one) => one.id === estateId);
    return estate ? [{ value: id, label: estate.name, estateId }] : [];
  });
  if (tables.length === 0) return null;
  return (
    <Command
      operation="deliberation.issue.propose"
      title={labels.questionOutcome.ISSUE}
      about={title}
      refreshes={tableKeys}
      initial={{ title: title.slice(0, 60), problem: question }}
      input={(filled: { tableId: string; title: string; problem: string }, id) => ({
        ...{ id, officeQuestionId, ...filled },
        scope: {
          ...{ level: 'ESTATE' as const, estateId: tables.find(({ value }) => value === filled.tableId)!.estateId },
          ...{ buildingId: null, stairwell: null },
        },
      })}
      onDone={({ id }) => onDone(id)}
    >
      <Form.Item
        name="tableId"
        label={say('哪个小区的议事桌', 'At which estate’s table')}
        rules={[{ required: true, message: say('请选择小区', 'Choose an estate') }]}
      >
        <Select showSearch optionFilterProp="label" options={tables.map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      <Words name="title" label={say('议题（四个字以上）', 'Title')} min={4} max={60} />
      <Words
        name="problem"
        label={say('问题：什么地方、怎么回事、影响谁', 'The problem: where, what, whom it touches')}
        min={10}
        max={2000}
        rows={4}
      />
    </Command>
  );
}
