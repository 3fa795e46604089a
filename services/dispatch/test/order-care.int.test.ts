import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  areas,
  charges,
  dispatch,
  experiences,
  ledger,
  legs,
  orderCare,
  registryEvents,
  roads,
  supervision,
  type DirectoryRow,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { dispatchParts } from '../src/parts.js';
import { administrator, forward, history, idOf, leadOf, leaking, nangangli, openStreet, returnLegs } from './street.js';

let sut: ServiceUnderTest;
const chief = { role: 'section_chief' as const, accountId: 'chief' };
const desk = { role: 'phone_desk' as const };
const firm = leadOf('远征物业');
const community = { ...leadOf('南岗里社区'), role: 'community_worker' as const, scope: 'concerned' as const };
const elsewhere = { ...leadOf('云台路社区'), role: 'community_worker' as const, scope: 'concerned' as const };

beforeAll(async () => {
  sut = await ServiceUnderTest.start(dispatchParts, migrations);
  await openStreet(sut);
  const row: DirectoryRow = {
    ...{ id: 'roofs', category: [leaking[0]], communityMayLead: false, source: '测试目录' },
    lead: { kind: 'ESTATE_FIRM', elseUnitId: idOf('城乡建设办公室') },
  };
  await sut.ok(dispatch.publishDirectory, { rows: [row] }, administrator);
}, 120_000);
afterAll(() => sut?.stop());

describe('who is in charge of what (包片)', () => {
  test('holds from its day on, one leader a unit; an order names the leader of who leads it, else of its community', async () => {
    const { orderId: id } = await forward(sut);
    const inCharge = async () => (await sut.ok(supervision.getHands, { id }, chief)).inCharge;
    expect(await sut.ok(charges.listCharges, {}, chief)).toEqual({ lists: [], inForce: null });
    expect(await inCharge()).toBeNull();
    const list = (from: string, ...rows: [string, ...string[]][]) => ({
      ...{ from, source: '班子分工通知' },
      charges: rows.map(([accountId, ...units]) => ({ accountId, unitIds: units.map(idOf) })),
    });
    const twice = list('2020-01-01', ['jia', '南岗里社区'], ['yi', '南岗里社区']);
    expect(await sut.refused(charges.publishCharges, twice, administrator)).toBe('charges.invalid');
    expect(await sut.refused(charges.publishCharges, list('2020-01-01', ['jia', 'nobody']), administrator)).toBe('unit.unknown');
    const first = list('2020-01-01', ['jia', '南岗里社区', '城乡建设办公室']);
    expect(await sut.ok(charges.publishCharges, first, administrator)).toEqual({ version: 1, from: '2020-01-01' });
    await sut.ok(charges.publishCharges, list('2999-01-01', ['yi', '南岗里社区']), administrator);
    expect(await sut.ok(charges.listCharges, {}, chief)).toMatchObject({ inForce: 1, lists: [{ version: 1 }, { version: 2 }] });
    expect(await inCharge()).toBe('jia');
    await sut.ok(charges.publishCharges, list('2020-01-02', ['jia', '南岗里社区'], ['yi', '远征物业']), administrator);
    expect(await inCharge()).toBe('yi');
  });
});

describe('areas between street and community (片区)', () => {
  test('hold from their day on; the ledger is looked at by them', async () => {
    const { orderId: id } = await forward(sut);
    const list = (from: string, ...rows: [string, ...string[]][]) => ({
      ...{ from, source: '片区治理方案' },
      areas: rows.map(([name, ...communities]) => ({ name, communityIds: communities.map(idOf) })),
    });
    expect(await sut.ok(areas.listAreas, {}, chief)).toEqual({ lists: [], inForce: null });
    const publish = (one: ReturnType<typeof list>) => sut.refused(areas.publishAreas, one, administrator);
    expect(await publish(list('2020-01-01', ['古园', '南岗里社区'], ['城南', '南岗里社区']))).toBe('areas.invalid');
    expect(await publish(list('2020-01-01', ['古园', '远征物业']))).toBe('areas.invalid');
    expect(await publish(list('2020-01-01', ['古园', '没有的社区']))).toBe('unit.unknown');
    const divided = list('2020-01-01', ['古园', '南岗里社区'], ['城南', '云台路社区']);
    expect(await sut.ok(areas.publishAreas, divided, administrator)).toEqual({ version: 1, from: '2020-01-01' });
    await sut.ok(areas.publishAreas, list('2999-01-01', ['古园', '云台路社区']), administrator);
    expect(await sut.ok(areas.listAreas, {}, chief)).toMatchObject({ inForce: 1, lists: [{ version: 1 }, { version: 2 }] });
    const seen = async (area: string) => (await sut.ok(ledger.listLedger, { area }, chief)).entries.map(({ orderId }) => orderId);
    expect(await seen('古园')).toContain(id);
    expect(await seen('城南')).not.toContain(id);
    expect(await seen('没有的片区')).toEqual([]);
  });
});

