import type { QueryClient } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { seen } from '../../lib/kept.js';

export type Order = Output<'dispatch.work-order.get'>;

/** One job, kept on the phone of the person who has seen it. */
export const jobOf = (accountId: string, id: string) => ({
  queryKey: ['job', id],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    seen(`job ${accountId} ${id}`, () => call('dispatch.work-order.get', { id }, { signal })),
});

/** What the complainant said of it, kept likewise. Not everybody who assists may read it: then it is refused, once. */
export const demandOf = (accountId: string, demandId: string) => ({
  queryKey: ['demand', demandId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    seen(`demand ${accountId} ${demandId}`, () => call('intake.demand.get', { id: demandId }, { signal })),
  retry: false,
});

/**
 * Asks for jobs and the words behind them before somebody opens one, so that both are on the phone where there is no signal; one after the other, since
 * the line may be weak and somebody may be using it.
 */
export async function fetchAhead(queries: QueryClient, accountId: string, ids: readonly string[]): Promise<void> {
  const staleTime = 60_000;
  for (const id of ids) {
    await queries.prefetchQuery({ ...jobOf(accountId, id), staleTime });
    const order = queries.getQueryData<Order>(['job', id]);
    if (order) await queries.prefetchQuery({ ...demandOf(accountId, order.demandId), staleTime });
  }
}
