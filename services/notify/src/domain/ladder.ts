import { quietHours, type DeadlineCode, type Level } from '@wufang/contracts';
import { addDays, atBeijing, beijingDate } from '@wufang/kernel';
import { clockMessages, type Draft } from './messages.js';

/** A stage that a clock has reached, as dispatch and intake tell it. */
export interface Rung {
  subjectId: string;
  /** What the clock belongs to where that is not the subject: one summons of a whistle, one leg of an order. */
  clockOf?: string | undefined;
  no: string | null;
  /** What the duty is about where that has no number of an order. */
  about?: string | undefined;
  code: string;
  stage: number;
  kind: string;
  tell: readonly string[];
  dueAt: string;
  leadUnitId: string | null;
  level?: Level | undefined;
  /** Of an order's stage: the leader in charge of it (包片), who hears where its leaders are told. */
  inChargeId?: string | undefined;
  /** Whether somebody has taken the order on. Absent where nobody has to. */
  isAccepted?: boolean | undefined;
  /** Of the first warning of an order's limit: nobody has said yet what will be done, by whom and until when. */
  lacksMeasure?: boolean | undefined;
}

/** Duties of emergencies and utilities, whatever they belong to. */
const urgentCodes: readonly string[] = [
  'HANDLING_E',
  'UTIL_DONE',
  'EMERG_FEEDBACK',
  'UTIL_ONSITE',
  'ACCEPT_EU',
  'FIRST_CONTACT_E',
  'FIRST_CONTACT_U',
  'LEVEL_CONFIRM',
  'SCREEN_E',
  'RAIN_DRAIN',
  'LIFT_TRAPPED',
  'LIFT_ONSITE',
  'LIFT_OUT',
  'BROADCAST',
  'INCIDENT_CONFIRM',
  'CREW_HOURS',
  'WHISTLE_ASKED_E',
  'WHISTLE_RESPOND_E',
  'ESCALATION_ASKED_E',
] satisfies DeadlineCode[];

/** Decisions that any chief of the street may make, and often not that of the unit that leads (`refuseOwnUnit` of dispatch). */
const decidedByOthers: readonly string[] = [
  'EXTENSION_DECIDE',
  'DISPUTE_DECIDE',
  'PAUSE_REVIEW',
  'INCIDENT_CONFIRM',
] satisfies DeadlineCode[];

export function isUrgent({ code, level }: Pick<Rung, 'code' | 'level'>): boolean {
  return level === 'E' || level === 'U' || urgentCodes.includes(code);
}

/**
 * When somebody is told of a stage: at once, but what is not urgent waits for the end of the quiet hours (免打扰时段).
 * Example: level N at 23:10 -> 7:00 of the next day; at 6:59 -> 7:00; at 7:00 -> at once; level E -> at once.
 */
export function toldAt(rung: Pick<Rung, 'code' | 'level'>, now: Date): Date {
  if (isUrgent(rung)) return now;
  const { from, to } = quietHours.value;
  const today = beijingDate(now);
  const morning = atBeijing(today, to);
  if (now < morning) return morning;
  return now >= atBeijing(today, from) ? atBeijing(addDays(today, 1), to) : now;
}

/**
 * When a summoned unit hears of the whistle: as the ladder keeps its hours, but in time for a meeting that is held before they are over.
 * Example: level N at 23:10 -> 7:00; with a meeting at 6:30 -> at once; level E -> at once.
 */
export function summonsToldAt(told: { level: Level; meetingAt: string | null }, now: Date): Date {
  const at = toldAt({ code: 'WHISTLE', level: told.level }, now);
  return told.meetingAt !== null && new Date(told.meetingAt) <= at ? now : at;
}

/**
 * When somebody hears of a duty of the plan: not at the midnight at which its day begins, but in time for one that begins before the quiet hours are over.
 * Example: asked at 0:00 for 9:00 -> 7:00; for a shift from 6:00 -> at once.
 */
export function dutyToldAt({ startsAt }: { startsAt: string }, now: Date): Date {
  const at = toldAt({ code: 'DUTY' }, now);
  return new Date(startsAt) <= at ? now : at;
}

/**
 * Each of those who stand in for a seat that nobody holds is told once, however many such seats of theirs a stage tells (never doubled, domain rules 4.6).
 * Example: tells V and T, nobody holds either -> the leaders once; T is held -> the leaders for V, its holder for T.
 */
export function onceEach(drafts: readonly Draft[], heldSeats: readonly string[]): Draft[] {
  const whom = ({ role, seat, unitId, accountId }: Draft) =>
    [role, unitId, accountId, role === null || heldSeats.includes(seat ?? '') ? seat : null].join();
  return drafts.filter((draft, i) => drafts.findIndex((other) => whom(other) === whom(draft)) === i);
}

/**
 * Who is told of a stage: the seats of its rung, at V the leader in charge of the order (domain rules 4.6), and the desk of the demand centre beside the handler where nobody has taken the order on, or none
 * leads it, and its time is up: what nobody holds must not climb unseen.
 * The section chief hears at the first warning, too, where nobody has said what will be done (domain rules 1.6, row 144).
 * Examples: ACCEPT breached, tells S, not accepted -> section chief of the unit and desk; NORMAL warned, tells H, no measure -> handler and section chief.
 */
export function rungMessages(rung: Rung): Draft[] {
  const isOrphan = rung.leadUnitId === null && rung.tell.includes('H');
  const isForgotten = rung.isAccepted === false && rung.kind !== 'warning';
  const tell = (isOrphan || isForgotten) && !rung.tell.includes('DESK_LEAD') ? [...rung.tell, 'DESK_LEAD'] : rung.tell;
  const asked = rung.lacksMeasure && !tell.includes('S') ? [...tell, 'S'] : tell;
  const told = clockMessages({ ...rung, tell: isOrphan ? asked.filter((seat) => seat !== 'H') : asked });
  for (const draft of told) if (draft.seat === 'V' && rung.inChargeId !== undefined) draft.accountId = rung.inChargeId;
  // What the unit asks for its own chief does not decide: whoever may, hears of it.
  return decidedByOthers.includes(rung.code) ? told.map((draft) => (draft.seat === 'S' ? { ...draft, unitId: null } : draft)) : told;
}
