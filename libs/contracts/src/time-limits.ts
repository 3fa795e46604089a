import { z } from 'zod';
import { ChainSeat, DeadlineCode, DemandType, Level } from './enums.js';

/**
 * How long a duty may take. C runs at once, day and night; W in working hours; D counts days (domain rules 3.9); SAME_DAY ends at closing time
 * `at`, and what comes at or after `until` is due at closing of the next day.
 */
export const Limit = z.discriminatedUnion('clock', [
  z.object({ clock: z.literal('C'), minutes: z.number().positive() }),
  z.object({ clock: z.literal('CW'), minutes: z.number().positive(), from: z.string(), to: z.string() }),
  z.object({ clock: z.literal('W'), minutes: z.number().positive() }),
  z.object({ clock: z.literal('SAME_DAY'), at: z.string(), until: z.string() }),
  z.object({ clock: z.literal('D'), days: z.number().int().positive(), unit: z.enum(['calendar', 'working']), roll: z.boolean() }),
]);
export type Limit = z.infer<typeof Limit>;

/** When a stage of a clock fires: from its start, as a part of the limit, at a time of its last day, or after its due time. */
export const StageAt = z.union([
  z.object({ minutes: z.number().positive() }),
  z.object({ days: z.number().int().positive() }),
  z.object({ clockTime: z.string() }),
  z.object({ fraction: z.tuple([z.number().int(), z.number().int()]) }),
  z.object({ afterDueMinutes: z.number().nonnegative() }),
]);
export type StageAt = z.infer<typeof StageAt>;

export const Stage = z.object({ kind: z.enum(['warning', 'breach', 'after']), at: StageAt, tell: z.array(ChainSeat) });
export type Stage = z.infer<typeof Stage>;

/**
 * One row of the time-limit table (时限表). Which orders it applies to, the limit, the stages, and where it comes from. An empty list of levels
 * means none by itself: the duty is added by rows of the dispatch directory.
 */
export const TimeLimit = z
  .object({
    code: DeadlineCode,
    levels: z.array(Level).optional(),
    demandTypes: z.array(DemandType).optional(),
    limit: Limit,
    stages: z.array(Stage),
    source: z.string(),
  })
  .meta({ id: 'TimeLimit' });
export type TimeLimit = z.infer<typeof TimeLimit>;

const warn = (at: StageAt, ...tell: ChainSeat[]): Stage => ({ kind: 'warning', at, tell });
const breach = (...tell: ChainSeat[]): Stage => ({ kind: 'breach', at: { afterDueMinutes: 0 }, tell });
const half: StageAt = { fraction: [1, 2] };
const days = (n: number, roll = false): Limit => ({ clock: 'D', days: n, unit: 'calendar', roll });

/**
 * The default table of domain rules 4.6, in force from 2020-01-01 until a street publishes its own. Sources: S3 the
 * client's papers (后沙峪), W10/W12/W14 press, L1 regulation article, P a proposal of this project.
 */