describe('roads that are not handed over (未移交道路)', () => {
  test('from the day of the list a matter of one goes to its owner, and the unit of the directory assists; others go by the directory', async () => {
    const broken: [string, string, string] = ['物业管理', '小区配套', '道路破损'];
    const at = (point: string) => forward(sut, { category: broken, place: { ...nangangli, point } });
    const seen = async ({ orderId: id }: { orderId: string }) => sut.ok(dispatch.getWorkOrder, { id }, administrator);
    const own = { name: '青云路', isHandedOver: false, rightsUnitId: idOf('远征集团十一所') };
    const list = (from: string, ...all: (typeof own)[]) => ({ from, source: '道路移交清单', roads: all });
    expect(await sut.ok(roads.listRoads, {}, chief)).toEqual({ lists: [], inForce: null });
    expect(await sut.refused(roads.publishRoads, list('2020-01-01', own, own), administrator)).toBe('roads.invalid');
    expect(await sut.refused(roads.publishRoads, list('2020-01-01', { ...own, rightsUnitId: randomUUID() }), administrator)).toBe(
      'unit.unknown',
    );
    expect(await sut.ok(roads.publishRoads, list('2020-01-01', own), administrator)).toEqual({ version: 1, from: '2020-01-01' });
    await sut.ok(roads.publishRoads, list('2999-01-01'), administrator);
    expect(await sut.ok(roads.listRoads, {}, chief)).toMatchObject({ inForce: 1, lists: [{ version: 1 }, { version: 2 }] });
    const found = await seen(await at('青云路 12 号门前'));
    expect([found.leadUnitId, found.coUnitIds]).toEqual([idOf('远征集团十一所'), expect.arrayContaining([idOf('远征物业')])]);
    expect(found.decision.reason).toContain('青云路是未移交道路，由产权单位远征集团十一所主办并承担养护');
    expect((await seen(await at('东门外'))).leadUnitId).toBe(idOf('远征物业'));
  });
});

