import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { memo, useEffect, useRef, useSyncExternalStore, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { Mark } from '../../components/mark.js';
import { dueText, untilText } from '../../lib/format.js';
import { labels } from '../../lib/labels.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';
import type { Entry } from './filter.js';

/** Height of a row: one line where there is room for all, three where a phone is held upright. */
const ROW_PX = 56;
const NARROW_ROW_PX = 84;
const narrow = window.matchMedia('(max-width: 900px)');
const useIsNarrow = () =>
  useSyncExternalStore(
    (told) => {
      narrow.addEventListener('change', told);
      return () => narrow.removeEventListener('change', told);
    },
    () => narrow.matches,
  );
const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;
/** How many orders one bulk action takes. */
const MANY = 200;

/** Orders that are chosen, by number and title: one that leaves the wall meanwhile is still called by its name. */
export type Chosen = ReadonlyMap<string, string>;

interface Props {
  entries: readonly Entry[];
  isLoading: boolean;
  /** Whether there are more to come when one scrolls on. */
  hasMore: boolean;
  more: () => void;
  /** First and last row in sight, for whoever asks them anew. */
  inSight: RefObject<readonly [number, number]>;
  /** Absent where nothing can be chosen. */
  chosen?: Chosen | undefined;
  choose: Dispatch<SetStateAction<Chosen>>;
}

/** The rows of the wall; only those in sight are drawn. */
export const WallRows = memo(function WallRows({ entries, isLoading, hasMore, more, inSight, chosen, choose }: Props) {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const rowPx = useIsNarrow() ? NARROW_ROW_PX : ROW_PX;
  const rows = useVirtualizer({ count: entries.length, getScrollElement: () => frame.current, estimateSize: () => rowPx, overscan: 10 });
  useEffect(() => rows.measure(), [rows, rowPx]);
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    inSight.current = [first, last];
    if (hasMore && last >= entries.length - 100) more();
  }, [first, last, entries.length, hasMore, more, inSight]);
  const isFull = chosen !== undefined && chosen.size >= MANY;
  return (
    <div
      ref={frame}
      className="wall"
      role="list"
      aria-busy={isLoading}
      aria-label={say('未结工单，下一个到期的在前', 'Open orders, next due first')}
      tabIndex={0}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const entry = entries[index]!;
          const isChosen = chosen?.has(entry.orderId);
          return (
            <Row
              key={entry.orderId}
              entry={entry}
              place={index + 1}
              of={hasMore ? -1 : entries.length}
              start={start}
              until={untilText(entry.next.dueAt, now)}
              unit={unitName(entry.leadUnitId)}
              isChosen={isChosen}
              isBarred={isFull && isChosen === false}
              choose={choose}
            />
          );
        })}
      </div>
    </div>
  );
});

interface RowProps {
  entry: Entry;
  place: number;
  of: number;
  start: number;
  until: string;
  unit: string;
  /** Absent where nothing can be chosen. */
  isChosen: boolean | undefined;
  /** No more can be chosen. */
  isBarred: boolean;
  choose: Props['choose'];
}

/** One order. While one scrolls, only rows that come into sight are drawn anew. */
const Row = memo(function Row({ entry, place, of, start, until, unit, isChosen, isBarred, choose }: RowProps) {
  const say = useWords();
  const { orderId, no, title, next, level, state } = entry;
  const colour = colourOf[entry.colour];
  return (
    <div
      role="listitem"
      aria-setsize={of}
      aria-posinset={place}
      className={isChosen === undefined ? 'wall-row' : 'wall-row wall-row-chosen'}
      style={{ transform: `translateY(${start}px)`, borderLeftColor: colour }}
    >
      {isChosen !== undefined && (
        <Checkbox
          aria-label={say(`选中 ${no}`, `Choose ${no}`)}
          checked={isChosen}
          disabled={isBarred}
          onChange={({ target }) =>
            choose((before) => {
              const after = new Map(before);
              if (target.checked) after.set(orderId, `${no} ${title}`);
              else after.delete(orderId);
              return after;
            })
          }
        />
      )}
      <span className="wall-until" style={{ color: colour }}>
        {until}
      </span>
      <span className="wall-duty">
        {next.code === null ? say('办理时限', 'Handling limit') : labels.deadlineCode[next.code]} · {dueText(next.dueAt)}
      </span>
      <Link to="/orders/$id" params={{ id: orderId }} className="wall-title">
        {title}
      </Link>
      <span className="wall-unit">{unit}</span>
      <span className="wall-marks">
        <Mark>{labels.level[level]}</Mark>
        <Mark>{labels.workOrderState[state]}</Mark>
      </span>
    </div>
  );
});
