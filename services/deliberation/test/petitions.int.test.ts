import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  classificationEvents,
  clusterEvents,
  clusters,
  dispatchEvents,
  issues,
  petitions,
  type Category,
  type ClusterView,
  type PetitionView,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { homeId, ownerId, tellHomes, type TestHome } from './estate-homes.js';
import { DAY, HOUR, MovingTime } from './moving-time.js';
import { building1, idOf, inspector, openStreet, party, stranger, yard } from './street.js';

let sut: ServiceUnderTest;
const other = idOf('云台路甲3号院');
/** The resident of the i-th home of the yard, with an account of their own. */
const resident = (i: number, name = 'only'): Caller => ({
  role: 'resident',
  accountId: idOf(`resident ${i} ${name}`),
  unitIds: [homeId(yard, i)],
  scope: 'own',
});
const elsewhere: Caller = { role: 'resident', accountId: idOf('resident elsewhere'), unitIds: [homeId(other, 0)], scope: 'own' };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  const ofUnit: TestHome = { owner: 'unit', area: 5_000, more: { nature: 'UNSOLD_PUBLIC', ownerId: idOf('远征集团三院'), isUnit: true } };
  await tellHomes(sut, [...Array.from({ length: 15 }, (_, i) => ({ owner: `o${i}`, area: 5_000 })), ofUnit]);
  await tellHomes(sut, [{ owner: 'elsewhere', area: 5_000 }], { estateId: other, buildingId: randomUUID() });
}, 120_000);
afterAll(() => sut?.stop());

const wholeYard = { level: 'ESTATE' as const, estateId: yard, buildingId: null, stairwell: null };
const words = { title: '院内加装充电桩', problem: '电动车充电桩不够用，楼道内私拉电线充电' };
const start = (i = 0, part: object = {}) =>
  sut.ok(petitions.startPetition, { id: randomUUID(), ...words, scope: wholeYard, ...part }, resident(i));
const support = (id: string, who: Caller) => sut.ok(petitions.supportPetition, { id }, who);
const factsOf = async (id: string) =>
  (await sut.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id])).map(
    ({ type }) => type.split('.')[2]!,
  );
const issuesFrom = (sourceId: string) =>
  sut.rows<{ id: string; origin: string; households: number }>(`select id, origin, households from issues where source_id = $1`, [
    sourceId,
  ]);

