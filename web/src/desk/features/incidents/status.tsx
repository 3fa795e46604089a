import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { clockText, dueText, untilText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import { incidentKeys, useSpeaksFor, type Incident } from './api.js';

/** What everybody who is attached was told, the newest first, and how long until the next word is owed. */
export function Status({ incident }: { incident: Incident }) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const speaks = useSpeaksFor(incident);
  const { statusDueAt } = incident;
  const isLate = statusDueAt !== null && Date.parse(statusDueAt) < now;
  return (
    <Card title={say('通报', 'Status')}>
      {incident.state === 'OPEN' && statusDueAt !== null && (
        <p role="timer" className="wall-until" style={{ marginTop: 0, color: isLate ? colours.overdue : colours.calm }}>
          {say('下次通报最迟', 'Next status by')} {dueText(statusDueAt)}，{untilText(statusDueAt, now)}
        </p>
      )}
      {incident.statuses.length === 0 && say('还没有通报过。', 'Nothing has been told yet.')}
      <ol className="told" reversed>
        {[...incident.statuses].reverse().map(({ no, publicText, at, unitId }) => (
          <li key={no}>
            <b>{clockText(at)}</b> {unitId === null ? '' : unitName(unitId)}
            <div style={{ whiteSpace: 'pre-line' }}>{publicText}</div>
          </li>
        ))}
      </ol>
      {incident.state === 'OPEN' && speaks && (
        <div className="acts">
          <Command
            operation="dispatch.incident.status"
            title={say('通报进展', 'Tell the status')}
            isPrimary
            refreshes={incidentKeys}
            note={say(
              `发给已并入的 ${incident.demands} 件诉求的每一位诉求人`,
              `Goes to everyone of the ${incident.demands} attached demands`,
            )}
            input={({ publicText }: { publicText: string }) => ({ id: incident.id, publicText })}
          >
            <Words name="publicText" label={say('写给居民的话', 'Words to the residents')} min={5} max={2000} rows={4} />
          </Command>
        </div>
      )}
    </Card>
  );
}