describe('practices that worked (经验做法)', () => {
  test('are published for an area or a community, found by their matter, the nearest first, and taken down again', async () => {
    const post = {
      ...{ id: randomUUID(), title: '合力修屋面', text: '物业、产权单位和居民代表一起上房查漏，当天定方案、当周动工。' },
      ...{ category: [...leaking], of: { kind: 'COMMUNITY' as const, communityId: idOf('南岗里社区') } },
    };
    const wide = {
      ...post,
      id: randomUUID(),
      title: '逐栋检查屋面',
      category: leaking.slice(0, 2),
      of: { kind: 'AREA' as const, name: '古园' },
    };
    const other = { ...post, id: randomUUID(), title: '一户一策送暖', category: ['水电气热', '供暖'] };
    expect(await sut.refused(experiences.publishExperience, { ...wide, of: { kind: 'AREA', name: '没有的片区' } }, chief)).toBe(
      'experience.area-unknown',
    );
    const noCommunity = { ...post, of: { kind: 'COMMUNITY' as const, communityId: idOf('远征物业') } };
    expect(await sut.refused(experiences.publishExperience, noCommunity, chief)).toBe('unit.unknown');
    expect(await sut.refused(experiences.publishExperience, { ...post, text: `${post.text}联系13800138000` }, chief)).toBe(
      'work-order.text-private',
    );
    for (const one of [post, wide, other, post]) await sut.ok(experiences.publishExperience, one, chief);
    const titles = async (category?: string) =>
      (await sut.ok(experiences.listExperiences, category === undefined ? {} : { category }, desk)).experiences.map(({ title }) => title);
    expect(await titles()).toEqual(['一户一策送暖', '逐栋检查屋面', '合力修屋面']);
    expect(await titles(leaking.join('/'))).toEqual(['合力修屋面', '逐栋检查屋面']);
    expect(await titles('邻里纠纷/噪声/装修')).toEqual([]);
    const rest = await sut.ok(experiences.listExperiences, { limit: 2, before: other.id }, desk);
    expect(rest.experiences.map(({ title }) => title)).toEqual(['逐栋检查屋面', '合力修屋面']);
    expect(await sut.refused(experiences.withdrawExperience, { id: randomUUID(), reason: '内容有误' }, chief)).toBe('object.not-found');
    for (let times = 0; times < 2; times++) await sut.ok(experiences.withdrawExperience, { id: post.id, reason: '做法已经改进' }, chief);
    expect(await titles(leaking.join('/'))).toEqual(['逐栋检查屋面']);
    expect((await history(sut, post.id)).map(({ type }) => type)).toEqual([
      'dispatch.experience.published',
      'dispatch.experience.withdrawn',
    ]);
  });
});

describe('how an order is handled', () => {
  test('way, methods and plan are noted by who leads it, the last word counts, and are counted by way and method', async () => {
    const { orderId: id } = await forward(sut);
    const days = { from: '2020-01-01', to: '2099-12-31' };
    const before = await sut.ok(orderCare.reportWays, days, chief);
    expect(await sut.ok(orderCare.getWays, { id }, { ...firm, scope: 'concerned' })).toMatchObject({ way: null, methods: [], plan: null });
    const ways = { id, way: 'TOGETHER' as const, methods: ['桥连民声', '桥连民声'], plan: '请产权单位与物业一起查明漏点' };
    expect(await sut.refused(orderCare.noteWays, ways, leadOf('热力集团'))).toBe('object.not-found');
    expect(await sut.refused(orderCare.noteWays, { ...ways, plan: '请致电13800138000' }, firm)).toBe('work-order.text-private');
    await sut.ok(orderCare.noteWays, { id, way: 'CADRES' }, firm);
    expect(await sut.ok(orderCare.noteWays, ways, firm)).toMatchObject({ way: 'TOGETHER', methods: ['桥连民声'], plan: ways.plan });
    const after = await sut.ok(orderCare.reportWays, days, chief);
    const of = (report: typeof after) => report.byWay.map(({ way, orders }) => [way, orders]);
    expect(of(after)).toEqual([
      ['CADRES', 0],
      ['WITH_RESIDENTS', 0],
      ['TOGETHER', 1],
      ['AT_SOURCE', 0],
    ]);
    expect(after.byMethod).toEqual([{ method: '桥连民声', orders: 1, closed: 0, solved: 0 }]);
    expect(after.notNoted).toBe(before.notNoted - 1);
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'ways-noted', payload: { way: 'TOGETHER', hasPlan: true } });
  });

  test('what was changed so that it does not come again is said when it is done', async () => {
    const { orderId: id } = await forward(sut);
    await sut.ok(dispatch.accept, { id }, firm);
    await sut.ok(dispatch.recordFirstContact, { id, purpose: 'CALM' }, firm);
    await returnLegs(sut, id);
    const done = { id, publicText: '屋面已经修好', evidence: '维修单 12 号', mechanism: '雨季前逐栋检查屋面' };
    expect(await sut.refused(dispatch.complete, { ...done, mechanism: '找张三 13800138000' }, firm)).toBe('work-order.text-private');
    await sut.ok(dispatch.complete, done, firm);
    const { timeline } = await sut.ok(dispatch.getWorkOrder, { id }, administrator);
    expect(timeline.find(({ type }) => type.endsWith('.completed.v1'))!.facts).toMatchObject({
      changesMechanism: true,
      note: '维修单 12 号\n完善机制：雨季前逐栋检查屋面',
    });
    const { title, text } = await sut.ok(orderCare.tellStory, { id }, chief);
    expect(title).toContain('南岗里一区房屋漏雨渗水办理纪实');
    expect(text).toContain('派单给远征物业');
    expect(text).toContain('办结：屋面已经修好');
    expect(await sut.refused(orderCare.tellStory, { id: randomUUID() }, chief)).toBe('object.not-found');
  });
});

