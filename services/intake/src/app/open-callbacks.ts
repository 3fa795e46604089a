import { intakeEvents, type CallbackCause } from '@wufang/contracts';
import { fact, startClock, type RuleBook } from '@wufang/service';
import { callbacks, callbacksOn, openCallbackOf } from '../db/callbacks.store.js';
import { demands, linkedTo } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { nextCallbackState } from '../domain/callback.js';

interface Occasion {
  demandId: string;
  orderId: string;
  cause: Exclude<CallbackCause, 'IMPORTED'>;
  /** When the unit said it was done, or the limit passed: the callback's clock starts there. */
  at: Date;
}

/**
 * Opens a callback (回访) for the caller of a demand and for each caller whose demand was linked to it. A demand has one open callback at a
 * time; one that is open already because the limit had passed gets the clock of completion beside its own.
 */
export async function openCallbacks(tx: IntakeTx, occasion: Occasion, rules: RuleBook): Promise<void> {
  // Whoever links a demand to this one holds it too, so that none falls between.
  await tx.lock(demands, occasion.demandId);
  const linked = (await tx.load(linkedTo, occasion.demandId)) ?? [];
  for (const demandId of [occasion.demandId, ...linked]) await openCallback(tx, { ...occasion, demandId }, rules);
}

/** When an order is closed, whoever was linked to it and has not been asked yet is called back too. */
export async function callBackLinked(tx: IntakeTx, occasion: Occasion, rules: RuleBook): Promise<void> {
  await tx.lock(demands, occasion.demandId);
  for (const demandId of (await tx.load(linkedTo, occasion.demandId)) ?? []) {
    const asked = (await tx.load(callbacksOn, `${demandId}:${occasion.orderId}`)) ?? 0;
    if (asked === 0) await openCallback(tx, { ...occasion, demandId }, rules);
  }
}

/**
 * An order is back for rework (重办), because its complainant or a look at the place says so: whoever has not answered yet is not asked about what is not done.
 * They are when it is done again, with a clock of its own (domain rules 4.6, CALLBACK_INSTANT: from completed). What is owed since the limit passed
 * (article 23) stays owed.
 */
export async function withdrawCallbacks(tx: IntakeTx, { demandId, orderId }: Pick<Occasion, 'demandId' | 'orderId'>): Promise<void> {
  await tx.lock(demands, demandId);
  const linked = (await tx.load(linkedTo, demandId)) ?? [];
  for (const one of [demandId, ...linked]) {
    const place = `callback of ${one}`;
    await tx.hold(place);
    const openId = tx.recall<string>(place) ?? (await tx.load(openCallbackOf, one));
    const open = openId === undefined ? undefined : await tx.lock(callbacks, openId);
    if (open?.state !== 'OPEN' || open.orderId !== orderId) continue;
    tx.stop(open.id, ['CALLBACK_INSTANT']);
    if (open.cause !== 'COMPLETED') continue;
    const withdrawn = { demandId: one, orderId, withdrawnAt: tx.now.toISOString() };
    tx.save(callbacks, { ...open, state: nextCallbackState(open.state, 'withdraw') }, [fact(intakeEvents.callbackWithdrawn, withdrawn)]);
  }
}

export async function openCallback(tx: IntakeTx, { demandId, orderId, cause, at }: Occasion, rules: RuleBook): Promise<void> {
  const place = `callback of ${demandId}`;
  await tx.hold(place);
  const openId = tx.recall<string>(place) ?? (await tx.load(openCallbackOf, demandId));
  const inForce = await rules.at(tx.streetId, at);
  const code = cause === 'COMPLETED' ? 'CALLBACK_INSTANT' : 'CALLBACK_DUE';
  if (openId !== undefined) {
    const open = await tx.lock(callbacks, openId);
    if (open?.state === 'OPEN') {
      const isNew = cause === 'COMPLETED' && open.cause !== 'COMPLETED' && open.orderId === orderId;
      const clock = isNew ? startClock(inForce, code, open.id, at) : undefined;
      if (clock) tx.arm(clock);
      return;
    }
  }
  const id = tx.newId();
  const clock = startClock(inForce, code, id, at);
  if (clock) tx.arm(clock);
  const row = {
    id,
    demandId,
    orderId,
    state: 'OPEN' as const,
    cause,
    openedAt: tx.now,
    dueAt: clock?.dueAt ?? null,
    attempts: 0,
    halfDays: [],
    contacted: null,
    solved: null,
    satisfaction: null,
    recordedAt: null,
    sealedKey: null,
    sealed: null,
  };
  tx.create(callbacks, row, [fact(intakeEvents.callbackOpened, { demandId, orderId, cause })]);
  tx.remember(place, id);
}
