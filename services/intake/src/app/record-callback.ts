import { callbackTries, intake, intakeEvents, type CallbackView, type Ctx } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { callbackAttempts, callbacks } from '../db/callbacks.store.js';
import { viewCallback } from '../db/callbacks.view.js';
import { openPersonal } from '../db/complainants.store.js';
import { complainantOf, demands, handlersOfOrder } from '../db/demands.store.js';
import type { CallbackRow, IntakeTx } from '../db/schema.js';
import { afterAttempt, mayOrderRework, nextCallbackState } from '../domain/callback.js';
import { withoutPersonal } from '../domain/public-text.js';

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
  tx.stop(row.id, 'all');
  const next = {
    ...row,
    state,
    contacted,
    solved,
    satisfaction,
    recordedAt: tx.now,
    ...(input.remark && vault.seal({ remark: input.remark }, `callbacks:${row.id}`)),
  };
  const saved = tx.save(callbacks, next, [
    fact(intakeEvents.callbackRecorded, {
      callbackId: row.id,
      demandId: row.demandId,
      orderId: row.orderId,
      valid: true,
      contacted,
      solved,
      satisfaction,
      orderRework: input.orderRework ?? false,
      reason,
      answeredAt: toIsoBeijing(tx.now),
    }),
  ]);
  return seen(tx, saved);
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
  const about = (await tx.lock(demands, row.demandId))?.aboutUnitId;
  const isAboutThem = about != null && ctx.actor.unitIds.includes(about);
  if (isAboutThem || handlers.includes(ctx.actor.accountId)) throw new DomainError('callback.own-order', {});
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
