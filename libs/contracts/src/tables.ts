import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** The five seats of a table (五方席位), in the order in which they are named everywhere. */
export const seatKinds = ['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'] as const;
export const SeatKind = z.enum(seatKinds).meta({ id: 'SeatKind' });
export type SeatKind = z.infer<typeof SeatKind>;

/** Whether a seat is held by the party it is for, by a stand-in (没有物业由帮扶物业代替、没有业委会由物管会代替), or by nobody. */
export const seatStates = ['FILLED', 'VACANT', 'SUBSTITUTED'] as const;
export const SeatState = z.enum(seatStates).meta({ id: 'SeatState' });
export type SeatState = z.infer<typeof SeatState>;

/** Who sits for the owners: their committee, the property management committee, or representatives the community has convened, who bind nobody. */
export const ownersBodies = ['OWNERS_COMMITTEE', 'PROPERTY_MGMT_COMMITTEE', 'OWNERS_REPS'] as const;
export const OwnersBody = z.enum(ownersBodies).meta({ id: 'OwnersBody' });
export type OwnersBody = z.infer<typeof OwnersBody>;

/** The one who speaks for a seat, and the one who speaks when they cannot. */
export const seatRoles = ['REPRESENTATIVE', 'DEPUTY'] as const;
export const SeatRole = z.enum(seatRoles).meta({ id: 'SeatRole' });
export type SeatRole = z.infer<typeof SeatRole>;

export const FenAmount = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/, '金额是以分为单位的整数文本，例如 "1234567" 即 ¥12,345.67')
  .describe('以分为单位的十进制文本');
const instant = z.iso.datetime({ offset: true });
const text = z.string().trim().min(2).max(200);

/** What lets a person speak for a seat (授权): the paper, up to which amount, until when, and whose signature is needed above it. */
export const SeatMandate = z
  .object({
    accountId: z.string(),
    document: z.string().describe('授权文书'),
    amountLimitFen: FenAmount.nullable().describe('授权限额；不填为不限'),
    aboveLimit: z.string().nullable().describe('超过限额须由谁签字'),
    until: z.string().nullable(),
    grantedAt: z.string(),
  })
  .meta({ id: 'SeatMandate' });
export type SeatMandate = z.infer<typeof SeatMandate>;

export const Seat = z
  .object({
    kind: SeatKind,
    state: SeatState,
    unitId: z.uuid().nullable(),
    body: OwnersBody.nullable().describe('业主一方由谁出席；其他席位为空'),
    isBinding: z.boolean().describe('表态是否约束本方；业主代表的意见仅供参考'),
    reason: z.string().nullable().describe('空缺或替代的原因'),
    representative: SeatMandate.nullable(),
    deputy: SeatMandate.nullable(),
  })
  .meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;

/** What waits for a unit at a table. */
export const awaitedThings = [
  'APPOINT',
  'SCREEN',
  'CONVENE',
  'CHECK_IN',
  'POSITION',
  'MINUTES',
  'PLAN',
  'DECIDE',
  'VOTE',
  'POST',
  'ANSWER',
  'DRAW',
  'SIGN',
] as const;
export const AwaitedThing = z.enum(awaitedThings).meta({ id: 'AwaitedThing' });
export type AwaitedThing = z.infer<typeof AwaitedThing>;

export const Awaiting = z
  .object({
    seat: SeatKind,
    what: AwaitedThing,
    issueId: z.uuid().nullable(),
    roundId: z.uuid().nullable(),
    title: z.string(),
    at: z.string().nullable().describe('会议时间或截止时间'),
  })
  .meta({ id: 'Awaiting' });
export type Awaiting = z.infer<typeof Awaiting>;

