import { Button, Form } from 'antd';
import { Command } from '../../components/command.js';
import { instantOf, UnitField, UnitsField, When, Words } from '../../components/fields.js';
import { MeetingFields, meetingOf } from '../../components/sound-whistle.js';
import { useRoles, useUnitIds } from '../../lib/me.js';
import { useWords } from '../../lib/words.js';
import { whistleKeys, type Whistle } from './api.js';

interface Minutes {
  minutes: string;
  tasks?: { unitId: string; text: string; dueAt?: string }[];
}

/** What the street does with a whistle: sounds or declines what a community asked for, writes minutes that become tasks, ends it with a result. */
export function StreetActs({ whistle: { id, state, summonedUnitIds } }: { whistle: Whistle }) {
  const say = useWords();
  const units = useUnitIds();
  const isLeader = useRoles().includes('street_leader');
  // A summoned unit is not let off by its own people; the server says it again.
  const isOwn = !isLeader && summonedUnitIds.some((unitId) => units.includes(unitId));
  if (state === 'ASKED')
    return (
      <div className="acts">
        <Command
          operation="dispatch.whistle.sound-asked"
          title={say('同意，吹哨', 'Sound it')}
          isPrimary
          refreshes={whistleKeys}
          initial={{ unitIds: [...summonedUnitIds] }}
          input={({ unitIds, ...meeting }: { unitIds: string[]; at?: string; point?: string }) => ({ id, unitIds, ...meetingOf(meeting) })}
        >
          <UnitsField name="unitIds" label={say('召集哪些单位', 'Which units')} />
          <MeetingFields />
        </Command>
        {!isOwn && (
          <Command
            operation="dispatch.whistle.decline"
            title={say('不吹哨', 'Decline')}
            refreshes={whistleKeys}
            input={({ reason }: { reason: string }) => ({ id, reason })}
          >
            <Words name="reason" label={say('理由', 'Reason')} min={2} rows={2} />
          </Command>
        )}
      </div>
    );
  if (state !== 'SOUNDED') return null;
  return (
    <div className="acts">
      <Command
        operation="dispatch.whistle.record-minutes"
        title={say('记录会商纪要', 'Write the minutes')}
        isPrimary
        refreshes={whistleKeys}
        note={say('纪要里的任务各有时限，交办给单位。', 'Each task of the minutes has a due time of its own.')}
        input={({ minutes, tasks = [] }: Minutes) => ({
          ...{ id, minutes },
          tasks: tasks.map(({ unitId, text, dueAt }) => ({ unitId, text, ...(dueAt && { dueAt: instantOf(dueAt) }) })),
        })}
      >
        <Words name="minutes" label={say('纪要', 'Minutes')} min={5} max={5000} rows={4} />
        <Form.List name="tasks">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, at) => (
                <fieldset key={key}>
                  <legend>{say(`任务 ${at + 1}`, `Task ${at + 1}`)}</legend>
                  <TaskFields at={name} no={at + 1} />
                  <Button size="small" onClick={() => remove(name)}>
                    {say(`去掉任务 ${at + 1}`, `Remove task ${at + 1}`)}
                  </Button>
                </fieldset>
              ))}
              <Button style={{ marginBottom: 12 }} onClick={() => add({})}>
                {say('加一项任务', 'Add a task')}
              </Button>
            </>
          )}
        </Form.List>
      </Command>
      {!isOwn && (
        <Command
          operation="dispatch.whistle.settle"
          title={say('办结吹哨', 'End it with a result')}
          refreshes={whistleKeys}
          note={say(
            '任务须先完成或取消；没有反馈结果的单位记为无结果。',
            'Tasks are done or dropped first; a unit without a result is measured so.',
          )}
          input={({ result }: { result: string }) => ({ id, result })}
        >
          <Words name="result" label={say('结果', 'Result')} min={2} rows={3} />
        </Command>
      )}
      {isOwn && (
        <p className="quiet">
          {say(
            '召集的正是您所在的单位：请由其他科室的科长或街道领导办结。',
            'It is your unit that is summoned: another chief or a leader ends it.',
          )}
        </p>
      )}
    </div>
  );
}

function TaskFields({ at, no }: { at: number; no: number }) {
  const say = useWords();
  return (
    <>
      <UnitField name={[at, 'unitId']} label={say(`任务 ${no} 交办给`, `Task ${no} for`)} />
      <Words name={[at, 'text']} label={say(`任务 ${no} 要做什么`, `Task ${no}: what`)} min={2} rows={2} />
      <When
        name={[at, 'dueAt']}
        label={say(`任务 ${no} 时限（不填按时限表）`, `Task ${no} until (empty: by the limits)`)}
        isOptional
        isMinute
      />
    </>
  );
}
