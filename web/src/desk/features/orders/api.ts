import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';

export type Order = Output<'dispatch.work-order.get'>;

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