describe('households bring a matter to the table', () => {
  test('a home counts once and an account counts once; who has no home there finds nothing', async () => {
    const { id, households, needed } = await start();
    expect({ households, needed }).toEqual({ households: 1, needed: 10 });
    expect((await support(id, resident(0))).households).toBe(1);
    expect((await support(id, resident(0, 'spouse'))).households).toBe(1);
    expect(await support(id, resident(1))).toMatchObject({ households: 2, isMine: true });
    const owner = { ...resident(2), unitIds: [homeId(yard, 2), homeId(yard, 3)] };
    expect((await support(id, owner)).households).toBe(3);
    expect((await sut.ok(petitions.supportPetition, { id, homeId: homeId(yard, 3) }, owner)).households).toBe(3);
    expect(await factsOf(id)).toEqual(['started', 'supported', 'supported']);
    for (const who of [elsewhere, { ...resident(5), unitIds: [] }])
      expect(await sut.refused(petitions.supportPetition, { id }, who)).toBe('object.not-found');
    expect(await sut.refused(petitions.startPetition, { id: randomUUID(), ...words, scope: wholeYard }, elsewhere)).toBe(
      'object.not-found',
    );
    expect(
      await sut.refused(petitions.startPetition, { id: randomUUID(), ...words, title: '请联系13812345678', scope: wholeYard }, resident(0)),
    ).toBe('issue.text-private');
  });

  test('who has bound a home by its statement takes part for it, as long as it is theirs; the statement of a unit’s home speaks for nobody', async () => {
    const { id } = await start(6);
    const bind = (accountId: string, i: number, owner: string) =>
      sut.rows('insert into bound_homes (street_id, account_id, home_id, owner_id, bound_at) values ($1, $2, $3, $4, now())', [
        ...['qingyun', accountId, homeId(yard, i), owner],
      ]);
    const bound: Caller = { ...resident(7, 'bound'), unitIds: [] };
    const mine = async () => (await sut.ok(petitions.listPetitions, {}, bound)).petitions.map((one) => one.id);
    expect(await mine()).not.toContain(id);
    expect(await sut.refused(petitions.supportPetition, { id }, bound)).toBe('object.not-found');
    await bind(bound.accountId!, 7, ownerId('somebody before'));
    expect(await sut.refused(petitions.supportPetition, { id }, bound)).toBe('object.not-found');
    await bind(bound.accountId!, 8, ownerId('o8'));
    expect(await mine()).toContain(id);
    expect(await support(id, bound)).toMatchObject({ households: 2, isMine: true });
    expect((await support(id, resident(8))).households).toBe(2);
    const ofUnit: Caller = { ...resident(9, 'unit'), unitIds: [] };
    await bind(ofUnit.accountId!, 15, idOf('远征集团三院'));
    expect(await sut.refused(petitions.supportPetition, { id }, ofUnit)).toBe('object.not-found');
  });

  test('of a stairwell only those who live there', async () => {
    const scope = { level: 'STAIRWELL' as const, estateId: yard, buildingId: building1, stairwell: '1单元' };
    const { id } = await start(0, { scope });
    expect(await sut.refused(petitions.supportPetition, { id }, resident(1))).toBe('petition.home-elsewhere');
    expect((await support(id, resident(3))).households).toBe(2);
  });

  test('residents see those of their estate and how many stand behind them, not who; a sixth party sees none', async () => {
    const { id } = await start(4);
    const seen = async (who: Caller) => (await sut.ok(petitions.listPetitions, {}, who)).petitions.map((one: PetitionView) => one.id);
    for (const who of [resident(9), party.COMMUNITY, party.STREET, inspector]) expect(await seen(who)).toContain(id);
    for (const who of [elsewhere, stranger]) expect(await seen(who)).not.toContain(id);
    const told = await sut.rows<{ text: string }>('select payload::text as text from events where aggregate_id = $1', [id]);
    for (const { text } of told) for (const hidden of [resident(4).accountId!, homeId(yard, 4)]) expect(text).not.toContain(hidden);
  });

  test('the tenth makes an issue of it; the eleventh makes no other', async () => {
    const { id } = await start();
    for (let i = 1; i < 9; i++) await support(id, resident(i));
    expect(await issuesFrom(id)).toEqual([]);
    const tenth = await support(id, resident(9));
    expect(tenth).toMatchObject({ state: 'BROUGHT', households: 10 });
    expect(await issuesFrom(id)).toEqual([{ id: tenth.issueId, origin: 'HOUSEHOLDS', households: 10 }]);
    expect(await sut.ok(issues.getIssue, { id: tenth.issueId! }, party.RIGHTS_UNIT)).toMatchObject({
      state: 'PROPOSED',
      title: words.title,
      proposedBy: null,
    });
    expect(await support(id, resident(10))).toMatchObject({ state: 'BROUGHT', households: 11, issueId: tenth.issueId });
    expect(await issuesFrom(id)).toHaveLength(1);
  });

  test('one that does not find ten in a quarter expires, and is signed no more; one that was brought has no end', async () => {
    const time = MovingTime.of(sut);
    const few = await start(0, { title: '院内加装晾衣架' });
    await support(few.id, resident(1));
    const enough = await start();
    for (let i = 1; i < 10; i++) await support(enough.id, resident(i));
    // Ninety days, not counting the day it began, up to the end of the last.
    expect(new Date(few.expiresAt!).getTime() - new Date(few.startedAt).getTime()).toBeGreaterThan(90 * DAY);
    expect(few.expiresAt).toMatch(/T16:00:00\.000Z$/);
    const stateOf = async (id: string) =>
      (await sut.ok(petitions.listPetitions, {}, resident(9))).petitions.find((one: PetitionView) => one.id === id)!.state;
    await time.to(new Date(new Date(few.expiresAt!).getTime() - HOUR));
    expect((await support(few.id, resident(2))).households).toBe(3);
    await time.to(few.expiresAt!);
    expect(await sut.refused(petitions.supportPetition, { id: few.id }, resident(3))).toBe('petition.expired');
    await eventually(async () => expect(await stateOf(few.id)).toBe('EXPIRED'));
    expect((await factsOf(few.id)).filter((what) => what === 'expired')).toHaveLength(1);
    const [told] = await sut.rows<{ payload: object }>(`select payload from events where aggregate_id = $1 order by version desc limit 1`, [
      few.id,
    ]);
    expect(told!.payload).toMatchObject({ households: 3, needed: 10 });
    expect(await stateOf(enough.id)).toBe('BROUGHT');
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [enough.id])).toEqual([]);
    expect((await support(enough.id, resident(11))).households).toBe(11);
  });

  test('when several tenths come at the same time, one issue comes of it', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await start();
      for (let i = 1; i < 9; i++) await support(id, resident(i));
      const last = await Promise.all([9, 10, 11, 12, 13].map((i) => support(id, resident(i))));
      expect(new Set(last.map(({ issueId }) => issueId)).size).toBe(1);
      expect(await issuesFrom(id)).toEqual([{ id: last[0]!.issueId, origin: 'HOUSEHOLDS', households: 10 }]);
      expect((await factsOf(id)).filter((what) => what === 'brought')).toHaveLength(1);
      expect((await factsOf(id)).filter((what) => what === 'supported')).toHaveLength(13);
    }
  }, 60_000);
});

