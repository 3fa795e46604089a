import { watchingEvents, type RainView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type RuleBook } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import type { DispatchTx } from '../db/schema.js';
import { rains, undrainedOrders, waitingChecks, watchChecks } from '../db/watching.store.js';
import { toRainView } from '../db/watching.view.js';
import { workOrders } from '../db/work-orders.store.js';
import { drains, openFrom, watchSteps } from '../domain/watching.js';
import { aboutOrder, saveOrder } from './save-order.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/**
 * It rains (雨季应急): drainage is handled within 30 minutes from now on, what was dispatched before and nobody has gone to yet as well, for rain is mostly declared
 * because such calls have come; and whatever was waiting for its first rain is to be looked at. Orders that are closed while it rains wait for the next one.
 */
export async function declareRain(tx: DispatchTx, rules: RuleBook): Promise<RainView> {
  const id = idOfStreets(tx.streetId, 'rain');
  const before = await tx.lock(rains, id);
  if (before?.isOn) throw new DomainError('rain.already', { status: '开启' });
  const declared = fact(watchingEvents.rainDeclared, { declaredAt: tx.now.toISOString() });
  const now = { isOn: true, since: tx.now, until: null };
  const rain = before ? tx.save(rains, { ...before, ...now }, [declared]) : tx.create(rains, { id, ...now }, [declared]);
  const limits = await rules.at(tx.streetId, tx.now);
  const ids = (await tx.load(waitingChecks, 'all')) ?? [];
  for (const check of await Promise.all(ids.map((checkId) => tx.lock(watchChecks, checkId)))) {
    if (check?.state !== 'WAITING') continue;
    const [clock] = takeClockSteps(tx, limits, check.id, watchSteps({ fact: 'rainCame', at: tx.now }));
    const { dueAt } = clock!;
    const came = { orderId: check.orderId, dueAt: dueAt.toISOString(), cameAt: tx.now.toISOString(), ...countedBy(limits) };
    tx.save(watchChecks, { ...check, state: 'OPEN', dueAt, openFrom: openFrom('RAIN', dueAt, tx.now) }, [
      fact(watchingEvents.watchRainCame, came),
    ]);
  }
  await drainNow(tx, limits);
  return toRainView(rain);
}

/** RAIN_DRAIN for each open order of drainage, from now; its lead is told. Nothing where the table in force does not know it. */
async function drainNow(tx: DispatchTx, limits: ClockRules): Promise<void> {
  for (const id of (await tx.load(undrainedOrders, 'all')) ?? []) {
    const order = await tx.lock(workOrders, id);
    if (!order || !drains(order)) continue;
    const at = order.updatedAt > tx.now ? order.updatedAt : tx.now;
    const clock = startClock(limits, 'RAIN_DRAIN', order.id, at);
    if (!clock) return;
    const came = { ...aboutOrder(order), dueAt: clock.dueAt.toISOString(), cameAt: at.toISOString() };
    await saveOrder(tx, order, {}, [fact(watchingEvents.orderRainCame, came)], limits);
  }
}

/** The rain is over. */
export async function endRain(tx: DispatchTx): Promise<RainView> {
  const rain = await tx.lock(rains, idOfStreets(tx.streetId, 'rain'));
  if (!rain?.isOn) throw new DomainError('rain.already', { status: '关闭' });
  const minutes = Math.floor((tx.now.getTime() - rain.since!.getTime()) / 60_000);
  return toRainView(
    tx.save(rains, { ...rain, isOn: false, until: tx.now }, [fact(watchingEvents.rainEnded, { endedAt: tx.now.toISOString(), minutes })]),
  );
}