export const defaultTimeLimits: readonly TimeLimit[] = [
  {
    code: 'HANDLING_E',
    levels: ['E'],
    limit: { clock: 'C', minutes: 120 },
    stages: [warn({ minutes: 60 }, 'H', 'S'), breach('S', 'V')],
    source: 'W12',
  },
  {
    code: 'UTIL_DONE',
    levels: ['U'],
    limit: { clock: 'C', minutes: 1440 },
    stages: [warn({ minutes: 720 }, 'H'), warn({ minutes: 1200 }, 'H', 'S'), breach('S', 'V')],
    source: 'W12',
  },
  {
    code: 'NORMAL',
    levels: ['N'],
    limit: days(7),
    stages: [warn({ days: 3 }, 'H'), warn({ days: 6 }, 'H', 'S'), breach('S', 'V')],
    source: 'W12',
  },
  {
    code: 'COMPLEX',
    levels: ['C'],
    limit: days(15),
    stages: [warn({ days: 7 }, 'H'), warn({ days: 12 }, 'H', 'S'), warn({ days: 14 }, 'S', 'V'), breach('S', 'V', 'T')],
    source: 'W12, S3',
  },
  {
    code: 'EMERG_FEEDBACK',
    levels: ['E'],
    limit: { clock: 'C', minutes: 120 },
    stages: [
      warn({ minutes: 60 }, 'H', 'S'),
      warn({ minutes: 90 }, 'V'),
      warn({ minutes: 105 }, 'H', 'S', 'V'),
      breach('T'),
      { kind: 'after', at: { afterDueMinutes: 60 }, tell: ['R'] },
    ],
    source: 'S3',
  },
  {
    code: 'UTIL_ONSITE',
    levels: ['U'],
    limit: { clock: 'C', minutes: 180 },
    stages: [warn({ minutes: 90 }, 'H', 'S'), warn({ minutes: 150 }, 'S', 'V'), breach('S', 'V', 'T')],
    source: 'S3',
  },
  {
    code: 'RAIN_DRAIN',
    levels: [],
    limit: { clock: 'C', minutes: 30 },
    stages: [warn({ minutes: 15 }, 'H', 'S'), breach('V', 'T')],
    source: 'S3',
  },
  {
    code: 'LIFT_TRAPPED',
    levels: [],
    limit: { clock: 'C', minutes: 30 },
    stages: [warn({ minutes: 15 }, 'V'), breach('V', 'T')],
    source: 'TSG T5002',
  },
  // A lift that stands still (电梯故障): its maintainer is there in ten minutes and has it running within the hour. For rows of the directory that say so.
  {
    code: 'LIFT_ONSITE',
    levels: [],
    limit: { clock: 'C', minutes: 10 },
    stages: [warn(half, 'H'), breach('S')],
    source: 'S4',
  },
  {
    code: 'LIFT_OUT',
    levels: [],
    limit: { clock: 'C', minutes: 60 },
    stages: [warn({ minutes: 40 }, 'H'), breach('S', 'V')],
    source: 'S4',
  },
  {
    code: 'POLICY_ANSWER',
    demandTypes: ['INQUIRY'],
    limit: { clock: 'D', days: 1, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'S3',
  },
  {
    code: 'PROGRESS',
    limit: days(15),
    // Every 15 days (domain rules 4.6): whoever stays silent is told of at the end of each further 15 days. After the last of these the clock begins anew.
    stages: [
      warn({ days: 12 }, 'H'),
      warn({ days: 14 }, 'H', 'S'),
      breach('S', 'V'),
      ...[1, 2, 3, 4, 5].map((n): Stage => ({ kind: 'after', at: { afterDueMinutes: n * 15 * 1440 }, tell: ['S', 'V'] })),
    ],
    source: 'S3',
  },
  {
    code: 'LEVEL_CONFIRM',
    levels: ['E'],
    limit: { clock: 'C', minutes: 5 },
    stages: [warn(half, 'DESK_LEAD'), breach('DESK_LEAD')],
    source: 'P (domain rules 4.5-1)',
  },
  {
    code: 'SCREEN_E',
    levels: ['E'],
    limit: { clock: 'C', minutes: 5 },
    stages: [warn(half, 'DESK_LEAD'), breach('DESK_LEAD')],
    source: 'P',
  },
  {
    code: 'SCREEN',
    levels: ['U', 'N', 'C'],
    limit: { clock: 'C', minutes: 30 },
    stages: [warn(half, 'DESK_LEAD'), breach('DESK_LEAD')],
    source: 'P',
  },
  { code: 'ACCEPT_EU', levels: ['E', 'U'], limit: { clock: 'C', minutes: 15 }, stages: [warn(half, 'H'), breach('S')], source: 'P' },
  { code: 'ACCEPT', levels: ['N', 'C'], limit: { clock: 'W', minutes: 120 }, stages: [warn(half, 'H'), breach('S')], source: 'P' },
  { code: 'FIRST_CONTACT_E', levels: ['E'], limit: { clock: 'C', minutes: 30 }, stages: [warn(half, 'H'), breach('S')], source: 'P' },
  { code: 'FIRST_CONTACT_U', levels: ['U'], limit: { clock: 'C', minutes: 120 }, stages: [warn(half, 'H'), breach('S')], source: 'P' },
  { code: 'FIRST_CONTACT', levels: ['N', 'C'], limit: { clock: 'C', minutes: 1440 }, stages: [warn(half, 'H'), breach('S')], source: 'P' },
  {
    code: 'CALLBACK_INSTANT',
    limit: { clock: 'CW', minutes: 120, from: '08:00', to: '20:00' },
    stages: [warn({ minutes: 60 }, 'CALLBACK_LEAD'), breach('CALLBACK_LEAD')],
    source: 'S3',
  },
  { code: 'CALLBACK_DUE', limit: days(1), stages: [breach('CALLBACK_LEAD')], source: 'L1-23' },
  // Whoever stays silent on is told of on: twice within the next hours, then every day for two weeks.
  {
    code: 'BROADCAST',
    limit: { clock: 'C', minutes: 60 },
    stages: [
      breach('V'),
      { kind: 'after', at: { afterDueMinutes: 60 }, tell: ['V'] },
      { kind: 'after', at: { afterDueMinutes: 120 }, tell: ['V', 'T'] },
      ...Array.from({ length: 14 }, (_, n): Stage => ({ kind: 'after', at: { afterDueMinutes: (n + 1) * 1440 }, tell: ['V', 'T'] })),
    ],
    source: 'P (S2)',
  },
  // So long a crew may be on site without being relieved: longer work is dangerous to it (连续作业风险由应急队接替). Its unit hears an hour before, so that another one can be sent.
  {
    code: 'CREW_HOURS',
    limit: { clock: 'C', minutes: 600 },
    stages: [
      warn({ minutes: 540 }, 'H'),
      breach('H', 'S', 'V'),
      { kind: 'after', at: { afterDueMinutes: 120 }, tell: ['S', 'V'] },
      { kind: 'after', at: { afterDueMinutes: 360 }, tell: ['S', 'V', 'T'] },
    ],
    source: 'P (S2)',
  },
  // What the system takes for an incident is confirmed or dismissed while its demands still go to their units one by one.
  {
    code: 'INCIDENT_CONFIRM',
    limit: { clock: 'C', minutes: 15 },
    stages: [warn(half, 'DESK_LEAD'), breach('S', 'V')],
    source: 'P (domain rules 4.5-4)',
  },
  { code: 'WATCH_T7', limit: days(7), stages: [warn({ days: 6 }, 'H'), breach('S')], source: 'S1, S2' },
  { code: 'WATCH_T30', limit: days(30), stages: [warn({ days: 29 }, 'H'), breach('S')], source: 'S1, S2' },
  // Counted from the rain: the place is looked at by the end of the day after.
  { code: 'WATCH_RAIN', limit: days(1), stages: [warn(half, 'H'), breach('S')], source: 'S1, S2; P' },
  // Counted from the day the heating is turned on, and told on its morning: pipes are looked at while they are filled and warm for the first time.
  {
    code: 'WATCH_HEATING',
    limit: days(15),
    stages: [warn({ minutes: 480 }, 'H'), warn({ days: 7 }, 'H'), breach('S')],
    source: 'P (domain rules 4.7)',
  },
  {
    code: 'SWEEP_CHECK',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'P (S3)',
  },
  // A duty is due when its plan says; of this row only the stages count.
  // The month is the limit; its start and end are written when the slot opens.
  {
    code: 'MONTHLY_PROJECT',
    limit: days(31),
    stages: [warn(half, 'S'), warn({ fraction: [5, 6] }, 'S'), breach('S', 'V')],
    source: 'P (S2)',
  },
  // What a committee has decided in its own meeting is posted in three days.
  { code: 'BODY_POST', limit: days(3, true), stages: [warn({ days: 2 }, 'H'), breach('S')], source: 'L2-45, L2-57' },
  // Owners' bodies and property contracts (domain rules 3.2), from the application for a first assembly to the hand-over of a firm.
  { code: 'BODY_CHECK', limit: days(30, true), stages: [warn({ days: 20 }, 'H', 'S'), breach('S', 'V')], source: 'L2-31' },
  { code: 'BODY_PREPARE', limit: days(30, true), stages: [warn({ days: 20 }, 'H', 'S'), breach('S', 'V')], source: 'L2-31' },
  { code: 'BODY_LIST', limit: days(7, true), stages: [warn({ days: 5 }, 'H'), breach('H', 'S')], source: 'L2-31' },
  { code: 'BODY_FIRST_ASSEMBLY', limit: days(60, true), stages: [warn({ days: 40 }, 'H'), breach('H', 'S', 'V')], source: 'L2-32' },
  // So long before the first assembly has to be held; the clock runs to that day.
  { code: 'BODY_MATERIALS', limit: days(15), stages: [warn({ fraction: [4, 5] }, 'H'), breach('H', 'S')], source: 'L2-32' },
  { code: 'BODY_FILE', limit: days(30, true), stages: [warn({ days: 20 }, 'H'), breach('H', 'S')], source: 'L2-43' },
  {
    code: 'BODY_FILING',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn({ days: 3 }, 'H', 'S'), breach('S', 'V')],
    source: 'L2-43',
  },
  { code: 'BODY_CHANGE_FILE', limit: days(30, true), stages: [warn({ days: 20 }, 'H'), breach('H', 'S')], source: 'L2-50' },
  // The next six end so many months after the last time or before the end (`committeeMonths`, `serviceMonths`) or at the end itself; their days are the time
  // in which that is told beforehand.
  { code: 'BODY_ASSEMBLY', limit: days(365), stages: [warn({ fraction: [11, 12] }, 'H'), breach('H', 'S')], source: 'L2-35' },
  { code: 'BODY_MEETING', limit: days(60), stages: [warn({ fraction: [3, 4] }, 'H'), breach('H', 'S')], source: 'L2-45' },
  { code: 'BODY_TERM_REPORT', limit: days(60), stages: [warn(half, 'H'), breach('H', 'S')], source: 'L2-49' },
  { code: 'CONTRACT_DECIDE', limit: days(60), stages: [warn(half, 'H'), breach('H', 'S')], source: 'L2-75' },
  { code: 'BODY_TERM_END', limit: days(90), stages: [warn({ fraction: [2, 3] }, 'H', 'S'), breach('H', 'S', 'V')], source: 'L2-41, L2-58' },
  { code: 'SERVICE_END', limit: days(60), stages: [warn(half, 'H', 'S'), breach('S', 'V')], source: 'L2-77' },
  { code: 'BODY_TERM_GROUP', limit: days(60, true), stages: [warn({ days: 40 }, 'H', 'S'), breach('S', 'V')], source: 'L2-49' },
  { code: 'CONTRACT_FILE', limit: days(15, true), stages: [warn({ days: 10 }, 'H'), breach('H', 'S')], source: 'L2-63' },
  { code: 'CONTRACT_HANDOVER', limit: days(30, true), stages: [warn({ days: 20 }, 'H'), breach('H', 'S', 'V')], source: 'L2-76' },
  // No rule says how long a street thinks about a project that lies before it.
  {
    code: 'PROJECT_DECIDE',
    limit: { clock: 'D', days: 10, unit: 'working', roll: false },
    stages: [warn(half, 'V'), breach('S', 'V')],
    source: 'P',
  },
  // Due on the day its task names; the 30 days stand only for the table's shape.
  { code: 'PROJECT_TASK', limit: days(30), stages: [warn({ fraction: [4, 5] }, 'H'), breach('H', 'S')], source: 'P (S4)' },
  // No rule sets a period. One quarter: long enough for a whole estate to be asked, short enough that those who signed first still want it.
  { code: 'PETITION', limit: days(90), stages: [breach('H')], source: 'P (domain rules 4.7)' },
  {
    code: 'OFFICE_ANSWER',
    limit: { clock: 'D', days: 5, unit: 'working', roll: true },
    stages: [warn({ days: 3 }, 'H'), breach('S', 'V')],
    source: 'P (S2)',
  },
  // Due at the end of the day that the campaign names; of this row only the stages count.
  { code: 'CAMPAIGN_END', limit: days(30), stages: [warn({ fraction: [9, 10] }, 'H'), breach('S')], source: 'P (S1)' },
  { code: 'DUTY', limit: { clock: 'C', minutes: 1440 }, stages: [warn(half, 'H'), breach('S')], source: 'P (S1)' },
  {
    code: 'REWORK',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn({ days: 3 }, 'H', 'S'), breach('S', 'V')],
    source: 'P, W10',
  },
  // Whether the street blows a whistle that a community or the ladder of 有事您找我 asks for: a section chief says it, else a leader.
  {
    code: 'WHISTLE_ASKED_E',
    levels: ['E'],
    limit: { clock: 'C', minutes: 30 },
    stages: [warn(half, 'S'), breach('V')],
    source: 'P (L1-16)',
  },
  {
    code: 'WHISTLE_ASKED',
    levels: ['U', 'N', 'C'],
    limit: { clock: 'W', minutes: 120 },
    stages: [warn(half, 'S'), breach('V')],
    source: 'P (L1-16)',
  },
  {
    code: 'WHISTLE_RESPOND_E',
    levels: ['E'],
    limit: { clock: 'C', minutes: 60 },
    stages: [warn(half, 'H'), breach('V'), { kind: 'after', at: { afterDueMinutes: 60 }, tell: ['R'] }],
    source: 'P, L1-16, L3-44',
  },
  {
    code: 'WHISTLE_RESPOND',
    levels: ['U', 'N', 'C'],
    limit: { clock: 'D', days: 1, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('V'), { kind: 'after', at: { afterDueMinutes: 1440 }, tell: ['R'] }],
    source: 'P, L1-16, L3-44',
  },
  // Of a whistle for an order the lead's own end bounds the result, as that of a co-unit (`coReturnShare`); this limit is for one that is about a place alone.
  {
    code: 'WHISTLE_RESULT',
    limit: { clock: 'D', days: 2, unit: 'working', roll: false },
    stages: [warn({ fraction: [7, 10] }, 'H'), breach('S', 'V')],
    source: 'L1-14, P (as CO_RETURN)',
  },
  // The next three are due when the meeting, the supervisor or the meeting's decision says; the limit stands where nothing is said.
  { code: 'WHISTLE_ONSITE', limit: { clock: 'C', minutes: 1440 }, stages: [breach('V', 'R')], source: 'P' },
  {
    code: 'ASSIGNED_TASK',
    limit: { clock: 'D', days: 1, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S', 'V')],
    source: 'P, S0',
  },
  {
    code: 'SUPERVISION',
    limit: { clock: 'D', days: 3, unit: 'working', roll: false },
    stages: [warn(half, 'H', 'S'), breach('V'), { kind: 'after', at: { afterDueMinutes: 1440 }, tell: ['T'] }],
    source: 'P, W9',
  },
  // A reply that nobody judges leaves the lead under supervision for ever.
  {
    code: 'SUPERVISION_JUDGE',
    limit: { clock: 'D', days: 2, unit: 'working', roll: false },
    stages: [warn(half, 'V'), breach('T')],
    source: 'P (as SUPERVISION)',
  },
  {
    code: 'EXTENSION_DECIDE',
    limit: { clock: 'W', minutes: 240 },
    stages: [warn({ minutes: 120 }, 'S'), breach('V')],
    source: 'P (as DISPUTE_DECIDE)',
  },
  {
    code: 'SUSPENSION_DECIDE',
    limit: { clock: 'D', days: 1, unit: 'working', roll: false },
    stages: [warn(half, 'V'), breach('T')],
    source: 'P',
  },
  // Whether a unit takes over what a section chief wants to hand to it; nobody else has the matter off the lead's hands meanwhile.
  {
    code: 'TRANSFER_ANSWER',
    limit: { clock: 'W', minutes: 120 },
    stages: [warn({ minutes: 60 }, 'H'), breach('V')],
    source: 'P (domain rules 1)',
  },
  // What a unit asks the next higher level (提级请求) is studied and answered (条例第二十条). Of one that is put to the leader, each stage is told one seat higher.
  {
    code: 'ESCALATION_ASKED_E',
    levels: ['E'],
    limit: { clock: 'C', minutes: 120 },
    stages: [warn(half, 'S'), breach('V')],
    source: 'P (duty 20)',
  },
  {
    code: 'ESCALATION_ASKED',
    levels: ['U', 'N', 'C'],
    limit: { clock: 'D', days: 3, unit: 'working', roll: false },
    stages: [warn(half, 'S'), breach('V')],
    source: 'P (duty 20)',
  },
  // A hard order (疑难) waits for a section chief who leads it in person.
  {
    code: 'TAKE_UP',
    limit: { clock: 'D', days: 1, unit: 'working', roll: false },
    stages: [warn(half, 'S'), breach('V')],
    source: 'P (domain rules 1)',
  },
  // These two are due when the request or the pause says; the limit is the longest they may be. What they end goes on by itself.
  { code: 'REVIEW', limit: days(90), stages: [warn({ fraction: [9, 10] }, 'H'), breach('H', 'S')], source: 'P (domain rules 4.4)' },
  {
    code: 'PAUSE_END',
    limit: { clock: 'C', minutes: 4320 },
    stages: [warn({ fraction: [2, 3] }, 'H'), breach('H')],
    source: 'P (domain rules 4.6)',
  },
  // A pause that the lead began by itself is looked at as soon as more time that was asked for.
  {
    code: 'PAUSE_REVIEW',
    limit: { clock: 'W', minutes: 240 },
    stages: [warn({ minutes: 120 }, 'S'), breach('V')],
    source: 'P (as EXTENSION_DECIDE)',
  },
  // No clock runs for it: it bounds a right. Emergencies have no row, they are done first and argued about later (先办后议).
  { code: 'DISPUTE_RAISE', levels: ['U', 'N', 'C'], limit: { clock: 'W', minutes: 240 }, stages: [breach('H')], source: 'P, L1-12-3' },
  {
    code: 'DISPUTE_DECIDE',
    limit: { clock: 'W', minutes: 240 },
    stages: [warn({ minutes: 120 }, 'DESK_LEAD', 'S'), breach('V')],
    source: 'P, L1-12-3',
  },
  // The least a co-unit is given; how much of the lead's time it has is `coReturnShare`.
  // What can be seen at the place is looked at on the day the unit says done (当日核查反馈), up to midnight.
  {
    code: 'GRID_VERIFY',
    limit: { clock: 'SAME_DAY', at: '24:00', until: '24:00' },
    stages: [warn({ clockTime: '16:00' }, 'GRID_LEAD'), breach('GRID_LEAD')],
    source: 'W14',
  },
  { code: 'CO_RETURN', limit: { clock: 'C', minutes: 60 }, stages: [warn({ fraction: [7, 10] }, 'H'), breach('S', 'V')], source: 'L1-14' },
  // What is received after 16:00 cannot be settled in what is left of the day: it is due at closing of the next one (P).
  {
    code: 'SAME_DAY',
    limit: { clock: 'SAME_DAY', at: '18:00', until: '16:00' },
    stages: [warn({ clockTime: '16:00' }, 'H'), breach('S')],
    source: 'S4, P',
  },
  {
    code: 'ISSUE_SCREEN',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'P (domain rules 4.7)',
  },
  // What has been taken up is talked over: the chair convenes it.
  {
    code: 'ISSUE_CONVENE',
    limit: { clock: 'D', days: 10, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'P',
  },
  // What has been escalated is decided by the street on its own duty: it convenes anew, or says that nothing comes of it.
  {
    code: 'ISSUE_ESCALATED',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S', 'V')],
    source: 'P (domain rules 4.7)',
  },
  // How long before a round its notice has to be out, by the strictest body that takes part; the clock runs to the round itself.
  { code: 'NOTICE_NOW', limit: { clock: 'C', minutes: 1 }, stages: [breach('H')], source: 'P (domain rules 4.7)' },
  {
    code: 'NOTICE_3WD',
    limit: { clock: 'D', days: 3, unit: 'working', roll: false },
    stages: [warn({ fraction: [2, 3] }, 'H'), breach('H')],
    source: 'P (domain rules 4.7)',
  },
  { code: 'NOTICE_5D', limit: days(5), stages: [warn({ fraction: [4, 5] }, 'H'), breach('H')], source: 'L2-45' },
  { code: 'NOTICE_15D', limit: days(15), stages: [warn({ fraction: [14, 15] }, 'H'), breach('H')], source: 'L2-35' },
  // After the hour of the meeting; whoever is not there by then has not come.
  { code: 'QUORUM_WAIT', limit: { clock: 'C', minutes: 30 }, stages: [breach('H')], source: 'P' },
  // Enough have come: the chair opens, or says that it will not be today. A meeting is a matter of hours, its positions on paper of days.
  { code: 'ROUND_START', limit: { clock: 'D', days: 1, unit: 'working', roll: false }, stages: [breach('H', 'S')], source: 'P' },
  {
    code: 'ROUND_HOLD',
    limit: { clock: 'D', days: 3, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'P',
  },
  {
    code: 'MINUTES',
    limit: { clock: 'D', days: 2, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S')],
    source: 'P (domain rules 4.7)',
  },
  {
    code: 'PLAN_PROGRESS',
    limit: days(15),
    stages: [warn({ days: 12 }, 'H'), warn({ days: 14 }, 'H', 'S'), breach('S', 'V')],
    source: 'S3',
  },
  // No clock runs for the two bounds of a voting period: like the notice of an assembly they bound what may be announced.
  { code: 'VOTE_PERIOD_MIN', limit: days(7), stages: [breach('H')], source: 'P (domain rules 4.7)' },
  { code: 'VOTE_PERIOD_MAX', limit: days(30), stages: [breach('H')], source: 'P (domain rules 4.7)' },
  // Both are due when the notice says; the warnings of the second remind owners who have not voted.
  { code: 'VOTE_OPEN', limit: days(15), stages: [breach('H')], source: 'L2-35' },
  {
    code: 'VOTE_CLOSE',
    limit: days(30),
    stages: [warn(half, 'H'), warn({ fraction: [9, 10] }, 'H'), breach('H')],
    source: 'P (domain rules 4.7)',
  },
  // The three days of a decision's posting begin with its count, so the count has an end of its own.
  { code: 'VOTE_COUNT', limit: days(3), stages: [warn({ days: 2 }, 'H'), breach('S', 'V')], source: 'P (L2-37)' },
  // An aim, not a duty: 48 hours is the fastest the fund has paid.
  {
    code: 'EMERGENCY_AIM',
    limit: { clock: 'C', minutes: 2_880 },
    stages: [warn({ minutes: 1_440 }, 'H', 'S'), breach('S')],
    source: 'W2',
  },
  {
    code: 'SHARE_ANSWER',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('H', 'S')],
    source: 'W2, P',
  },
  { code: 'RESULT_POST', limit: days(3, true), stages: [warn({ days: 2 }, 'H'), breach('S', 'V')], source: 'L2-37' },
  // Once the publicity is over somebody has to draw up what is signed; after one is taken back, again.
  {
    code: 'RESOLUTION_DRAW',
    limit: { clock: 'D', days: 10, unit: 'working', roll: false },
    stages: [warn(half, 'H'), breach('S', 'V')],
    source: 'P (domain rules 4.7)',
  },
  {
    code: 'SIGNING',
    limit: { clock: 'D', days: 10, unit: 'working', roll: false },
    stages: [warn(half, 'H'), warn({ fraction: [4, 5] }, 'H', 'S'), breach('S', 'V')],
    source: 'P (domain rules 4.7)',
  },
  // What is decided is posted in three days; then it hangs for its period, whose end is a step of its own and tells nobody by the chain.
  {
    code: 'PUBLICITY_POST',
    limit: days(3, true),
    stages: [warn({ days: 2 }, 'H'), breach('S')],
    source: 'L2-37, L2-57',
  },
  { code: 'PUBLICITY_7D', limit: days(7, true), stages: [breach('H')], source: 'P (domain rules 4.7)' },
  { code: 'PUBLICITY_10WD', limit: { clock: 'D', days: 10, unit: 'working', roll: true }, stages: [breach('H')], source: 'L2-57' },
  {
    code: 'OBJECTION_ANSWER',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn({ days: 3 }, 'H'), breach('S', 'V')],
    source: 'P (domain rules 4.7)',
  },
  // Who calls the owners together where so many object, and who changes the plan when they said so: no rule sets a period.
  { code: 'ASSEMBLY_CALL', limit: days(30), stages: [warn({ days: 20 }, 'H'), breach('H', 'S')], source: 'P (L2-35)' },
  {
    code: 'PLAN_AMEND',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn({ days: 3 }, 'H'), breach('S', 'V')],
    source: 'P',
  },
  // Due when the resolution says; the 30 days stand only for the table's shape.
  {
    code: 'COMMITMENT_DUE',
    limit: days(30),
    stages: [warn({ fraction: [7, 10] }, 'H'), warn({ fraction: [9, 10] }, 'H', 'S'), breach('S', 'V', 'T')],
    source: 'P (domain rules 4.7)',
  },
  // Due on the day that was signed; where no day was, within 30 days (P).
  {
    code: 'INSTALMENT_DUE',
    limit: days(30),
    stages: [warn({ fraction: [7, 10] }, 'H'), warn({ fraction: [9, 10] }, 'H', 'S'), breach('S', 'V', 'T')],
    source: 'P (domain rules 4.7)',
  },
  {
    code: 'RECTIFY',
    limit: { clock: 'D', days: 5, unit: 'working', roll: false },
    stages: [warn({ days: 3 }, 'H'), breach('S', 'V')],
    source: 'P (domain rules 4.7)',
  },
  // Until it is settled nothing is given back and no warranty begins.
  { code: 'SETTLE', limit: days(30), stages: [warn({ days: 20 }, 'H'), breach('S', 'V')], source: 'P' },
  { code: 'SETTLEMENT_POST', limit: days(3, true), stages: [warn({ days: 2 }, 'H'), breach('S')], source: 'P (domain rules 4.7)' },
  // The law leaves the period to the street that orders it; this stands in where it names none.
  {
    code: 'VOTE_CORRECTION',
    limit: { clock: 'D', days: 15, unit: 'calendar', roll: true },
    stages: [warn({ days: 10 }, 'H'), breach('S', 'V')],
    source: 'L2-8, L2-51; P',
  },
  // Ends on the same day of the year after; a month before it does, the works are looked at once more.
  { code: 'RETENTION', limit: days(365), stages: [warn({ fraction: [11, 12] }, 'H'), breach('H')], source: '建质〔2017〕138号, K' },
];