describe('care for the person', () => {
  test('a referral has one outcome; sent twice it is one; who has nothing to do with the order does not see it', async () => {
    const { orderId: id } = await forward(sut);
    const referral = { id, referralId: randomUUID(), kind: 'MEDIATION' as const, to: '社区调解委员会', reason: '楼上楼下说法不一' };
    for (const by of [firm, firm])
      expect((await sut.ok(orderCare.refer, referral, by)).referrals).toMatchObject([{ state: 'OPEN', to: '社区调解委员会' }]);
    expect(await sut.refused(orderCare.getCare, { id }, { ...elsewhere })).toBe('object.not-found');
    expect(await sut.refused(orderCare.getCare, { id }, leadOf('远征集团三院'))).toBe('object.not-found');
    const ended = { id, referralId: referral.referralId, state: 'SETTLED' as const, outcome: '双方签了协议' };
    expect(await sut.refused(orderCare.endReferral, { ...ended, referralId: randomUUID() }, community)).toBe('object.not-found');
    expect((await sut.ok(orderCare.endReferral, ended, community)).referrals).toMatchObject([
      { state: 'SETTLED', outcome: '双方签了协议' },
    ]);
    expect(await sut.refused(orderCare.endReferral, ended, community)).toBe('referral.ended');
    const facts = (await history(sut, id)).filter(({ type }) => type.startsWith('refer'));
    expect(facts.map(({ type }) => type)).toEqual(['referred', 'referral-ended']);
    expect(JSON.stringify(facts)).not.toContain('调解委员会');
  });

  test('visits are counted when somebody was in; what was said stays with those who handle it', async () => {
    const { orderId: id } = await forward(sut);
    const visit = { id, visitId: randomUUID(), by: 'NEIGHBOUR' as const, purpose: 'CALM' as const };
    const first = { ...visit, outcome: 'CALMED' as const, isDispute: true, note: '喝茶谈心，愿意再等一周' };
    for (const by of [community, community]) await sut.ok(orderCare.recordVisit, first, by);
    const care = await sut.ok(orderCare.recordVisit, { ...visit, visitId: randomUUID(), outcome: 'NOBODY_IN' }, firm);
    expect(care).toMatchObject({ visitsMade: 1, visitsOwed: 3, visits: [{ note: first.note, isDispute: true }, { note: null }] });
    expect(JSON.stringify(await history(sut, id))).not.toContain('喝茶');
    const { timeline } = await sut.ok(dispatch.getWorkOrder, { id }, { ...leadOf('远征集团三院'), scope: 'concerned' });
    expect(JSON.stringify(timeline)).not.toContain('喝茶');
  });

  test('who is complained about neither calls on the complainant nor reads who did', async () => {
    const { orderId: id } = await forward(sut, { aboutUnitId: idOf('南岗里社区') });
    const visit = { id, visitId: randomUUID(), by: 'SECRETARY' as const, purpose: 'CALM' as const, outcome: 'CALMED' as const };
    const referral = { id, referralId: randomUUID(), kind: 'TALKS' as const, to: '社区议事厅', reason: '请双方坐下来谈' };
    expect(await sut.refused(orderCare.recordVisit, visit, community)).toBe('work-order.own-complaint');
    expect(await sut.refused(orderCare.refer, referral, community)).toBe('work-order.own-complaint');
    expect(await sut.refused(orderCare.getCare, { id }, community)).toBe('object.not-found');
    expect((await sut.ok(orderCare.recordVisit, { ...visit, by: 'HANDLER' }, firm)).visitsMade).toBe(1);
  });
});

