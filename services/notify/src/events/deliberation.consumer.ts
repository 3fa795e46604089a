import { Injectable } from '@nestjs/common';
import {
  commitmentEvents,
  costPlanEvents,
  councilEvents,
  courtyardEvents,
  emergencyEvents,
  estateTermEvents,
  fundBalanceEvents,
  instalmentEvents,
  issueEvents,
  homeBindingEvents,
  ownersVoteEvents,
  petitionEvents,
  projectEvents,
  publicityEvents,
  resolutionEvents,
  roundEvents,
  tableEvents,
  worksEvents,
} from '@wufang/contracts';
import { on, type EventConsumer } from '@wufang/service';
import { climbLadder, tellOrHold, withdrawRungs } from '../app/climb-ladder.js';
import { writeMessages } from '../app/write-messages.js';
import {
  councilClosedMessages,
  councilOpenedMessages,
  courtyardAnsweredMessages,
  courtyardConvenedMessages,
  petitionExpiredMessages,
  projectApprovedMessages,
  projectBegunMessages,
  projectClockMessages,
  projectDeclinedMessages,
  projectSubmittedMessages,
  projectTaskFinishedMessages,
  questionAnsweredMessages,
  questionAskedMessages,
} from '../domain/community-life-messages.js';
import {
  appointedMessages,
  issueClockMessages,
  minutesMessages,
  movedMessages,
  noticedMessages,
  proposedIssueMessages,
  quorumFailedMessages,
  reseatedMessages,
  roundClosedMessages,
} from '../domain/issue-messages.js';
import { aboutTerm, termOverMessages, termStepMessages } from '../domain/term-messages.js';
import { planChosenMessages } from '../domain/plan-messages.js';
import {
  acceptanceFailedMessages,
  fundStatedMessages,
  lateInstalmentMessages,
  lookFailedMessages,
  retentionReleasedMessages,
  settlementToldMessages,
  unseatedPayerMessages,
  worksFinishedMessages,
  worksHeatingMessages,
  worksRainMessages,
  worksSettledMessages,
} from '../domain/works-messages.js';
import {
  amendedMessages,
  answeredMessages,
  assemblyMessages,
  endedMessages,
  objectionMessages,
  postedMessages,
  postedToldMessages,
  takenDownMessages,
} from '../domain/publicity-messages.js';
import {
  drawnMessages,
  laidMessages,
  signatureMissingMessages,
  signedMessages,
  supersededCommitmentMessages,
  voidedMessages,
} from '../domain/resolution-messages.js';
import { toldAt } from '../domain/ladder.js';
import {
  announcedToldMessages,
  annulledMessages,
  correctionMessages,
  emergencyConfirmedMessages,
  emergencyFiledMessages,
  bindingEndedMessages,
  callOffToldMessages,
  strikeToldMessages,
  countedToldMessages,
  correctionProposedMessages,
  correctionRefusedMessages,
  ownersToldMessages,
  shareAnsweredMessages,
  shareAskedMessages,
  voteAnnouncedMessages,
  voteCalledOffMessages,
  voteClosedMessages,
  voteCountedMessages,
  voteReminders,
} from '../domain/vote-messages.js';
import { dayClosedBy } from './days.consumers.js';

