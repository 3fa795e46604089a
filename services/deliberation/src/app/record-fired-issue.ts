import { issueEvents, type SeatKind } from '@wufang/contracts';
import { fact, type DeadlineRow, type FiredStage } from '@wufang/service';
import { issues } from '../db/issues.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { seatOf } from '../domain/seats.js';

/** A clock of an issue has come to a stage: those who have to act are reminded, at the breach their leaders hear of it. */
export function recordFiredIssue(tx: DeliberationTx, issue: IssueRow, clock: DeadlineRow, fired: FiredStage): void {
  const { tableId, estateId } = issue;
  const acting: SeatKind[] = clock.code === 'ISSUE_SCREEN' ? ['COMMUNITY', 'STREET'] : [issue.leadSeat ?? 'COMMUNITY'];
  const unitIds = acting.flatMap((kind) => seatOf(issue.seats, kind).unitId ?? []);
  tx.save(issues, issue, [
    fact(issueEvents.issueClockFired, {
      ...{ tableId, estateId, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell, unitIds },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped },
    }),
  ]);
}
