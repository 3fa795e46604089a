import {
  campaignEvents,
  incidentEvents,
  legEvents,
  supervisionEvents,
  watchingEvents,
  whistleEvents,
  type EventType,
  type PayloadOf,
  type TimeLimit,
} from '@wufang/contracts';
import { afterStage, beginClock, limitOf, recountClock, stopClock, type Clock, type ClockRules } from '@wufang/kernel';
import { campaignSteps } from './campaign-clocks.js';
import { crewSteps } from './crew.js';
import { summonsSteps, supervisionSteps, taskSteps, whistleSteps, type ClockStep } from './clock-steps.js';
import { legClockAfter, type LeadMoved } from './leg-clocks.js';
import { incidentClockSteps } from './incident-clocks.js';
import type { LoggedFact } from './replay-clocks.js';
import { sweepSteps } from './sweep-clocks.js';
import { watchSteps } from './watching.js';

type Steps = (payload: never) => ClockStep[];
const steps = new Map<string, Steps>();
function after<E extends EventType>({ type }: E, of: (payload: PayloadOf<E>) => ClockStep[]): void {
  steps.set(type, of as Steps);
}

after(whistleEvents.summoned, (told) => summonsSteps({ fact: 'summoned', ...told }));
after(whistleEvents.summonsLevelFollowed, (told) => summonsSteps({ fact: 'relevelled', ...told }));
after(whistleEvents.reportedIn, () => summonsSteps({ fact: 'reportedIn' }));
after(whistleEvents.explained, () => summonsSteps({ fact: 'explained' }));
after(whistleEvents.summonsCheckedIn, () => summonsSteps({ fact: 'checkedIn' }));
after(whistleEvents.resultGiven, () => summonsSteps({ fact: 'resultGiven' }));
after(whistleEvents.improperJudged, ({ isImproper }) => summonsSteps({ fact: 'improperJudged', isImproper }));
after(whistleEvents.summonsLapsed, () => summonsSteps({ fact: 'lapsed' }));
after(whistleEvents.summonsEnded, () => summonsSteps({ fact: 'ended' }));

// A fact from before a request had a time to be answered in names nothing it was counted by.
after(whistleEvents.whistleAsked, ({ level, askedAt, counted }) => (counted ? whistleSteps({ fact: 'asked', level, askedAt }) : []));
after(whistleEvents.whistleLevelFollowed, (told) => whistleSteps({ fact: 'relevelled', ...told }));
after(whistleEvents.whistleSounded, () => whistleSteps({ fact: 'ended' }));
after(whistleEvents.whistleDeclined, () => whistleSteps({ fact: 'ended' }));

const asked = (at: string, dueAt: string, hasOwnDue: boolean) => ({ fact: 'asked' as const, at, ownDueAt: hasOwnDue ? dueAt : null });
after(supervisionEvents.taskEntrusted, (told) => taskSteps(asked(told.entrustedAt, told.dueAt, told.hasOwnDue)));
after(supervisionEvents.taskDelivered, () => taskSteps({ fact: 'ended' }));
after(supervisionEvents.taskDropped, () => taskSteps({ fact: 'ended' }));
after(supervisionEvents.supervisionIssued, (told) => supervisionSteps(asked(told.issuedAt, told.dueAt, told.hasOwnDue)));
after(supervisionEvents.supervisionSentBack, (told) => supervisionSteps(asked(told.sentBackAt, told.dueAt, told.hasOwnDue)));
// A fact from before a reply had a time to be judged in names nothing it was counted by.
after(supervisionEvents.supervisionReplied, ({ repliedAt, counted }) =>
  supervisionSteps({ fact: 'replied', at: repliedAt, isJudged: !!counted }),
);
after(supervisionEvents.supervisionLifted, () => supervisionSteps({ fact: 'ended' }));
after(supervisionEvents.supervisionRevoked, () => supervisionSteps({ fact: 'ended' }));

after(watchingEvents.sweepCheckAsked, ({ askedAt }) => sweepSteps({ fact: 'asked', at: new Date(askedAt) }));
after(watchingEvents.sweepCheckRecorded, () => sweepSteps({ fact: 'recorded' }));
after(watchingEvents.watchAsked, ({ kind, askedAt }) => watchSteps({ fact: 'asked', kind, at: new Date(askedAt) }));
after(watchingEvents.watchRainCame, ({ cameAt }) => watchSteps({ fact: 'rainCame', at: new Date(cameAt) }));
after(watchingEvents.watchRecorded, ({ kind }) => watchSteps({ fact: 'ended', kind }));
after(watchingEvents.watchDropped, ({ kind }) => watchSteps({ fact: 'ended', kind }));
after(watchingEvents.dutyAsked, ({ startsAt, dueAt }) => [{ start: 'DUTY', at: new Date(startsAt), dueAt: new Date(dueAt) }]);
after(watchingEvents.dutyDone, () => [{ stop: ['DUTY'] }]);

after(campaignEvents.campaignOpened, ({ openedAt, dueAt }) =>
  campaignSteps({ fact: 'opened', at: new Date(openedAt), dueAt: new Date(dueAt) }),
);
after(campaignEvents.campaignExtended, ({ extendedAt, dueAt }) =>
  campaignSteps({ fact: 'extended', at: new Date(extendedAt), dueAt: new Date(dueAt) }),
);
after(campaignEvents.campaignClosed, () => campaignSteps({ fact: 'closed' }));