describe('a lift that stands still', () => {
  const lift = { category: ['物业管理', '公共设施', '电梯故障'] as [string, string, string], level: 'U' as const };
  const running = async (id: string) => {
    const rows = await sut.rows<{ code: string }>(`select code from deadlines where subject_id = $1 and state = 'armed'`, [id]);
    return rows.map(({ code }) => code).filter((code) => code.startsWith('LIFT'));
  };

  test('its maintainer is there in ten minutes and has it running within the hour; the building reads of it on its door', async () => {
    const { orderId: id } = await forward(sut, { ...lift, categoryDuties: ['LIFT_ONSITE', 'LIFT_OUT'] });
    expect((await running(id)).sort()).toEqual(['LIFT_ONSITE', 'LIFT_OUT']);
    const [due] = await sut.rows<{ minutes: number }>(
      `select (extract(epoch from due_at - started_at) / 60)::int as minutes from deadlines where subject_id = $1 and code = 'LIFT_OUT'`,
      [id],
    );
    expect(due).toEqual({ minutes: 60 });
    await sut.ok(dispatch.accept, { id }, firm);
    await sut.ok(dispatch.checkIn, { id, point: '3号楼电梯机房' }, firm);
    expect(await running(id)).toEqual(['LIFT_OUT']);
    const notice = { id, publicText: '曳引机故障，配件已到，正在更换。' };
    expect(await sut.refused(orderCare.makeNotice, { ...notice, publicText: '业主 13812345678 被困' }, firm)).toBe(
      'work-order.text-private',
    );
    expect(await sut.refused(orderCare.makeNotice, notice, elsewhere)).toBe('object.not-found');
    const { file } = await sut.ok(orderCare.makeNotice, notice, community);
    const page = Buffer.from(file, 'base64').toString();
    for (const words of ['告知单', '电梯故障', '南岗里一区', '曳引机故障', '由远征物业处理，最迟', '南岗里社区'])
      expect(page).toContain(words);
    expect((await history(sut, id)).at(-1)).toMatchObject({ type: 'notice-made', payload: { publicText: notice.publicText } });
    await returnLegs(sut, id);
    await sut.ok(dispatch.recordFirstContact, { id }, firm);
    await sut.ok(dispatch.complete, { id, publicText: '电梯已恢复运行', evidence: '维保单' }, firm);
    expect(await running(id)).toEqual([]);
  });
});

describe('the directory', () => {
  test('names its pilot: the rows it takes to who answers first, in the rows, the preview and a dry run', async () => {
    const at = { category: leaking, demandType: 'COMPLAINT' as const, level: 'N' as const };
    const place = { communityId: idOf('云台路社区'), estateId: idOf('云台路甲3号院'), buildingId: null, point: null };
    const preview = { ...at, place };
    expect((await sut.ok(dispatch.getDirectory, {}, administrator)).pilot).toBeNull();
    const plain = await sut.ok(dispatch.previewDispatch, { ...preview, channel: 'QR' }, desk);
    expect(plain).toMatchObject({ leadUnitId: idOf('城乡建设办公室'), contactUnitId: null });
    const pilot = {
      ...{ from: '2020-01-01', estateIds: [idOf('云台路甲3号院')], channels: ['QR' as const], source: '试点方案' },
      ladder: [{ step: 'FIRM' as const }, { step: 'SECTION' as const, unitId: idOf('民生保障办公室') }, { step: 'WHISTLE' as const }],
    };
    await sut.ok(legs.publishHandUpPilot, pilot, administrator);
    expect((await sut.ok(dispatch.getDirectory, {}, administrator)).pilot).toMatchObject({
      ...{ version: 1, from: '2020-01-01', estateIds: pilot.estateIds, channels: ['QR'], ruleIds: ['roofs'] },
    });
    const draftId = randomUUID();
    await sut.ok(dispatch.openDraft, { id: draftId, title: '试点看得见' }, administrator);
    expect((await sut.ok(dispatch.getDraft, { id: draftId }, administrator)).pilot).toMatchObject({ ruleIds: ['roofs'] });
    expect(await sut.ok(dispatch.previewDispatch, { ...preview, channel: 'QR' }, desk)).toMatchObject({
      ...{ leadUnitId: idOf('民生保障办公室'), contactUnitId: idOf('民生保障办公室') },
    });
    expect((await sut.ok(dispatch.previewDispatch, { ...preview, channel: 'WEB' }, desk)).contactUnitId).toBeNull();
    await forward(sut, { channel: 'QR', place });
    await eventually(async () => {
      const { piloted } = await sut.ok(dispatch.dryRunDirectory, {}, administrator);
      expect(piloted).toEqual({
        ...{ orders: 1, ruleIds: ['roofs'] },
        units: [{ unitId: idOf('民生保障办公室'), name: '民生保障办公室', orders: 1 }],
      });
    });
  });
});