/** A row in force: of the street's own table, or the platform's, which stands in where the street's has none. */
export type LimitInForce = TimeLimit & { standsIn?: true };

/**
 * A street's table as it is worked by: a code that it has no row for, because the duty is newer than the table, is counted by the platform's default row,
 * which keeps its source. A duty that nobody watches is worse than one whose figure the street has not confirmed.
 * Example: a table without CO_RETURN -> its rows, and the default's CO_RETURN as one that stands in.
 */
export function completeLimits(rows: readonly TimeLimit[]): LimitInForce[] {
  const own = new Set(rows.map(({ code }) => code));
  return [...rows, ...defaultTimeLimits.filter(({ code }) => !own.has(code)).map((row) => ({ ...row, standsIn: true as const }))];
}

/** The handling limit (办理时限) of each level; the other rows are duties beside it. */
export const handlingCode = { E: 'HANDLING_E', U: 'UTIL_DONE', N: 'NORMAL', C: 'COMPLEX' } as const satisfies Record<Level, DeadlineCode>;

/** Tries before a callback counts as not reached, on different half-days (P), and the rework that makes a problem order (W10). */
export const callbackTries = { from: '2020-01-01', value: 3, unit: 'tries', source: 'P' } as const;
export const problemOrderReworks = { from: '2020-01-01', value: 3, unit: 'reworks', source: 'W10' } as const;
/**
 * Levels of which what was sent back is owed again within the limit of the level, where that ends before the limit of a rework: no heat over the holidays
 * does not wait five working days for being somebody's breach.
 */