// A fact from before a proposal had a clock names nothing it was counted by.
after(incidentEvents.incidentProposed, ({ proposedAt, counted }) =>
  counted ? incidentClockSteps({ fact: 'proposed', at: new Date(proposedAt) }) : [],
);
after(incidentEvents.incidentOpened, ({ openedAt }) => incidentClockSteps({ fact: 'opened', at: new Date(openedAt) }));
after(incidentEvents.incidentStatusTold, ({ toldAt }) => incidentClockSteps({ fact: 'statusTold', at: new Date(toldAt) }));
after(incidentEvents.incidentRestored, () => incidentClockSteps({ fact: 'restored' }));
after(incidentEvents.incidentDismissed, () => incidentClockSteps({ fact: 'dismissed' }));
after(incidentEvents.crewWatched, ({ onAt }) => crewSteps({ fact: 'came', at: new Date(onAt) }));
after(incidentEvents.crewRelieved, () => crewSteps({ fact: 'relieved' }));

after(legEvents.legOpened, ({ startedAt, dueAt }) => [{ start: 'CO_RETURN', at: new Date(startedAt), dueAt: new Date(dueAt) }]);
for (const end of [legEvents.legReturned, legEvents.legWaived, legEvents.legEnded]) after(end, () => [{ stop: ['CO_RETURN'] }]);

/**
 * Every clock that a whistle, a summons, a task, a supervision, a check, a look again, a duty, a campaign, an incident or a co-unit's leg has ever had, found again from its
 * log, the published tables and the calendars, as `replayClocks` does for orders. The facts of a leg, and of a summons, say how its lead's time moved. A fact recorded before
 * such facts named what they were counted by goes on by the rules of the clock of this code before it, as the hour of an incident's next status did.
 */
export function replaySteps(
  log: readonly LoggedFact[],
  rulesOf: (policyVersion: number, calendarVersion: number) => ClockRules<TimeLimit>,
): Clock[] {
  const clocks: Clock[] = [];
  const running = (codes: readonly string[]) =>
    clocks.filter(({ state, code }) => (state === 'armed' || state === 'paused') && codes.includes(code));
  let lead: { dueAt: Date; pausedAt: Date | null } = { dueAt: new Date(0), pausedAt: null };
  for (const { type, payload, recordedAt } of log) {
    const told = payload as {
      code: string;
      stage: number;
      calendarVersion: number;
      counted?: { policyVersion: number; calendarVersion: number };
    };
    if (type.endsWith('.clock-fired.v1')) for (const clock of running([told.code])) Object.assign(clock, afterStage(clock, told.stage));
    if (type.endsWith('.clock-recounted.v1')) {
      for (const clock of running([told.code])) {
        const rules = rulesOf(clock.policyVersion, told.calendarVersion);
        Object.assign(clock, recountClock(clock, limitOf(rules, clock), rules.calendar), { calendarVersion: rules.calendarVersion });
      }
    }
    if (type === legEvents.legOpened.type)
      lead = { dueAt: new Date((payload as PayloadOf<typeof legEvents.legOpened>).leadDueAt), pausedAt: null };
    if (type === legEvents.legFollowed.type) {
      const followed = payload as PayloadOf<typeof legEvents.legFollowed>;
      const moved = movedLead(followed, lead);
      for (const clock of running(['CO_RETURN'])) Object.assign(clock, legClockAfter(clock, moved, recordedAt));
      lead = { dueAt: moved.leadDueAt, pausedAt: followed.because === 'PAUSED' ? moved.leadDueBefore : null };
    }
    if (type === whistleEvents.summonsFollowed.type) {
      const moved = movedWithSummons(payload as PayloadOf<typeof whistleEvents.summonsFollowed>);
      for (const clock of running(['WHISTLE_RESULT'])) Object.assign(clock, legClockAfter(clock, moved, recordedAt));
    }
    for (const step of (steps.get(type) ?? (() => []))(payload as never)) {
      if ('stop' in step) for (const clock of running(step.stop)) Object.assign(clock, stopClock(clock, recordedAt));
      else {
        const by = told.counted ?? clocks.findLast(({ code }) => code === step.start);
        clocks.push(begun(step, type, by && rulesOf(by.policyVersion, by.calendarVersion)));
      }
    }
  }
  return clocks;
}

/** How the lead's time moved, by what the leg was told now and before. */
function movedLead(
  { because, leadDueAt, until, pausedAt }: PayloadOf<typeof legEvents.legFollowed>,
  lead: { dueAt: Date; pausedAt: Date | null },
): LeadMoved {
  const moved = {
    ...{ because, leadDueAt: new Date(leadDueAt), until: until === null ? null : new Date(until) },
    ...(pausedAt !== undefined && { pausedAt: new Date(pausedAt) }),
  };
  if (because !== 'RESUMED') return { ...moved, leadDueBefore: lead.dueAt };
  return { ...moved, leadDueBefore: lead.pausedAt ?? lead.dueAt, promisedDueAt: lead.dueAt };
}

/** How the lead's time moved, as a summons was told; it says all of it itself. */
function movedWithSummons({
  because,
  leadDueBefore,
  leadDueAt,
  promisedDueAt,
  until,
}: PayloadOf<typeof whistleEvents.summonsFollowed>): LeadMoved {
  return {
    ...{ because, leadDueBefore: new Date(leadDueBefore), leadDueAt: new Date(leadDueAt), until: until === null ? null : new Date(until) },
    ...(promisedDueAt !== undefined && { promisedDueAt: new Date(promisedDueAt) }),
  };
}

function begun(
  { start, at, dueAt }: Extract<ClockStep, { start: unknown }>,
  type: string,
  rules: ClockRules<TimeLimit> | undefined,
): Clock {
  const clock = rules && beginClock(rules, start, at, dueAt && { startedAt: at, dueAt });
  if (!clock) throw new Error(`${type} starts ${start} without the rules it was counted by`);
  return clock;
}
