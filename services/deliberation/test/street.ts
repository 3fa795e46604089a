import { createHash, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  defaultTimeLimits,
  gatewayEvents,
  issues,
  registryEvents,
  rounds,
  seatKinds,
  systemCtx,
  tables,
  type PayingSeat,
  type RoundView,
  type IssueMatter,
  type IssueView,
  type Role,
  type SeatKind,
  type TimeLimit,
  type UnitKind,
} from '@wufang/contracts';
import { Db, RuleBook } from '@wufang/service';
import { eventually, type Caller, type ServiceUnderTest } from '@wufang/testing';
import type { z } from 'zod';
import { moveIssue } from '../src/app/move-issue.js';
import { issueFiles, issues as issueRows } from '../src/db/issues.store.js';
import { MovingTime } from './moving-time.js';
import type { DeliberationDb, DeliberationTx } from '../src/db/schema.js';

/** The same name has the same id in every test. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const units: [string, UnitKind][] = [
  ['青云街道', 'STREET'],
  ['城乡建设办公室', 'STREET_OFFICE'],
  ['南岗里社区', 'COMMUNITY'],
  ['云台路社区', 'COMMUNITY'],
  ['远征物业', 'PROPERTY_FIRM'],
  ['安居帮扶物业', 'PROPERTY_FIRM'],
  ['远征集团三院', 'PROPERTY_RIGHTS_UNIT'],
  ['远征集团十一所', 'PROPERTY_RIGHTS_UNIT'],
  ['南岗里一区业委会', 'OWNERS_BODY'],
  ['云台路物管会', 'OWNERS_BODY'],
];
/** Estate, community, firm, rights unit; both estates have the same rights unit. */
const estates: [string, string, string | null, string | null][] = [
  ['南岗里一区', '南岗里社区', '远征物业', '远征集团三院'],
  ['云台路甲3号院', '云台路社区', null, '远征集团三院'],
];
export const yard = idOf('南岗里一区');
export const building1 = idOf('南岗里一区1号楼');

/** Days off of the year these tests run in, as far as they come near them. */
export const calendar2026 = {
  year: 2026,
  papers: ['国办发明电〔2025〕7号'],
  days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }],
};

const seated: [SeatKind, Role, string][] = [
  ['STREET', 'section_chief', '青云街道'],
  ['COMMUNITY', 'community_worker', '南岗里社区'],
  ['RIGHTS_UNIT', 'rights_unit_rep', '远征集团三院'],
  ['FIRM', 'firm_manager', '远征物业'],
  ['OWNERS_BODY', 'owners_body_rep', '南岗里一区业委会'],
];

/** The five parties, each with an account and a session of its own. */
export const party = Object.fromEntries(
  seated.map(([kind, role, unit]) => [
    kind,
    { role, accountId: idOf(`account ${kind}`), unitIds: [idOf(unit)], scope: kind === 'STREET' ? 'street' : 'concerned' } satisfies Caller,
  ]),
) as Record<SeatKind, Required<Pick<Caller, 'role' | 'accountId' | 'unitIds' | 'scope'>>>;
/** A sixth party: another firm, with the role and the reach of one that sits at some table, but not at this one. */
export const stranger: Caller = {
  role: 'firm_manager',
  accountId: idOf('account stranger'),
  unitIds: [idOf('安居帮扶物业')],
  scope: 'concerned',
};
export const inspector: Caller = { role: 'inspector', accountId: idOf('account inspector'), unitIds: [], scope: 'street' };

/** The same person, in another street. */
export const inStreet = (caller: Caller, streetId: string): Caller => ({ ...caller, streetId });

export interface StreetSetup {
  streetId?: string;
  limits?: readonly TimeLimit[];
}

