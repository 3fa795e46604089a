import { clockEvents } from './clocks.js';
import { classificationEvents } from './classification.js';
import { deliberatingEvents } from './deliberating.js';
import { dispatchEvents } from './dispatch.js';
import { disputeEvents } from './disputes.js';
import type { EventType } from './event.js';
import { incidentEvents } from './incidents.js';
import type { labels } from './labels.js';
import { legEvents } from './legs.js';
import { watchingEvents } from './watching.js';
import { whistleEvents } from './whistles.js';

/**
 * By which facts the complainant is told of each step of an order (有进展报进展、有成果报成果; domain rules part 1, row 129): public tracking shows words for each, the
 * person's or, from the fact itself, fixed ones. No order changes state or lead by other facts.
 */
export const factsOfStep: Readonly<Record<keyof typeof labels.workOrderAction, readonly EventType[]>> = {
  accept: [dispatchEvents.accepted],
  contact: [dispatchEvents.contacted],
  checkIn: [dispatchEvents.checkedIn],
  feedback: [dispatchEvents.fedBack],
  progress: [dispatchEvents.progressed],
  complete: [dispatchEvents.completed],
  // What another unit has had before is handed over (转办).
  assign: [dispatchEvents.assigned, clockEvents.transferred],
  solve: [dispatchEvents.closed],
  giveUp: [dispatchEvents.closed],
  rework: [dispatchEvents.reworked],
  explain: [dispatchEvents.closed],
  suspend: [clockEvents.suspensionGranted],
  resume: [clockEvents.suspensionEnded],
  deliberate: [deliberatingEvents.deliberationAsked],
  returnFromTable: [deliberatingEvents.deliberationEnded],
  transfer: [clockEvents.transferred],
  raise: [classificationEvents.orderLevelRaised],
  attach: [incidentEvents.orderAttached],
  detach: [incidentEvents.orderDetached],
  watch: [watchingEvents.watchingBegan],
  archive: [watchingEvents.orderArchived],
  dispute: [disputeEvents.disputeRaised],
  uphold: [disputeEvents.disputeUpheld],
  reject: [disputeEvents.disputeRejected],
  join: [legEvents.coUnitAdded, whistleEvents.orderJoined],
  rejoin: [legEvents.coUnitDone, whistleEvents.orderWhistleSettled],
  handUp: [legEvents.handedUp],
};

/** By which facts an order gets another lead without a step of its own. */
export const factsOfLead: readonly EventType[] = [incidentEvents.orderLeadChanged, dispatchEvents.complainedAboutNamed];

const told = new Set([...Object.values(factsOfStep).flat(), ...factsOfLead].map(({ type }) => type));

/** Whether the complainant reads of an order's fact. */
export function isToldComplainant({ type }: EventType): boolean {
  return told.has(type);
}
