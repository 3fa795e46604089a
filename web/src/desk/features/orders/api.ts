import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { useUnitIds } from '../../lib/me.js';

export type Order = Output<'dispatch.work-order.get'>;
export type Listed = Output<'dispatch.work-order.list'>['workOrders'][number];

/** One work order with its clocks, history, legs; asked anew often enough that nobody has to reload. */
export const useOrder = (id: string) =>
  useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => call('dispatch.work-order.get', { id }, { signal }),
    refetchInterval: 10_000,
  });

/** Where every second of an order went. */
export const useExplanation = (id: string) =>
  useQuery({
    queryKey: ['explanation', id],
    queryFn: ({ signal }) => call('dispatch.work-order.explain', { id }, { signal }),
    refetchInterval: 30_000,
  });

/** Who leads, who has taken it up, who supervises, who helps (一核多元). Not every role may look; a page then does without. */
export const useHands = (id: string) =>
  useQuery({
    queryKey: ['hands', id],
    queryFn: ({ signal }) => call('dispatch.work-order.hands', { id }, { signal }),
    refetchInterval: 30_000,
    retry: false,
  });

/** What is asked anew after a step on an order. */
export const keysOf = (id: string) => [['order', id], ['explanation', id], ['hands', id], ['ledger'], ['decisions'], ['job', id], ['jobs']];

/** Whether the complaint is about one's own unit, whose people decide nothing about it (回避). */
export function useIsKeptOut({ aboutUnitId }: Pick<Listed, 'aboutUnitId'>): boolean {
  const units = useUnitIds();
  return aboutUnitId !== null && units.includes(aboutUnitId);
}