/** Opens a street: rules, register, and what the gateway lets the five accounts do. Waits until the service knows them. */
export async function openStreet(
  sut: ServiceUnderTest,
  { streetId = 'qingyun', limits = defaultTimeLimits }: StreetSetup = {},
): Promise<void> {
  const about = (name: string) => ({ aggregateId: idOf(`${streetId} ${name}`), version: 1, streetId });
  await sut.tell(registryEvents.calendarPublished, { ...calendar2026, calendarVersion: 1, provisional: false }, about('calendar'));
  await sut.tell(registryEvents.timeLimitsPublished, { limitsVersion: 1, from: '2020-01-01', rows: [...limits] }, about('limits'));
  for (const [name, kind] of units)
    await sut.tell(registryEvents.unitRegistered, { id: idOf(name), name, kind, parentName: '青云街道' }, about(name));
  for (const [name, community, firm, rights] of estates)
    await sut.tell(
      registryEvents.estateRegistered,
      {
        ...{
          id: idOf(name),
          name,
          communityId: idOf(community),
          type: 'SGYY',
          builtYear: 1956,
          ownersBody: null,
          fundCustodian: null,
          homes: 1,
        },
        ...{ firmId: firm === null ? null : idOf(firm), rightsUnitId: rights === null ? null : idOf(rights) },
      },
      about(name),
    );
  await sut.tell(
    registryEvents.buildingRegistered,
    { id: building1, estateId: yard, name: '1号楼', stairwells: 3, floors: 6, hasLift: false },
    about('南岗里一区1号楼'),
  );
  for (const [kind, role, unit] of seated) await grant(sut, party[kind].accountId, role, unit, streetId);
  await eventually(async () => {
    expect(await sut.rows('select 1 from estates where street_id = $1', [streetId])).toHaveLength(estates.length);
    expect(await sut.rows('select 1 from buildings where street_id = $1', [streetId])).toHaveLength(1);
    expect(await sut.rows('select 1 from time_limits where street_id = $1', [streetId])).toHaveLength(1);
    expect(await sut.rows('select 1 from units where street_id = $1', [streetId])).toHaveLength(units.length);
    expect((await sut.rows('select 1 from account_mandates where street_id = $1', [streetId])).length).toBeGreaterThanOrEqual(
      seated.length,
    );
  });
}

let grants = 0;
/** The gateway lets an account act for a unit. */
export async function grant(
  sut: ServiceUnderTest,
  accountId: string,
  role: Role,
  unit: string,
  streetId = 'qingyun',
  more: Partial<z.input<typeof gatewayEvents.mandateGranted.payload>> = {},
  version = 1,
): Promise<string> {
  const mandateId = idOf(`${streetId} mandate ${(grants += 1)}`);
  await sut.tell(
    gatewayEvents.mandateGranted,
    { mandateId, role, unitId: idOf(unit), until: null, ...more },
    // Accounts are one street's; the same person in another street is another account there.
    { aggregateId: accountId, version, streetId },
  );
  return mandateId;
}

/** A table whose five seats are filled, each with a representative appointed by its own unit. */
export async function openTable(sut: ServiceUnderTest, { streetId = 'qingyun', estateId = yard } = {}): Promise<string> {
  const id = randomUUID();
  const as = (caller: Caller) => inStreet(caller, streetId);
  await sut.ok(tables.openTable, { id, estateId }, as(party.STREET));
  await sut.ok(tables.seatUnit, { id, seat: 'OWNERS_BODY', unitId: idOf('南岗里一区业委会'), body: 'OWNERS_COMMITTEE' }, as(party.STREET));
  for (const [kind] of seated)
    await sut.ok(
      tables.appoint,
      { id, seat: kind, as: 'REPRESENTATIVE', accountId: party[kind].accountId, document: `${kind} 授权书 2026-11` },
      as(party[kind]),
    );
  return id;
}

/** An issue somebody has proposed. */
export async function propose(
  sut: ServiceUnderTest,
  tableId: string,
  {
    by = 'COMMUNITY' as SeatKind,
    streetId = 'qingyun',
    ...part
  }: Partial<z.input<typeof issues.proposeIssue.input>> & {
    by?: SeatKind;
    streetId?: string;
  } = {},
): Promise<IssueView> {
  const issue = await sut.ok(
    issues.proposeIssue,
    {
      ...{ id: randomUUID(), tableId, title: '雨后院内积水', problem: '大雨后院内积水三四十厘米，居民无法出行' },
      ...{ scope: { level: 'ESTATE' as const, estateId: yard, buildingId: null, stairwell: null }, ...part },
    },
    inStreet(party[by], streetId),
  );
  await keepProof(sut, issue.id, streetId);
  return issue;
}

/** One and the same scan lies at every issue of these stories, for whatever has to be shown. */
export const proof = idOf('a scan that lies at every issue');
export async function keepProof(sut: ServiceUnderTest, issueId: string, streetId = 'qingyun'): Promise<void> {
  await within(sut, streetId, async (tx) => {
    const { concernedUnitIds } = (await tx.lock(issueRows, issueId))!;
    const nothing = Buffer.from('');
    const by = { seat: 'COMMUNITY' as const, addedBy: party.COMMUNITY.accountId, addedAt: tx.now, concernedUnitIds };
    tx.insert(issueFiles, { issueId, id: proof, type: 'image/jpeg', sha256: nothing, sealedKey: nothing, sealed: nothing, ...by });
  });
}

/** Community and street take an issue up with the same matters. */
export async function screen(
  sut: ServiceUnderTest,
  id: string,
  matters: IssueMatter[] = ['SHARED_WORKS'],
  streetId = 'qingyun',
): Promise<IssueView> {
  const opinion = { id, decision: 'TAKE' as const, matters, reason: '属于小区共同事项' };
  await sut.ok(issues.screenIssue, opinion, inStreet(party.COMMUNITY, streetId));
  return sut.ok(issues.screenIssue, opinion, inStreet(party.STREET, streetId));
}

