import { z } from 'zod';

/** What owners may be asked to decide: the nine items of Civil Code art. 278 and the change of a home into business premises (art. 279, 住改商). */
export const voteMatters = [
  'RULES_OF_PROCEDURE',
  'COVENANT',
  'COMMITTEE',
  'FIRM',
  'FUND_USE',
  'FUND_RAISE',
  'REBUILD',
  'COMMON_PARTS',
  'OTHER_MAJOR',
  'HOME_TO_BUSINESS',
] as const;
export const VoteMatter = z.enum(voteMatters).meta({ id: 'VoteMatter' });
export type VoteMatter = z.infer<typeof VoteMatter>;

/** How much agreement a matter needs; the fractions stand in the rule pack of `services/deliberation`. */
export const voteClasses = ['OWNER_ORD', 'OWNER_SPEC', 'UNANIMOUS_AFFECTED'] as const;
export const VoteClass = z.enum(voteClasses).meta({ id: 'VoteClass' });
export type VoteClass = z.infer<typeof VoteClass>;

/**
 * Where the ballots come from: paper tallied by a counting group, the sums of the city's own system (物业管理条例 art. 35 wants internet
 * votes there), or a poll that binds nobody (意向征询).
 */
export const voteKinds = ['PAPER', 'OFFICIAL', 'ADVISORY'] as const;
export const VoteKind = z.enum(voteKinds).meta({ id: 'VoteKind' });
export type VoteKind = z.infer<typeof VoteKind>;

/** Where the area of a home is taken from, best first (司法解释 art. 8): register, survey, contract. */
export const areaSources = ['REGISTERED', 'SURVEYED', 'CONTRACT'] as const;
export const AreaSource = z.enum(areaSources).meta({ id: 'AreaSource' });
export type AreaSource = z.infer<typeof AreaSource>;

/** How a question of a vote ends. TOO_FEW: not enough owners took part, so agreement is not asked. */
export const voteOutcomes = ['PASSED', 'NOT_PASSED', 'TOO_FEW'] as const;
export const VoteOutcome = z.enum(voteOutcomes).meta({ id: 'VoteOutcome' });
export type VoteOutcome = z.infer<typeof VoteOutcome>;
