import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';

export type Account = Output<'gateway.account.list'>['accounts'][number];

/** The accounts of the street. */
export const useAccounts = () =>
  useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => call('gateway.account.list', {}, { signal }) });
