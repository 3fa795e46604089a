import { drainageCategories, handlingCode, type DeadlineCode, type DemandType, type Level, type TimeLimit } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** Clocks of the handling limit (办理时限), one for each level. */
export const handlingCodes: readonly DeadlineCode[] = Object.values(handlingCode);

/** Whether a clock's end is the order's due time, at which the complainant is called back (条例第二十三条): the handling limit, or that of a rework. */
export function isOrdersLimit(code: DeadlineCode): boolean {
  return handlingCodes.includes(code) || code === 'REWORK';
}

/** The clocks under which whoever is asked of (提级请求) has to answer; an order has one of them at most. */
export const escalationCodes = ['ESCALATION_ASKED_E', 'ESCALATION_ASKED'] as const satisfies readonly DeadlineCode[];

/** By which of them an order of this level is asked about. Example: E -> ESCALATION_ASKED_E; N -> ESCALATION_ASKED. */
export function escalationCode(level: Level): DeadlineCode {
  return level === 'E' ? 'ESCALATION_ASKED_E' : 'ESCALATION_ASKED';
}

/** Every clock that this service watches. */
export const orderCodes = [
  ...Object.values(handlingCode),
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'POLICY_ANSWER',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
  'PROGRESS',
  'ACCEPT_EU',
  'ACCEPT',
  'FIRST_CONTACT_E',
  'FIRST_CONTACT_U',
  'FIRST_CONTACT',
  'REWORK',
  'GRID_VERIFY',
  'DISPUTE_DECIDE',
  'SAME_DAY',
  'EXTENSION_DECIDE',
  'SUSPENSION_DECIDE',
  'TRANSFER_ANSWER',
  ...escalationCodes,
  'TAKE_UP',
  'REVIEW',
  'PAUSE_END',
  'PAUSE_REVIEW',
] as const satisfies readonly DeadlineCode[];

const startedByDispatch: readonly DeadlineCode[] = ['EMERG_FEEDBACK', 'UTIL_ONSITE', 'POLICY_ANSWER', 'PROGRESS', 'ACCEPT_EU', 'ACCEPT'];
const startedByAccept: readonly DeadlineCode[] = ['FIRST_CONTACT_E', 'FIRST_CONTACT_U', 'FIRST_CONTACT'];

/** What completing and closing stop while an objection is being decided: the decision is owed all the same. */
export const stoppedByEnd = orderCodes.filter((code) => code !== 'DISPUTE_DECIDE');

/** What a step of handling stops (domain rules 4.4 and 4.6, column "Stop"). Completing and closing stop all that runs. */
export const stoppedBy = {
  accept: ['ACCEPT_EU', 'ACCEPT'],
  contact: startedByAccept,
  checkIn: ['RAIN_DRAIN', 'LIFT_TRAPPED', 'LIFT_ONSITE'],
  checkInWithPhoto: ['UTIL_ONSITE', 'RAIN_DRAIN', 'LIFT_TRAPPED', 'LIFT_ONSITE'],
  feedback: ['EMERG_FEEDBACK', 'POLICY_ANSWER'],
  progress: ['PROGRESS', 'SAME_DAY'],
} as const satisfies Record<string, readonly DeadlineCode[]>;

/** Duties of the unit that an order no longer has while it is part of an incident; the promise to its complainant stays. */
export const unitDuties: readonly DeadlineCode[] = [
  ...startedByDispatch,
  ...startedByAccept,
  ...(['RAIN_DRAIN', 'LIFT_TRAPPED', 'LIFT_ONSITE', 'LIFT_OUT'] as const),
];

/**
 * Stopped and started anew when an order moves on from the demand centre. Those counted from the *first* dispatch (emergencies, utilities)
 * and from the last word to the citizen (PROGRESS) run on.
 */
const restartedByAssign: readonly DeadlineCode[] = ['NORMAL', 'COMPLEX', 'POLICY_ANSWER', 'ACCEPT_EU', 'ACCEPT'];

interface OrderKind {
  level: Level;
  demandType: DemandType;
}

/** Whether a row of the time-limit table is about orders of this kind. Example: EMERG_FEEDBACK names level E alone. */
export function appliesTo(limit: TimeLimit, { level, demandType }: OrderKind): boolean {
  return (!limit.levels || limit.levels.includes(level)) && (!limit.demandTypes || limit.demandTypes.includes(demandType));
}

function inForce(limits: readonly TimeLimit[], codes: readonly DeadlineCode[], kind: OrderKind): DeadlineCode[] {
  return codes.filter((code) => limits.some((limit) => limit.code === code && appliesTo(limit, kind)));
}

