import { useState } from 'react';
import { Command } from '../../components/command.js';
import { When, Words } from '../../components/fields.js';
import { PhotosField } from '../../components/files-field.js';
import { Mark } from '../../components/mark.js';
import { Part } from '../../components/part.js';
import { projectKeys } from '../../components/propose-project.js';
import { Rows } from '../../components/rows.js';
import { call } from '../../lib/client.js';
import { dateText, todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitIds } from '../../lib/me.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import type { Project } from './api.js';
import { Picture } from './before-after.js';

type Task = Project['tasks'][number] & { no: number };

/** Who does what by when (任务清单), and what of it is done; while it is under way the unit that has a task says so there. */
export function TaskList({ project }: { project: Project }) {
  const say = useWords();
  const unitName = useUnitName();
  const own = useUnitIds();
  const { id, state } = project;
  const tasks: Task[] = project.tasks.map((task, index) => ({ ...task, no: index + 1 }));
  if (tasks.length === 0) return null;
  const isBuilt = ['UNDER_WAY', 'DONE', 'ACCEPTED'].includes(state);
  // Below the table: a form inside it would lie beside the screen of a phone.
  const mine = state === 'UNDER_WAY' ? tasks.filter((task) => task.done === null && own.includes(task.unitId)) : [];
  const done = tasks.filter((task) => task.done !== null).length;
  return (
    <Part id="tasks" title={say('任务清单', 'Task list')}>
      {isBuilt && <p>{say(`${tasks.length} 项任务，已登记完成 ${done} 项`, `${done} of ${tasks.length} tasks done`)}</p>}
      <Rows
        rowKey="no"
        dataSource={tasks}
        columns={[
          { title: say('任务', 'Task'), render: (_, { what }) => <span className="long-text">{what}</span> },
          { title: say('责任单位', 'Unit'), render: (_, { unitId }) => unitName(unitId) },
          { title: say('期限', 'Due'), render: (_, { dueOn }) => dateText(dueOn) },
          ...(isBuilt
            ? [
                {
                  title: say('完成情况', 'Done'),
                  render: (_: unknown, task: Task) =>
                    task.done !== null ? (
                      <Done id={id} no={task.no} done={task.done} />
                    ) : state === 'UNDER_WAY' ? (
                      say('未完成', 'open')
                    ) : (
                      say('随项目完工', 'with the whole')
                    ),
                },
              ]
            : []),
        ]}
      />
      {mine.length > 0 && (
        <ul className="plain no-print">
          {mine.map((task) => (
            <li key={task.no}>
              {task.what}
              <Finish id={id} task={task} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Done({ id, no, done: { on, note, photoIds } }: { id: string; no: number; done: NonNullable<Task['done']> }) {
  const say = useWords();
  // Photos are heavy: they are asked for when somebody wants to see them.
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack">
      <span>
        <Mark tone="good">{say('已完成', 'Done')}</Mark> {dateText(on)}
      </span>
      {note !== null && <span className="long-text">{note}</span>}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say(`第 ${no} 项的照片 ${photoIds.length} 张`, `Photos of task ${no}: ${photoIds.length}`)}</summary>
        {isOpen && (
          <div className="before-after">
            {photoIds.map((photoId, index) => (
              <Picture
                key={photoId}
                id={id}
                photoId={photoId}
                name={say(`第 ${no} 项照片 ${index + 1}`, `Task ${no}, photo ${index + 1}`)}
              />
            ))}
          </div>
        )}
      </details>
    </div>
  );
}

interface Filled {
  doneOn: string;
  photoIds: string[];
  note?: string;
}

function Finish({ id, task: { no, what } }: { id: string; task: Task }) {
  const say = useWords();
  const today = todayOf(useNow(600_000));
  return (
    <Command
      operation="deliberation.project.finish-task"
      title={labels.projectAction.finishTask}
      about={what}
      size="small"
      refreshes={projectKeys}
      initial={{ doneOn: today }}
      input={({ doneOn, photoIds, note }: Filled) => ({ id, no, doneOn, photoIds, ...(note?.trim() && { note: note.trim() }) })}
    >
      <When name="doneOn" label={say('哪一天完成', 'Done on')} />
      <PhotosField
        name="photoIds"
        most={20}
        label={say('完成的照片', 'Photos of what was done')}
        keep={async (file, fileName) => (await call('deliberation.project.add-photo', { id, fileName, file })).id}
      />
      <Words name="note" isOptional label={say('说明（可不填）', 'Note (optional)')} max={1000} />
    </Command>
  );
}
