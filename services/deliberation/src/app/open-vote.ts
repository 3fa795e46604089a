import { ownersVoteEvents, type FrozenRoll } from '@wufang/contracts';
import { beijingDate, type Area } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { homesInScope, ownersVotes, voteRollHomes, voteRollOwners } from '../db/votes.store.js';
import { rollOf, type RollHome } from '../domain/owner-roll.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import type { KnownHome } from '../domain/plan-scope.js';
import { votePackAt, type RollSettings } from '../domain/vote-rule-pack.js';
import { armClock } from './arm-clock.js';
import { rollHashOf } from './ballot-marks.js';
import { callOff } from './call-off-vote.js';
import { openVoteOfIssue } from './vote-of-issue.js';

/** A home as the roll takes it. The register knows no parking spaces yet, so none is in the base. */
export function rollHomeOf(
  home: Pick<KnownHome, 'homeId' | 'ownerId' | 'areaHundredths' | 'areaSource'> & { isUnsold: boolean },
): RollHome {
  const { homeId, ownerId, areaHundredths, areaSource, isUnsold } = home;
  return { id: homeId, ownerKey: ownerId, area: areaHundredths as Area | null, areaSource, isUnsold, isParking: false };
}

/** The roll that homes make as the registry tells them. Throws `vote.area-unknown` while the area of one is not known (司法解释 art. 8). */
export function rollOfHomes(found: readonly KnownHome[], settings: RollSettings) {
  const roll = rollOf(
    found.map((home) => rollHomeOf({ ...home, isUnsold: isUnsold(home) })),
    settings,
  );
  const homes = found.map((home) => {
    const { homeId, ownerId, buildingId, stairwell, ordinal, areaHundredths, areaSource } = home;
    // The roll is made: every area is known.
    return {
      ...{ homeId, ownerId, buildingId, stairwell, ordinal, isUnsold: isUnsold(home) },
      ...{ areaHundredths: areaHundredths!, areaSource: areaSource! },
    };
  });
  return { homes, roll };
}

const isUnsold = ({ nature }: Pick<KnownHome, 'nature'>) => nature === 'UNSOLD_PUBLIC';

/**
 * The time of the notice has come: the roll is frozen as the registry tells it now, and ballots may come in. What changes later has no effect on it. A roll that
 * cannot be made, since a home has come in whose area nobody knows, leaves no base to count by: the vote is called off, and announced again once it is known.
 */
export async function openVote(tx: DeliberationTx, vote: OwnersVoteRow, rules: RuleBook): Promise<OwnersVoteRow> {
  const state = nextOfVote(vote.state, 'open');
  const limits = await rules.at(tx.streetId, tx.now);
  // Whatever kept it from opening in its time: nobody can hand in a ballot any more, and a clock that begins past its end would never close it.
  if (vote.closesAt <= tx.now) return callOff(tx, vote, '表决未能在公告的时间内开始，请重新公告');
  const known = await homesInScope(tx.sql, tx.streetId, vote);
  const unmeasured = known.filter(({ areaHundredths }) => areaHundredths === null).length;
  if (unmeasured > 0) return callOff(tx, vote, `表决范围内有 ${unmeasured} 户面积不明，不能确定表决权基数；补全面积后请重新发起表决`);
  if (vote.issueId !== null && vote.kind !== 'ADVISORY' && !(await openVoteOfIssue(tx, vote.issueId, vote.id, rules)))
    return callOff(tx, vote, '议题已不在可以表决的阶段');
  const { homes, roll: made } = rollOfHomes(known, vote.settings);
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