/** The one handling limit of an order. A table without it cannot be worked by, and says so. */
export function handlingLimit(limits: readonly TimeLimit[], level: Level): DeadlineCode {
  const code = handlingCode[level];
  if (!limits.some((limit) => limit.code === code)) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  return code;
}

/**
 * Whether a step meets the handling limit before it has passed, though the matter is not done (domain rules 4.6, column "Stop"): a stage report (阶段性进展)
 * that of water, heat, power and gas, a plan that all parties have signed that of what is complex. Nobody is told of a limit that is met and the order is not
 * late; its due time stays, since the complainant is called back then all the same (条例第二十三条). What was sent back is owed done.
 * Examples: U, reported on after 20 h -> met; after 25 h -> not; U sent back once -> not; C, signed at the table on day 10 -> met, reported on -> not.
 */
export function meetsLimit(
  step: 'report' | 'plan',
  order: { level: Level; reworks: number; dueAt: Date; limitMetAt: Date | null },
  now: Date,
): boolean {
  return order.level === (step === 'report' ? 'U' : 'C') && order.reworks === 0 && order.limitMetAt === null && now <= order.dueAt;
}

/**
 * The duties that start at dispatch, beside the handling limit, by the table in force.
 * Example: a question of level N -> POLICY_ANSWER, PROGRESS, ACCEPT; level E -> EMERG_FEEDBACK, PROGRESS, ACCEPT_EU.
 */
export function dutiesAtDispatch(limits: readonly TimeLimit[], kind: OrderKind): DeadlineCode[] {
  return inForce(limits, startedByDispatch, kind);
}

/**
 * Duties that the directory row adds beside those of the level; one that the table in force no longer knows is left out, since a published row
 * was checked against the table of its day. Example: a row for 电梯困人 adds LIFT_TRAPPED.
 */
export function addedDuties(limits: readonly TimeLimit[], kind: OrderKind, added: readonly DeadlineCode[]): DeadlineCode[] {
  const byLevel = dutiesAtDispatch(limits, kind);
  return added.filter((code) => !byLevel.includes(code) && limits.some((limit) => limit.code === code));
}

/**
 * RAIN_DRAIN holds in the rain and only then (domain rules 4.6): for drainage whether or not its row says so, for another row that adds it too.
 * Example: 排水/污水外溢 while it rains -> RAIN_DRAIN; a row that adds it, on a dry day -> not.
 */
export function inWeather(added: readonly DeadlineCode[], category: readonly string[], isRaining: boolean): DeadlineCode[] {
  const rest = added.filter((code) => code !== 'RAIN_DRAIN');
  const drains = drainageCategories[0].value.some((path) => path.every((part, depth) => category[depth] === part));
  return isRaining && (drains || rest.length < added.length) ? [...rest, 'RAIN_DRAIN'] : rest;
}

/**
 * The added duties that change when the category of an order is set right: those of the wrong one alone end, those of the right one alone are owed from then on, unless
 * the order is no job of its own or done, or, of being on site, somebody is.
 * Example: 电梯困人 set right to 电梯故障 -> LIFT_TRAPPED ends, LIFT_ONSITE and LIFT_OUT begin; with somebody on site -> LIFT_OUT alone begins.
 */
export function dutiesAtCorrection(
  wrong: { duties: readonly DeadlineCode[] },
  right: { duties: readonly DeadlineCode[]; isOwed: boolean; isOnSite: boolean },
): { ended: DeadlineCode[]; added: DeadlineCode[] } {
  const arrived: readonly DeadlineCode[] = right.isOnSite ? stoppedBy.checkInWithPhoto : [];
  return {
    ended: wrong.duties.filter((code) => !right.duties.includes(code)),
    added: right.isOwed ? right.duties.filter((code) => !wrong.duties.includes(code) && !arrived.includes(code)) : [],
  };
}

/** The first contact that is owed once the unit has accepted. Example: U -> FIRST_CONTACT_U. */
export function dutiesAtAccept(limits: readonly TimeLimit[], kind: OrderKind): DeadlineCode[] {
  return inForce(limits, startedByAccept, kind);
}

/** The clocks of the unit that start anew when the demand centre assigns an order; see `restartedByAssign`. */
export function dutiesAtAssign(limits: readonly TimeLimit[], kind: OrderKind): { stop: DeadlineCode[]; start: DeadlineCode[] } {
  const start = inForce(limits, [...restartedByAssign], kind);
  return { stop: [...restartedByAssign, ...startedByAccept], start };
}

