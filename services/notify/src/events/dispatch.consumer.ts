import { Injectable } from '@nestjs/common';
import {
  campaignEvents,
  classificationEvents,
  clockEvents,
  deliberatingEvents,
  dispatchEvents,
  disputeEvents,
  exposureEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  whistleEvents,
  type Envelope,
  type PayloadOf,
} from '@wufang/contracts';
import { on, type AnySchema, type EventConsumer, type Tx } from '@wufang/service';
import { climbLadder, readdressHeld, tellOrHold, withdrawRungs } from '../app/climb-ladder.js';
import { keepRoster } from '../app/keep-roster.js';
import { writeMessages } from '../app/write-messages.js';
import { campaignMessages, exposedMessages, extendedMessages, proposedExposureMessages } from '../domain/campaign-messages.js';
import { askedMessages } from '../domain/check-messages.js';
import {
  attachedMessages,
  calledOutMessages,
  detachedMessages,
  noticeMessages,
  notWellMessages,
  openedMessages,
  overLongMessages,
  proposedMessages,
} from '../domain/incident-messages.js';
import {
  coUnitMessages,
  disputeRaisedMessages,
  disputeRejectedMessages,
  disputeUpheldMessages,
  handedUpMessages,
  legFollowedMessages,
  legReturnedMessages,
  newLeadMessages,
  tableEndedMessages,
} from '../domain/leg-messages.js';
import { dutyToldAt, summonsToldAt, toldAt } from '../domain/ladder.js';
import { handedOverMessages, toldEvents, toldMessages } from '../domain/order-messages.js';
import { handovers, newLeadBy } from '../domain/new-lead.js';
import { endings, overBy } from '../domain/over.js';
import { dispatchedMessages, loweredMessages, reworkMessages } from '../domain/messages.js';
import { decisionAnnulledMessages } from '../domain/vote-messages.js';
import { dayClosedBy } from './days.consumers.js';
import {
  leaderListMessages,
  summonedMessages,
  supervisionHandedOverMessages,
  supervisionMessages,
  taskMessages,
  urgeMessages,
} from '../domain/supervision-messages.js';
import { silentMessages } from '../domain/whistle-messages.js';