describe('a complainant who follows the handling (诉求人跟办)', () => {
  test('is invited once by lead or community, told step by step, and may join those who help the community think', async () => {
    const { orderId: id, demandId } = await forward(sut);
    const before = await sut.rows('select * from deadlines where subject_id = $1 order by id', [id]);
    const step = { id, stage: 'STUDY' as const, publicText: '已请产权单位一起查明漏点' };
    expect(await sut.refused(orderCare.tellStage, step, firm)).toBe('work-order.not-invited');
    expect(await sut.refused(orderCare.joinAdvisers, { id, isAdviser: true }, community)).toBe('work-order.not-invited');
    expect(await sut.refused(orderCare.inviteComplainant, { id }, elsewhere)).toBe('object.not-found');
    const invited = await sut.ok(orderCare.inviteComplainant, { id }, community);
    expect(invited.invitedAt).not.toBeNull();
    expect((await sut.ok(orderCare.inviteComplainant, { id }, firm)).invitedAt).toBe(invited.invitedAt);
    expect(await sut.refused(orderCare.tellStage, { ...step, publicText: '请打 13800138000 找我' }, firm)).toBe('work-order.text-private');
    await sut.ok(orderCare.tellStage, step, firm);
    await sut.ok(orderCare.tellStage, { ...step, stage: 'CARRY_OUT', publicText: '工人正在铺设防水层' }, community);
    const facts = (await history(sut, id)).filter(({ type }) => /invited|stage|adviser/.test(type));
    expect(facts.map(({ type, payload }) => [type, payload['stage'] ?? null])).toEqual([
      ['complainant-invited', null],
      ['stage-told', 'STUDY'],
      ['stage-told', 'CARRY_OUT'],
    ]);
    // Words to who follows end no duty of the unit.
    expect(await sut.rows('select * from deadlines where subject_id = $1 order by id', [id])).toEqual(before);

    expect(await sut.ok(orderCare.joinAdvisers, { id, isAdviser: true }, community)).toMatchObject({ isAdviser: true });
    const { advisers } = await sut.ok(orderCare.listAdvisers, {}, community);
    expect(advisers).toMatchObject([{ orderId: id, demandId, communityId: idOf('南岗里社区') }]);
    expect(Object.keys(advisers[0]!).sort()).toEqual(['category1', 'communityId', 'demandId', 'joinedAt', 'no', 'orderId']);
    expect((await sut.ok(orderCare.listAdvisers, {}, elsewhere)).advisers).toEqual([]);
    await sut.ok(orderCare.joinAdvisers, { id, isAdviser: false }, community);
    expect((await sut.ok(orderCare.listAdvisers, {}, chief)).advisers).toEqual([]);
  });

  test('of a complaint about a unit that unit neither invites nor tells', async () => {
    const { orderId: id } = await forward(sut, { aboutUnitId: idOf('南岗里社区') });
    expect(await sut.refused(orderCare.inviteComplainant, { id }, community)).toBe('work-order.own-complaint');
  });
});

