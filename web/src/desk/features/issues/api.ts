import { useQuery } from '@tanstack/react-query';
import type { Input, OperationName, Output } from '@wufang/api-client';
import { useRef } from 'react';
import { call } from '../../lib/client.js';
import { tableKeys } from '../../lib/command.js';
import { useUnitIds } from '../../lib/me.js';

export type Issue = Output<'deliberation.issue.get'>;
export type Round = Output<'deliberation.round.get'>;
export type Plan = Output<'deliberation.cost-plan.list'>['plans'][number];
export type Works = Output<'deliberation.works.get'>['works'];
export type EmergencyUse = Output<'deliberation.emergency.list'>['uses'][number];
export type SeatKind = Issue['seats'][number]['kind'];

/** How often the room asks anew: what is being said at the table, and everything else. The page says so at its foot. */
export const LIVE_MS = 2_000;
export const STEADY_MS = 10_000;

export const useIssue = (id: string) => useRead('deliberation.issue.get', id, { id });

/** What a step about an issue asks anew: everything that is kept under it, and what lists it. */
export const refreshedBy = ({ id }: { id: string }) => [['issue', id], ...tableKeys];

/** Something that lies on an issue's table; all of it is asked anew together once a step is taken. */
export function useRead<N extends OperationName>(name: N, issueId: string, input: Input<N>, everyMs: number = STEADY_MS) {
  return useQuery({
    queryKey: ['issue', issueId, name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    refetchInterval: everyMs,
  });
}

/** A round while it runs: who is there and what they said. The server answers only the version when nothing has changed. */
export function useLiveRound(issueId: string, id: string) {
  const seen = useRef<Round | null>(null);
  return useQuery({
    queryKey: ['issue', issueId, 'round', id],
    queryFn: async ({ signal }): Promise<Round> => {
      const version = seen.current?.id === id ? seen.current.version : undefined;
      const live = await call('deliberation.round.watch', { id, ...(version !== undefined && { seenVersion: version }) }, { signal });
      seen.current = live.round ?? seen.current;
      return seen.current!;
    },
    refetchInterval: LIVE_MS,
  });
}

/** The seats of an issue that one's own units hold. What one may do for them the server says. */
export function useOwnSeats(issue: Pick<Issue, 'seats'>): Issue['seats'] {
  const units = new Set(useUnitIds());
  return issue.seats.filter(({ unitId }) => unitId !== null && units.has(unitId));
}

/** Whether one sits there for the community, which chairs (召集人), or for the seat that works out the plan and leads the works (牵头方). */
export function useParts(issue: Issue): { own: SeatKind[]; isChair: boolean; isLead: boolean } {
  const own = useOwnSeats(issue).map(({ kind }) => kind);
  return { own, isChair: own.includes('COMMUNITY'), isLead: own.includes(issue.leadSeat ?? 'COMMUNITY') };
}
