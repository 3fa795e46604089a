import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  defaultTimeLimits,
  personalData,
  personalDataEvents,
  policies,
  registry,
  registryEvents,
  resources,
  type Estate,
  type RegistryImport,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import { verifyAudit, Vault } from '@wufang/service';
import { migrations } from '../src/db/migrations/index.js';
import { registryParts } from '../src/parts.js';
import { aWorkbook } from './a-workbook.js';

const sample = readFileSync(join(import.meta.dirname, '../../../../deploy/sample/registry.xlsx'));
const rows = { units: 46, estates: 16, buildings: 515, homes: 18_930 };
const all = rows.units + rows.estates + rows.buildings + rows.homes;

let under: ServiceUnderTest;
const admin = (streetId: string): Caller => ({ role: 'administrator', streetId });

beforeAll(async () => {
  under = await ServiceUnderTest.start(registryParts, migrations);
});
afterAll(() => under.stop());

async function open(id: string): Promise<Caller> {
  await under.ok(registry.openStreet, { id, name: '青云街道', district: '丰湖区' }, admin(id));
  return admin(id);
}

async function imported(file: Buffer, as: Caller, idempotencyKey?: string): Promise<RegistryImport> {
  const begun = await under.ok(
    registry.importRegistry,
    { fileName: 'registry.xlsx', file: file.toString('base64') },
    { ...as, ...(idempotencyKey && { idempotencyKey }) },
  );
  return eventually(
    async () => {
      const now = await under.ok(registry.importProgress, { id: begun.id }, as);
      if (now.state === 'RUNNING') throw new Error(`${now.rowsDone} of ${now.rowsTotal}`);
      return now;
    },
    { within: 40_000 },
  );
}

const eventsOf = (streetId: string) =>
  under.rows<{ type: string; aggregate_id: string; payload: Record<string, unknown> }>(
    'select * from events where street_id = $1 order by recorded_at, version',
    [streetId],
  );

describe('opening a street', () => {
  test('publishes its calendars, the year without a notice as provisional, and its time limits from 2020 on', async () => {
    await open('opened');
    const events = await eventsOf('opened');
    const payloads = (type: string) => events.filter((event) => event.type === type).map((event) => event.payload);
    expect(payloads(registryEvents.streetOpened.type)).toEqual([{ name: '青云街道', district: '丰湖区' }]);
    expect(payloads(registryEvents.timeLimitsPublished.type)).toEqual([{ limitsVersion: 1, from: '2020-01-01', rows: defaultTimeLimits }]);
    const years = payloads(registryEvents.calendarPublished.type).map(({ year, calendarVersion, provisional }) => ({
      year,
      calendarVersion,
      provisional,
    }));
    expect(years.sort((a, b) => Number(a.year) - Number(b.year))).toEqual([
      { year: 2023, calendarVersion: 1, provisional: false },
      { year: 2024, calendarVersion: 1, provisional: false },
      { year: 2025, calendarVersion: 1, provisional: false },
      { year: 2026, calendarVersion: 1, provisional: false },
      { year: 2027, calendarVersion: 1, provisional: true },
    ]);
  });

  test('takes the limits it is given', async () => {
    const timeLimits = defaultTimeLimits.map((row) => (row.code === 'NORMAL' ? { ...row, source: '本街道' } : row));
    await under.ok(registry.openStreet, { id: 'own-limits', name: '青云街道', district: '丰湖区', timeLimits }, admin('own-limits'));
    const published = (await eventsOf('own-limits')).find((event) => event.type === registryEvents.timeLimitsPublished.type)!;
    expect(published.payload['rows']).toEqual(timeLimits);
  });

  test('is refused for a street that is open, and answers the same under the same key', async () => {
    const as = { ...admin('twice'), idempotencyKey: 'open-twice' };
    const input = { id: 'twice', name: '青云街道', district: '丰湖区' };
    const first = await under.ok(registry.openStreet, input, as);
    expect(await under.ok(registry.openStreet, input, as)).toEqual(first);
    expect(await under.refused(registry.openStreet, input, admin('twice'))).toBe('street.exists');
  });

  test('asked for ten times at once opens it once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => under.ask(registry.openStreet, { id: 'race', name: '青云街道', district: '丰湖区' }, admin('race'))),
    );
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
  });
});

describe('time limits and calendars', () => {
  let as: Caller;
  beforeAll(async () => {
    as = await open('rules');
  });

  test('a table that contradicts itself is refused with its faults', async () => {
    const answer = await under.ask(
      registry.publishTimeLimits,
      { from: '2026-01-01', rows: [...defaultTimeLimits, defaultTimeLimits[0]!] },
      as,
    );
    expect(answer).toMatchObject({ problem: { code: 'time-limits.invalid', detail: expect.stringContaining('重复') } });
  });

  test('each table has the next version', async () => {
    const publish = () => under.ok(registry.publishTimeLimits, { from: '2026-01-01', rows: [...defaultTimeLimits] }, as);
    expect(await publish()).toEqual({ version: 2, from: '2026-01-01' });
    expect(await publish()).toEqual({ version: 3, from: '2026-01-01' });
  });

  test('a year whose notice has come is no longer provisional; the same notice again changes nothing', async () => {
    const notice = { year: 2027, papers: ['https://www.gov.cn/notice-2027'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] };
    const publish = () => under.ok(registry.publishCalendar, notice, as);
    expect(await publish()).toEqual({ year: 2027, version: 2, provisional: false });
    expect(await publish()).toEqual({ year: 2027, version: 2, provisional: false });
    const told = (await eventsOf('rules')).filter(
      (event) => event.type === registryEvents.calendarPublished.type && event.payload['year'] === 2027,
    );
    expect(told).toHaveLength(2);
  });

  test('both are shown: every table that was published, the newest first, and every year with its days', async () => {
    const inspector: Caller = { role: 'inspector', streetId: 'rules' };
    const { tables } = await under.ok(registry.listTimeLimits, {}, inspector);
    expect(tables.map(({ version, from }) => [version, from])).toEqual([
      [3, '2026-01-01'],
      [2, '2026-01-01'],
      [1, '2020-01-01'],
    ]);
    expect(tables[0]!.rows).toEqual(defaultTimeLimits);
    const { calendars } = await under.ok(registry.listCalendars, {}, inspector);
    expect(calendars.map(({ year, provisional }) => [year, provisional])).toEqual([
      [2023, false],
      [2024, false],
      [2025, false],
      [2026, false],
      [2027, false],
    ]);
    expect(calendars.at(-1)).toMatchObject({ version: 2, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] });
    expect((await under.ok(registry.listTimeLimits, {}, admin('nowhere'))).tables).toEqual([]);
  });

  test('a year with a day that is none is refused', async () => {
    const input = { year: 2028, papers: [], days: [{ name: '元旦', date: '2028-02-30', isOffDay: true }] };
    expect(await under.refused(registry.publishCalendar, input, as)).toBe('request.invalid');
  });
});

