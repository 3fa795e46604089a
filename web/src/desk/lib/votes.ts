import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from './client.js';
import { tableKeys } from './command.js';
import { useMay } from './may.js';
import { useUnitIds } from './me.js';

/** A vote as everyone who may see it sees it. */
export type Vote = Output<'deliberation.vote.get'>;

/** What a step about a vote asks anew: the vote and what lies under it, the lists of votes, its issue, and what waits at tables. */
export const keysOfVote = ({ id, issueId }: Pick<Vote, 'id' | 'issueId'>) => [
  ['vote', id],
  ['votes'],
  ...(issueId === null ? [] : [['issue', issueId]]),
  ...tableKeys,
];

/** Whether one's unit sits for the owners at the table of an estate, and so announces votes, reminds and posts. */
export function useIsOwnersBody(estateId: string): boolean {
  const may = useMay();
  const units = useUnitIds();
  const tables = useQuery({
    queryKey: ['tables'],
    queryFn: ({ signal }) => call('deliberation.table.list', {}, { signal }),
    enabled: may('deliberation.table.list'),
    staleTime: 15_000,
  });
  const table = tables.data?.tables.find((one) => one.estateId === estateId);
  return table?.seats.some(({ kind, unitId }) => kind === 'OWNERS_BODY' && unitId !== null && units.includes(unitId)) ?? false;
}
