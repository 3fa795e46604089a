import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';

export type Courtyard = Output<'deliberation.courtyard.list'>['courtyards'][number];
export type Matter = Output<'deliberation.courtyard-matter.list'>['matters'][number];
export const courtyardKeys = [['courtyards']] as const;

export const useCourtyards = () =>
  useQuery({
    queryKey: courtyardKeys[0],
    queryFn: ({ signal }) => call('deliberation.courtyard.list', {}, { signal }),
    refetchInterval: 60_000,
  });

/** The matters of a courtyard as a question: all of them, or those in one state. */
export const mattersOf = (courtyardId: string, state?: Matter['state']) => ({
  queryKey: [...courtyardKeys[0], courtyardId, 'matters', state ?? 'all'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call('deliberation.courtyard-matter.list', { courtyardId, limit: 100, ...(state && { state }) }, { signal }),
  refetchInterval: 30_000,
});