export const reworkWithinLevel = { from: '2020-01-01', value: ['E', 'U'], unit: 'levels', source: 'P (W12)' } as const;
/** To how many units an order goes, none of which takes it, before it is a problem order (W10: passed to three units with no lead). */
export const problemOrderUnits = { from: '2020-01-01', value: 3, unit: 'units', source: 'W10' } as const;

/** Categories whose result a grid worker can see at the place (可现场核实), looked at the same day (GRID_VERIFY). Deeper categories are within. */
export const fieldCheckedCategories = {
  from: '2020-01-01',
  value: [
    ['城市管理'],
    ['物业管理', '房屋维修'],
    ['物业管理', '小区环境'],
    ['物业管理', '公共设施'],
    ['物业管理', '小区配套'],
    ['水电气热', '排水'],
  ],
  unit: 'category',
  source: 'W14, P',
} as const;

/**
 * Which role stands on a seat of the breach chain while nobody holds it or is on duty for it (domain rules 4.6: 科长、主管领导、主要领导). The grid's lead
 * (W14) is no role of the house: a section chief, who may look at the place as well, stands for it (P). H is the unit, R the district; neither is a role.
 */
export const seatStandIns = {
  from: '2020-01-01',
  value: {
    S: 'section_chief',
    V: 'street_leader',
    T: 'street_leader',
    CALLBACK_LEAD: 'callback_desk',
    DESK_LEAD: 'phone_desk',
    GRID_LEAD: 'section_chief',
  },
  unit: 'role',
  source: 'P (domain rules 4.6), P (W14)',
} as const;

