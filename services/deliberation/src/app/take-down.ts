import { publicityEvents } from '@wufang/contracts';
import { fact, type Fact } from '@wufang/service';
import { accountsOf } from '../db/bound-homes.store.js';
import type { ObjectionRow, PublicityRow } from '../db/plans.schema.js';
import { lastPublicity, objections, publicities } from '../db/plans.store.js';
import type { DeliberationTx, IssueRow } from '../db/schema.js';
import { nextOfObjection, nextOfPublicity, type ObjectionAction } from '../domain/plan-states.js';
import { openObjections } from '../domain/publicity.js';

export const aboutOf = ({ issueId, planId }: PublicityRow) => ({ issueId, planId });

/** Closes one objection, on its own row and on its publicity’s list. */
export async function settle(
  tx: DeliberationTx,
  publicity: PublicityRow,
  objection: ObjectionRow,
  action: ObjectionAction,
  changed: Partial<ObjectionRow>,
): Promise<{ publicity: PublicityRow; objection: ObjectionRow }> {
  nextOfPublicity(publicity.state, 'settle');
  const state = nextOfObjection(objection.state, action);
  const about = aboutOf(publicity);
  const at = tx.now.toISOString();
  const onIt = { ...about, publicityId: publicity.id };
  const accountIds = objection.ownerId === null ? [] : await accountsOf(tx.sql, tx.streetId, [objection.ownerId]);
  const told: Record<ObjectionAction, Fact> = {
    answer: fact(publicityEvents.objectionAnswered, { ...onIt, unitId: objection.unitId, answeredAt: at, accountIds }),
    uphold: fact(publicityEvents.objectionUpheld, { ...onIt, at }),
    withdraw: fact(publicityEvents.objectionWithdrawn, { ...onIt, at }),
  };
  tx.stop(objection.id, 'all');
  const closed = tx.save(objections, { ...objection, ...changed, state }, [told[action]]);
  const raised = publicity.raised.map((one) => (one.id === objection.id ? { ...one, state } : one));
  const left = tx.save(publicities, { ...publicity, raised }, [
    fact(publicityEvents.objectionSettled, { ...about, objectionId: objection.id, state, openObjections: openObjections(raised) }),
  ]);
  return { publicity: left, objection: closed };
}

/** A publicity comes down before its end (撤下公示): its clock stops. */
export function takenDown(tx: DeliberationTx, publicity: PublicityRow, told: Fact): PublicityRow {
  tx.stop(publicity.id, 'all');
  return tx.save(publicities, { ...publicity, state: nextOfPublicity(publicity.state, 'amend'), endedAt: tx.now }, [told]);
}

/**
 * What hangs of an issue comes down with it: its plan is not proposed any more. Whoever has objected and had no answer yet is answered with the reason,
 * so that nobody's question is lost with the board and no clock waits for an answer.
 */
export async function takeDown(tx: DeliberationTx, issue: IssueRow, reason: string): Promise<void> {
  const id = tx.recall<string>(placeOf(issue.id)) ?? (await lastPublicity(tx, issue.id))?.id;
  let publicity = id === undefined ? undefined : await tx.lock(publicities, id);
  if (publicity?.state !== 'POSTED') return;
  for (const { id: objectionId } of publicity.raised.filter(({ state }) => state === 'OPEN')) {
    const objection = (await tx.lock(objections, objectionId))!;
    publicity = (await settle(tx, publicity, objection, 'answer', { answer: `方案不再提出：${reason}`, answeredAt: tx.now })).publicity;
  }
  const { concernedUnitIds: unitIds } = issue;
  takenDown(tx, publicity, fact(publicityEvents.publicityTakenDown, { ...aboutOf(publicity), unitIds, reason, at: tx.now.toISOString() }));
}

/** Where a publicity posted in this same transaction is found. */
export const placeOf = (issueId: string) => `publicity of ${issueId}`;
