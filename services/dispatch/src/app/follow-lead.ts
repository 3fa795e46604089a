import { legEvents } from '@wufang/contracts';
import { fact, type Fact } from '@wufang/service';
import { legs, lockOpenLegs } from '../db/legs.store.js';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import { leadMoved, legClockAfter, type LeadMoved } from '../domain/leg-clocks.js';
import { legFacts } from './open-legs.js';
import { followWithWhistle } from './whistles-follow.js';

/**
 * The clocks of an order's co-units, and those in which units that were whistled bring their results, after facts of the order have moved its lead's time: each that is open
 * is told by a fact of its own, with its due time before and from now on. What these facts end is not told first.
 */
export async function followLead(tx: DispatchTx, before: WorkOrderRow, after: WorkOrderRow, facts: readonly Fact[]): Promise<void> {
  if (before.openLegIds.length === 0 && before.openWhistleIds.length === 0) return;
  let { dueAt } = before;
  for (const { type, payload } of facts) {
    const moved = leadMoved({ type: type.type, payload }, dueAt);
    if (!moved) continue;
    dueAt = moved.leadDueAt;
    if (before.openLegIds.length > 0) {
      const open = (await lockOpenLegs(tx, before)).filter(({ id }) => after.openLegIds.includes(id));
      for (const leg of open) await follow(tx, leg, moved);
    }
    const whistleIds = after.isOpen ? before.openWhistleIds.filter((id) => after.openWhistleIds.includes(id)) : [];
    for (const id of whistleIds) await followWithWhistle(tx, id, moved);
  }
}

async function follow(tx: DispatchTx, leg: Awaited<ReturnType<typeof lockOpenLegs>>[number], moved: LeadMoved): Promise<void> {
  const at = leg.updatedAt > tx.now ? leg.updatedAt : tx.now;
  const clock = (await tx.runningClocks(leg.id)).find(({ code }) => code === 'CO_RETURN');
  const position = clock && legClockAfter(clock, moved, at);
  if (clock && position) tx.move(clock, position);
  const dueAt = position?.dueAt ?? leg.dueAt;
  tx.save(legs, { ...leg, dueAt }, [
    fact(legEvents.legFollowed, {
      ...{ ...legFacts(leg), because: moved.because, oldDueAt: leg.dueAt.toISOString(), dueAt: dueAt.toISOString() },
      ...{ leadDueAt: moved.leadDueAt.toISOString(), until: moved.until?.toISOString() ?? null, followedAt: at.toISOString() },
      ...(moved.pausedAt && { pausedAt: moved.pausedAt.toISOString() }),
    }),
  ]);
}