export const TableView = z
  .object({
    id: z.uuid(),
    estateId: z.uuid(),
    communityId: z.uuid(),
    seats: z.array(Seat).length(5),
    openedAt: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Table' });
export type TableView = z.infer<typeof TableView>;

/** Those who act for a seat; each for the seats of their own units. */
export const seatActors = {
  community_worker: 'concerned',
  firm_manager: 'concerned',
  rights_unit_rep: 'concerned',
  owners_body_rep: 'concerned',
  section_chief: 'street',
  street_leader: 'street',
} as const satisfies Access;

/** Those who may read what lies on a table. */
export const tableReaders = { ...seatActors, inspector: 'street', administrator: 'street' } as const satisfies Access;

/** The street's people, who open tables and name stand-ins. */
export const streetSeat = { section_chief: 'street', street_leader: 'street' } as const satisfies Access;

/** What a unit says when it appoints somebody. */
export const appointment = {
  as: SeatRole,
  accountId: z.string().min(1).max(80),
  document: text,
  amountLimitFen: FenAmount.optional(),
  aboveLimit: text.optional().describe('有金额上限时必填：超过时须由谁签字'),
  until: instant.optional(),
};
export const appointRefusals = [
  'object.not-found',
  'seat.vacant',
  'seat.not-yours',
  'seat.account-unfit',
  'seat.above-limit-needed',
  'seat.limit-too-high',
  'due.past',
  'issue.text-private',
] as const;

const onSeat = { id: z.uuid(), seat: SeatKind };

export const tables = {
  openTable: operation({
    name: 'deliberation.table.open',
    method: 'POST',
    path: '/api/tables',
    summary: '为一个小区设立五方议事桌；席位按名册落座，没有的一方空缺',
    access: { ...streetSeat, community_worker: 'concerned' },
    input: z.object({ id: z.uuid(), estateId: z.uuid() }),
    output: TableView,
    errors: ['object.not-found', 'table.exists'],
    success: 201,
  }),
  seatUnit: operation({
    name: 'deliberation.seat.fill',
    method: 'POST',
    path: '/api/tables/{id}/seats/{seat}/unit',
    summary: '确定席位由哪个单位出席：本方、替代（帮扶物业、物管会、业主代表）或空缺',
    access: streetSeat,
    input: z.object({
      ...onSeat,
      unitId: z.uuid().nullable().describe('不填单位即为空缺'),
      isSubstitute: z.boolean().default(false),
      body: OwnersBody.optional().describe('业主一方必填'),
      reason: text.optional().describe('空缺或替代时必填'),
    }),
    output: TableView,
    errors: ['object.not-found', 'unit.unknown', 'seat.unfit', 'issue.text-private'],
  }),
  appoint: operation({
    name: 'deliberation.seat.appoint',
    method: 'POST',
    path: '/api/tables/{id}/seats/{seat}/mandates',
    summary: '本单位委派代表或副代表：授权文书、金额上限、有效期',
    access: seatActors,
    input: z.object({ ...onSeat, ...appointment }),
    output: TableView,
    errors: appointRefusals,
  }),
  endSeatMandate: operation({
    name: 'deliberation.seat.end-mandate',
    method: 'POST',
    path: '/api/tables/{id}/seats/{seat}/mandates/end',
    summary: '本单位终止代表或副代表的授权',
    access: seatActors,
    input: z.object({ ...onSeat, as: SeatRole }),
    output: TableView,
    errors: ['object.not-found', 'seat.not-yours'],
  }),
  listTables: operation({
    name: 'deliberation.table.list',
    method: 'GET',
    path: '/api/tables',
    summary: '本单位的议事桌（产权单位一表看全部小区），以及每张桌上等着本单位做的事',
    access: tableReaders,
    input: z.object({ communityId: z.uuid().optional() }),
    output: z.object({ tables: z.array(TableView.extend({ openIssues: z.number().int(), awaiting: z.array(Awaiting) })) }),
  }),
  getTable: operation({
    name: 'deliberation.table.get',
    method: 'GET',
    path: '/api/tables/{id}',
    summary: '一张议事桌',
    access: tableReaders,
    input: z.object({ id: z.uuid() }),
    output: TableView,
    errors: ['object.not-found'],
  }),
};

const about = { estateId: z.uuid(), communityId: z.uuid() };

export const tableEvents = {
  tableOpened: event(
    'deliberation.table.opened.v1',
    '设立五方议事桌',
    z.object({
      ...about,
      seats: z.array(z.object({ kind: SeatKind, state: SeatState, unitId: z.uuid().nullable() })),
      openedAt: z.string(),
    }),
  ),
  seatFilled: event(
    'deliberation.table.seat-filled.v1',
    '席位落座、替代或空缺',
    z.object({
      ...about,
      seat: SeatKind,
      state: SeatState,
      unitId: z.uuid().nullable(),
      body: OwnersBody.nullable(),
      isBinding: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  appointed: event(
    'deliberation.table.appointed.v1',
    '委派代表或副代表',
    z.object({ ...about, seat: SeatKind, as: SeatRole, unitId: z.uuid(), mandate: SeatMandate }),
  ),
  mandateEnded: event(
    'deliberation.table.mandate-ended.v1',
    '终止代表或副代表的授权',
    z.object({ ...about, seat: SeatKind, as: SeatRole, unitId: z.uuid(), accountId: z.string() }),
  ),
};
