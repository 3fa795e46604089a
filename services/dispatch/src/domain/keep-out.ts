import { isOfUnit, type Actor } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/**
 * Nobody of the unit that is complained about, in whatever capacity they belong to it, decides what becomes of the complaint (回避; domain rules 4.5, step 7):
 * more time, whose it is, who handles it, how it is supervised, that it stays unsolved. Which way they would decide does not matter.
 * Example: about 城建办, a section chief of 城建办 grants an extension -> work-order.own-complaint; the chief of another office does -> nothing.
 */
export function refuseOwnComplaint({ aboutUnitId }: { aboutUnitId: string | null }, actor: Actor): void {
  if (isOfUnit(actor, aboutUnitId)) throw new DomainError('work-order.own-complaint', {});
}

/**
 * Nobody of the unit that leads an order, in whatever capacity, decides what their own unit asks for, or lets it go: more time, a statutory pause, that a
 * supervision is answered, that another unit has it from now on (主办单位不得自行推出; the lead asks, a reviewer decides, domain rules 4.4). The street's leaders stand over all units.
 * Example: 城建办 leads, its section chief hands over -> work-order.own-unit; the chief of another office, or a leader -> nothing.
 */
export function refuseOwnUnit({ leadUnitId }: { leadUnitId: string }, actor: Actor, action: string): void {
  if (isOfUnit(actor, leadUnitId) && !actor.roles.includes('street_leader')) throw new DomainError('work-order.own-unit', { action });
}

/**
 * Nobody of a unit that a whistle summons, or asks to be summoned, ends it: the unit would be let off by its own people (both sides are measured, regulation art. 33). The
 * street's leaders stand over all units.
 * Example: 自来水集团 is summoned, its section chief settles the whistle -> whistle.own-unit; the chief of another office, or a leader -> nothing.
 */
export function refuseSummoned({ summonedUnitIds }: { summonedUnitIds: readonly string[] }, actor: Actor, action: string): void {
  if (actor.roles.includes('street_leader')) return;
  if (summonedUnitIds.some((unitId) => isOfUnit(actor, unitId))) throw new DomainError('whistle.own-unit', { action });
}
