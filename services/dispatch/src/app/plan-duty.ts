import { watchingEvents, type ChainSeat, type Ctx, type Duty, type DutyPlan, type watching as operations } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate, DomainError, formatBeijing } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { activePlans, duties, dutyPlans } from '../db/duties.store.js';
import { toDuty, toDutyPlan } from '../db/duties.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockWithinReach } from '../db/work-orders.store.js';
import type { DutyPlanRow, DutyRow } from '../db/watching.schema.js';
import { dutyDays, dutyHours, firstTurn, nextDutyDay, onTurn, refuseEmpty, relievedTurns, restsOnNoCalendar } from '../domain/duty-rule.js';
import { refusePrivate } from '../domain/public-text.js';
import { countedBy } from './take-clock-steps.js';

/** A plan is looked at at least this often, since a holiday notice may still change which of its days are worked; each day while the notice is not out. */
const LOOK_DAYS = 7;
/** So long after a calendar has come every plan is looked at: a reading of the rules that began before has ended by then. */
const LOOK_AFTER_CALENDAR_MS = 30_000;

/**
 * What a unit has to do again and again: a check, a reception day (民意接待日), a rota of shifts (值班表). Units plan for themselves. A shift may name the
 * seat of the breach chain that who is on duty stands for (domain rules 4.5, step 7: duty roster): stages of clocks then reach that person at the time. A check may be about one order, as of what is closed and looked at on (domain rules part 1, row 111).
 */
export async function planDuty(
  tx: DispatchTx,
  input: z.output<typeof operations.planDuty.input>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<DutyPlan> {
  const known = await tx.lock(dutyPlans, input.id);
  if (known) return toDutyPlan(withinReach(known, ctx));
  if (!(await streets.at(tx.streetId)).units.has(input.unitId)) throw new DomainError('unit.unknown', { unit: input.unitId });
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(input.unitId)) throw new DomainError('object.not-found', {});
  refuseEmpty(input.rule);
  const seat = input.seat ?? null;
  refuseSeat(seat, ctx);
  if (seat !== null && (input.kind !== 'SHIFT' || input.rota.length === 0)) throw new DomainError('duty.rota-needed', {});
  for (const text of [input.title, input.point]) if (text !== undefined) refusePrivate(text);
  const today = beijingDate(tx.now);
  const from = input.from !== undefined && input.from > today ? input.from : today;
  const { id, kind, title, unitId, rule, rota, orderId = null, point = null, until = null } = input;
  if (orderId !== null) await lockWithinReach(tx, orderId, ctx);
  // Hours that are over before the plan was made are nobody's omission.
  const isTodayOver = dutyHours(rule, from).dueAt <= tx.now;
  const plan = tx.create(
    dutyPlans,
    {
      ...{ id, kind, title, unitId, point, rule, rota, seat, turn: 0, fromOn: from, untilOn: until, isActive: true },
      ...{ doneThrough: isTodayOver ? from : addDays(from, -1), nextOn: null, orderId },
    },
    [
      fact(watchingEvents.dutyPlanned, {
        kind,
        title,
        unitId,
        rule,
        from,
        until,
        ...(seat && { seat }),
        ...(orderId !== null && { orderId }),
      }),
    ],
  );
  return toDutyPlan(askDuties(tx, plan, await rules.at(tx.streetId, tx.now)));
}

/**
 * Makes every duty of a plan up to today that is not there yet, and sets when the plan is looked at next. The plan moves on in the same transaction, so
 * none is made twice; after an outage those of the days that were missed are made too, so that what was not done shows.
 */
export function askDuties(tx: DispatchTx, plan: DutyPlanRow, rules: ClockRules): DutyPlanRow {
  const today = beijingDate(tx.now);
  const through = plan.untilOn !== null && plan.untilOn < today ? plan.untilOn : today;
  const days = dutyDays(plan.rule, addDays(plan.doneThrough, 1), through, rules.calendar);
  days.forEach((on, i) => askDuty(tx, plan, on, plan.turn + i, rules));
  const doneThrough = plan.doneThrough > today ? plan.doneThrough : today;
  const nextOn = nextDutyDay(plan.rule, doneThrough, plan.untilOn, rules.calendar);
  if (nextOn !== null) {
    const look = addDays(doneThrough, restsOnNoCalendar(plan.rule, nextOn, rules.calendar) ? 1 : LOOK_DAYS);
    const at = atBeijing(nextOn < look ? nextOn : look, '00:00');
    // Nobody's duty but the system's own: one stage, nobody is told, no table counts it.
    tx.arm({
      ...{ id: tx.newId(), subjectId: plan.id, code: 'DUTY_NEXT', startedAt: tx.now, dueAt: at, stage: 0, firesAt: at, state: 'armed' },
      ...{
        stages: [{ kind: 'breach', at, tell: [] }],
        stoppedAt: null,
        policyVersion: 0,
        calendarVersion: 0,
        provisional: false,
        changes: [],
      },
    });
  }
  return tx.save(dutyPlans, { ...plan, doneThrough, nextOn, turn: plan.turn + days.length }, [
    fact(watchingEvents.dutyPlanMoved, { on: days, nextOn }),
  ]);
}

/**
 * A year's calendar has come, for the first time or anew: days that it makes working days, or takes, may come before the next look. Every plan that
 * goes on is looked at within the minute.
 */
export async function lookAtPlans(tx: DispatchTx): Promise<void> {
  const at = new Date(tx.now.getTime() + LOOK_AFTER_CALENDAR_MS);
  for (const id of (await tx.load(activePlans, 'all')) ?? []) {
    const plan = await tx.lock(dutyPlans, id);
    if (!plan?.isActive) continue;
    const clock = (await tx.runningClocks(id)).find(({ code }) => code === 'DUTY_NEXT');
    if (!clock || clock.dueAt <= at) continue;
    tx.move(clock, { dueAt: at, firesAt: at, stages: clock.stages.map((stage) => ({ ...stage, at })) });
  }
}