/** When nobody is told of what is not urgent (免打扰时段), by the Beijing clock; what has come meanwhile is told at its end. */
export const quietHours = { from: '2020-01-01', value: { from: '22:00', to: '07:00' }, unit: 'Beijing time', source: 'P' } as const;

/** Who hears at once of an order of level E, beside the units that answer it: the duty officer (值班员) and the leader in charge. */
export const emergencySeats = {
  from: '2020-01-01',
  value: ['DESK_LEAD', 'V'],
  unit: 'seats',
  source: 'L1-29 (domain rules 2.1)',
} as const;

/** How long owners may ask a court to annul a decision, counted from its posting at the earliest; its file is kept at least so long. */
export const annulmentYears = { from: '2021-01-01', value: 1, unit: 'years', source: 'L5-12' } as const;

/** How often an order may be given more time, by its level, and at most how many days each time (延期). */
export const extensionTimes = {
  from: '2020-01-01',
  value: { E: 0, U: 0, N: 1, C: 2 },
  unit: 'extensions',
  source: 'P (domain rules 4.4)',
} as const;
export const extensionDays = { from: '2020-01-01', value: { N: 7, C: 15 }, unit: 'days', source: 'P (the limit of the class)' } as const;
/** The same for a rework: its five working days are a week. */
export const reworkExtensionDays = { from: '2020-01-01', value: 7, unit: 'days', source: 'P (the limit of a rework)' } as const;