describe('the checklist of duties (三包)', () => {
  test('is what the street has published for the day the demand was received; each is ticked once', async () => {
    const { orderId: id } = await forward(sut);
    expect((await sut.ok(orderCare.getCare, { id }, firm)).duties).toEqual([]);
    expect(await sut.refused(orderCare.tickDuty, { id, duty: '包协调' }, firm)).toBe('work-order.duty-unknown');
    const list = { from: '2020-01-01', duties: ['包接待', '包协调', '包落实', '包接待'], source: '本街道三包三上门办法' };
    expect(await sut.ok(orderCare.publishChecklist, list, administrator)).toEqual({ version: 1, from: '2020-01-01' });
    await sut.ok(orderCare.publishChecklist, { ...list, from: '2999-01-01', duties: ['包回访'] }, administrator);
    expect(await sut.ok(orderCare.listChecklists, {}, chief)).toMatchObject({ inForce: 1, lists: [{ version: 1 }, { version: 2 }] });
    for (const by of [firm, community]) await sut.ok(orderCare.tickDuty, { id, duty: '包协调' }, by);
    const { duties } = await sut.ok(orderCare.getCare, { id }, firm);
    expect(duties.map(({ duty, doneAt, unitId }) => [duty, doneAt !== null, unitId])).toEqual([
      ['包接待', false, null],
      ['包协调', true, idOf('远征物业')],
      ['包落实', false, null],
    ]);
    expect((await history(sut, id)).filter(({ type }) => type === 'duty-ticked')).toHaveLength(1);
    expect(await sut.refused(orderCare.tickDuty, { id, duty: '包回访' }, firm)).toBe('work-order.duty-unknown');
    expect(await sut.refused(orderCare.tickDuty, { id, duty: '包落实' }, elsewhere)).toBe('object.not-found');
  });
});

describe('small repairs (社区快修)', () => {
  const buildingId = idOf('3号楼');
  const at = { ...nangangli, buildingId };
  const keep = (accountId: string | null, version: number) =>
    sut.tell(
      registryEvents.keeperSet,
      { buildingId, estateId: idOf('南岗里一区'), accountId, setAt: new Date().toISOString() },
      { aggregateId: buildingId, version },
    );
  const dispatchedTo = async (part: Parameters<typeof forward>[1]) =>
    (await history(sut, (await forward(sut, { place: at, ...part })).orderId))[0]!.payload['quickFixBy'] ?? null;

  test('who looks after the building is named when one is dispatched there, but not of an emergency, elsewhere, or of a complaint about a unit', async () => {
    await keep('keeper', 1);
    await eventually(async () => expect(await sut.rows('select 1 from building_keepers where account_id is not null')).toHaveLength(1));
    const small = await forward(sut, { place: at });
    expect((await history(sut, small.orderId))[0]!.payload).toMatchObject({ quickFixBy: 'keeper' });
    expect(await sut.ok(dispatch.getWorkOrder, { id: small.orderId }, chief)).toMatchObject({ isQuickFix: true });
    expect(await dispatchedTo({ level: 'E' })).toBeNull();
    expect(await dispatchedTo({ place: nangangli })).toBeNull();
    expect(await dispatchedTo({ aboutUnitId: idOf('南岗里社区') })).toBeNull();
    expect(await dispatchedTo({ category: ['物业管理', '物业服务', '收费争议'] })).toBeNull();
    await keep(null, 2);
    await eventually(async () => expect(await sut.rows('select 1 from building_keepers where account_id is null')).toHaveLength(1));
    expect(await dispatchedTo({})).toBeNull();
  });
});

describe('the leader in charge (包片领导)', () => {
  test('is named by an emergency that is dispatched: of who leads it, else of its community', async () => {
    const list = { from: '2020-01-03', charges: [{ accountId: 'bing', unitIds: [idOf('远征物业')] }], source: '班子分工通知' };
    await sut.ok(charges.publishCharges, list, administrator);
    await eventually(
      async () => {
        const { orderId } = await forward(sut, { level: 'E' });
        expect((await history(sut, orderId))[0]!.payload).toMatchObject({ inChargeId: 'bing' });
      },
      { within: 20_000 },
    );
    const { orderId } = await forward(sut);
    expect((await history(sut, orderId))[0]!.payload).not.toHaveProperty('inChargeId');
  });
});
