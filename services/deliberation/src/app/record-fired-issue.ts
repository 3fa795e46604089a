import { issueEvents, type DeadlineCode, type SeatKind } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import { issues } from '../db/issues.store.js';
import { roundOf } from '../db/rounds.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { quorumOf } from '../domain/quorum.js';
import { seatOf } from '../domain/seats.js';
import { armClock } from './arm-clock.js';
import { failQuorum } from './fail-quorum.js';
import { payingOf, seatsThere } from './hold-round.js';

/** A clock of an issue has come to a stage: those who have to act are reminded, at the breach their leaders hear of it. Whoever has not come by now has not come. */
export async function recordFiredIssue(
  tx: DeliberationTx,
  issue: IssueRow,
  clock: DeadlineRow,
  fired: FiredStage,
  rules: RuleBook,
): Promise<void> {
  const { tableId, estateId } = issue;
  const saved = tx.save(issues, issue, [
    fact(issueEvents.issueClockFired, {
      ...{ tableId, estateId, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ unitIds: unitsToTell(issue, clock.code), dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
  if (clock.code !== 'QUORUM_WAIT' || fired.kind !== 'breach') return;
  const round = await roundOf(tx, saved);
  if (round.state !== 'NOTICED') return;
  // Enough have come and the chair has not opened yet: the round did not fail, it may still be opened, or failed by hand; but those who wait do not wait for good.
  if (quorumOf(saved.seats, seatsThere(round.attendance), payingOf(saved)).isMet)
    armClock(tx, await rules.at(tx.streetId, tx.now), 'ROUND_START', issue.id);
  else await failQuorum(tx, saved, round, rules);
}

function unitsToTell(issue: IssueRow, code: DeadlineCode): string[] {
  const units = (...kinds: SeatKind[]) => kinds.flatMap((kind) => seatOf(issue.seats, kind).unitId ?? []);
  switch (code) {
    case 'ISSUE_SCREEN':
      return units('COMMUNITY', 'STREET');
    case 'ISSUE_ESCALATED':
      return units('STREET', 'COMMUNITY');
    case 'PLAN_PROGRESS':
      return units(issue.leadSeat ?? 'COMMUNITY');
    case 'BODY_POST':
      return units(seatOf(issue.seats, 'OWNERS_BODY').unitId === null ? 'COMMUNITY' : 'OWNERS_BODY');
    case 'ISSUE_CONVENE':
    case 'ROUND_START':
    case 'ROUND_HOLD':
    case 'MINUTES':
    case 'RESOLUTION_DRAW':
    case 'QUORUM_WAIT':
      return units('COMMUNITY');
    default:
      return issue.concernedUnitIds;
  }
}