function askDuty(tx: DispatchTx, plan: DutyPlanRow, on: string, turn: number, rules: ClockRules): void {
  const id = tx.newId();
  const { startsAt, dueAt } = dutyHours(plan.rule, on);
  // Counted from when it began: of one that was made late, what nobody was told in time is told now.
  const clock = startClock(rules, 'DUTY', id, startsAt, { startedAt: startsAt, dueAt });
  if (!clock) throw new DomainError('time-limits.invalid', { faults: '缺少DUTY' });
  tx.arm(clock);
  const { kind, title, unitId, point, seat, orderId } = plan;
  const onDuty = onTurn(plan.rota, turn);
  const turns = firstTurn(onDuty, { startsAt, dueAt });
  tx.create(
    duties,
    {
      ...{ id, planId: plan.id, kind, title, unitId, point, onDuty, seat, turns, onDate: on, startsAt, dueAt },
      ...{ state: 'OPEN' as const, note: null, doneAt: null, orderId },
    },
    [
      fact(watchingEvents.dutyAsked, {
        ...{ planId: plan.id, kind, title, unitId, on, startsAt: startsAt.toISOString(), dueAt: dueAt.toISOString() },
        ...(seat && { seat, turns }),
        ...countedBy(rules),
      }),
    ],
  );
}

/** Another account has the shift from now on, or from its beginning (替班). Who has had it stays to be seen. */
export async function relieveDuty(tx: DispatchTx, input: { id: string; accountId: string }, ctx: Ctx): Promise<Duty> {
  const duty = withinReach(await tx.lock(duties, input.id), ctx);
  refuseSeat(duty.seat, ctx);
  if (duty.kind !== 'SHIFT' || duty.dueAt <= tx.now) throw new DomainError('duty.no-shift', {});
  if (duty.onDuty === input.accountId) return toDuty(duty);
  const turns = relievedTurns(duty.turns.length > 0 ? duty.turns : firstTurn(duty.onDuty, duty), input.accountId, duty, tx.now);
  const { planId, unitId, seat, title } = duty;
  const relieved = fact(watchingEvents.dutyRelieved, { planId, unitId, seat, title, dueAt: duty.dueAt.toISOString(), turns });
  return toDuty(tx.save(duties, { ...duty, onDuty: input.accountId, turns }, [relieved]));
}

/** Seats beyond the unit itself are the administrator's to give, here as on the chain. */
function refuseSeat(seat: ChainSeat | null, { actor }: Ctx): void {
  if (seat !== null && seat !== 'H' && !actor.roles.includes('administrator')) throw new DomainError('access.denied', {});
}

/** A plan that goes on until a later day; one that was ended stays ended. Its next look is set anew, for it may have none left. */
export async function extendDutyPlan(tx: DispatchTx, id: string, until: string, rules: ClockRules): Promise<void> {
  const plan = await tx.lock(dutyPlans, id);
  if (!plan?.isActive || plan.untilOn === null || plan.untilOn >= until) return;
  tx.stop(plan.id, ['DUTY_NEXT']);
  askDuties(tx, { ...plan, untilOn: until }, rules);
}

/** No more of it; what has been asked for is still owed. */
export async function endDutyPlan(tx: DispatchTx, { id }: { id: string }, ctx: Ctx): Promise<DutyPlan> {
  const plan = withinReach(await tx.lock(dutyPlans, id), ctx);
  if (!plan.isActive) return toDutyPlan(plan);
  tx.stop(plan.id, ['DUTY_NEXT']);
  const ended = fact(watchingEvents.dutyPlanEnded, { endedAt: tx.now.toISOString() });
  return toDutyPlan(tx.save(dutyPlans, { ...plan, isActive: false, nextOn: null }, [ended]));
}

/** Done, with what there was to say; after its hours it is done late, and stays so. */
export async function doDuty(tx: DispatchTx, input: { id: string; note: string }, ctx: Ctx): Promise<Duty> {
  const duty = withinReach(await tx.lock(duties, input.id), ctx);
  if (duty.state === 'DONE' || duty.state === 'DONE_LATE') throw new DomainError('check.recorded', {});
  if (duty.startsAt > tx.now) throw new DomainError('check.too-early', { from: formatBeijing(duty.startsAt).slice(0, 16) });
  refusePrivate(input.note);
  const isLate = tx.now >= duty.dueAt;
  tx.stop(duty.id, ['DUTY']);
  const done = fact(watchingEvents.dutyDone, { planId: duty.planId, doneAt: tx.now.toISOString(), isLate });
  return toDuty(tx.save(duties, { ...duty, state: isLate ? 'DONE_LATE' : 'DONE', note: input.note, doneAt: tx.now }, [done]));
}

/** A duty is due soon, or its hours are over and nobody did it. */
export function recordFiredDuty(tx: DispatchTx, duty: DutyRow, clock: DeadlineRow, fired: FiredStage): void {
  const isMissed = clock.stages.slice(clock.stage, fired.stage + 1).some(({ kind }) => kind === 'breach');
  tx.save(duties, { ...duty, state: isMissed ? 'MISSED' : duty.state }, [
    fact(watchingEvents.dutyClockFired, {
      ...{ title: duty.title, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, unitId: duty.unitId, planId: duty.planId },
    }),
  ]);
}

function withinReach<Row extends { unitId: string }>(row: Row | undefined, { scope, actor }: Ctx): Row {
  if (!row || (scope !== 'street' && !actor.unitIds.includes(row.unitId))) throw new DomainError('object.not-found', {});
  return row;
}