/**
 * The clocks of the unit that start anew when an objection is upheld, as when the demand centre assigns; of what was sent back it is the rework's
 * limit, since the handling limit ended when the unit said done, whoever has taken it on or been handed it since (domain rules 4.2: reset only when a
 * dispute is upheld): REWORK, or what the ruling says (`reworkLimit`). An order has one limit at a time, so that none of the others is left running.
 * Example: level N back for rework -> REWORK and ACCEPT.
 */
export function dutiesAtUphold(
  limits: readonly TimeLimit[],
  kind: OrderKind & { hasReworks: boolean; limit?: DeadlineCode | undefined },
): { stop: DeadlineCode[]; start: DeadlineCode[] } {
  if (!kind.hasReworks) return dutiesAtAssign(limits, kind);
  const { limit = 'REWORK' } = kind;
  return {
    stop: [...handlingCodes, 'REWORK', ...stoppedBy.accept, ...startedByAccept],
    start: inForce(limits, [limit, ...stoppedBy.accept], kind),
  };
}

/**
 * The clocks that change when an order is found to be no emergency: those of level E end, those only the lower level has begin. What both have
 * (the next report to the citizen, an answer to a question) runs on. What the unit has done already is not owed again, nor is what an order in an incident has none of.
 * Example: E to N, not accepted yet -> HANDLING_E, EMERG_FEEDBACK, ACCEPT_EU, FIRST_CONTACT_E end; NORMAL (from the dispatch on) and ACCEPT begin.
 */
export function dutiesAtLowering(
  limits: readonly TimeLimit[],
  lowered: OrderKind & { isAccepted: boolean; isContacted: boolean; isInIncident: boolean; isOnSite: boolean },
): { stop: DeadlineCode[]; handling: DeadlineCode; start: DeadlineCode[] } {
  const { stop, ...rest } = dutiesAtLevel(limits, lowered, 'E');
  return { stop: [handlingCode.E, ...stop], ...rest };
}

/** What an order of one level owes and one of another does not, beside the handling limit; what the unit has done already is not owed again. */
function dutiesAtLevel(
  limits: readonly TimeLimit[],
  now: OrderKind & { isAccepted: boolean; isContacted: boolean; isInIncident: boolean; isOnSite: boolean },
  from: Level,
): { stop: DeadlineCode[]; handling: DeadlineCode; start: DeadlineCode[] } {
  const all = [...startedByDispatch, ...startedByAccept];
  const had = inForce(limits, all, { ...now, level: from });
  const has = inForce(limits, all, now);
  const isOwed = (code: DeadlineCode) => {
    if (now.isInIncident && unitDuties.includes(code)) return false;
    if (now.isOnSite && code === 'UTIL_ONSITE') return false;
    if (startedByAccept.includes(code)) return now.isAccepted && !now.isContacted;
    return !now.isAccepted || !(stoppedBy.accept as readonly DeadlineCode[]).includes(code);
  };
  return {
    stop: had.filter((code) => !has.includes(code)),
    handling: handlingLimit(limits, now.level),
    start: has.filter((code) => !had.includes(code) && isOwed(code)),
  };
}

/**
 * The clocks that change when danger is found in an order (提级): the mirror of `dutiesAtLowering`. Those of the lower level alone end, whichever limit it had with
 * them; those that the higher one alone has begin at once. Who has spoken with the complainant, or has accepted, or is on site, owes that no second time.
 * Example: N to E, accepted and contacted -> NORMAL ends; EMERG_FEEDBACK begins; ACCEPT_EU and FIRST_CONTACT_E do not.
 */
export function dutiesAtRaising(
  limits: readonly TimeLimit[],
  raised: OrderKind & { isAccepted: boolean; isContacted: boolean; isInIncident: boolean; isOnSite: boolean },
  from: Level,
): { stop: DeadlineCode[]; handling: DeadlineCode; start: DeadlineCode[] } {
  const { stop, start, handling } = dutiesAtLevel(limits, raised, from);
  return { stop: [...handlingCodes, 'REWORK', ...stop], handling, start };
}

/**
 * What starts anew when an order is handed up (有事您找我) or over (转办): the next one has to accept it and to speak with the complainant. The time for
 * the matter itself runs on: only a dispute that is upheld gives lost time back (domain rules 4.2).
 */
export function dutiesAtHandUp(limits: readonly TimeLimit[], kind: OrderKind): { stop: DeadlineCode[]; start: DeadlineCode[] } {
  return { stop: [...stoppedBy.accept, ...startedByAccept], start: inForce(limits, [...stoppedBy.accept], kind) };
}