const handlers = [
  dayClosedBy('dispatch'),
  // What is part of an incident is no job of its own.
  on(dispatchEvents.dispatched, (tx, event) =>
    writeMessages(tx, event, event.payload.incidentId ? [] : dispatchedMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(dispatchEvents.reworked, (tx, event) => writeMessages(tx, event, reworkMessages({ id: event.aggregateId, ...event.payload }))),
  on(dispatchEvents.assigned, (tx, event) => writeMessages(tx, event, newLeadMessages(event.aggregateId, '诉求中心指派', event.payload))),
  on(clockEvents.transferred, (tx, event) =>
    writeMessages(tx, event, [
      ...newLeadMessages(event.aggregateId, '转办', event.payload),
      ...handedOverMessages(event.aggregateId, event.payload),
    ]),
  ),
  ...toldEvents.map((type) =>
    on(type, (tx, event) => {
      writeMessages(tx, event, toldMessages(event.type, event.payload, event.aggregateId));
      if (event.type === watchingEvents.dutyRelieved.type)
        keepRoster(tx, event.aggregateId, event.payload as PayloadOf<typeof watchingEvents.dutyRelieved>);
    }),
  ),
  on(deliberatingEvents.deliberationEnded, (tx, event) => writeMessages(tx, event, tableEndedMessages(event.aggregateId, event.payload))),
  on(deliberatingEvents.decisionAnnulled, (tx, event) =>
    writeMessages(tx, event, decisionAnnulledMessages(event.aggregateId, event.payload)),
  ),
  // What is handled is handed over, and told with that.
  on(dispatchEvents.complainedAboutNamed, (tx, event) =>
    writeMessages(tx, event, event.payload.coUnitIds ? newLeadMessages(event.aggregateId, '原主办单位回避', event.payload) : []),
  ),
  on(incidentEvents.orderAttached, (tx, event) => writeMessages(tx, event, attachedMessages({ id: event.aggregateId, ...event.payload }))),
  on(incidentEvents.orderDetached, (tx, event) => writeMessages(tx, event, detachedMessages({ id: event.aggregateId, ...event.payload }))),
  on(incidentEvents.incidentProposed, (tx, event) =>
    writeMessages(tx, event, proposedMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(incidentEvents.incidentOpened, (tx, event) => writeMessages(tx, event, openedMessages({ id: event.aggregateId, ...event.payload }))),
  on(incidentEvents.incidentUnitCalledOut, (tx, event) =>
    writeMessages(tx, event, calledOutMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(incidentEvents.incidentStatusTold, (tx, event) =>
    writeMessages(tx, event, noticeMessages({ id: event.aggregateId, title: `第 ${event.payload.no} 次通报`, ...event.payload })),
  ),
  on(incidentEvents.incidentRestored, (tx, event) =>
    writeMessages(tx, event, noticeMessages({ id: event.aggregateId, title: '恢复告知', ...event.payload })),
  ),
  on(incidentEvents.incidentHomesAskedAfter, (tx, event) =>
    writeMessages(tx, event, notWellMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(incidentEvents.incidentClockFired, (tx, event) =>
    climbLadder(tx, event, { subjectId: event.aggregateId, no: null, ...event.payload }),
  ),
  on(incidentEvents.crewClockFired, (tx, event) => {
    const { incidentId, shiftId: _, unitId, leadUnitId, ...clock } = event.payload;
    // While there is time to send another crew its own unit does; after that who leads the incident and its chief see to it.
    const owedBy = clock.kind === 'warning' ? unitId : leadUnitId;
    const rung = { ...clock, subjectId: incidentId, clockOf: event.aggregateId, no: null, leadUnitId: owedBy };
    return climbLadder(tx, event, rung, overLongMessages(event.payload));
  }),
  on(watchingEvents.sweepCheckAsked, (tx, event) => {
    const { reason, ...asked } = event.payload;
    writeMessages(tx, event, askedMessages({ id: event.aggregateId, title: '举一反三排查', body: `${reason}。`, ...asked }));
  }),
  on(watchingEvents.dutyAsked, async (tx, event) => {
    const { seat: _, turns: __, ...asked } = event.payload;
    await tellOrHold(tx, event, askedMessages({ id: event.aggregateId, body: '', ...asked }), {
      ...{ owner: event.aggregateId, code: 'DUTY_ASKED', stage: null, at: dutyToldAt(event.payload, tx.now) },
    });
    keepRoster(tx, event.aggregateId, event.payload);
  }),
  on(campaignEvents.campaignOpened, (tx, event) => writeMessages(tx, event, campaignMessages({ id: event.aggregateId, ...event.payload }))),
  on(campaignEvents.campaignExtended, (tx, event) =>
    writeMessages(tx, event, extendedMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(exposureEvents.exposureProposed, (tx, event) =>
    writeMessages(tx, event, proposedExposureMessages({ id: event.aggregateId, ...event.payload })),
  ),
  on(exposureEvents.exposurePublished, (tx, event) =>
    writeMessages(tx, event, exposedMessages({ id: event.aggregateId, ...event.payload })),
  ),
  ...[
    watchingEvents.sweepCheckClockFired,
    watchingEvents.watchClockFired,
    watchingEvents.dutyClockFired,
    campaignEvents.campaignClockFired,
  ].map((fired) =>
    on(fired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: unitId, ...clock });
    }),
  ),
  on(dispatchEvents.clockFired, (tx, event) => {
    const { owedBy, ...rung } = event.payload;
    return climbLadder(tx, event, { subjectId: event.aggregateId, ...rung, leadUnitId: owedBy ?? rung.leadUnitId });
  }),
  on(classificationEvents.orderLevelLowered, (tx, event) => writeMessages(tx, event, loweredMessages(event.aggregateId, event.payload))),
  on(disputeEvents.disputeRaised, (tx, event) => writeMessages(tx, event, disputeRaisedMessages(event.aggregateId, event.payload))),
  on(disputeEvents.disputeUpheld, (tx, event) => writeMessages(tx, event, disputeUpheldMessages(event.aggregateId, event.payload))),
  on(disputeEvents.disputeRejected, (tx, event) => writeMessages(tx, event, disputeRejectedMessages(event.aggregateId, event.payload))),
  on(legEvents.coUnitAdded, (tx, event) => writeMessages(tx, event, coUnitMessages(event.aggregateId, event.payload))),
  on(legEvents.legReturned, (tx, event) => writeMessages(tx, event, legReturnedMessages(event.payload))),
  on(legEvents.legFollowed, (tx, event) => writeMessages(tx, event, legFollowedMessages(event.payload))),
  on(legEvents.handedUp, (tx, event) => writeMessages(tx, event, handedUpMessages(event.aggregateId, event.payload))),
  on(legEvents.legClockFired, (tx, event) =>
    climbLadder(tx, event, {
      ...event.payload,
      ...{ subjectId: event.payload.orderId, clockOf: event.aggregateId, leadUnitId: event.payload.unitId },
    }),
  ),
  on(whistleEvents.summoned, (tx, event) =>
    tellOrHold(tx, event, summonedMessages(event.payload), {
      ...{ owner: event.aggregateId, code: 'WHISTLE', stage: null, at: summonsToldAt(event.payload, tx.now) },
    }),
  ),
  on(whistleEvents.whistleClockFired, (tx, event) =>
    climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: null, ...event.payload }),
  ),
  on(whistleEvents.summonsClockFired, (tx, event) => {
    const { whistleId, unitId, soundedBy: _, ...clock } = event.payload;
    const rung = { subjectId: whistleId, clockOf: event.aggregateId, no: null, leadUnitId: unitId, ...clock };
    return climbLadder(tx, event, rung, silentMessages(event.payload));
  }),
  on(supervisionEvents.taskEntrusted, (tx, event) => writeMessages(tx, event, taskMessages(event.aggregateId, event.payload))),
  on(supervisionEvents.taskClockFired, (tx, event) =>
    climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitId, ...event.payload }),
  ),
  on(supervisionEvents.supervisionIssued, (tx, event) => writeMessages(tx, event, supervisionMessages(event.payload))),
  on(supervisionEvents.supervisionSentBack, (tx, event) => writeMessages(tx, event, supervisionMessages(event.payload))),
  on(supervisionEvents.supervisionHandedOver, (tx, event) => writeMessages(tx, event, supervisionHandedOverMessages(event.payload))),
  on(supervisionEvents.supervisionClockFired, (tx, event) =>
    climbLadder(tx, event, { subjectId: event.payload.orderId, clockOf: event.aggregateId, ...event.payload }),
  ),
  on(supervisionEvents.urged, (tx, event) => writeMessages(tx, event, urgeMessages(event.aggregateId, event.payload))),
  // Made at midnight, read in the morning.
  on(supervisionEvents.listMade, (tx, event) =>
    tellOrHold(tx, event, leaderListMessages(event.aggregateId, event.payload), {
      ...{ owner: event.aggregateId, code: 'LEADER_LIST', stage: null, at: toldAt({ code: 'LEADER_LIST' }, tx.now) },
    }),
  ),
];

/** What is over is withdrawn, and what goes on is another unit's, before the fact's own messages are written; facts that tell nothing end clocks too. */
const settling = [
  ...handlers.map(({ type, apply }) =>
    on(type, async (tx, event) => {
      await settleWaiting(tx, event);
      await apply(tx, event);
    }),
  ),
  ...[...new Set([...endings, ...handovers])]
    .filter(({ type }) => !handlers.some((handler) => handler.type.type === type))
    .map((type) => on(type, settleWaiting)),
];

async function settleWaiting(tx: Tx<AnySchema>, event: Envelope): Promise<void> {
  const codes = overBy(event.type, event.payload);
  if (codes === 'all' || codes.length > 0) await withdrawRungs(tx, event.aggregateId, codes);
  const leadUnitId = newLeadBy(event.type, event.payload);
  if (leadUnitId !== null) await readdressHeld(tx, event.aggregateId, leadUnitId);
}

/** New orders, those another unit leads from now on, reworks, incidents, checks, duties and campaigns, exposures, whistles, tasks, supervision, urging, leaders' lists, what is asked and what is answered, and clocks that warn or have run out. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';
  readonly patienceMs = 250;
  readonly handlers = settling;
}
