import { useQuery } from '@tanstack/react-query';
import { call } from './client.js';

/** The tables one sits at, with what waits there; asked anew every so many milliseconds. */
export const useTables = (everyMs = 15_000) =>
  useQuery({ queryKey: ['tables'], queryFn: ({ signal }) => call('deliberation.table.list', {}, { signal }), refetchInterval: everyMs });
