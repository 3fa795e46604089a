import { Command } from '../../components/command.js';
import { UnitField, Words } from '../../components/fields.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, useSpeaksFor, type Incident } from './api.js';
import { ScopeFields, scopeOf, type Scoped } from './scope-fields.js';

/** How an incident goes on as a whole: taken up or dismissed, widened, restored, looked back on. */
export function Ending({ incident: { id, state, leadUnitId } }: { incident: Incident }) {
  const say = useWords();
  const speaks = useSpeaksFor({ leadUnitId });
  return (
    <div className="acts">
      {state === 'PROPOSED' && (
        <>
          <Command
            operation="dispatch.incident.confirm"
            title={say('确认为突发事件', 'Take it up')}
            isPrimary
            refreshes={incidentKeys}
            initial={{ leadUnitId }}
            input={(filled: { leadUnitId: string; publicText: string }) => ({ id, ...filled })}
          >
            <UnitField name="leadUnitId" label={say('牵头单位', 'Lead unit')} />
            <Words
              name="publicText"
              label={say('第一次通报（居民会看到）', 'First status (residents read it)')}
              min={5}
              max={2000}
              rows={4}
            />
          </Command>
          <Command
            operation="dispatch.incident.dismiss"
            title={say('不是突发事件', 'Not an incident')}
            refreshes={incidentKeys}
            input={({ reason }: { reason: string }) => ({ id, reason })}
          >
            <Words name="reason" label={say('理由', 'Reason')} max={300} rows={2} min={2} />
          </Command>
        </>
      )}
      {state === 'OPEN' && (
        <>
          {speaks && (
            <Command
              operation="dispatch.incident.restore"
              title={say('恢复正常', 'All is restored')}
              refreshes={incidentKeys}
              note={say(
                '停止通报时钟，并入的诉求一并办结待回访，向全部受影响户发出恢复告知。',
                'Stops the status clock, completes all attached demands, tells every affected home.',
              )}
              input={({ publicText }: { publicText: string }) => ({ id, publicText })}
            >
              <Words name="publicText" label={say('恢复告知，含注意事项', 'Words of the restoration')} min={5} max={2000} rows={4} />
            </Command>
          )}
          <Command
            operation="dispatch.incident.widen"
            title={say('扩大范围', 'Widen')}
            refreshes={incidentKeys}
            input={(filled: Scoped) => ({ id, scope: scopeOf(filled) })}
          >
            <ScopeFields />
          </Command>
          <Command
            operation="dispatch.incident.change-lead"
            title={say('更换牵头单位', 'Change the lead')}
            refreshes={incidentKeys}
            note={say(
              '并入的工单随之由新的牵头单位处置；它不能主办的单独派单。',
              'Attached demands go with it; those it may not lead go to their own units.',
            )}
            input={(filled: { leadUnitId: string; reason: string }) => ({ id, ...filled })}
          >
            <UnitField name="leadUnitId" label={say('新的牵头单位', 'New lead unit')} />
            <Words name="reason" label={say('理由', 'Reason')} max={300} rows={2} min={2} />
          </Command>
          <Command
            operation="dispatch.incident.dismiss"
            title={say('撤销突发事件', 'Call it off')}
            refreshes={incidentKeys}
            note={say(
              '停止通报时钟，并入的工单各自单独派单，并告知各单位。先登记全部班组撤离。',
              'Stops the status clock; each attached demand goes to its own unit, and all units are told. Crews have to have left.',
            )}
            input={({ reason }: { reason: string }) => ({ id, reason })}
          >
            <Words name="reason" label={say('理由', 'Reason')} max={300} rows={2} min={2} />
          </Command>
        </>
      )}
      {state === 'RESTORED' && (
        <Command
          operation="dispatch.incident.review"
          title={say('登记复盘', 'Look back')}
          isPrimary
          refreshes={incidentKeys}
          input={(filled: { cause: string; lessons: string }) => ({ id, ...filled })}
        >
          <Words name="cause" label={say('原因', 'Cause')} rows={2} min={2} />
          <Words name="lessons" label={say('改进', 'Lessons')} max={1000} rows={3} min={2} />
        </Command>
      )}
    </div>
  );
}