const instantly = { clock: 'C', minutes: 1 / 60_000 } as const;
/** The default table with notices that are long enough at once. */
export const quickLimits: TimeLimit[] = defaultTimeLimits.map((row) =>
  row.code.startsWith('NOTICE_') ? { ...row, limit: instantly, stages: row.stages.slice(-1) } : row,
);

/** Notice of the next round, for a minute from now; `hold` sets the clock to it. */
export async function notice(
  sut: ServiceUnderTest,
  id: string,
  {
    streetId = 'quick',
    inMs = 60_000,
    ...part
  }: Partial<z.input<typeof rounds.noticeRound.input>> & { streetId?: string; inMs?: number } = {},
): Promise<RoundView> {
  const startsAt = MovingTime.of(sut).in(inMs);
  return sut.ok(
    rounds.noticeRound,
    { id, roundId: randomUUID(), agenda: ['院内排水改造'], startsAt, ...part },
    inStreet(party.COMMUNITY, streetId),
  );
}

/** These seats sign in, it is time, and the chair opens the round. */
export async function hold(
  sut: ServiceUnderTest,
  { issueId: id, id: roundId, startsAt }: Pick<RoundView, 'issueId' | 'id' | 'startsAt'>,
  seats: readonly SeatKind[] = seatKinds,
  streetId = 'quick',
): Promise<RoundView> {
  for (const seat of seats) await sut.ok(rounds.checkIn, { id, roundId }, inStreet(party[seat], streetId));
  await MovingTime.of(sut).to(startsAt);
  return sut.ok(rounds.openRound, { id, roundId }, inStreet(party.COMMUNITY, streetId));
}

/** A seat says its word. */
export async function say(
  sut: ServiceUnderTest,
  { issueId: id, id: roundId }: Pick<RoundView, 'issueId' | 'id'>,
  seat: SeatKind,
  position: 'AGREE' | 'AGREE_WITH_CONDITION' | 'DISAGREE' | 'ABSTAIN' = 'AGREE',
  streetId = 'quick',
) {
  const why = position === 'AGREE' ? {} : { reason: '需要再核对金额', condition: '先修排水再修路' };
  return sut.ok(rounds.takePosition, { id, roundId, position, ...why }, inStreet(party[seat], streetId));
}

/** Minutes that say everything, finished. */
export async function minute(
  sut: ServiceUnderTest,
  { issueId: id, id: roundId }: Pick<RoundView, 'issueId' | 'id'>,
  streetId = 'quick',
): Promise<RoundView> {
  const items = { PROBLEM: '积水', CAUSES: '管径小', OPTIONS: '换管', PLAN: '换管120米', ANSWERS: '已逐条答复', RESULT: '见表态' };
  await sut.ok(rounds.writeMinutes, { id, roundId, items }, inStreet(party.COMMUNITY, streetId));
  return sut.ok(rounds.finishMinutes, { id, roundId }, inStreet(party.COMMUNITY, streetId));
}

/** Does something to an issue in the service itself, as the part would that has it as its own. */
export async function within<T>(
  sut: ServiceUnderTest,
  streetId: string,
  work: (tx: DeliberationTx, rules: RuleBook) => Promise<T>,
): Promise<T> {
  const db = sut.service.app.get<Db<DeliberationDb>>(Db);
  const ctx = systemCtx(streetId, 'test');
  return db.run(ctx, (tx) => work(tx, sut.service.app.get(RuleBook)));
}

/** A costed plan lies on the table: who pays, and how much. */
export async function layPlan(
  sut: ServiceUnderTest,
  issueId: string,
  payers: PayingSeat[] = [{ seat: 'RIGHTS_UNIT', amountFen: '48000000' }],
  streetId = 'quick',
): Promise<void> {
  await within(sut, streetId, async (tx, rules) => {
    const issue = await tx.lock(issueRows, issueId);
    await moveIssue(tx, issue!, 'draftCost', rules, { change: { planId: randomUUID(), payers } });
  });
}

/** An issue that has had its first talk and has a plan on the table. */
export async function planned(sut: ServiceUnderTest, tableId: string, payers?: PayingSeat[], streetId = 'quick'): Promise<IssueView> {
  const { id } = await propose(sut, tableId, { streetId });
  await screen(sut, id, ['SHARED_WORKS'], streetId);
  const first = await notice(sut, id, { streetId });
  await hold(sut, first, seatKinds, streetId);
  await sut.ok(rounds.closeRound, { id, roundId: first.id }, inStreet(party.COMMUNITY, streetId));
  await minute(sut, first, streetId);
  await sut.ok(issues.decideNext, { id, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案' }, inStreet(party.COMMUNITY, streetId));
  await layPlan(sut, id, payers, streetId);
  return sut.ok(issues.getIssue, { id }, inStreet(party.COMMUNITY, streetId));
}
