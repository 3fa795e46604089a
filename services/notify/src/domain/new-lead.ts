import {
  clockEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  type EventType,
  type PayloadOf,
} from '@wufang/contracts';

const table = new Map<string, { type: EventType; leadOf: (payload: never) => string | null }>();
function leads<E extends EventType>(type: E, leadOf: (payload: PayloadOf<E>) => string | null): void {
  table.set(type.type, { type, leadOf: leadOf as (payload: never) => string | null });
}

leads(dispatchEvents.assigned, ({ leadUnitId }) => leadUnitId);
leads(dispatchEvents.complainedAboutNamed, ({ leadUnitId }) => leadUnitId);
leads(clockEvents.transferred, ({ leadUnitId }) => leadUnitId);
leads(legEvents.handedUp, ({ toUnitId }) => toUnitId);
leads(disputeEvents.disputeUpheld, ({ movesOrder, isAtRest, toUnitId }) => (movesOrder || isAtRest ? toUnitId : null));
leads(incidentEvents.orderAttached, ({ leadUnitId }) => leadUnitId);
leads(incidentEvents.orderLeadChanged, ({ leadUnitId }) => leadUnitId);
leads(incidentEvents.incidentLeadChanged, ({ leadUnitId }) => leadUnitId);
leads(incidentEvents.orderDetached, ({ leadUnitId }) => leadUnitId);
leads(supervisionEvents.supervisionHandedOver, ({ leadUnitId }) => leadUnitId);

/**
 * Who owes the matter from a fact on that gives it to another unit, or null where it gives it to nobody: what waits for the morning is told to them, not to who had
 * it in the evening.
 * Examples: handed over to 热力集团 -> 热力集团; an objection upheld after all was done -> null.
 */
export function newLeadBy(type: string, payload: unknown): string | null {
  return table.get(type)?.leadOf(payload as never) ?? null;
}

/** The facts that give an order, or what is asked about it, to another unit. */
export const handovers: readonly EventType[] = [...table.values()].map(({ type }) => type);
