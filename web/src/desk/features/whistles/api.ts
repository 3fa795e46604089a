import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';

export type Whistle = Output<'dispatch.whistle.get'>;
export type Summons = Whistle['summonses'][number];

export const whistleKeys = [['whistles'], ['whistle'], ['tasks'], ['hands'], ['order'], ['decisions']];

/** One whistle with each unit's part; a unit finds its own alone. */
export const useWhistle = (id: string) =>
  useQuery({
    queryKey: ['whistle', id],
    queryFn: ({ signal }) => call('dispatch.whistle.get', { id }, { signal }),
    refetchInterval: 10_000,
  });