/** What the seats of a table have to know and to do, owners' votes, emergency uses of the fund, promises that fall due, and the heads of the day. */
@Injectable()
export class DeliberationConsumer implements EventConsumer {
  readonly source = 'deliberation';
  readonly patienceMs = 250;
  readonly handlers = [
    dayClosedBy('deliberation'),
    on(tableEvents.appointed, (tx, event) => writeMessages(tx, event, appointedMessages(event.aggregateId, event.payload))),
    on(issueEvents.issueProposed, (tx, event) => writeMessages(tx, event, proposedIssueMessages(event.aggregateId, event.payload))),
    on(issueEvents.issueMoved, async (tx, event) => {
      if (event.payload.from !== event.payload.to) await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, movedMessages(event.aggregateId, event.payload));
    }),
    on(issueEvents.reseated, (tx, event) => writeMessages(tx, event, reseatedMessages(event.aggregateId, event.payload))),
    on(issueEvents.bodyDecisionPosted, (tx, event) => withdrawRungs(tx, event.aggregateId, ['BODY_POST'])),
    on(issueEvents.issueClockFired, (tx, event) => {
      const { code, stage } = event.payload;
      writeMessages(tx, event, issueClockMessages(event.aggregateId, event.payload), {
        ...{ at: toldAt({ code }, tx.now), code, stage, clockOf: null },
      });
    }),
    on(roundEvents.roundNoticed, (tx, event) => writeMessages(tx, event, noticedMessages(event.payload))),
    on(roundEvents.quorumFailed, (tx, event) => writeMessages(tx, event, quorumFailedMessages(event.payload))),
    on(roundEvents.roundClosed, (tx, event) => writeMessages(tx, event, roundClosedMessages(event.payload))),
    on(roundEvents.minutesFinished, (tx, event) => writeMessages(tx, event, minutesMessages(event.payload))),
    on(resolutionEvents.drawn, (tx, event) => writeMessages(tx, event, drawnMessages(event.aggregateId, event.payload))),
    on(issueEvents.resolutionLaid, (tx, event) => writeMessages(tx, event, laidMessages(event.payload))),
    on(resolutionEvents.signatureMissing, (tx, event) =>
      tellOrHold(tx, event, signatureMissingMessages(event.aggregateId, event.payload), {
        ...{ owner: event.aggregateId, code: 'SIGNING', stage: event.payload.stage, at: toldAt({ code: 'SIGNING' }, tx.now) },
      }),
    ),
    on(resolutionEvents.signed, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, signedMessages(event.aggregateId, event.payload));
    }),
    on(resolutionEvents.voided, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, voidedMessages(event.aggregateId, event.payload));
    }),
    on(ownersVoteEvents.announced, (tx, event) => writeMessages(tx, event, voteAnnouncedMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.announcedTold, (tx, event) => writeMessages(tx, event, announcedToldMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.countedTold, (tx, event) => writeMessages(tx, event, countedToldMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.calledOff, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, voteCalledOffMessages(event.aggregateId, event.payload));
    }),
    on(ownersVoteEvents.callOffTold, (tx, event) => writeMessages(tx, event, callOffToldMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.strikeTold, (tx, event) => writeMessages(tx, event, strikeToldMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.reminded, (tx, event) => writeMessages(tx, event, voteReminders(event.aggregateId, event.payload))),
    on(ownersVoteEvents.closed, (tx, event) => writeMessages(tx, event, voteClosedMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.counted, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, ['VOTE_COUNT']);
      writeMessages(tx, event, voteCountedMessages(event.aggregateId, event.payload));
    }),
    on(ownersVoteEvents.clockFired, (tx, event) =>
      climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitId, ...event.payload }),
    ),
    on(ownersVoteEvents.correctionOrdered, (tx, event) => writeMessages(tx, event, correctionMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.correctionReported, (tx, event) => withdrawRungs(tx, event.aggregateId, ['VOTE_CORRECTION'])),
    on(ownersVoteEvents.annulled, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, annulledMessages(event.aggregateId, event.payload, { ownerIds: event.payload.concernedUnitIds }));
    }),
    on(ownersVoteEvents.annulmentTold, (tx, event) =>
      writeMessages(tx, event, annulledMessages(event.aggregateId, event.payload, event.payload)),
    ),
    on(petitionEvents.petitionExpired, (tx, event) => writeMessages(tx, event, petitionExpiredMessages(event.aggregateId, event.payload))),
    on(ownersVoteEvents.resultPosted, (tx, event) => withdrawRungs(tx, event.aggregateId, ['RESULT_POST'])),
    on(emergencyEvents.filed, (tx, event) => writeMessages(tx, event, emergencyFiledMessages(event.aggregateId, event.payload))),
    on(emergencyEvents.confirmed, (tx, event) => writeMessages(tx, event, emergencyConfirmedMessages(event.aggregateId, event.payload))),
    on(emergencyEvents.clockFired, (tx, event) =>
      climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitIds[0] ?? null, ...event.payload }),
    ),
    on(commitmentEvents.clockFired, (tx, event) =>
      climbLadder(tx, event, { ...event.payload, subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitId }),
    ),
    on(commitmentEvents.kept, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(instalmentEvents.clockFired, (tx, event) => {
      const { aggregateId: subjectId, payload } = event;
      const rung = { ...payload, subjectId, no: null, leadUnitId: payload.payerUnitId ?? payload.unitId };
      return climbLadder(tx, event, rung, unseatedPayerMessages(subjectId, payload));
    }),
    on(instalmentEvents.late, (tx, event) => writeMessages(tx, event, lateInstalmentMessages(event.aggregateId, event.payload))),
    on(fundBalanceEvents.fundStated, (tx, event) => writeMessages(tx, event, fundStatedMessages(event.aggregateId, event.payload))),
    on(worksEvents.finished, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, worksFinishedMessages(event.aggregateId, event.payload));
    }),
    on(worksEvents.failed, (tx, event) => writeMessages(tx, event, acceptanceFailedMessages(event.aggregateId, event.payload))),
    on(worksEvents.rainCame, (tx, event) => writeMessages(tx, event, worksRainMessages(event.aggregateId, event.payload))),
    on(worksEvents.heatingCame, (tx, event) => writeMessages(tx, event, worksHeatingMessages(event.aggregateId, event.payload))),
    on(worksEvents.lookFailed, (tx, event) => writeMessages(tx, event, lookFailedMessages(event.aggregateId, event.payload))),
    on(worksEvents.looked, async (tx, event) => {
      if (event.payload.look.state === 'PASSED') await withdrawRungs(tx, event.aggregateId, 'all');
    }),
    on(worksEvents.settled, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, ['SETTLE']);
      writeMessages(tx, event, worksSettledMessages(event.aggregateId, event.payload));
    }),
    on(worksEvents.settlementPosted, (tx, event) => withdrawRungs(tx, event.aggregateId, ['SETTLEMENT_POST'])),
    on(worksEvents.settlementTold, (tx, event) => writeMessages(tx, event, settlementToldMessages(event.aggregateId, event.payload))),
    on(worksEvents.released, (tx, event) => writeMessages(tx, event, retentionReleasedMessages(event.aggregateId, event.payload))),
    on(worksEvents.clockFired, (tx, event) =>
      climbLadder(tx, event, { ...event.payload, subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitId }),
    ),
    on(instalmentEvents.adjusted, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(instalmentEvents.receiptRecorded, async (tx, event) => {
      if (event.payload.state === 'PAID') await withdrawRungs(tx, event.aggregateId, 'all');
    }),
    on(commitmentEvents.letOff, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(commitmentEvents.superseded, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, supersededCommitmentMessages(event.aggregateId, event.payload));
    }),
    on(emergencyEvents.ownersTold, (tx, event) => writeMessages(tx, event, ownersToldMessages(event.aggregateId, event.payload))),
    on(emergencyEvents.correctionProposed, (tx, event) =>
      writeMessages(tx, event, correctionProposedMessages(event.aggregateId, event.payload)),
    ),
    on(emergencyEvents.correctionRefused, (tx, event) =>
      writeMessages(tx, event, correctionRefusedMessages(event.aggregateId, event.payload)),
    ),
    on(homeBindingEvents.bindingEnded, (tx, event) => writeMessages(tx, event, bindingEndedMessages(event.payload))),
    on(emergencyEvents.refused, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(emergencyEvents.moneyArrived, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(emergencyEvents.used, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(emergencyEvents.shareAsked, (tx, event) => writeMessages(tx, event, shareAskedMessages(event.payload.useId, event.payload))),
    on(emergencyEvents.shareAnswered, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, shareAnsweredMessages(event.payload.useId, event.payload));
    }),
    on(emergencyEvents.shareClockFired, (tx, event) =>
      climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: event.payload.unitIds[0] ?? null, ...event.payload }),
    ),
    on(costPlanEvents.scenarioChosen, (tx, event) => writeMessages(tx, event, planChosenMessages(event.aggregateId, event.payload))),
    on(publicityEvents.publicityPosted, async (tx, event) => {
      await withdrawRungs(tx, event.payload.planId, 'all');
      writeMessages(tx, event, postedMessages(event.aggregateId, event.payload));
    }),
    on(publicityEvents.postedTold, (tx, event) => writeMessages(tx, event, postedToldMessages(event.aggregateId, event.payload))),
    on(publicityEvents.assemblyNeeded, (tx, event) => writeMessages(tx, event, assemblyMessages(event.aggregateId, event.payload))),
    on(publicityEvents.publicityEnded, (tx, event) => writeMessages(tx, event, endedMessages(event.aggregateId, event.payload))),
    on(publicityEvents.publicityAmended, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, amendedMessages(event.aggregateId, event.payload));
    }),
    on(publicityEvents.publicityTakenDown, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, takenDownMessages(event.aggregateId, event.payload));
    }),
    on(publicityEvents.objectionRaised, (tx, event) => writeMessages(tx, event, objectionMessages(event.payload))),
    on(publicityEvents.objectionAnswered, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, answeredMessages(event.payload));
    }),
    on(costPlanEvents.planClockFired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: unitId, ...clock });
    }),
    on(publicityEvents.publicityClockFired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: unitId, ...clock });
    }),
    on(publicityEvents.assemblyHeld, (tx, event) => withdrawRungs(tx, event.aggregateId, ['ASSEMBLY_CALL'])),
    on(publicityEvents.objectionClockFired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: unitId, ...clock });
    }),
    on(projectEvents.projectSubmitted, (tx, event) => writeMessages(tx, event, projectSubmittedMessages(event.aggregateId, event.payload))),
    on(projectEvents.projectApproved, (tx, event) => writeMessages(tx, event, projectApprovedMessages(event.aggregateId, event.payload))),
    on(projectEvents.projectDeclined, (tx, event) => writeMessages(tx, event, projectDeclinedMessages(event.aggregateId, event.payload))),
    on(projectEvents.projectClockFired, (tx, event) => {
      const { code, stage } = event.payload;
      writeMessages(tx, event, projectClockMessages(event.aggregateId, event.payload), {
        ...{ at: toldAt({ code }, tx.now), code, stage, clockOf: null },
      });
    }),
    on(projectEvents.projectBegun, (tx, event) => writeMessages(tx, event, projectBegunMessages(event.aggregateId, event.payload))),
    on(projectEvents.projectTaskFinished, async (tx, event) => {
      if (event.payload.endsDay) await withdrawRungs(tx, event.aggregateId, ['PROJECT_TASK']);
      writeMessages(tx, event, projectTaskFinishedMessages(event.aggregateId, event.payload));
    }),
    on(projectEvents.projectFinished, (tx, event) => withdrawRungs(tx, event.aggregateId, ['PROJECT_TASK'])),
    on(projectEvents.slotFilled, (tx, event) => withdrawRungs(tx, event.aggregateId, 'all')),
    on(projectEvents.slotClockFired, (tx, event) => {
      const { communityId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: communityId, code: 'MONTHLY_PROJECT', ...clock });
    }),
    on(estateTermEvents.termStepRecorded, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, event.payload.settled);
      writeMessages(tx, event, termStepMessages(event.payload));
    }),
    on(estateTermEvents.termClockFired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      const rung = { subjectId: event.aggregateId, no: null, about: aboutTerm(clock), leadUnitId: unitId, ...clock };
      return climbLadder(tx, event, rung, termOverMessages(event.payload));
    }),
    on(courtyardEvents.matterConvened, (tx, event) => writeMessages(tx, event, courtyardConvenedMessages(event.payload))),
    on(courtyardEvents.matterAnswered, (tx, event) => writeMessages(tx, event, courtyardAnsweredMessages(event.payload))),
    on(courtyardEvents.questionAsked, (tx, event) => writeMessages(tx, event, questionAskedMessages(event.aggregateId, event.payload))),
    on(courtyardEvents.questionAnswered, async (tx, event) => {
      await withdrawRungs(tx, event.aggregateId, 'all');
      writeMessages(tx, event, questionAnsweredMessages(event.aggregateId, event.payload));
    }),
    on(courtyardEvents.questionClockFired, (tx, event) => {
      const { unitId, ...clock } = event.payload;
      return climbLadder(tx, event, { subjectId: event.aggregateId, no: null, leadUnitId: unitId, code: 'OFFICE_ANSWER', ...clock });
    }),
    on(councilEvents.councilOpened, (tx, event) => writeMessages(tx, event, councilOpenedMessages(event.aggregateId, event.payload))),
    on(councilEvents.roundTwoClosed, (tx, event) => writeMessages(tx, event, councilClosedMessages(event.aggregateId, event.payload))),
  ];
}
