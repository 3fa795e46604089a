import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { commitmentEvents, dispatchEvents, notify, type DeadlineCode, type Level } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { notifyParts } from '../src/parts.js';

const firm = randomUUID();
const handler: Caller = { role: 'firm_handler', unitIds: [firm], scope: 'own' };
const chief: Caller = { role: 'section_chief', scope: 'own' };
const deputy: Caller = { role: 'street_leader', accountId: 'deputy', scope: 'own' };
const top: Caller = { role: 'street_leader', accountId: 'top', scope: 'own' };
const district: Caller = { role: 'inspector', accountId: 'district', scope: 'own' };
const desk: Caller = { role: 'phone_desk', scope: 'own' };
const inspector: Caller = { role: 'inspector' };
const administrator: Caller = { role: 'administrator' };

describe('the ladder', () => {
  let sut: ServiceUnderTest;
  let order: string;
  let version: number;
  let ahead = 0;

  /** The next time the Beijing clock shows this, by the database's clock. */
  const toClock = async (clock: string) => {
    const now = new Date(Date.now() + ahead);
    const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    let at = Date.parse(`${today}T${clock}:00+08:00`);
    if (at <= now.getTime()) at += 86_400_000;
    ahead = at - Date.now();
    await sut.admin.query(
      `create or replace function app_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''${ahead} milliseconds'''`,
    );
  };
  const fire = (
    code: DeadlineCode,
    stage: number,
    tell: string[],
    more: { level?: Level; isAccepted?: boolean; kind?: 'warning' | 'breach' } = {},
  ) =>
    sut.tell(
      dispatchEvents.clockFired,
      {
        ...{ orderId: order, code, stage, kind: 'breach', tell, dueAt: new Date(Date.now() + ahead).toISOString(), skippedStages: 0 },
        ...{ leadUnitId: firm, no: 'WF1', level: 'N', isAccepted: true, ...more },
      },
      { aggregateId: order, version: ++version },
    );
  const seen = async (by: Caller) => (await sut.ok(notify.listMessages, { subjectId: order }, by)).messages;
  const states = async () => (await seen(inspector)).map(({ seat, delivery }) => `${seat} ${delivery.state}`).sort();

  beforeAll(async () => {
    sut = await ServiceUnderTest.start(notifyParts, migrations);
  }, 60_000);
  afterAll(() => sut?.stop(), 30_000);
  beforeEach(() => {
    order = randomUUID();
    version = 0;
  });

  test('what is not urgent waits for the morning, an emergency wakes people', async () => {
    await toClock('23:30');
    await fire('NORMAL', 2, ['S']);
    await fire('EMERG_FEEDBACK', 0, ['V'], { level: 'E' });
    await eventually(async () => expect(await states()).toEqual(['S HELD', 'V DELIVERED']));
    expect(await seen(chief)).toEqual([]);
    expect((await seen(deputy)).map(({ seat }) => seat)).toEqual(['V']);
    await toClock('07:00');
    expect((await seen(chief)).map(({ seat, delivery }) => [seat, delivery.state])).toEqual([['S', 'DELIVERED']]);
  });

  test('of a night only the latest stage is told, and nothing of what was done meanwhile', async () => {
    await toClock('22:30');
    await fire('NORMAL', 1, ['S'], { kind: 'warning' });
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await fire('NORMAL', 2, ['V']);
    await fire('ACCEPT', 1, ['S'], { isAccepted: true });
    await sut.tell(
      dispatchEvents.accepted,
      { demandId: randomUUID(), leadUnitId: firm, acceptedAt: new Date().toISOString() },
      { aggregateId: order, version: ++version },
    );
    await eventually(async () => expect(await states()).toEqual(['H HELD', 'S SUPERSEDED', 'S WITHDRAWN', 'V HELD']));
    await toClock('07:00');
    expect(await seen(chief)).toEqual([]);
    expect((await seen(deputy)).map(({ seat }) => seat)).toEqual(['V']);
    expect((await seen(handler)).map(({ seat }) => seat)).toEqual(['H']);
  });

  test('each stage reaches other people, and the district too, where somebody sits on the seat', async () => {
    await toClock('10:00');
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: ['deputy'] }, administrator);
    await sut.ok(notify.seatAccounts, { seat: 'T', accountIds: ['top'] }, administrator);
    await sut.ok(notify.seatAccounts, { seat: 'R', accountIds: ['district'] }, administrator);
    expect((await sut.ok(notify.listChainSeats, {}, administrator)).seats.map(({ seat }) => seat)).toEqual(['R', 'T', 'V']);
    await fire('NORMAL', 0, ['H'], { kind: 'warning' });
    await fire('NORMAL', 1, ['H', 'S'], { kind: 'warning' });
    await fire('NORMAL', 2, ['V']);
    await fire('NORMAL', 3, ['T']);
    await fire('NORMAL', 4, ['R']);
    await eventually(async () => expect(await seen(inspector)).toHaveLength(6));
    const reached = await Promise.all([handler, chief, deputy, top, district].map(async (by) => (await seen(by)).map(({ seat }) => seat)));
    expect(reached).toEqual([['H', 'H'], ['S'], ['V'], ['T'], ['R']]);
    await sut.ok(notify.seatAccounts, { seat: 'V', accountIds: [] }, administrator);
    expect((await seen(top)).map(({ seat }) => seat).sort()).toEqual(['T', 'V']);
  });

  test('a promise that falls due reaches its party; once late, the street, its leader and the secretary', async () => {
    await toClock('10:00');
    const about = { issueId: randomUUID(), resolutionId: randomUUID(), tableId: randomUUID(), estateId: randomUUID(), no: 1 };
    const fall = (stage: number, kind: 'warning' | 'breach', tell: string[]) =>
      sut.tell(
        commitmentEvents.clockFired,
        {
          ...{ ...about, seat: 'FIRM', unitId: firm, code: 'COMMITMENT_DUE', stage, kind, tell },
          ...{ dueAt: new Date(Date.now() + ahead).toISOString(), skippedStages: 0 },
        },
        { aggregateId: order, version: ++version },
      );
    await fall(0, 'warning', ['H']);
    await fall(2, 'breach', ['S', 'V', 'T']);
    await eventually(async () => expect(await states()).toEqual(['H DELIVERED', 'S DELIVERED', 'T DELIVERED', 'V DELIVERED']));
    expect((await seen(handler)).map(({ seat, title }) => [seat, title.length > 0])).toEqual([['H', true]]);
  });

  test('unassigned never escalates (DIGIT): what nobody has accepted reaches the desk when its time is up, once however often it is told', async () => {
    await toClock('10:00');
    const told = await fire('ACCEPT', 1, ['S'], { isAccepted: false });
    await sut.publish('dispatch', dispatchEvents.clockFired.type, told);
    await fire('PROGRESS', 0, ['H'], { kind: 'warning' });
    await eventually(async () => expect(await states()).toEqual(['DESK_LEAD DELIVERED', 'H DELIVERED', 'S DELIVERED']));
    expect((await seen(desk)).map(({ seat }) => seat)).toEqual(['DESK_LEAD']);
  });
});
