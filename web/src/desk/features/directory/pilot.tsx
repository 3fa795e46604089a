import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/client.js';
import { todayOf } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useMay } from '../../lib/may.js';
import { useEstateName, useEstates } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import { pilotOn, rowsInPilot, type Pilot } from './pilot-rows.js';
import type { Row } from './row-fields.js';

/** The pilot of 有事您找我 that runs today, and which of these rows it touches; null where none runs. */
export function usePilot(rows: readonly Row[]): { pilot: Pilot; ruleIds: ReadonlySet<string> } | null {
  const may = useMay();
  const estates = useEstates();
  const today = todayOf(useNow(60_000));
  const found = useQuery({
    queryKey: ['pilots'],
    queryFn: ({ signal }) => call('dispatch.hand-up-pilot.list', {}, { signal }),
    enabled: may('dispatch.hand-up-pilot.list'),
  }).data;
  const pilot = pilotOn(found?.pilots ?? [], today);
  return pilot && { pilot, ruleIds: rowsInPilot(rows, pilot, estates) };
}

/** Where the pilot runs, and what that means for the rows that are marked, or for a dry run. */
export function PilotNote({ pilot, rows }: { pilot: Pilot; rows: number | null }) {
  const say = useWords();
  const estateName = useEstateName();
  const { from, estateIds, channels, source } = pilot;
  const where = estateIds.map(estateName).join(say('、', ', '));
  const by = channels.length === 0 ? say('全部渠道', 'all channels') : channels.map((one) => labels.channel[one]).join(say('、', ', '));
  const runs = say(
    `“有事您找我”试点自 ${from} 起在${where}（${by}；${source}）`,
    `The hand-up pilot runs in ${where} since ${from} (${by}; ${source})`,
  );
  return (
    <p>
      {runs}
      {rows === null
        ? say(
            '：试点工单由首接单位先办，试派时去向不变，不论目录怎么写。',
            ': its orders stay with who answers first, whatever the table says.',
          )
        : say(
            `：标了“试点”的 ${rows} 行，在这些小区由首接单位先办，本行只决定协办、级别和试点之外的去向。`,
            `: of the ${rows} rows marked, who answers first has these demands; the row says who assists, the level, and where others go.`,
          )}
    </p>
  );
}