describe('the sample register', () => {
  let as: Caller;
  let first: RegistryImport;
  beforeAll(async () => {
    as = await open('qingyun');
    const since = Date.now();
    first = await imported(sample, as, 'first');
    process.stdout.write(`register import: ${all} rows in ${((Date.now() - since) / 1000).toFixed(1)} s\n`);
  }, 60_000);

  test('goes in whole', () => {
    expect(first).toMatchObject({
      state: 'DONE',
      rowsTotal: all,
      rowsDone: all,
      added: all,
      changed: 0,
      unchanged: 0,
      faults: [],
      error: null,
    });
  });

  test('the upload repeated under its key begins no second import', async () => {
    expect((await imported(sample, as, 'first')).id).toBe(first.id);
  });

  test('a second time changes nothing and tells nothing', async () => {
    const before = (await eventsOf('qingyun')).length;
    expect(await imported(sample, as)).toMatchObject({ state: 'DONE', rowsDone: all, added: 0, changed: 0, unchanged: all, faults: [] });
    expect((await eventsOf('qingyun')).length).toBe(before);
  }, 60_000);

  test('an estate has its homes, area and heads: unsold public homes are one head, the property-rights unit', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '西大院')!;
    const roll = await under.ok(registry.estateRoll, { estateId: estate.id }, as);
    expect(roll).toMatchObject({ homes: 1390, areaHundredths: 6_527_158, heads: 1297 });
    expect(roll.byNature).toContainEqual({ nature: 'UNSOLD_PUBLIC', homes: 76, areaHundredths: 357_311 });
  });

  test('its homes are told by building and stairwell, by id alone, and its community finds a home by its door', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '西大院')!;
    const listed = (await eventsOf('qingyun'))
      .filter(({ type, aggregate_id }) => type === registryEvents.homesListed.type && aggregate_id === estate.id)
      .map(({ payload }) => registryEvents.homesListed.payload.parse(payload));
    const { buildings } = await under.ok(registry.listBuildings, { estateId: estate.id }, as);
    expect(listed.map(({ buildingId }) => buildingId).sort()).toEqual(buildings.map(({ id }) => id).sort());
    const told = listed.flatMap(({ stairwells }) => stairwells.flatMap(({ homeIds }) => homeIds));
    expect([told.length, new Set(told).size]).toEqual([1390, 1390]);

    const [first] = listed;
    const worker: Caller = { role: 'community_worker', streetId: 'qingyun', scope: 'concerned', unitIds: [estate.communityId] };
    const { homes } = await under.ok(registry.listHomes, { buildingId: first!.buildingId }, worker);
    expect(homes.map(({ id }) => id).sort()).toEqual(first!.stairwells.flatMap(({ homeIds }) => homeIds).sort());
    expect(Object.keys(homes[0]!).sort()).toEqual(['id', 'room', 'stairwell']);
    const neighbour = { ...worker, unitIds: ['00000000-0000-4000-8000-000000000000'] };
    expect(await under.refused(registry.listHomes, { buildingId: first!.buildingId }, neighbour)).toBe('object.not-found');
  });

  test('its homes are told with their measures, by building, without door or name', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '西大院')!;
    const told = async () =>
      (await eventsOf('qingyun'))
        .filter(({ type, aggregate_id }) => type === registryEvents.homesMeasured.type && aggregate_id === estate.id)
        .map(({ payload }) => registryEvents.homesMeasured.payload.parse(payload));
    const before = await told();
    const { buildings } = await under.ok(registry.listBuildings, { estateId: estate.id }, as);
    expect(before.map(({ buildingId }) => buildingId).sort()).toEqual(buildings.map(({ id }) => id).sort());
    const homes = before.flatMap((part) => part.homes);
    expect(homes.reduce((sum, { areaHundredths }) => sum + areaHundredths, 0)).toBe(6_527_158);
    expect(homes.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual(homes.map((_, i) => i + 1));
    const owners = new Map(homes.map(({ ownerId, isUnit }) => [ownerId, isUnit]));
    expect([owners.size, [...owners.values()].filter(Boolean).length]).toEqual([1297, 1]);
    const unsold = homes.filter(({ nature }) => nature === 'UNSOLD_PUBLIC');
    expect([unsold.length, new Set(unsold.map(({ isUnit }) => isUnit))]).toEqual([76, new Set([true])]);
  });

  test('a home changed tells its building again and no other', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '云台路甲3号院')!;
    const told = async () =>
      (await eventsOf('qingyun'))
        .filter(({ type, aggregate_id }) => type === registryEvents.homesMeasured.type && aggregate_id === estate.id)
        .map(({ payload }) => registryEvents.homesMeasured.payload.parse(payload));
    const before = (await told()).length;
    const [home] = await under.rows<{ stairwell: string; room: string; name: string; building_id: string }>(
      `select h.*, b.name from homes h join buildings b on b.id = h.building_id where h.estate_id = $1 order by h.id limit 1`,
      [estate.id],
    );
    const heading = ['小区名称', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主', '业主电话', '面积来源'];
    const surveyed = [estate.name, home!.name, home!.stairwell, home!.room, 48.8, '已售公房', '王小明', '13812341234', '实测'];
    expect(await imported(aWorkbook({ 房屋: [heading, surveyed] }), as)).toMatchObject({ changed: 1, faults: [] });
    const again = (await told()).slice(before);
    expect(again.map(({ buildingId }) => buildingId)).toEqual([home!.building_id]);
    expect(again[0]!.homes).toContainEqual(expect.objectContaining({ areaHundredths: 4_880, areaSource: 'SURVEYED', isUnit: false }));
  });

  test('unsold homes are a registered unit’s, whose name may be written with a blank; of one that nobody has registered they do not come in', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '西大院')!;
    const [home] = await under.rows<{
      stairwell: string;
      room: string;
      name: string;
      owner: string;
      owner_id: string;
      area_hundredths: number;
    }>(
      `select h.*, b.name, u.name as owner from homes h join buildings b on b.id = h.building_id join units u on u.id = h.owner_id
       where h.estate_id = $1 and h.nature = 'UNSOLD_PUBLIC' order by h.id limit 1`,
      [estate.id],
    );
    const heading = ['小区名称', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主', '业主电话'];
    const of = (owner: string) => [
      estate.name,
      home!.name,
      home!.stairwell,
      home!.room,
      home!.area_hundredths / 100,
      '未售公房',
      owner,
      '',
    ];
    const people = async () => (await under.rows('select 1 from people')).length;
    const before = await people();
    expect(await imported(aWorkbook({ 房屋: [heading, of('没有登记的机械厂')] }), as)).toMatchObject({
      ...{ added: 0, changed: 0 },
      faults: [{ sheet: '房屋', row: 2, reason: '未售公房的业主应为已登记的产权单位，请先在“单位”表登记，名称与登记的一致' }],
    });
    const blank = `${home!.owner.slice(0, 2)} ${home!.owner.slice(2)}`;
    expect(await imported(aWorkbook({ 房屋: [heading, of(blank)] }), as)).toMatchObject({ added: 0, faults: [] });
    const [after] = await under.rows<{ owner_id: string }>(
      'select owner_id from homes where estate_id = $1 and stairwell = $2 and room = $3 and building_id = (select id from buildings where estate_id = $1 and name = $4)',
      [estate.id, home!.stairwell, home!.room, home!.name],
    );
    expect(after!.owner_id).toBe(home!.owner_id);
    expect(await people()).toBe(before);
  });

  test('units, estates and buildings stand under their names, kinds and places', async () => {
    const { units } = await under.ok(registry.listUnits, {}, as);
    expect(units).toHaveLength(rows.units);
    const perKind: Record<string, number> = {};
    for (const { kind } of units) perKind[kind] = (perKind[kind] ?? 0) + 1;
    expect(perKind).toEqual({
      STREET: 1,
      COMMUNITY: 12,
      VILLAGE: 1,
      STREET_OFFICE: 9,
      PROPERTY_FIRM: 6,
      PROPERTY_RIGHTS_UNIT: 3,
      DISTRICT_DEPARTMENT: 8,
      UTILITY: 6,
    });
    expect((await under.ok(registry.listUnits, { kind: 'VILLAGE' }, as)).units.map(({ name }) => name)).toEqual(['柳林村']);
    const estates = await estatesOf(as);
    expect(estates).toHaveLength(rows.estates);
    const yard = estates.find(({ name }) => name === '云台路甲3号院')!;
    expect(yard).toMatchObject({ type: 'SGYY', firmId: null, ownersBody: null, homes: 420 });
    expect(units.find(({ id }) => id === yard.communityId)?.name).toBe('云台路社区');
    expect((await under.ok(registry.listEstates, { communityId: yard.communityId }, as)).estates).toHaveLength(2);
    // Owners and who counts their votes read what the estates are called, and nothing else of the book.
    const owner: Caller = { ...as, role: 'resident' };
    const named = await under.ask(registry.estateNames, {}, owner);
    expect(named).toEqual({ ok: { estates: estates.map(({ id, name }) => ({ id, name })) } });
    const { buildings } = await under.ok(registry.listBuildings, { estateId: yard.id }, as);
    expect(buildings.map(({ name }) => name)).toEqual(buildings.map((_, i) => `${i + 1}号楼`));
    const { buildings: byName } = await under.ok(registry.buildingNames, { estateId: yard.id }, owner);
    const inNames = (one: { id: string; name: string }, other: { name: string }) => one.name.localeCompare(other.name);
    expect(byName.sort(inNames)).toEqual(buildings.map(({ id, name }) => ({ id, name })).sort(inNames));
  });

  test('no name and no phone of an owner or contact lies in clear in any table, and the vault opens them', async () => {
    const tables = await under.rows<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'registry'`,
    );
    const found: string[] = [];
    for (const { table_name: name } of tables) {
      // The first owner and the contact of the street in the sample.
      const [hit] = await under.rows(
        `select 1 from ${name} t where t::text like any (array['%马丽娟%', '%13517235864%', '%陈桂兰%', '%13990606503%']) limit 1`,
      );
      if (hit) found.push(name);
    }
    expect(found).toEqual([]);
    const vault = new Vault(under.env['WUFANG_VAULT_KEY']!);
    const [person] = await under.rows<{ id: string; sealed_key: Buffer; sealed: Buffer }>(`select * from people where lookup = $1`, [
      vault.index('owner', '马丽娟\u000013517235864'),
    ]);
    expect(vault.open({ sealedKey: person!.sealed_key, sealed: person!.sealed }, `people/${person!.id}`)).toEqual({
      name: '马丽娟',
      phone: '13517235864',
    });
  });

  test('one event tells how many homes an estate has, and a home changed tells again with another hash', async () => {
    const estate = (await estatesOf(as)).find(({ name }) => name === '西大院')!;
    const told = async () =>
      (await eventsOf('qingyun')).filter(
        (event) => event.type === registryEvents.homesImported.type && event.payload['estateId'] === estate.id,
      );
    expect(await told()).toHaveLength(1);
    const [home] = await under.rows<{ stairwell: string; room: string; name: string; seller_deposit_fen: bigint }>(
      `select h.*, b.name from homes h join buildings b on b.id = h.building_id where h.estate_id = $1 and h.nature = 'UNSOLD_PUBLIC' order by h.id limit 1`,
      [estate.id],
    );
    const heading = ['小区名称', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主', '业主电话'];
    const sold = ['西大院', home!.name, home!.stairwell, home!.room, 36.5, '已售公房', '王小明', '13812341234'];
    const file = aWorkbook({ 房屋: [heading, sold] });
    expect(await imported(file, as)).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(await imported(file, as)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const events = await told();
    expect(events.map(({ payload }) => payload['homes'])).toEqual([1390, 1390]);
    expect(new Set(events.map(({ payload }) => payload['rollHash'])).size).toBe(2);
    expect((await under.ok(registry.estateRoll, { estateId: estate.id }, as)).heads).toBe(1298);
  });

  test('every chain of the register holds', async () => {
    const report = await verifyAudit(under.admin, registryParts.aggregates);
    expect(report.broken).toEqual([]);
    expect(report.chains).toBeGreaterThan(rows.units + rows.estates + rows.buildings);
  });
});

const estatesOf = async (as: Caller): Promise<Estate[]> => (await under.ok(registry.listEstates, {}, as)).estates;

describe('a person in the register (个人信息保护法)', () => {
  const chief: Caller = { role: 'section_chief', streetId: 'persons', accountId: 'chief-1' };
  const identityCheck = '当面核对欧阳云和的身份证，电话13655550321';
  const owner = { name: '欧阳云和', phone: '13655550321' };
  const heading = ['小区名称', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主', '业主电话'];
  const home = (room: string, name: string, phone: string) => ['梧桐里', '1号楼', '1单元', room, 61.28, '商品住宅', name, phone];
  const words = [owner.name, owner.phone];

  /** Where anything of the owner is left: in any table as text, in any record the vault's key opens, under any index. */
  async function left(): Promise<string[]> {
    const vault = new Vault(under.env['WUFANG_VAULT_KEY']!);
    const tables = await under.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'registry' and table_type = 'BASE TABLE'`,
    );
    const texts: string[] = [];
    for (const { name } of tables)
      for (const { row } of await under.rows<{ row: string }>(`select t::text as row from ${name} t`)) texts.push(row);
    for (const { id, sealed_key: sealedKey, sealed } of await under.rows<{ id: string; sealed_key: Buffer; sealed: Buffer }>(
      `select * from people where street_id = 'persons'`,
    ))
      texts.push(JSON.stringify(vault.open({ sealedKey, sealed }, `people/${id}`)));
    const everything = texts.join('\n');
    return [...words, vault.index('owner', `${owner.name}\0${owner.phone}`).toString('hex')].filter((word) => everything.includes(word));
  }

  beforeAll(async () => {
    const as = await open('persons');
    const units = [
      ['单位名称', '单位类型', '上级', '联系人', '联系电话', '值班电话'],
      ['梧桐社区', '社区', null, owner.name, '136-5555-0321', null],
      ['安居物业', '物业公司', null, null, null, null],
    ];
    const estates = [
      ['小区名称', '所属社区', '小区类型', '建成年份', '户数', '物业公司'],
      ['梧桐里', '梧桐社区', '商品房', 2004, 4, '安居物业'],
    ];
    const buildings = [
      ['小区名称', '楼号', '单元数', '层数', '有电梯'],
      ['梧桐里', '1号楼', 1, 6, '否'],
    ];
    const homes = [
      heading,
      home('101', owner.name, owner.phone),
      home('102', owner.name, '+86 136-5555-0321'),
      home('103', '郑一', '13700002222'),
      [...home('104', '钱二', '').slice(0, 7), null],
    ];
    const done = await imported(aWorkbook({ 单位: units, 小区: estates, 楼栋: buildings, 房屋: homes }), as);
    expect(done).toMatchObject({ state: 'DONE', faults: [] });
  });

  test('is given all of it: homes, and units they are the contact of; who asked stays on the record without name or phone', async () => {
    const copy = await under.ok(personalData.exportRegistered, { phone: '+86 13655550321', identityCheck }, chief);
    const owners = copy.records.filter(({ kind }) => kind === 'OWNER');
    expect(owners.flatMap(({ homes }) => homes.map(({ room }) => room)).sort()).toEqual(['101', '102']);
    expect(owners).toMatchObject([{ ...owner, erasure: null }]);
    expect(owners[0]!.homes[0]).toMatchObject({ estateName: '梧桐里', buildingName: '1号楼', areaHundredths: 6128, nature: 'COMMODITY' });
    expect(copy.records.find(({ kind }) => kind === 'CONTACT')).toMatchObject({ name: owner.name, contactOf: ['梧桐社区'], homes: [] });
    const [told] = (await eventsOf('persons')).filter(({ type }) => type === personalDataEvents.registeredExported.type);
    expect(told!.payload).toEqual({ personIds: copy.records.map(({ id }) => id), identityCheck: '当面核对＊的身份证，电话＊' });
    expect((await under.ok(personalData.exportRegistered, { phone: owner.phone, identityCheck }, chief)).readBy).toHaveLength(1);
    expect(await under.rows("select 1 from idempotency_keys where response::text like '%欧阳%'")).toHaveLength(0);
  });

  test('without a phone is found by the home; a stranger’s phone, no word of whom, and another street are refused', async () => {
    const { homes } = await under.ok(registry.listHomes, { buildingId: (await buildingsOf())[0]!.id }, admin('persons'));
    const homeId = homes.find(({ room }) => room === '104')!.id;
    const copy = await under.ok(personalData.exportRegistered, { homeId, identityCheck: '核对房产证' }, chief);
    expect(copy.records).toMatchObject([{ name: '钱二', phone: null, homes: [{ room: '104' }] }]);
    expect(await under.refused(personalData.exportRegistered, { phone: '13000000000', identityCheck }, chief)).toBe('person.unknown');
    expect(await under.refused(personalData.exportRegistered, { identityCheck }, chief)).toBe('request.invalid');
    const elsewhere = { ...chief, streetId: 'persons-elsewhere' };
    const theirs = { phone: owner.phone, identityCheck, basis: 'CONSENT_WITHDRAWN' as const };
    expect(await under.refused(personalData.exportRegistered, theirs, elsewhere)).toBe('person.unknown');
    expect(await under.refused(personalData.eraseRegistered, theirs, elsewhere)).toBe('person.unknown');
  });

  test('is erased as a contact at once; as an owner restricted, and gone with the last home', async () => {
    const asked = { phone: owner.phone, identityCheck, basis: 'CONSENT_WITHDRAWN' as const };
    const first = await under.ok(personalData.eraseRegistered, asked, chief);
    expect(first).toEqual({ erased: 1, restricted: 1, homes: 2 });
    expect((await under.ok(personalData.exportRegistered, asked, chief)).records.every(({ erasure }) => erasure === 'RESTRICTED')).toBe(
      true,
    );
    expect(await under.rows(`select contact_id from units where street_id = 'persons' and name = '梧桐社区'`)).toEqual([
      { contact_id: null },
    ]);
    // The scan can find them: they are still there, sealed.
    expect(await left()).toHaveLength(3);
    const sold = (room: string) => aWorkbook({ 房屋: [heading, home(room, '孙三', '13700003333')] });
    expect(await imported(sold('101'), admin('persons'))).toMatchObject({ changed: 1, faults: [] });
    expect(await left()).toHaveLength(3);
    expect(await imported(sold('102'), admin('persons'))).toMatchObject({ changed: 1, faults: [] });
    expect(await left()).toEqual([]);
    expect(await under.refused(personalData.exportRegistered, asked, chief)).toBe('person.unknown');
    const told = (await eventsOf('persons')).filter(({ type }) => type.startsWith('registry.street.person-'));
    expect(told.slice(-4).map(({ type, payload }) => [type, payload['basis']])).toEqual([
      [personalDataEvents.registeredErased.type, 'CONSENT_WITHDRAWN'],
      [personalDataEvents.registeredRestricted.type, 'CONSENT_WITHDRAWN'],
      [personalDataEvents.registeredExported.type, undefined],
      [personalDataEvents.registeredErased.type, null],
    ]);
    // Who did not ask stays, though their home was sold too.
    const other = aWorkbook({ 房屋: [heading, home('103', '孙三', '13700003333')] });
    expect(await imported(other, admin('persons'))).toMatchObject({ changed: 1, faults: [] });
    expect((await under.ok(personalData.exportRegistered, { phone: '13700002222', identityCheck }, chief)).records).toHaveLength(1);
    const gone = { phone: '13700002222', identityCheck, basis: 'PURPOSE_FULFILLED' as const };
    const keyed = { ...chief, idempotencyKey: 'erasure-1' };
    const erased = { erased: 1, restricted: 0, homes: 0 };
    expect(await under.ok(personalData.eraseRegistered, gone, keyed)).toEqual(erased);
    // Asked again under its key it is the first answer, though nobody is left; without one, or for something else, no.
    expect(await under.ok(personalData.eraseRegistered, gone, keyed)).toEqual(erased);
    expect(await under.refused(personalData.eraseRegistered, gone, chief)).toBe('person.unknown');
    expect(await under.refused(personalData.eraseRegistered, { ...gone, basis: 'TERM_ENDED' }, keyed)).toBe('request.key-reused');
    expect((await verifyAudit(under.admin, registryParts.aggregates)).broken).toEqual([]);
  });

  const buildingsOf = async () => {
    const [estate] = (await under.ok(registry.listEstates, {}, admin('persons'))).estates;
    return (await under.ok(registry.listBuildings, { estateId: estate!.id }, admin('persons'))).buildings;
  };
});

