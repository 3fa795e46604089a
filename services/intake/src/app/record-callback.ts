import { timingSafeEqual } from 'node:crypto';
import {
  callbackTries,
  intake,
  intakeEvents,
  isOfUnit,
  type CallbackState,
  type CallbackView,
  type Ctx,
  type PayloadOf,
} from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { callbackAttempts, callbacks, openCallbackOf } from '../db/callbacks.store.js';
import { viewCallback } from '../db/callbacks.view.js';
import { answerIndexOf, openPersonal } from '../db/complainants.store.js';
import { complainantOf, demandOfOrder, demands, handlersOfOrder, orderOfDemand } from '../db/demands.store.js';
import type { CallbackRow, IntakeTx } from '../db/schema.js';
import { afterAttempt, mayOrderRework, nextCallbackState, thanksFor } from '../domain/callback.js';
import { withoutPersonal } from '../domain/public-text.js';
import { demandOfCaller } from './demand-of-caller.js';

const nobody = Buffer.alloc(16);

/** Records what the complainant answered. Only this answer says whether the matter is solved; nobody records it on an order of their own. */
export async function recordCallback(
  tx: IntakeTx,
  input: z.output<typeof intake.recordCallback.input>,
  ctx: Ctx,
  vault: Vault,
): Promise<CallbackView> {
  const row = await lockForCaller(tx, input.id, ctx);
  const state = nextCallbackState(row.state, 'record');
  const { contacted, solved, satisfaction } = input;
  const personal = await personalOf(tx, row, vault);
  const reason = input.reworkReason ? withoutPersonal(input.reworkReason, personal?.callerName) || null : null;
  if (input.orderRework && !mayOrderRework({ solved, satisfaction, reason })) throw new DomainError('callback.rework-not-allowed', {});
  const answer = { contacted, solved, satisfaction, orderRework: input.orderRework ?? false, reason };
  return seen(tx, saveAnswer(tx, { row, state, answer, remark: input.remark, answeredBy: 'DESK' }, vault));
}

/**
 * The complainant answers without being called: number and phone say which demand, the answer code that it is they, since the unit that handled it
 * knows the other two. It counts as an answer on the phone does; rework for what is solved but not well is the desk's to order.
 */
export async function answerCallback(
  tx: IntakeTx,
  input: z.output<typeof intake.answerCallback.input>,
  vault: Vault,
): Promise<z.output<typeof intake.answerCallback.output>> {
  const demand = await demandOfCaller(tx, input, vault);
  const isTheirs = timingSafeEqual(answerIndexOf(vault, demand.id, input.answerCode), demand.answerIndex ?? nobody);
  if (!isTheirs) throw new DomainError('callback.wrong-code', {});
  const openId = await tx.load(openCallbackOf, demand.id);
  const row = openId === undefined ? undefined : await tx.lock(callbacks, openId);
  if (row?.state !== 'OPEN') throw new DomainError('callback.nothing-to-answer', {});
  const { contacted, solved, satisfaction, remark } = input;
  const answer = { contacted, solved, satisfaction, orderRework: false, reason: null };
  saveAnswer(tx, { row, state: nextCallbackState(row.state, 'record'), answer, remark, answeredBy: 'COMPLAINANT' }, vault);
  const order = await tx.load(orderOfDemand, demand.linkedTo ?? demand.id);
  return { no: demand.no, message: thanksFor(solved, order?.state ?? null) };
}

type Answer = Pick<PayloadOf<typeof intakeEvents.callbackRecorded>, 'contacted' | 'solved' | 'satisfaction' | 'orderRework' | 'reason'>;

function saveAnswer(
  tx: IntakeTx,
  told: { row: CallbackRow; state: CallbackState; answer: Answer; remark: string | undefined; answeredBy: 'DESK' | 'COMPLAINANT' },
  vault: Vault,
): CallbackRow {
  const { row, state, answer, remark, answeredBy } = told;
  const { contacted, solved, satisfaction } = answer;
  tx.stop(row.id, 'all');
  const sealed = remark ? vault.seal({ remark }, `callbacks:${row.id}`) : {};
  return tx.save(callbacks, { ...row, state, contacted, solved, satisfaction, recordedAt: tx.now, ...sealed }, [
    fact(intakeEvents.callbackRecorded, {
      ...{ callbackId: row.id, demandId: row.demandId, orderId: row.orderId, valid: true, ...answer },
      answeredAt: toIsoBeijing(tx.now),
      answeredBy,
    }),
  ]);
}

/** Records a call nobody took. After tries on three different half-days the callback ends as not reached and is not valid. */
export async function recordAttempt(
  tx: IntakeTx,
  input: z.output<typeof intake.recordAttempt.input>,
  ctx: Ctx,
  vault: Vault,
): Promise<CallbackView> {
  const row = await lockForCaller(tx, input.id, ctx);
  nextCallbackState(row.state, 'attempt');
  const { halfDays, isGivenUp } = afterAttempt(row.halfDays, tx.now, callbackTries.value);
  const attempts = row.attempts + 1;
  const id = tx.newId();
  const note = input.note ? vault.seal({ note: input.note }, `callback_attempts:${id}`) : { sealedKey: null, sealed: null };
  tx.insert(callbackAttempts, { id, callbackId: row.id, at: tx.now, accountId: ctx.actor.accountId, ...note });
  const at = toIsoBeijing(tx.now);
  const facts = [fact(intakeEvents.callbackAttempted, { orderId: row.orderId, attempts, at })];
  let next: CallbackRow = { ...row, attempts, halfDays };
  if (isGivenUp) {
    next = { ...next, state: nextCallbackState(row.state, 'giveUp'), recordedAt: tx.now };
    tx.stop(row.id, 'all');
    const nothing = { contacted: null, solved: null, satisfaction: null, orderRework: false, reason: null };
    facts.push(
      fact(intakeEvents.callbackRecorded, {
        callbackId: row.id,
        demandId: row.demandId,
        orderId: row.orderId,
        valid: false,
        ...nothing,
        answeredAt: at,
      }),
    );
  }
  return seen(tx, tx.save(callbacks, next, facts));
}

async function lockForCaller(tx: IntakeTx, id: string, ctx: Ctx): Promise<CallbackRow> {
  const row = await tx.lock(callbacks, id);
  if (!row) throw new DomainError('object.not-found', {});
  const handlers = (await tx.load(handlersOfOrder, row.orderId)) ?? [];
  // A caller who was linked asks about the order of the demand it was linked to.
  const about = await tx.load(orderOfDemand, (await tx.load(demandOfOrder, row.orderId)) ?? row.demandId);
  if (isOfUnit(ctx.actor, about?.aboutUnitId) || handlers.includes(ctx.actor.accountId)) throw new DomainError('callback.own-order', {});
  return row;
}

async function personalOf(tx: IntakeTx, row: CallbackRow, vault: Vault) {
  const sealed = await tx.load(complainantOf, row.demandId);
  return sealed && openPersonal(vault, sealed);
}

/** The answer to a command is kept under its key; a masked name has no place there either. */
async function seen(tx: IntakeTx, row: CallbackRow): Promise<CallbackView> {
  const demand = await tx.lock(demands, row.demandId);
  return viewCallback(row, { no: demand?.no ?? '', title: demand?.title ?? '' }, undefined);
}
