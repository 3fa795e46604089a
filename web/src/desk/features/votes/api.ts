import { useQuery } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { useBuildingName } from '../../lib/names.js';
import { useWords } from '../../lib/words.js';

export type Ballot = Output<'deliberation.vote.ballots'>['ballots'][number];
export type RollOwner = Output<'deliberation.vote.roll'>['owners'][number];

const PAGE = { owners: 2_000, ballots: 500 };

/** The frozen roll of a vote, whole: whom a ballot may be of. */
export const useRoll = (id: string, isThere: boolean) =>
  useQuery({
    queryKey: ['vote', id, 'roll'],
    queryFn: async ({ signal }) => {
      const owners: RollOwner[] = [];
      for (;;) {
        const after = owners.at(-1)?.ownerId;
        const page = await call('deliberation.vote.roll', { id, limit: PAGE.owners, ...(after && { after }) }, { signal });
        owners.push(...page.owners);
        if (page.owners.length < PAGE.owners) return owners;
      }
    },
    enabled: isThere,
    refetchInterval: 30_000,
  });

/** Every ballot of a vote as a member of its counting group may see it. */
export const useBallots = (id: string, isThere: boolean) =>
  useQuery({
    queryKey: ['vote', id, 'ballots'],
    queryFn: async ({ signal }) => {
      const ballots: Ballot[] = [];
      for (;;) {
        const after = ballots.at(-1)?.id;
        const page = await call('deliberation.vote.ballots', { id, limit: PAGE.ballots, ...(after && { after }) }, { signal });
        ballots.push(...page.ballots);
        if (page.ballots.length < PAGE.ballots) return ballots;
      }
    },
    enabled: isThere,
    refetchInterval: 10_000,
  });

/** How the owner of a ballot is called here: by their homes, never by a name. Example: '1号楼1单元第3户等 2 户'. */
export function useOwnerLabel(estateId: string): (owner: RollOwner | undefined) => string {
  const say = useWords();
  const buildingName = useBuildingName(estateId);
  return (owner) => {
    const first = owner?.homes[0];
    if (!owner || !first) return say('名册上的业主', 'an owner of the roll');
    const { buildingId, stairwell, ordinal } = first;
    const home = `${buildingName(buildingId)}${stairwell}${say(`第${ordinal}户`, ` no. ${ordinal}`)}`;
    return owner.homes.length === 1 ? home : say(`${home}等 ${owner.homes.length} 户`, `${home} and ${owner.homes.length - 1} more`);
  };
}
