import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '../../lib/client.js';
import { asAsked, type Filter } from './filter.js';
import { PAGE, placed, placeOf, type Cursor, type Walls } from './placed.js';

/** How often what is in sight is asked anew. */
export const REFRESH_MS = 5_000;

/**
 * The open orders page by page as one scrolls, and again, every five seconds, those pages that are in sight: ten thousand orders cost no more to watch
 * than the two hundred one sees.
 */
export function useWallPages(filter: Filter) {
  const queries = useQueryClient();
  const key = useMemo(() => ['ledger', filter], [filter]);
  const ask = (after: Cursor, signal?: AbortSignal) =>
    call('dispatch.ledger.list', { limit: PAGE, ...asAsked(filter), ...(after !== undefined && { after }) }, signal && { signal });
  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as Cursor,
    queryFn: async ({ pageParam, signal }) => [...(await ask(pageParam, signal)).entries],
    getNextPageParam: (entries): Cursor => {
      const last = entries.at(-1);
      return entries.length < PAGE || !last ? undefined : placeOf(last);
    },
    // Asked anew page by page, below; all of them at once would be fifty questions every time.
    staleTime: Infinity,
  });
  const { data } = list;
  // An order whose page changed stands in two of them until the other is in sight again.
  const entries = useMemo(() => {
    const seen = new Set<string>();
    return (data?.pages.flat() ?? []).filter(({ orderId }) => !seen.has(orderId) && seen.add(orderId));
  }, [data]);
  const inSight = useRef<readonly [number, number]>([0, 0]);
  const refresh = async () => {
    const [from, to] = inSight.current;
    for (let at = pageAt(queries.getQueryData<Walls>(key), from); ; at++) {
      const before = queries.getQueryData<Walls>(key);
      if (!before || at >= before.pages.length || at > pageAt(before, to)) return;
      const answer = await ask(before.pageParams[at]);
      queries.setQueryData<Walls>(key, (now) => now && placed(now, at, [...answer.entries]));
    }
  };
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    // What did not arrive is asked for again the next time.
    const timer = setInterval(() => document.visibilityState === 'visible' && void latest.current().catch(() => undefined), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return { list, entries, inSight };
}

/** Which page the row with this number stands on. */
function pageAt(walls: Walls | undefined, row: number): number {
  let rows = 0;
  const found = (walls?.pages ?? []).findIndex((page) => (rows += page.length) > row);
  return found === -1 ? Math.max(0, (walls?.pages.length ?? 1) - 1) : found;
}
