import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { useRef } from 'react';
import { call } from '../../lib/client.js';
import { useUnitIds } from '../../lib/me.js';

export type Issue = Output<'deliberation.issue.get'>;
export type Round = Output<'deliberation.round.get'>;
export type Plan = Output<'deliberation.cost-plan.list'>['plans'][number];
export type SeatKind = Issue['seats'][number]['kind'];

export const useIssue = (id: string) =>
  useQuery({
    queryKey: ['issue', id],
    queryFn: ({ signal }) => call('deliberation.issue.get', { id }, { signal }),
    refetchInterval: 10_000,
  });

/** A round while it runs: who is there and what they said. The server answers only the version when nothing has changed. */
export function useLiveRound(id: string) {
  const seen = useRef<Round | null>(null);
  return useQuery({
    queryKey: ['round', id],
    queryFn: async ({ signal }): Promise<Round> => {
      const version = seen.current?.id === id ? seen.current.version : undefined;
      const live = await call('deliberation.round.watch', { id, ...(version !== undefined && { seenVersion: version }) }, { signal });
      seen.current = live.round ?? seen.current;
      return seen.current!;
    },
    refetchInterval: 2_000,
  });
}

/** One command about an issue. Pressing twice is once: each press that is answered takes a new key. */
export function useStep<N extends OperationName>(name: N, issueId: string) {
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (input: Input<N>) => call(name, input, { idempotencyKey: key.current }),
    onSuccess: () => {
      key.current = crypto.randomUUID();
    },
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['issue', issueId] }),
        queries.invalidateQueries({ queryKey: ['round'] }),
        queries.invalidateQueries({ queryKey: ['tables'] }),
      ]);
    },
  });
}

/** The seats of an issue that one's own units hold. What one may do for them the server says. */
export function useOwnSeats(issue: Issue): Issue['seats'] {
  const units = new Set(useUnitIds());
  return issue.seats.filter(({ unitId }) => unitId !== null && units.has(unitId));
}
