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
