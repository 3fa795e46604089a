import { worksEvents, type DiaryKind, type SeatKind } from '@wufang/contracts';
import { fact, type DeadlineRow, type Fact, type FiredStage } from '@wufang/service';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import type { WorksRow } from '../db/works.schema.js';
import { lockWorksOf, works, worksEntries } from '../db/works.store.js';
import { lookCodes } from '../domain/works-looks.js';
import { nextOfWorks } from '../domain/works-states.js';

/** What every fact of works says it is about. */
export const aboutWorks = ({ issueId, tableId, estateId, title, concernedUnitIds: unitIds }: WorksRow) => ({
  ...{ issueId, tableId, estateId, title, unitIds },
});

export interface DiaryText {
  kind: DiaryKind;
  text: string;
  id?: string;
  stageNo?: number | null;
  photoIds?: string[];
  seat?: SeatKind | null;
}

/** Adds to the diary (施工日志); answers what the fact of it says. */
export function writeDiary(tx: DeliberationTx, row: WorksRow, { kind, text, id, stageNo = null, photoIds = [], seat = null }: DiaryText) {
  const entryId = id ?? tx.newId();
  const { id: worksId, concernedUnitIds } = row;
  tx.insert(worksEntries, { id: entryId, worksId, kind, stageNo, text, photoIds, seat, at: tx.now, concernedUnitIds });
  return { ...aboutWorks(row), entryId, seat: seat ?? ('COMMUNITY' as const), stageNo, photos: photoIds.length };
}

/** With the last signature the works may begin; where they have begun already, by an earlier resolution, they go on by the new one. */
export async function makeWorks(tx: DeliberationTx, issue: IssueRow, { id: resolutionId }: ResolutionRow): Promise<void> {
  const { id: issueId, tableId, estateId, title, concernedUnitIds } = issue;
  const before = await lockWorksOf(tx, issueId);
  const about = { issueId, tableId, estateId, title, unitIds: concernedUnitIds };
  if (before) {
    tx.stop(before.id, ['RECTIFY', ...lookCodes]);
    // Changes were changes of what was signed then; from now on what is signed is the new plan.
    const next = {
      ...before,
      resolutionId,
      state: nextOfWorks(before.state, 'resume'),
      changes: [],
      failedItems: [],
      rectifyDueAt: null,
      looks: [],
    };
    tx.save(works, next, [fact(worksEvents.resumed, { ...about, resolutionId })]);
    return;
  }
  tx.create(
    works,
    {
      ...{
        id: tx.newId(),
        issueId,
        resolutionId,
        tableId,
        estateId,
        title,
        state: 'WAITING' as const,
        stages: [],
        changes: [],
        team: null,
      },
      ...{ checks: [], acceptanceNo: 0, failedItems: [], rectifyDueAt: null, acceptedAt: null, settlement: null },
      settlementPosting: null,
      ...{ retentionEndsAt: null, releasedAt: null, looks: [], concernedUnitIds },
    },
    [fact(worksEvents.made, { ...about, resolutionId })],
  );
}

/** Saves and answers the works. */
export const saved = (tx: DeliberationTx, row: WorksRow, ...facts: Fact[]): WorksRow => tx.save(works, row, facts);

/** Tells that a clock of works has come to a stage, and who has to act. */
export function tellClock(tx: DeliberationTx, row: WorksRow, unitId: string, { code, dueAt }: DeadlineRow, fired: FiredStage): WorksRow {
  const { stage, kind, tell, skipped: skippedStages } = fired;
  return saved(
    tx,
    row,
    fact(worksEvents.clockFired, { ...aboutWorks(row), unitId, code, stage, kind, tell, dueAt: dueAt.toISOString(), skippedStages }),
  );
}
