import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox, Tag } from 'antd';
import { labels } from '@wufang/contracts/labels';
import { memo, useEffect, useRef, type RefObject } from 'react';
import { clockText, untilText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import type { Entry } from './filter.js';

const ROW_PX = 56;
const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;
/** How many orders one bulk action takes. */
const MANY = 200;

interface Props {
  entries: readonly Entry[];
  /** Whether there are more to come when one scrolls on. */
  hasMore: boolean;
  more: () => void;
  /** First and last row in sight, for whoever asks them anew. */
  inSight: RefObject<readonly [number, number]>;
  /** Absent where nothing can be chosen. */
  chosen?: ReadonlySet<string> | undefined;
  choose: (chosen: ReadonlySet<string>) => void;
}

/** The rows of the wall; only those in sight are drawn. */
export const WallRows = memo(function WallRows({ entries, hasMore, more, inSight, chosen, choose }: Props) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: entries.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 10 });
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    inSight.current = [first, last];
    if (hasMore && last >= entries.length - 100) more();
  }, [first, last, entries.length, hasMore, more, inSight]);
  return (
    <div
      ref={frame}
      className="wall"
      role="list"
      aria-label={say('未结工单，下一个到期的在前', 'Open orders, next due first')}
      tabIndex={0}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const entry = entries[index]!;
          return (
            <div
              key={entry.orderId}
              role="listitem"
              aria-setsize={hasMore ? -1 : entries.length}
              aria-posinset={index + 1}
              className={chosen ? 'wall-row wall-row-chosen' : 'wall-row'}
              style={{ transform: `translateY(${start}px)`, borderLeftColor: colourOf[entry.colour] }}
            >
              {chosen && (
                <Checkbox
                  aria-label={say(`选中 ${entry.no}`, `Choose ${entry.no}`)}
                  checked={chosen.has(entry.orderId)}
                  disabled={chosen.size >= MANY && !chosen.has(entry.orderId)}
                  onChange={({ target }) => {
                    const next = new Set(chosen);
                    if (target.checked) next.add(entry.orderId);
                    else next.delete(entry.orderId);
                    choose(next);
                  }}
                />
              )}
              <span className="wall-until" style={{ color: colourOf[entry.colour] }}>
                {untilText(entry.next.dueAt, now)}
              </span>
              <span className="wall-duty">
                {entry.next.code === null ? say('办理时限', 'Handling limit') : labels.deadlineCode[entry.next.code]} ·{' '}
                {clockText(entry.next.dueAt)}
              </span>
              <Link to="/orders/$id" params={{ id: entry.orderId }} className="wall-title">
                {entry.title}
              </Link>
              <span>{unitName(entry.leadUnitId)}</span>
              <span>
                <Tag>{labels.level[entry.level]}</Tag>
                <Tag>{labels.workOrderState[entry.state]}</Tag>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
});
