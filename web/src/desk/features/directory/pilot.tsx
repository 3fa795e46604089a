import { dateText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useEstateName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';
import type { Pilot } from './words.js';

/** Where the pilot runs, and what that means for the rows that are marked. */
export function PilotNote({ pilot: { from, estateIds, channels, source, ruleIds } }: { pilot: NonNullable<Pilot> }) {
  const say = useWords();
  const estateName = useEstateName();
  const where = estateIds.map(estateName).join(say('、', ', '));
  const by = channels.length === 0 ? say('全部渠道', 'all channels') : channels.map((one) => labels.channel[one]).join(say('、', ', '));
  return (
    <p>
      {say(
        `“有事您找我”试点自 ${dateText(from)} 起在${where}（${by}；${source}）：标了“试点”的 ${ruleIds.length} 行，在这些小区由首接单位先办，本行只决定协办、级别和试点之外的去向。`,
        `The hand-up pilot runs in ${where} since ${dateText(from)} (${by}; ${source}): of the ${ruleIds.length} rows marked, who answers first has these demands; the row says who assists, the level, and where others go.`,
      )}
    </p>
  );
}
