import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Select, Space, Switch, Tag, Typography } from 'antd';
import type { Output } from '@wufang/api-client';
import { labels } from '@wufang/contracts/labels';
import { useEffect, useRef, useState } from 'react';
import { Nothing, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, untilText } from '../../lib/format.js';
import { useUnitName } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Entry = Output<'dispatch.ledger.list'>['entries'][number];
const PAGE = 200;
const ROW_PX = 56;
const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;

/** The wall of timers (时限墙): every open order of the street, what is due next first. Only the rows in sight are drawn. */
export default function Wall() {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const [level, setLevel] = useState<Entry['level'] | undefined>();
  const [overdue, setOverdue] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery({
    queryKey: ['ledger', level, overdue],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        'dispatch.ledger.list',
        {
          limit: PAGE,
          ...(level && { level }),
          ...(overdue && { overdue: 'true' as never }),
          ...(pageParam !== undefined && { after: pageParam }),
        },
        { signal },
      ),
    getNextPageParam: ({ entries }) => {
      const last = entries.at(-1);
      return entries.length < PAGE || !last ? undefined : `${last.next.dueAt},${last.orderId}`;
    },
    refetchInterval: 5_000,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const rows = useVirtualizer({ count: entries.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 10 });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (last >= entries.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, entries.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section aria-labelledby="wall-title">
      <Space wrap style={{ marginBottom: 12 }}>
        <Typography.Title level={1} id="wall-title" style={{ fontSize: 20, margin: 0 }}>
          {say('时限墙', 'Wall of timers')}
        </Typography.Title>
        <Select
          allowClear
          aria-label={say('级别', 'Level')}
          placeholder={say('全部级别', 'All levels')}
          style={{ width: 140 }}
          value={level}
          onChange={setLevel}
          options={(['E', 'U', 'N', 'C'] as const).map((value) => ({ value, label: labels.level[value] }))}
        />
        <label>
          <Switch checked={overdue} onChange={setOverdue} aria-label={say('只看超时', 'Overdue only')} /> {say('只看超时', 'Overdue only')}
        </label>
        <Button onClick={() => void list.refetch()} className="no-print">
          {say('刷新', 'Refresh')}
        </Button>
      </Space>
      {list.isError && <Trouble error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && entries.length === 0 && <Nothing>{say('没有未结的工单', 'No open orders')}</Nothing>}
      <div
        ref={frame}
        className="wall"
        role="list"
        aria-label={say('未结工单，下一个到期的在前', 'Open orders, next due first')}
        tabIndex={0}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index]!;
            return (
              <div
                key={entry.orderId}
                role="listitem"
                aria-setsize={hasNextPage ? -1 : entries.length}
                aria-posinset={index + 1}
                className="wall-row"
                style={{ transform: `translateY(${start}px)`, borderLeftColor: colourOf[entry.colour] }}
              >
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
    </section>
  );
}
