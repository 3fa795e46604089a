import { Command } from '../../components/command.js';
import { Words } from '../../components/fields.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useUnitName } from '../../lib/names.js';
import { useTables } from '../../lib/tables.js';
import { useWords } from '../../lib/words.js';
import { refreshedBy, STEADY_MS, type Issue } from './api.js';

/** Seats at which another unit sits at the table by now than at this issue (换届、换物业), and the street's step to let it take over. */
export function Reseat({ issue }: { issue: Issue }) {
  const say = useWords();
  const may = useMay();
  const unitName = useUnitName();
  const tables = useTables(STEADY_MS);
  const table = tables.data?.tables.find(({ id }) => id === issue.tableId);
  // Until an issue is convened the table's seats count by themselves.
  const changed =
    issue.state === 'PROPOSED' || issue.state === 'SCREENED'
      ? []
      : issue.seats.flatMap((seat) => {
          const now = table?.seats.find(({ kind }) => kind === seat.kind);
          return now && now.unitId !== null && now.unitId !== seat.unitId ? [{ seat, unitId: now.unitId }] : [];
        });
  if (changed.length === 0) return null;
  return changed.map(({ seat: { kind, unitId: before }, unitId }) => {
    const [seat, now] = [labels.seatKind[kind], unitName(unitId)];
    return (
      <div key={kind} className="stack">
        <p>
          {say(
            `议事桌上的“${seat}”席位现在是${now}，这件议题的仍是${before === null ? '空缺' : unitName(before)}。`,
            `${now} sits for ${seat} at the table now; at this issue it is still ${before === null ? 'nobody' : unitName(before)}.`,
          )}
        </p>
        {may('deliberation.issue.reseat') && (
          <Command
            operation="deliberation.issue.reseat"
            refreshes={refreshedBy(issue)}
            title={say(`由${now}接手这件议题`, `Let ${now} take this issue over`)}
            note={say(
              '接手后由现在的一方参会、表决、签署。前任就尚未签署的方案所作的表态作废，须重新表态；前任仍可查阅，已签署的承诺和付款仍由其履行。',
              'From then on it takes part, votes and signs. What the one before said of a plan that is not signed is void; it may read on, and what it has signed stays its own.',
            )}
            input={({ reason }: { reason: string }) => ({ id: issue.id, seat: kind, reason })}
          >
            <Words name="reason" label={say('为什么换由现在的一方接手', 'Why')} rows={2} />
          </Command>
        )}
      </div>
    );
  });
}
