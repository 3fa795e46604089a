import { dispatchEvents, type DemandType, type Level, type TimeLimit } from '@wufang/contracts';
import { afterStage, beginClock, limitOf, recountClock, type Clock, type ClockRules } from '@wufang/kernel';
import { clockMoves, movedClock, orderAfter, type ClockMove, type OrderFact, type OrderSoFar } from './clock-moves.js';

/** A fact of an order as the log keeps it. */
export interface LoggedFact extends OrderFact {
  recordedAt: Date;
}

type RulesOf = (policyVersion: number, calendarVersion: number) => ClockRules<TimeLimit>;

/**
 * Every clock an order has ever had, found again from its log, the published tables and the calendars: a deadline is a pure function of policy
 * version, calendar version and event log. What is stored has to be the same.
 */
export function replayClocks(log: readonly LoggedFact[], rulesOf: RulesOf): Clock[] {
  const clocks: Clock[] = [];
  let order: OrderSoFar = {
    level: 'N',
    demandType: 'HELP',
    isContacted: false,
    isRework: false,
    hasReworks: false,
    isDisputed: false,
    isInIncident: false,
  };
  for (const fact of log) {
    const payload = fact.payload as {
      code?: string;
      stage?: number;
      level?: Level;
      demandType?: DemandType;
      calendarVersion?: number;
      counted?: { policyVersion: number; calendarVersion: number };
    };
    if (fact.type === dispatchEvents.dispatched.type || fact.type === dispatchEvents.imported.type) {
      order = { ...order, level: payload.level ?? order.level, demandType: payload.demandType ?? order.demandType };
    }
    if (fact.type === dispatchEvents.clockFired.type) {
      for (const clock of running(clocks, [payload.code!])) Object.assign(clock, afterStage(clock, payload.stage!));
    }
    if (fact.type === dispatchEvents.clockRecounted.type) {
      for (const clock of running(clocks, [payload.code!])) {
        const rules = rulesOf(clock.policyVersion, payload.calendarVersion!);
        Object.assign(clock, recountClock(clock, limitOf(rules, clock), rules.calendar), { calendarVersion: rules.calendarVersion });
      }
      continue;
    }
    const { counted } = payload;
    const rules = counted && rulesOf(counted.policyVersion, counted.calendarVersion);
    for (const move of clockMoves(fact, order, rules?.limits ?? [])) {
      if (move.move === 'start') clocks.push(begun(move, fact, rules));
      else for (const clock of running(clocks, move.codes)) Object.assign(clock, movedClock(clock, move, fact.recordedAt, rules));
    }
    order = orderAfter(fact, order);
  }
  return clocks;
}

function begun(
  { code, since, written }: ClockMove & { move: 'start' },
  { type, recordedAt }: LoggedFact,
  rules: ClockRules | undefined,
): Clock {
  const clock = rules && beginClock(rules, code, since ?? recordedAt, written);
  if (!clock) throw new Error(`${type} starts ${code} without the rules it was counted by`);
  return clock;
}

function running(clocks: readonly Clock[], codes: readonly string[] | 'all'): Clock[] {
  return clocks.filter(({ state, code }) => (state === 'armed' || state === 'paused') && (codes === 'all' || codes.includes(code)));
}
