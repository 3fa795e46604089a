import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Alert, Button, Checkbox, Select, Space, Switch, Tag, Typography } from 'antd';
import type { Output } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';
import { labels } from '@wufang/contracts/labels';
import { useEffect, useRef, useState } from 'react';
import { Nothing, Trouble } from '../../components/states.js';
import { call } from '../../lib/client.js';
import { clockText, untilText } from '../../lib/format.js';
import { useRoles } from '../../lib/me.js';
import { useUnitName, useUnits } from '../../lib/names.js';
import { useNow } from '../../lib/now.js';
import { colours } from '../../lib/theme.js';
import { useWords } from '../../lib/words.js';

type Entry = Output<'dispatch.ledger.list'>['entries'][number];
const PAGE = 200;
const ROW_PX = 56;
const colourOf = { RED: colours.overdue, YELLOW: colours.soon, GREEN: colours.calm } as const;

/** How many orders one bulk action takes. */
const MANY = 200;
const urgers: readonly Role[] = ['phone_desk', 'section_chief', 'street_leader'];

interface Filter {
  level?: Entry['level'] | undefined;
  overdue?: boolean | undefined;
  unit?: string | undefined;
}

/** What an address asks the wall to show; what it cannot mean is left out. */
function filterOf({ level, overdue, unit }: Record<string, unknown>): Filter {
  return {
    level: (['E', 'U', 'N', 'C'] as const).find((known) => known === level),
    overdue: overdue === true,
    unit: typeof unit === 'string' ? unit : undefined,
  };
}

/** What became of a bulk urging: how many were told, and each that was not, with why. */
function Urged({ results }: { results: Output<'dispatch.work-order.urge-many'>['results'] }) {
  const say = useWords();
  const refused = results.filter(({ done }) => !done);
  return (
    <Alert
      style={{ marginBottom: 12 }}
      showIcon
      closable
      type={refused.length > 0 ? 'warning' : 'success'}
      message={say(`已催办 ${results.length - refused.length} 件`, `${results.length - refused.length} urged`)}
      description={refused.map(({ id, problem }) => (
        <div key={id}>{problem?.detail}</div>
      ))}
    />
  );
}

/** The wall of timers (时限墙): every open order of the street, what is due next first. Only the rows in sight are drawn. */
export default function Wall() {
  const say = useWords();
  const unitName = useUnitName();
  const now = useNow();
  const units = useUnits();
  const queries = useQueryClient();
  const mayUrge = useRoles().some((role) => urgers.includes(role));
  // What the wall shows stands in its address, so that it can be sent to a colleague.
  const { level, overdue, unit: unitId } = filterOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const show = (change: Partial<Filter>) => {
    setChosen(new Set());
    void navigate({ to: '/wall', search: { level, overdue: overdue || undefined, unit: unitId, ...change } as never, replace: true });
  };
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const urge = useMutation({
    mutationFn: () => call('dispatch.work-order.urge-many', { ids: [...chosen], by: 'STREET' }),
    onSuccess: () => {
      setChosen(new Set());
      return queries.invalidateQueries({ queryKey: ['ledger'] });
    },
  });
  const frame = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery({
    queryKey: ['ledger', level, overdue, unitId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        'dispatch.ledger.list',
        {
          limit: PAGE,
          ...(level && { level }),
          ...(unitId && { unitId }),
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
          onChange={(value) => show({ level: value })}
          options={(['E', 'U', 'N', 'C'] as const).map((value) => ({ value, label: labels.level[value] }))}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={say('主办单位', 'Lead unit')}
          placeholder={say('全部单位', 'All units')}
          style={{ width: 200 }}
          value={unitId}
          onChange={(value) => show({ unit: value })}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <label>
          <Switch
            checked={overdue}
            onChange={(value) => show({ overdue: value || undefined })}
            aria-label={say('只看超时', 'Overdue only')}
          />{' '}
          {say('只看超时', 'Overdue only')}
        </label>
        <Button onClick={() => void list.refetch()} className="no-print">
          {say('刷新', 'Refresh')}
        </Button>
        {mayUrge && (
          <Button type="primary" className="no-print" disabled={chosen.size === 0} loading={urge.isPending} onClick={() => urge.mutate()}>
            {say(`催办选中的 ${chosen.size} 件`, `Urge the ${chosen.size} chosen`)}
          </Button>
        )}
      </Space>
      <div role="status">
        {urge.isError && <Trouble error={urge.error} />}
        {urge.data && <Urged results={urge.data.results} />}
      </div>
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
                className={mayUrge ? 'wall-row wall-row-chosen' : 'wall-row'}
                style={{ transform: `translateY(${start}px)`, borderLeftColor: colourOf[entry.colour] }}
              >
                {mayUrge && (
                  <Checkbox
                    aria-label={say(`选中 ${entry.no}`, `Choose ${entry.no}`)}
                    checked={chosen.has(entry.orderId)}
                    disabled={chosen.size >= MANY && !chosen.has(entry.orderId)}
                    onChange={({ target }) => {
                      const next = new Set(chosen);
                      if (target.checked) next.add(entry.orderId);
                      else next.delete(entry.orderId);
                      setChosen(next);
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
    </section>
  );
}
