import {
  campaignEvents,
  classificationEvents,
  clockEvents,
  deadlineCodes,
  deliberatingEvents,
  dispatchEvents,
  disputeEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  whistleEvents,
  type DeadlineCode,
  type EventType,
  type PayloadOf,
} from '@wufang/contracts';

/** Codes of clocks of which nothing that waits is told any more. */
export type OverCodes = readonly string[] | 'all';

const accept: DeadlineCode[] = ['ACCEPT_EU', 'ACCEPT'];
const contact: DeadlineCode[] = ['FIRST_CONTACT_E', 'FIRST_CONTACT_U', 'FIRST_CONTACT'];
const report: DeadlineCode[] = ['PROGRESS', 'SAME_DAY'];
const limits: DeadlineCode[] = ['NORMAL', 'COMPLEX', 'REWORK'];
const respond = ['WHISTLE', 'WHISTLE_RESPOND_E', 'WHISTLE_RESPOND'];
/** What whoever is asked of (提级请求) owes. */
const asked: DeadlineCode[] = ['ESCALATION_ASKED_E', 'ESCALATION_ASKED'];
/** Duties of emergencies alone: owed no more once an order is found to be none. */
const emergency: DeadlineCode[] = ['HANDLING_E', 'EMERG_FEEDBACK', 'ACCEPT_EU', 'FIRST_CONTACT_E'];
/** What an order that becomes part of an incident owes no more. */
const own: DeadlineCode[] = [
  ...accept,
  ...contact,
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'POLICY_ANSWER',
  'PROGRESS',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
];
/** The decision on an objection is owed even when the order is done. */
const butDecision = deadlineCodes.filter((code) => code !== 'DISPUTE_DECIDE');

const table = new Map<string, { type: EventType; codes: (payload: never) => OverCodes }>();
function over<E extends EventType>(type: E, codes: OverCodes | ((payload: PayloadOf<E>) => OverCodes)): void {
  table.set(type.type, { type, codes: (typeof codes === 'function' ? codes : () => codes) as (payload: never) => OverCodes });
}

over(dispatchEvents.accepted, accept);
over(dispatchEvents.contacted, contact);
over(dispatchEvents.fedBack, ({ byContact }) => (byContact ? [] : [...contact, 'EMERG_FEEDBACK', 'POLICY_ANSWER']));
over(dispatchEvents.checkedIn, ({ hasPhoto = true }) => [
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  ...(hasPhoto ? ['UTIL_ONSITE'] : []),
]);
over(dispatchEvents.sitePhotoSeen, ['UTIL_ONSITE', 'RAIN_DRAIN', 'LIFT_TRAPPED', 'LIFT_ONSITE']);
over(dispatchEvents.progressed, ({ isFeedback, limitMetAt }) => [
  ...report,
  ...(isFeedback ? ['EMERG_FEEDBACK'] : []),
  ...(limitMetAt ? ['UTIL_DONE'] : []),
]);
over(dispatchEvents.assigned, [...accept, ...contact, 'NORMAL', 'COMPLEX', 'POLICY_ANSWER', 'TRANSFER_ANSWER']);
over(dispatchEvents.completed, butDecision);
over(dispatchEvents.closed, butDecision);
over(dispatchEvents.gridChecked, ['GRID_VERIFY']);
over(dispatchEvents.reworked, ['GRID_VERIFY']);
// Counted to be due later: its warnings are still to come.
over(dispatchEvents.clockRecounted, ({ code, oldDueAt, newDueAt }) => (newDueAt > oldDueAt ? [code] : []));
over(classificationEvents.orderLevelLowered, emergency);
over(classificationEvents.orderLevelRaised, [
  ...accept,
  ...contact,
  ...limits,
  'UTIL_DONE',
  'POLICY_ANSWER',
  'EXTENSION_DECIDE',
  'SUSPENSION_DECIDE',
]);
over(classificationEvents.orderCategoryCorrected, ({ ended }) => ended);
over(supervisionEvents.takenUp, ['TAKE_UP']);
over(supervisionEvents.hardUnmarked, ['TAKE_UP']);
over(disputeEvents.disputeUpheld, ({ movesOrder, isAtRest, limit }) => [
  'DISPUTE_DECIDE',
  ...(limit ? [limit] : []),
  ...(isAtRest ? limits : []),
  ...(movesOrder ? [...accept, ...contact, ...limits, 'POLICY_ANSWER', 'TRANSFER_ANSWER'] : []),
]);
over(disputeEvents.disputeRejected, ['DISPUTE_DECIDE']);
over(clockEvents.transferred, [...accept, ...contact, 'TRANSFER_ANSWER']);
over(clockEvents.transferDeclined, ['TRANSFER_ANSWER']);
over(legEvents.handedUp, ({ fromUnitId, toUnitId }) => (fromUnitId === toUnitId ? [] : [...accept, ...contact]));
over(clockEvents.extensionGranted, [...limits, 'EXTENSION_DECIDE']);
over(clockEvents.extensionRefused, ['EXTENSION_DECIDE']);
over(clockEvents.suspensionGranted, [...report, 'SUSPENSION_DECIDE']);
over(clockEvents.suspensionRefused, ['SUSPENSION_DECIDE']);
over(clockEvents.suspensionEnded, ['REVIEW']);
over(clockEvents.escalationAnswered, asked);
over(clockEvents.escalationEnded, asked);
over(clockEvents.pauseStarted, [...limits, 'POLICY_ANSWER']);
over(clockEvents.pauseEnded, ['PAUSE_END']);
over(clockEvents.pauseReviewed, ['PAUSE_REVIEW']);
over(deliberatingEvents.deliberationAsked, report);
over(deliberatingEvents.deliberationEnded, ({ limitMetAt }) => (limitMetAt ? ['COMPLEX'] : []));
over(incidentEvents.orderAttached, own);
over(incidentEvents.incidentOpened, ['INCIDENT_CONFIRM']);
over(incidentEvents.incidentDismissed, 'all');
over(incidentEvents.crewRelieved, 'all');