describe('a register with faults', () => {
  const unitHeading = ['单位名称', '单位类型', '上级', '联系人', '联系电话', '值班电话'];
  const estateHeading = ['小区名称', '所属社区', '小区类型', '建成年份', '户数', '物业公司', '产权单位', '业主组织', '维修资金保管'];
  const buildingHeading = ['小区名称', '楼号', '单元数', '层数', '有电梯'];
  const homeHeading = [
    '小区名称',
    '楼号',
    '单元',
    '房号',
    '专有面积',
    '房屋性质',
    '业主',
    '业主电话',
    '业主交存维修资金',
    '售房单位交存维修资金',
  ];
  const home = (room: string, ...changed: [number, string | number | null][]) => {
    const row: (string | number | null)[] = ['东院', '1号楼', '1单元', room, 50.25, '商品住宅', '王小明', '13812341234', 100, 0];
    for (const [column, value] of changed) row[column] = value;
    return row;
  };
  const faulty = {
    单位: [
      unitHeading,
      ['东社区', '社区', '青云街道', '陈桂兰', '13990606503', '13818174396'],
      ['东物业', '物业公司', '青云街道', null, null, null],
      ['东银行', '银行', '青云街道', null, null, null],
    ],
    小区: [
      estateHeading,
      ['东院', '东', '商品房', 2006, 3, '东物业', null, '业委会', null],
      ['西院', '西', '商品房', 2006, 3, null, null, null, null],
      ['南院', '东', '别墅', 2006, 3, null, null, null, null],
      ['北院', '东', '失管', 2006, 3, '北物业', null, null, null],
    ],
    楼栋: [buildingHeading, ['东院', '1号楼', 2, 6, '否'], ['北院', '1号楼', 2, 6, '否'], ['东院', '1号楼', 3, 6, '否']],
    房屋: [
      ['青云街道房屋名册'],
      homeHeading,
      home('101'),
      home('102', [4, 0]),
      home('103', [0, '月亮湾']),
      home('101', [6, '李四']),
      home('104', [5, '小产权']),
      home('105', [1, '9号楼']),
      home('106', [4, '36.505']),
      [null, null, null],
      home('107', [8, '12,345.67']),
    ],
  };

  test('has each faulty row named by sheet and row, and the rest goes in', async () => {
    const as = await open('faulty');
    const result = await imported(aWorkbook(faulty), as);
    const faults = result.faults
      .sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row)
      .map(({ sheet, row, reason }) => `${sheet}${row} ${reason}`);
    expect(faults.sort()).toEqual(
      [
        '单位4 单位类型“银行”不认识，应为：街道、社区、村、街道科室、物业公司、产权单位、业主组织、区级部门、公用企业、区',
        '小区3 社区“西”没有登记',
        '小区4 小区类型“别墅”不认识，应为：商品房、三供一业、央产房、失管小区、失管',
        '小区5 物业公司“北物业”没有登记',
        '楼栋3 小区“北院”没有登记',
        '楼栋4 与第 2 行重复',
        '房屋4 专有面积空缺：房屋已入册，但补全前涉及这一户的表决和费用分摊都不能进行，请按登记簿、实测或合同补全后再导入',
        '房屋5 小区“月亮湾”没有登记',
        '房屋6 与第 3 行重复',
        '房屋7 房屋性质“小产权”不认识，应为：商品住宅、已售公房、未售公房、非住宅',
        '房屋8 小区“东院”没有登记“9号楼”',
        '房屋9 专有面积“36.505”应为最多两位小数的数',
      ].sort(),
    );
    expect(result).toMatchObject({ state: 'DONE', rowsTotal: 18, rowsDone: 18, added: 7, changed: 0, unchanged: 0 });
    const estate = (await estatesOf(as)).find(({ name }) => name === '东院')!;
    expect(await under.ok(registry.estateRoll, { estateId: estate.id }, as)).toMatchObject({
      ...{ homes: 3, areaHundredths: 10_050, heads: 1 },
    });
    const deposits = await under.rows<{ owner_deposit_fen: bigint }>(
      `select owner_deposit_fen from homes where street_id = 'faulty' order by room`,
    );
    expect(deposits.map((row) => String(row.owner_deposit_fen))).toEqual(['10000', '10000', '1234567']);
  });

  test('a home without an area is listed and not measured, until a file names it; a later file without one leaves it', async () => {
    const as = await open('unmeasured');
    const file = (...rows: (string | number | null)[][]) => aWorkbook({ ...faulty, 房屋: [homeHeading, ...rows] });
    const told = async () => {
      const events = await eventsOf('unmeasured');
      const of = (type: string) => events.filter((event) => event.type === type).map(({ payload }) => payload);
      const listed = of(registryEvents.homesListed.type).map((payload) => registryEvents.homesListed.payload.parse(payload));
      const measured = of(registryEvents.homesMeasured.type).map((payload) => registryEvents.homesMeasured.payload.parse(payload));
      return {
        listed: listed.at(-1)!.stairwells.flatMap(({ homeIds }) => homeIds).length,
        measured: measured.at(-1)!.homes.map(({ ordinal, areaHundredths }) => [ordinal, areaHundredths]),
      };
    };
    const first = await imported(file(home('101'), home('102', [4, null]), home('103')), as);
    expect(first.faults.filter(({ sheet }) => sheet === '房屋')).toMatchObject([
      { row: 3, reason: expect.stringContaining('专有面积空缺') },
    ]);
    expect(await told()).toEqual({
      listed: 3,
      measured: [
        [1, 5_025],
        [3, 5_025],
      ],
    });
    const known = { listed: 3, measured: [1, 2, 3].map((rank) => [rank, rank === 2 ? 6_000 : 5_025]) };
    expect(await imported(file(home('102', [4, 60])), as)).toMatchObject({ changed: 1 });
    expect(await told()).toEqual(known);
    const again = await imported(file(home('102', [4, 0])), as);
    expect(again.faults.filter(({ sheet }) => sheet === '房屋')).toEqual([]);
    expect(await told()).toEqual(known);
  });

  test('two at once come out as one', async () => {
    const as = await open('at-once');
    const file = aWorkbook(faulty);
    const results = await Promise.all([imported(file, as), imported(file, as), imported(file, as)]);
    expect(results.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(7);
    expect(results.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(14);
    const counts = await under.rows<{ n: number }>(
      `select (select count(*)::int from units where street_id = 'at-once') + (select count(*)::int from homes where street_id = 'at-once') as n`,
    );
    expect(counts[0]!.n).toBe(5);
  });

  test.each([
    ['an old .xls by its first bytes', 'r.xlsx', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'file.old-excel'],
    ['an old .xls by its name', 'r.xls', Buffer.from('<html>'), 'file.old-excel'],
    ['what is no workbook', 'r.xlsx', Buffer.from('小区名称,楼号'), 'file.unreadable'],
    ['a workbook without any of the sheets', 'r.xlsx', aWorkbook({ Sheet1: [['小区名称']] }), 'file.unreadable'],
    ['a sheet without its headings', 'r.xlsx', aWorkbook({ 房屋: [['小区名称', '楼号']] }), 'file.no-header'],
  ])('%s is refused at once', async (_, fileName, file, code) => {
    expect(await under.refused(registry.importRegistry, { fileName, file: file.toString('base64') }, admin('faulty'))).toBe(code);
  });

  test('an import whose process died says so', async () => {
    const id = '01890000-0000-7000-8000-000000000001';
    await under.rows(`insert into imports values ('faulty', $1, 'RUNNING', 10, 3, 3, 0, 0, '[]', null, now() - interval '5 minutes')`, [
      id,
    ]);
    expect(await under.ok(registry.importProgress, { id }, admin('faulty'))).toMatchObject({
      state: 'FAILED',
      rowsDone: 3,
      error: expect.stringContaining('重新导入'),
    });
  });

  test('an import of another street is not found', async () => {
    const { id } = await under.ok(
      registry.importRegistry,
      { fileName: 'r.xlsx', file: aWorkbook({ 单位: [unitHeading] }).toString('base64') },
      admin('faulty'),
    );
    expect(await under.refused(registry.importProgress, { id }, admin('race'))).toBe('object.not-found');
  });
});

describe('a place', () => {
  let as: Caller;
  let estate: Estate;
  let building: { id: string };
  beforeAll(async () => {
    as = await open('places');
    await imported(
      aWorkbook({
        单位: [
          ['单位名称', '单位类型'],
          ['东社区', '社区'],
          ['西社区', '社区'],
        ],
        小区: [
          ['小区名称', '所属社区', '小区类型'],
          ['东院', '东', '商品房'],
        ],
        楼栋: [
          ['小区名称', '楼号', '单元数', '层数'],
          ['东院', '1号楼', 2, 6],
        ],
      }),
      as,
    );
    estate = (await estatesOf(as))[0]!;
    building = (await under.ok(registry.listBuildings, { estateId: estate.id }, as)).buildings[0]!;
  });

  test('of a building knows its estate and community, and its code finds it without an account', async () => {
    const input = { id: '01890000-0000-7000-8000-000000000002', name: '1号楼电梯', buildingId: building.id, stairwell: '1单元' };
    const place = await under.ok(registry.createPlace, input, as);
    expect(place).toMatchObject({
      name: '1号楼电梯',
      estateId: estate.id,
      communityId: estate.communityId,
      buildingId: building.id,
      stairwell: '1单元',
    });
    expect(place.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const anyone: Caller = { role: 'resident', scope: 'public', streetId: 'places' };
    expect(await under.ok(registry.getPlace, { streetId: 'places', code: place.code.toLowerCase() }, anyone)).toEqual({
      ...place,
      communityName: '东社区',
      estateName: '东院',
      keeper: null,
    });
    expect(await under.ok(registry.createPlace, input, as)).toEqual(place);
    expect(await under.refused(registry.getPlace, { streetId: 'race', code: place.code }, { ...anyone, streetId: 'race' })).toBe(
      'place.unknown',
    );
  });

  test('shows who looks after its building, whom the community of the building names; who holds no post any more is not named', async () => {
    const worker: Caller = { role: 'community_worker', scope: 'concerned', unitIds: [estate.communityId], streetId: 'places' };
    const set = { buildingId: building.id, accountId: 'keeper', officePhone: '010-83312345' };
    expect(await under.refused(registry.setKeeper, set, { ...worker, unitIds: ['01890000-0000-7000-8000-0000000000ff'] })).toBe(
      'object.not-found',
    );
    const kept = { accountId: 'keeper', officePhone: '010-83312345' };
    for (let i = 0; i < 2; i++) expect(await under.ok(registry.setKeeper, set, worker)).toEqual({ buildingId: building.id, keeper: kept });
    expect((await under.ok(registry.listBuildings, { estateId: estate.id }, as)).buildings[0]).toMatchObject({ keeper: kept });
    const told = await under.rows(`select payload from events where type = $1`, [registryEvents.keeperSet.type]);
    expect(told).toMatchObject([{ payload: { buildingId: building.id, estateId: estate.id, accountId: 'keeper' } }]);

    const place = await under.ok(
      registry.createPlace,
      { id: '01890000-0000-7000-8000-000000000004', name: '东门', buildingId: building.id },
      as,
    );
    const scan = (people: Caller['people']) =>
      under.ok(
        registry.getPlace,
        { streetId: 'places', code: place.code },
        { role: 'resident', scope: 'public', streetId: 'places', people },
      );
    expect(await scan([{ accountId: 'keeper', displayName: '周管片', unitIds: [estate.communityId] }])).toMatchObject({
      keeper: { name: '周管片', officePhone: '010-83312345' },
    });
    expect(await scan([])).toMatchObject({ keeper: null });
    expect(await under.ok(registry.setKeeper, { ...set, accountId: null }, worker)).toEqual({ buildingId: building.id, keeper: null });
  });

  test('cannot be in two places at once', async () => {
    const other = (await under.ok(registry.listUnits, {}, as)).units.find(({ name }) => name === '西社区')!;
    const input = { id: '01890000-0000-7000-8000-000000000003', name: '大门', estateId: estate.id, communityId: other.id };
    expect(await under.refused(registry.createPlace, input, as)).toBe('request.invalid');
  });

  test('of a building nobody knows is refused', async () => {
    const input = { id: '01890000-0000-7000-8000-000000000005', name: '大门', buildingId: '01890000-0000-7000-8000-00000000ffff' };
    expect(await under.refused(registry.createPlace, input, as)).toBe('object.not-found');
  });
});

describe('the policy library (制度库)', () => {
  test('has the street’s rule books and the laws, each with the limits that cite it, also before anybody has entered a text', async () => {
    const as = await open('papers');
    const { papers } = await under.ok(policies.listPolicies, {}, as);
    const names = papers.map(({ name }) => name);
    for (const name of ['《接诉即办管理办法》', '《物业管理提升方案》', '《物业联盟促进方案》', '《奖惩措施》'])
      expect(names).toContain(name);
    expect(names).not.toContain('本平台建议值，尚无规定');
    const law = await under.ok(policies.getPolicy, { code: 'L1' }, as);
    expect(law).toMatchObject({ name: '《北京市接诉即办工作条例》', inForce: null, text: null });
    expect(law.rules).toContainEqual(expect.objectContaining({ code: 'CALLBACK_DUE', clauseNo: 23 }));
    expect(law.cited).toBe(law.rules.length);
    expect(await under.refused(policies.getPolicy, { code: 'nothing' }, as)).toBe('object.not-found');
  });

  test('a version holds from its day on; earlier ones stay to be read; its words are in no event', async () => {
    const as = await open('versions');
    const paper = { code: 'M1', name: '《接诉即办管理办法》', source: '街办发〔2026〕3号' };
    const clause = (text: string) => [{ no: 3, text }];
    const twice = { ...paper, from: '2026-01-01', clauses: [...clause('甲乙'), ...clause('丙丁')] };
    expect(await under.refused(policies.publishPolicy, twice, as)).toBe('policy.clauses');
    const of = { ...paper, from: '2026-01-01' };
    const both = await Promise.all(
      ['首接负责。', '首接负责，不得推诿。'].map((text) => under.ok(policies.publishPolicy, { ...of, clauses: clause(text) }, as)),
    );
    expect(both.map(({ version }) => version).sort()).toEqual([1, 2]);
    await under.ok(policies.publishPolicy, { ...paper, from: '2999-01-01', clauses: clause('将来的条文') }, as);
    const now = await under.ok(policies.getPolicy, { code: 'M1' }, as);
    expect(now).toMatchObject({ inForce: 2, text: { policyVersion: 2, source: paper.source } });
    expect(now.versions.map(({ policyVersion, from }) => [policyVersion, from])).toEqual([
      [1, '2026-01-01'],
      [2, '2026-01-01'],
      [3, '2999-01-01'],
    ]);
    expect((await under.ok(policies.getPolicy, { code: 'M1', version: 3 }, as)).text?.clauses).toEqual(clause('将来的条文'));
    expect(await under.refused(policies.getPolicy, { code: 'M1', version: 9 }, as)).toBe('object.not-found');
    const told = await under.rows(`select payload from events where type = 'registry.policy.published.v1'`);
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toMatch(/首接|条文/);
  });
});

describe('the resource library (资源服务库)', () => {
  const roofer = {
    ...{ name: '安居防水', kind: 'SHOP' as const, unitId: null, skills: ['防水', '屋面'], categories: ['房屋维修'], communityIds: [] },
    ...{ hours: '每天 8:00 至 20:00', officePhone: '010-63001234' },
  };

  test('is searched by an order’s category and place; the best fits first and says why; what is withdrawn is gone', async () => {
    const as = await open('library');
    const id = randomUUID();
    await under.ok(resources.putResource, { id, ...roofer }, as);
    await under.ok(
      resources.putResource,
      { id: randomUUID(), ...roofer, name: '首润物业', categories: ['物业管理'], skills: ['水电'] },
      as,
    );
    const find = (need: object) => under.ok(resources.findResources, need, as);
    const found = (await find({ category1: '物业管理', category2: '房屋维修' })).resources;
    expect(found.map(({ name, fits }) => [name, fits])).toEqual([
      ['安居防水', ['分类相符：房屋维修']],
      ['首润物业', ['分类相符：物业管理']],
    ]);
    expect((await find({ text: '屋面' })).resources.map(({ name }) => name)).toEqual(['安居防水']);
    await under.ok(resources.withdrawResource, { id }, as);
    await under.ok(resources.withdrawResource, { id }, as);
    expect((await find({ text: '屋面' })).resources).toEqual([]);
    const told = await under.rows<{ type: string }>('select type from events where aggregate_id = $1 order by version', [id]);
    expect(told.map(({ type }) => type)).toEqual(['registry.resource.kept.v1', 'registry.resource.withdrawn.v1']);
  });

  test('is one street’s own, knows only registered units, and takes no private phone', async () => {
    const as = await open('library-two');
    expect((await under.ok(resources.findResources, {}, as)).resources).toEqual([]);
    const stranger = { id: randomUUID(), ...roofer, unitId: randomUUID() };
    expect(await under.refused(resources.putResource, stranger, as)).toBe('object.not-found');
    expect(await under.refused(resources.putResource, { id: randomUUID(), ...roofer, officePhone: '13812345678' }, as)).toBe(
      'request.invalid',
    );
  });
});