/** How far ahead a suspended matter may be looked at again (挂账复核), in days. */
export const suspensionDays = { from: '2020-01-01', value: 90, unit: 'days', source: 'P (domain rules 4.4)' } as const;

/** How often and how long a unit's clock may wait for the complainant, and how long a statutory period may be at most (暂停计时). */
export const complainantPauses = {
  from: '2020-01-01',
  value: { times: 2, days: 3 },
  unit: 'pauses of so many days',
  source: 'P (domain rules 4.6)',
} as const;
export const statutoryPauseDays = { from: '2020-01-01', value: 90, unit: 'days', source: 'P' } as const;

/** The part of the lead's time that a co-unit may use: the lead's due time − 20 % (条例第十四条; the figure is P). */
export const coReturnShare = { from: '2020-01-01', value: { num: 4, den: 5 }, unit: 'of the lead’s time', source: 'L1-14, P' } as const;

/** In every fact that a clock which rested on a year without calendar was counted anew (日历公布后重新计算). */
export const recounted = { code: DeadlineCode, oldDueAt: z.string(), newDueAt: z.string(), calendarVersion: z.number().int() };

/**
 * In every fact that starts or moves clocks: the table and the calendar they were counted by, so that they can be counted again from the log.
 */
export const countedBy = { counted: z.object({ policyVersion: z.number().int(), calendarVersion: z.number().int() }).optional() };