over(campaignEvents.campaignExtended, 'all');
over(legEvents.legReturned, 'all');
over(legEvents.legWaived, 'all');
over(legEvents.legEnded, 'all');
over(legEvents.legFollowed, ({ because }) => (because === 'PAUSED' || because === 'EXTENDED' ? ['CO_RETURN'] : []));
over(watchingEvents.sweepCheckRecorded, 'all');
over(watchingEvents.watchRecorded, 'all');
over(watchingEvents.watchDropped, 'all');
over(watchingEvents.dutyDone, 'all');
over(campaignEvents.campaignClosed, 'all');
over(whistleEvents.reportedIn, respond);
over(whistleEvents.explained, respond);
// Who is there has answered; the result is owed all the same.
over(whistleEvents.summonsCheckedIn, [...respond, 'WHISTLE_ONSITE']);
over(whistleEvents.resultGiven, 'all');
over(whistleEvents.summonsLapsed, 'all');
over(whistleEvents.summonsEnded, 'all');
over(whistleEvents.summonsFollowed, ({ because }) => (because === 'PAUSED' || because === 'EXTENDED' ? ['WHISTLE_RESULT'] : []));
over(whistleEvents.summonsLevelFollowed, ({ startsAt }) => (startsAt === undefined ? [] : respond));
over(whistleEvents.whistleLevelFollowed, ({ startsAt }) => (startsAt === undefined ? [] : ['WHISTLE_ASKED', 'WHISTLE_ASKED_E']));
over(whistleEvents.whistleSounded, 'all');
over(whistleEvents.whistleDeclined, 'all');
over(whistleEvents.improperJudged, ({ isImproper }) => (isImproper ? 'all' : []));
over(supervisionEvents.taskDelivered, 'all');
over(supervisionEvents.taskDropped, 'all');
over(supervisionEvents.supervisionReplied, 'all');
over(supervisionEvents.supervisionLifted, 'all');
over(supervisionEvents.supervisionRevoked, 'all');

/**
 * Of which clocks of its subject a fact of dispatch leaves nothing to tell: what it stops, holds or moves to later (domain rules 4.4 and 4.6, column "Stop"),
 * so that nobody wakes to what was done at night.
 * Examples: a report at 23:30 -> PROGRESS, SAME_DAY; done -> everything but the decision on an objection.
 */
export function overBy(type: string, payload: unknown): OverCodes {
  return table.get(type)?.codes(payload as never) ?? [];
}

/** The facts after which something is over. */
export const endings: readonly EventType[] = [...table.values()].map(({ type }) => type);
