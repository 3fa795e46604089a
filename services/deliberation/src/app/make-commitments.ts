import { commitmentEvents, type ResolutionBody } from '@wufang/contracts';
import { dayOfDate, instantOfDay } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { commitments } from '../db/commitments.store.js';
import type { CommitmentRow } from '../db/commitments.schema.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import type { DeliberationTx } from '../db/schema.js';
import { armClock } from './arm-clock.js';

/** What every fact of a commitment says it is about. */
export const aboutCommitment = ({ issueId, resolutionId, tableId, estateId, no, seat, unitId }: CommitmentRow) => ({
  ...{ issueId, resolutionId, tableId, estateId, no, seat, unitId },
});

/** With the last signature each promise (承诺事项) begins to run: due at the end of the day that was signed, watched by a clock, told to dispatch. */
export async function makeCommitments(tx: DeliberationTx, resolution: ResolutionRow, body: ResolutionBody, rules: RuleBook): Promise<void> {
  if (body.commitments.length === 0) return;
  const limits = await rules.at(tx.streetId, tx.now);
  const { id: resolutionId, issueId, tableId, estateId, concernedUnitIds } = resolution;
  for (const { no, seat, unitId, text, evidence, dueOn } of body.commitments) {
    const id = tx.newId();
    const dueAt = instantOfDay(dayOfDate(dueOn) + 1);
    armClock(tx, limits, 'COMMITMENT_DUE', id, { dueAt });
    const row = {
      ...{ id, issueId, resolutionId, tableId, estateId, concernedUnitIds, no, title: body.title, seat, unitId, text, evidence, dueAt },
      ...{ state: 'OPEN' as const, lateAt: null, taskId: null, endedAt: null },
    };
    tx.create(commitments, row, [
      fact(commitmentEvents.made, {
        ...{ issueId, resolutionId, tableId, estateId, no, seat, unitId },
        ...{ title: body.title, text, evidence, dueAt: dueAt.toISOString() },
      }),
    ]);
  }
}
