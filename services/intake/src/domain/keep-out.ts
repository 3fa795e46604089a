import { isOfUnit, type Actor } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/**
 * Before a complaint is dispatched nobody of the unit it is about ends it, or makes it less than it is (回避; domain rules 4.5, step 7): no answer, no link,
 * no other channel, no lower level, no other unit named in its place. Sending it on as it is is no decision. Nor does anybody of that unit, before or after, learn
 * who complains (L1-35: no leak, no reprisal).
 */
export function refuseOwnComplaint({ aboutUnitId }: { aboutUnitId: string | null }, actor: Actor): void {
  if (isOfUnit(actor, aboutUnitId)) throw new DomainError('demand.own-complaint', {});
}
