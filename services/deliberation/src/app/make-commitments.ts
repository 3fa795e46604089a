import { commitmentEvents, type ResolutionBody } from '@wufang/contracts';
import { dayOfDate, instantOfDay } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { commitments, lockCommitmentsOf, placeOfCommitments } from '../db/commitments.store.js';
import type { CommitmentRow } from '../db/commitments.schema.js';
import type { ResolutionRow } from '../db/resolutions.schema.js';
import type { DeliberationTx } from '../db/schema.js';
import { dueOnceSigned } from '../domain/due-day.js';
import { promisedAnew } from '../domain/promised-anew.js';
import { armClock } from './arm-clock.js';

/** What every fact of a commitment says it is about. */
export const aboutCommitment = ({ issueId, resolutionId, tableId, estateId, no, seat, unitId }: CommitmentRow) => ({
  ...{ issueId, resolutionId, tableId, estateId, no, seat, unitId },
});

/** The end of the day that was signed: by it two resolutions promise the same. */
const dueAtOf = (dueOn: string) => instantOfDay(dayOfDate(dueOn) + 1);

/**
 * With the last signature each promise (承诺事项) begins to run: due at the end of the day that was signed, or where that went by meanwhile as long after the last signature, watched by a clock, told to dispatch. What an
 * earlier resolution of the issue has promised in the same words goes on, or is kept already, and is not promised twice; what this one does not say any
 * more has ended with its own.
 */
export async function makeCommitments(tx: DeliberationTx, resolution: ResolutionRow, body: ResolutionBody, rules: RuleBook): Promise<void> {
  const { id: resolutionId, issueId, tableId, estateId, concernedUnitIds } = resolution;
  const before = await lockCommitmentsOf(tx, issueId);
  const { made, carried, dropped } = promisedAnew(
    before,
    body.commitments.map((one) => ({ ...one, dueAt: dueAtOf(one.dueOn) })),
  );
  for (const { row, no } of carried) {
    const next = { ...row, resolutionId, no };
    tx.save(commitments, next, [fact(commitmentEvents.carried, aboutCommitment(next))]);
  }
  for (const row of dropped) {
    tx.stop(row.id, ['COMMITMENT_DUE']);
    tx.save(commitments, { ...row, state: 'SUPERSEDED' as const, endedAt: tx.now }, [
      fact(commitmentEvents.superseded, aboutCommitment(row)),
    ]);
  }
  if (made.length === 0) return;
  const limits = await rules.at(tx.streetId, tx.now);
  tx.remember(placeOfCommitments(issueId), true);
  for (const { no, seat, unitId, text, evidence, dueOn } of made) {
    const id = tx.newId();
    const dueAt = dueOnceSigned({ dueOn, drawnAt: resolution.drawnAt }, tx.now);
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
