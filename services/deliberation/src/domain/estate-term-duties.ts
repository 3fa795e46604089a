import {
  committeeMonths,
  serviceMonths,
  type DeadlineCode,
  type EstateTermKind,
  type EstateTermState,
  type RecordedTermStep,
  type SeatKind,
  type TimeLimit,
} from '@wufang/contracts';
import { addDays, addMonths, beijingDate, dayOfDate, dueAt, instantOfDay, type DateText, type WorkCalendar } from '@wufang/kernel';
import { isChangeOpen } from './estate-term-rules.js';
import { isBody, lastOf, standingOf } from './estate-term-states.js';
import { limitFor } from './notice.js';

/** What somebody owes about a term: which seat, counted from when, until when. */
export interface DutyOfTerm {
  code: TermCode;
  seat: SeatKind;
  startedAt: Date;
  dueAt: Date;
}

interface Counting {
  limits: readonly TimeLimit[];
  calendar: WorkCalendar;
}

export interface TermAt {
  kind: EstateTermKind;
  state: EstateTermState;
  steps: readonly Pick<RecordedTermStep, 'step' | 'recordedAt'>[];
}

/** Whose each duty is. */
const seats = {
  ...{ BODY_CHECK: 'STREET', BODY_PREPARE: 'STREET', BODY_LIST: 'STREET', BODY_FIRST_ASSEMBLY: 'STREET', BODY_MATERIALS: 'STREET' },
  ...{ BODY_FILE: 'OWNERS_BODY', BODY_FILING: 'STREET', BODY_CHANGE_FILE: 'OWNERS_BODY', BODY_ASSEMBLY: 'OWNERS_BODY' },
  ...{ BODY_MEETING: 'OWNERS_BODY', BODY_TERM_REPORT: 'OWNERS_BODY', BODY_TERM_GROUP: 'STREET', BODY_TERM_END: 'STREET' },
  ...{ CONTRACT_FILE: 'FIRM', CONTRACT_DECIDE: 'OWNERS_BODY', CONTRACT_HANDOVER: 'FIRM', SERVICE_END: 'STREET' },
} as const satisfies Partial<Record<DeadlineCode, SeatKind>>;
export type TermCode = keyof typeof seats;
/** Every clock of a term. */
export const termCodes = Object.keys(seats) as TermCode[];
export const seatOfCode = (code: string): SeatKind => seats[code as TermCode];

/**
 * Everything that is owed about a term as its steps leave it, the most urgent first (domain rules 3.2). Nothing but steps, table and calendar decides it, so that
 * it can be counted again from the log. A duty whose time would be over before its term began is none: a contract of five months is not decided on six months before its end.
 * Examples: applied on 2026-03-02 -> the street's check until 2026-04-01 24:00; filed with a term until 2031-03-01 -> assembly, meeting, report, group, end.
 */
export function dutiesOfTerm(term: TermAt, rules: Counting): DutyOfTerm[] {
  const duties = isBody(term.kind) ? ofBody(term, rules) : ofService(term, rules);
  const { beganOn } = standingOf(term.steps);
  const began = beganOn === null ? null : startOf(beganOn);
  return duties
    .filter((duty) => began === null || duty.dueAt > began)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.code.localeCompare(b.code));
}

const startOf = (on: DateText) => instantOfDay(dayOfDate(on));
const endOf = (on: DateText) => instantOfDay(dayOfDate(on) + 1);

/** Counted from a day by the table's row. */
function from(code: TermCode, on: DateText, rules: Counting): DutyOfTerm {
  return { code, seat: seats[code], startedAt: startOf(on), dueAt: dueAt(limitFor(rules, code), startOf(on), rules.calendar).dueAt };
}

/** Due at the end of a day that something else says; it is told as long beforehand as the table's row says. */
function upTo(code: TermCode, on: DateText, rules: Counting): DutyOfTerm {
  return { code, seat: seats[code], startedAt: startOf(daysBefore(on, code, rules)), dueAt: endOf(on) };
}

function daysBefore(on: DateText, code: DeadlineCode, rules: Counting): DateText {
  const limit = limitFor(rules, code);
  // A street that counts in hours tells it on the day itself.
  return limit.clock === 'D' ? addDays(on, -limit.days) : on;
}

