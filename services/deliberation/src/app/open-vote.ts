import { ownersVoteEvents, type FrozenRoll } from '@wufang/contracts';
import { beijingDate, type Area } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow, VoteRollHomeRow } from '../db/votes.schema.js';
import { homesInScope, ownersVotes, voteRollHomes, voteRollOwners, type VoteScope } from '../db/votes.store.js';
import { rollOf, type RollHome } from '../domain/owner-roll.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { votePackAt, type RollSettings } from '../domain/vote-rule-pack.js';
import { armClock } from './arm-clock.js';
import { rollHashOf } from './ballot-marks.js';
import { callOff } from './call-off-vote.js';
import { openVoteOfIssue } from './vote-of-issue.js';

/** A home as the roll takes it. The register knows no parking spaces yet, so none is in the base. */
export function rollHomeOf(home: Pick<VoteRollHomeRow, 'homeId' | 'ownerId' | 'areaHundredths' | 'areaSource' | 'isUnsold'>): RollHome {
  const { homeId, ownerId, areaHundredths, areaSource, isUnsold } = home;
  return { id: homeId, ownerKey: ownerId, area: areaHundredths as Area, areaSource, isUnsold, isParking: false };
}

/** The homes of a scope as the registry tells them now, and the roll they make. */
export async function rollOfToday(tx: DeliberationTx, scope: VoteScope, settings: RollSettings) {
  const found = await homesInScope(tx.sql, tx.streetId, scope);
  const homes = found.map((home) => ({ ...home, isUnsold: home.nature === 'UNSOLD_PUBLIC' }));
  return { homes, roll: rollOf(homes.map(rollHomeOf), settings) };
}

/** The time of the notice has come: the roll is frozen as the registry tells it now, and ballots may come in. What changes later has no effect on it. */
export async function openVote(tx: DeliberationTx, vote: OwnersVoteRow, rules: RuleBook): Promise<OwnersVoteRow> {
  const state = nextOfVote(vote.state, 'open');
  const limits = await rules.at(tx.streetId, tx.now);
  if (vote.issueId !== null && vote.kind !== 'ADVISORY' && !(await openVoteOfIssue(tx, vote.issueId, vote.id, rules)))
    return callOff(tx, vote, '议题已不在可以表决的阶段');
  const { homes, roll: made } = await rollOfToday(tx, vote, vote.settings);
  const { owners, all, areaBySource, unsold } = made;
  const { id: voteId, estateId, issueId, kind, title, concernedUnitIds } = vote;
  const roll: FrozenRoll = {
    ...{ homes: homes.length, owners: owners.size, areaHundredths: all.area, heads: all.heads, areaBySource },
    unsold: { homes: unsold.homes, areaHundredths: unsold.area, heads: unsold.heads },
    ...{ hash: rollHashOf(homes), frozenAt: tx.now.toISOString() },
  };
  for (const { homeId, ownerId, buildingId, stairwell, ordinal, areaHundredths, areaSource, isUnsold } of homes) {
    tx.insert(voteRollHomes, { voteId, homeId, ownerId, buildingId, stairwell, ordinal, areaHundredths, areaSource, isUnsold });
  }
  for (const { key, heads, area } of owners.values()) tx.insert(voteRollOwners, { voteId, ownerId: key, heads, areaHundredths: area });
  armClock(tx, limits, 'VOTE_CLOSE', voteId, { startedAt: vote.opensAt, dueAt: vote.closesAt });
  const rulesVersion = votePackAt(beijingDate(tx.now)).version;
  return tx.save(ownersVotes, { ...vote, state, roll, rulesVersion }, [
    fact(ownersVoteEvents.opened, { estateId, issueId, kind, title, roll, closesAt: vote.closesAt.toISOString(), concernedUnitIds }),
  ]);
}
