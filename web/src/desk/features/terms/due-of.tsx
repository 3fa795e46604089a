import { Mark } from '../../components/mark.js';
import { lastDayText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useNow } from '../../lib/now.js';
import { useWords } from '../../lib/words.js';
import type { Term } from './api.js';

const SOON_MS = 30 * 86_400_000;

/** What is owed, by whom and until when; red once it is late, yellow in its last month. */
export function DueOf({ duty }: { duty: Term['duties'][number] | undefined }) {
  const say = useWords();
  const now = useNow(60_000);
  if (!duty) return <span className="quiet">{say('没有要办的', 'Nothing owed')}</span>;
  const { code, seat, dueAt, isLate } = duty;
  const tone = isLate ? 'bad' : Date.parse(dueAt) - now < SOON_MS ? 'soon' : 'plain';
  const until = isLate
    ? say(`应于 ${lastDayText(dueAt)} 前办，已超时`, `was due ${lastDayText(dueAt)}, late`)
    : say(`${lastDayText(dueAt)} 前`, `by ${lastDayText(dueAt)}`);
  return (
    <span>
      {labels.deadlineCode[code]}（{labels.seatKind[seat]}）<Mark tone={tone}>{until}</Mark>
    </span>
  );
}