function ofBody(term: TermAt, rules: Counting): DutyOfTerm[] {
  const { steps } = term;
  const on = (kind: Parameters<typeof lastOf>[1]) => lastOf(steps, kind)?.on;
  switch (term.state) {
    case 'APPLIED': {
      const checked = on('CHECK');
      return [checked === undefined ? from('BODY_CHECK', on('APPLY')!, rules) : from('BODY_PREPARE', checked, rules)];
    }
    case 'PREPARING': {
      const prepared = on('PREPARE')!;
      const assembly = from('BODY_FIRST_ASSEMBLY', prepared, rules);
      const lastDay = beijingDate(new Date(assembly.dueAt.getTime() - 1));
      const postBy = daysBefore(lastDay, 'BODY_MATERIALS', rules);
      const materials = { code: 'BODY_MATERIALS' as const, seat: seats.BODY_MATERIALS, startedAt: startOf(prepared), dueAt: endOf(postBy) };
      return [
        ...(on('POST_LIST') === undefined ? [from('BODY_LIST', prepared, rules)] : []),
        ...(on('POST_MATERIALS') === undefined ? [materials] : []),
        assembly,
      ];
    }
    case 'ELECTED':
    case 'FORMED': {
      const handedIn = on('HAND_IN');
      const began = standingOf(steps).beganOn!;
      const filing = handedIn === undefined ? from('BODY_FILE', began, rules) : from('BODY_FILING', handedIn, rules);
      return [filing, ...ofSitting(term, rules)];
    }
    case 'FILED': {
      const changed = isChangeOpen(steps) ? [from('BODY_CHANGE_FILE', on('CHANGE')!, rules)] : [];
      return [...changed, ...ofSitting(term, rules)];
    }
    default:
      return [];
  }
}

/** What a committee that sits owes again and again, and about its term's end. What lies before it was entered on the register is not asked for. */
function ofSitting({ kind, steps }: TermAt, rules: Counting): DutyOfTerm[] {
  const end = standingOf(steps).endsOn!;
  const over = upTo('BODY_TERM_END', end, rules);
  if (kind !== 'OWNERS_COMMITTEE') return [over];
  const entered = steps.find(({ step }) => step.kind === 'ENTER');
  const since = entered === undefined ? standingOf(steps).beganOn! : beijingDate(new Date(entered.recordedAt));
  const again = (code: 'BODY_ASSEMBLY' | 'BODY_MEETING', last: DateText, months: number): DutyOfTerm[] => {
    const due = endOf(addMonths(last, months));
    return due > over.dueAt ? [] : [{ code, seat: seats[code], startedAt: startOf(last), dueAt: due }];
  };
  const { assembly, meeting, report } = committeeMonths.value;
  const latest = (step: 'ASSEMBLE' | 'MEET') =>
    steps.reduce((at, one) => (one.step.kind === step && one.step.on > at ? one.step.on : at), since);
  const reportBy = addMonths(end, -report);
  const reported = lastOf(steps, 'REPORT_END');
  return [
    ...again('BODY_ASSEMBLY', latest('ASSEMBLE'), assembly),
    ...again('BODY_MEETING', latest('MEET'), meeting),
    ...(reported === undefined ? [upTo('BODY_TERM_REPORT', reportBy, rules)] : []),
    // Who does not report does not put the street off: it knows the end as well.
    ...(lastOf(steps, 'FORM_GROUP') === undefined ? [from('BODY_TERM_GROUP', reported?.on ?? reportBy, rules)] : []),
    over,
  ];
}

function ofService({ kind, state, steps }: TermAt, rules: Counting): DutyOfTerm[] {
  const { beganOn, endsOn } = standingOf(steps);
  if (kind === 'EMERGENCY_SERVICE') return state === 'ENDED' ? [] : [upTo('SERVICE_END', endsOn!, rules)];
  const ended = lastOf(steps, 'END');
  if (ended) {
    const isOver = ended.isRenewed || lastOf(steps, 'HAND_OVER') !== undefined;
    return isOver ? [] : [from('CONTRACT_HANDOVER', ended.on, rules)];
  }
  const decideBy = addMonths(endsOn!, -serviceMonths.value.decide);
  return [
    ...(state === 'RUNNING' ? [from('CONTRACT_FILE', beganOn!, rules)] : []),
    ...(lastOf(steps, 'DECIDE') === undefined ? [upTo('CONTRACT_DECIDE', decideBy, rules)] : []),
  ];
}