describe('repeated demands are suggested to the street', () => {
  async function anOrder(group: string, about: { estateId?: string; daysAgo?: number } = {}): Promise<string> {
    const id = await tellOrder(group, about);
    await eventually(async () => expect(await sut.rows('select 1 from orders where id = $1', [id])).toHaveLength(1));
    return id;
  }
  async function tellOrder(group: string, { estateId = yard as string, daysAgo = 0 } = {}): Promise<string> {
    const id = randomUUID();
    const at = new Date().toISOString();
    await sut.tell(
      dispatchEvents.dispatched,
      {
        ...{ demandId: randomUUID(), no: `T${id.slice(0, 8)}`, leadUnitId: idOf('远征物业'), coUnitIds: [], level: 'N' },
        place: { communityId: idOf('南岗里社区'), estateId, buildingId: null, point: null },
        ...{ category: ['物业管理', group, '排水'], receivedAt: new Date(Date.now() - daysAgo * DAY).toISOString() },
        ...{ dispatchedAt: at, dueAt: at },
        decision: { directoryVersion: 1, ruleIds: [], reason: '按目录', alternatives: [] },
      },
      { aggregateId: id, version: 1 },
    );
    return id;
  }
  const suggested = async (group: string, as: Caller = party.STREET) =>
    (await sut.ok(clusters.listClusters, {}, as)).clusters.filter((one: ClusterView) => one.group[1] === group);
  const decision = () => ({ issueId: randomUUID(), title: '院内反复积水', problem: '大雨后院内反复积水，居民多次反映' });

  test('five alike in thirty days; four, one too old, or another group are none', async () => {
    await anOrder('排水设施', { daysAgo: 31 });
    await anOrder('电梯');
    await anOrder('排水设施', { estateId: other });
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push(await anOrder('排水设施', { daysAgo: 4 - i }));
    expect(await suggested('排水设施')).toEqual([]);
    ids.push(await anOrder('排水设施'));
    const [cluster] = await suggested('排水设施');
    expect(cluster).toMatchObject({ state: 'SUGGESTED', estateId: yard, buildingId: null, issueId: null });
    expect([...cluster!.orderIds].sort()).toEqual([...ids].sort());
    // The community of the place sees it too, a sixth party does not.
    expect(await suggested('排水设施', party.COMMUNITY)).toHaveLength(1);
    expect(await suggested('排水设施', { ...party.COMMUNITY, unitIds: [idOf('云台路社区')] })).toEqual([]);
  });

  test('the fifth was filed under another matter: set right, it makes the suggestion', async () => {
    for (let i = 0; i < 4; i++) await anOrder('路灯');
    const id = await anOrder('道路');
    expect(await suggested('路灯')).toEqual([]);
    const category: Category = ['物业管理', '路灯', '排水'];
    await sut.tell(
      classificationEvents.orderCategoryCorrected,
      {
        ...{
          demandId: randomUUID(),
          no: `T${id.slice(0, 8)}`,
          leadUnitId: idOf('远征物业'),
          oldCategory: ['物业管理', '道路', '排水'],
          category,
        },
        ...{ ended: [], added: [], correctedAt: new Date().toISOString(), counted: { policyVersion: 1, calendarVersion: 1 } },
      },
      { aggregateId: id, version: 2 },
    );
    await eventually(async () => expect(await suggested('路灯')).toHaveLength(1));
    expect((await suggested('路灯'))[0]!.orderIds).toContain(id);
  });

  test('another one joins it; confirmed, all of them are one issue, and confirming again changes nothing', async () => {
    await anOrder('排水设施');
    const [cluster] = await suggested('排水设施');
    expect(cluster!.orderIds).toHaveLength(6);
    const { id } = cluster!;
    const said = { id, ...decision() };
    const confirmed = await sut.ok(clusters.confirmCluster, said, party.STREET);
    expect(confirmed).toMatchObject({ state: 'CONFIRMED', issueId: said.issueId });
    expect(await sut.ok(clusters.confirmCluster, said, party.STREET)).toEqual(confirmed);
    expect(await sut.refused(clusters.confirmCluster, { id, ...decision() }, party.STREET)).toBe('cluster.illegal-step');
    expect(await sut.refused(clusters.dismissCluster, { id, reason: '已由物业修复' }, party.STREET)).toBe('cluster.illegal-step');
    const issue = await sut.ok(issues.getIssue, { id: said.issueId }, party.STREET);
    expect(issue).toMatchObject({ origin: 'CLUSTER', state: 'PROPOSED' });
    expect([...issue.orderIds].sort()).toEqual([...cluster!.orderIds].sort());
    expect(await issuesFrom(id)).toHaveLength(1);
  });

  test('three hundred calls about one boiler are one suggestion that holds them all and is told once', async () => {
    const all = await Promise.all(Array.from({ length: 300 }, () => tellOrder('供热设施')));
    await eventually(async () => expect(await sut.rows('select 1 from orders where id = any($1)', [all])).toHaveLength(300));
    const [cluster, ...more] = await suggested('供热设施');
    expect(more).toEqual([]);
    expect([...cluster!.orderIds].sort()).toEqual([...all].sort());
    expect(await sut.rows('select type from events where aggregate_id = $1', [cluster!.id])).toEqual([
      { type: clusterEvents.clusterSuggested.type },
    ]);
  });

  test('dismissed with a reason, the same demands are not suggested again; five new ones are', async () => {
    for (let i = 0; i < 5; i++) await anOrder('照明');
    const [cluster] = await suggested('照明');
    expect(await sut.refused(clusters.dismissCluster, { id: cluster!.id, reason: '请联系13812345678' }, party.STREET)).toBe(
      'issue.text-private',
    );
    const reason = '物业已更换全部灯具，不需要共议';
    expect(await sut.ok(clusters.dismissCluster, { id: cluster!.id, reason }, party.STREET)).toMatchObject({ state: 'DISMISSED', reason });
    for (let i = 0; i < 4; i++) await anOrder('照明');
    expect(await suggested('照明')).toHaveLength(1);
    await anOrder('照明');
    expect((await suggested('照明')).map(({ state }: ClusterView) => state)).toEqual(['SUGGESTED', 'DISMISSED']);
  });
});
