import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  gateway,
  intake,
  ledger,
  notify,
  registry,
  roles,
  type Category,
  type ClassifierModelView,
  type RegisteredPerson,
  type Role,
} from '@wufang/contracts';
import { startHouse, type House } from '@wufang/local';
import { databaseName, runCommand, superuser } from '@wufang/servers';
import readXlsx from 'read-excel-file/node';
import { loadSample, Session, type SampleAccount } from '../src/index.js';
import { main } from '../src/main.js';
import { percent } from '../src/print.js';
import { settle } from '../src/settle.js';

const samples = join(import.meta.dirname, '../../../sample');
const expected = JSON.parse(readFileSync(join(samples, 'expected-counts.json'), 'utf8')) as {
  firstImport: Record<string, number>;
  secondImport: Record<string, number>;
  byPeriodCommunity: Record<string, Record<string, number>>;
};

let dataDir: string;
let house: House;
let accounts: SampleAccount[];
const lines: string[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wufang-operator-'));
  house = await startHouse({ dataDir });
  accounts = await loadSample({ url: house.url, operator: house.operator, progress: (line) => lines.push(line) });
}, 180_000);
afterAll(async () => {
  await house?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const signedIn = (role: Role) => {
  const { name, password } = accounts.find((one) => one.role === role)!;
  return Session.signIn(house.url, name, password);
};
const dogTexts = [
  '遛狗不牵绳，吓到孩子',
  '养狗不拴绳，老人不敢下楼',
  '有人遛狗不牵绳还不清理狗粪',
  '大型犬没有拴绳，咬伤了人',
  '邻居养狗不办证，遛狗不牵绳',
  '草坪里全是狗粪，遛狗没人管',
  '遛狗不牵绳，在大堂吓到老人',
  '烈性犬没有嘴套，遛狗不牵绳',
  '流浪狗追人，遛狗的也不牵绳',
  '狗粪没人清理，遛狗的人不管',
];

const asked = (...argv: string[]) => askedAs(undefined, ...argv);

async function askedAs(account: SampleAccount | undefined, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  return askedAt({ url: house.url, dataDir }, account, ...argv);
}

async function askedAt(
  there: { url: string; dataDir: string },
  account: SampleAccount | undefined,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const person = account && { WUFANG_ACCOUNT: account.name, WUFANG_PASSWORD: account.password };
  const env = { WUFANG_URL: there.url, WUFANG_DATA: there.dataDir, ...person };
  const code = await main(argv, env, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

async function json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
  const { code, out, err } = await asked(...argv, '--json');
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${err}${out}`);
  return JSON.parse(out) as T;
}

describe('the sample street of the first run', () => {
  test('has its register, its directory and its hotline, and says so', () => {
    const { rows, accepted, known, parked } = expected.firstImport;
    expect(lines.join('\n')).toContain(`热线工单 ${rows} 行：新收 ${accepted}，已有 ${known}，待更正 ${parked}`);
    expect(lines.join('\n')).toContain('名册 19507 行');
  });

  test('has one account for each role, which signs in and acts for its unit', async () => {
    expect([...new Set(accounts.map(({ role }) => role))]).toEqual([...roles]);
    for (const { name, role, password } of accounts) {
      const session = await Session.signIn(house.url, name, password);
      const account = await session.call(gateway.whoAmI, {});
      expect(account).toMatchObject({ streetId: 'qingyun', mandates: [{ role }] });
      await session.signOut();
    }
  });

  test('has a leader in charge and a head of the street, two people, so that the stages of a clock reach different ones', async () => {
    const leaders = accounts.filter(({ role }) => role === 'street_leader');
    const ids = await Promise.all(
      leaders.map(async ({ name, password }) => {
        const session = await Session.signIn(house.url, name, password);
        const [{ id }, { seats }] = [await session.call(gateway.whoAmI, {}), await session.call(notify.listChainSeats, {})];
        await session.signOut();
        return { id, seats: seats.filter(({ accountIds }) => accountIds.includes(id)).map(({ seat }) => seat) };
      }),
    );
    expect(ids.map(({ seats }) => seats)).toEqual([['V'], ['T']]);
    expect(ids[0]!.id).not.toBe(ids[1]!.id);
  });

  test.each(['2026-10', '2026-11'])('has exactly the expected counts of every community in %s', async (period) => {
    const { communities } = await json<{ communities: Record<string, Record<string, number>> }>('rates', '--period', period);
    const wanted = Object.entries(expected.byPeriodCommunity).filter(([key]) => key.startsWith(`${period}|`));
    expect(wanted.length).toBeGreaterThan(10);
    for (const [key, counts] of wanted) expect({ key, ...communities[key.split('|')[1]!] }).toMatchObject({ key, ...counts });
  });
});

describe('the operator’s command', () => {
  test('imports the export again and adds nothing', async () => {
    expect(await json('import', join(samples, '12345-export.xlsx'))).toEqual(expected.secondImport);
  }, 60_000);

  test('imports the register again and changes nothing', async () => {
    expect(await json('import-registry', join(samples, 'registry.xlsx'))).toMatchObject({
      rows: 19_507,
      added: 0,
      changed: 0,
      unchanged: 19_507,
      faults: [],
    });
  }, 60_000);

  test('refuses an old .xls in words, with exit code 1', async () => {
    const file = join(dataDir, 'old.xls');
    writeFileSync(file, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    for (const verb of ['import', 'import-registry'])
      expect(await asked(verb, file)).toMatchObject({ code: 1, err: expect.stringContaining('另存为 .xlsx') });
  });

  test('tries the directory on past orders', async () => {
    const { orders, same, moves } = await json<{ orders: number; same: number; moves: { orders: number }[] }>('directory', 'dry-run');
    expect(orders).toBe(expected.firstImport['accepted']);
    expect(same + moves.reduce((sum, move) => sum + move.orders, 0)).toBe(orders);
    expect(same / orders).toBeGreaterThan(0.95);
  });

  test('publishes a directory, and refuses one with a unit nobody knows', async () => {
    expect(await json('directory', 'publish', join(samples, 'directory.csv'))).toMatchObject({ version: 2, rows: 24 });
    const file = join(dataDir, 'directory.csv');
    writeFileSync(file, readFileSync(join(samples, 'directory.csv'), 'utf8').replaceAll('热力集团', '月亮集团'));
    expect(await asked('directory', 'publish', file)).toMatchObject({ code: 1, err: expect.stringContaining('月亮集团') });
  });

  test('drafts a directory, checks and tries it, publishes it and rolls it back', async () => {
    const { id } = await json<{ id: string }>('directory', 'draft', join(samples, 'directory.csv'));
    expect(await json('directory', 'check', id)).toMatchObject({ mayBePublished: true });
    expect(await json('directory', 'dry-run', id)).toMatchObject({ elsewhere: 0, moves: [] });
    expect(await json('directory', 'publish', id, '--reason', '年度核对')).toMatchObject({ version: 3, rows: 24 });
    expect(await json('directory', 'rollback', '2', '--reason', '核对有误')).toMatchObject({ version: 4 });
    const { versions } = await json<{ versions: object[] }>('directory', 'versions');
    expect(versions[0]).toMatchObject({ version: 4, state: 'IN_FORCE', rollsBackTo: 2, reason: '核对有误' });
  });

  test('trains the classifier on the street’s own orders, and prints precision and recall class by class on what no model had seen', async () => {
    // Of the export's few templates little is learned; what the desk corrects is.
    const desk = await signedIn('phone_desk');
    const dogs: Category = ['城市管理', '文明养犬', '遛狗不牵绳'];
    for (const content of dogTexts) {
      const id = randomUUID();
      await desk.call(intake.receiveDemand, { id, channel: 'PHONE_DESK', content, callerName: '来电人', callerPhone: '13900001234' });
      await desk.call(intake.screenDemand, { id, outcome: 'NORMAL', demandType: 'COMPLAINT', category: dogs, level: 'N' });
    }
    const { code, out, err } = await asked('train-classifier');
    expect([code, err]).toEqual([0, '']);
    const [model] = await json<ClassifierModelView[]>('train-classifier', '--list');
    const { figures, modelNo } = model!;
    expect(out).toContain(`分类模型第 ${modelNo} 版（已启用）：${figures.examples} 件`);
    expect(out).toContain('每个模板由没有见过它的模型判断');
    expect(figures.heldOut).toBeGreaterThan(100);
    expect(figures.classes.length).toBeGreaterThan(10);
    expect(figures.classes.reduce((sum, { examples }) => sum + examples, 0)).toBe(figures.examples);
    for (const { category, examples, templates, suggested, right, precision, recall } of figures.classes) {
      const line = out.split('\n').find((text) => text.trim().startsWith(category.join('/')))!;
      const cells = [examples, templates, suggested, right, percent(precision) || '—', percent(recall) || '—'];
      expect(line.replace(/ +/g, ' ')).toContain(` ${cells.join(' ')}`);
    }
    const learned = figures.classes.find(({ category }) => category[2] === dogs[2])!;
    expect([learned.heldOut, learned.precision! > 0.5, learned.recall! > 0.5]).toEqual([dogTexts.length, true, true]);
  }, 120_000);

  test('a phone, a name and a room that were told are in no cell of the ledger’s workbook, though their order is', async () => {
    const [phone, name, room] = ['13970605041', '欧阳探针', '七号楼八单元九百零一'];
    const [desk, chief] = [await signedIn('phone_desk'), await signedIn('section_chief')];
    const { estates } = await chief.call(registry.listEstates, {});
    const { no } = await desk.call(intake.receiveDemand, {
      ...{ id: randomUUID(), channel: 'PHONE_DESK', demandType: 'COMPLAINT', category: ['物业管理', '物业服务', '保洁垃圾清运'] },
      ...{ title: `${name}反映垃圾没人清，电话${phone}`, content: `我是${name}，住${room}，电话${phone}，垃圾没人清` },
      ...{ callerName: name, callerPhone: phone, room, place: { estateId: estates[0]!.id, point: `${room}门口` } },
    });
    await settle(await signedIn('administrator'));
    const { file } = await chief.call(ledger.exportLedger, {});
    const [sheet] = (await readXlsx(Buffer.from(file, 'base64'))) as unknown as { data: (string | null)[][] }[];
    const cells = sheet!.data.flat().join('\n');
    expect(cells).toContain(no);
    expect([phone, name, room].map((value) => cells.includes(value))).toEqual([false, false, false]);
    // Officials are named: who answers for each case, by the name the gateway alone knows.
    const [head, ...lines] = sheet!.data;
    const answerers = lines.map((line) => line[head!.indexOf('责任人')]);
    expect(answerers.every((words) => words !== null && words !== '')).toBe(true);
    expect(answerers.some((words) => words!.includes('示例物业经办人'))).toBe(true);
  });

  test('hands a person a copy of their data and erases it, asked as the chief of a section and as nobody else', async () => {
    const chief = accounts.find(({ role }) => role === 'section_chief')!;
    const session = await Session.signIn(house.url, chief.name, chief.password);
    const { demands } = await session.call(intake.listDemands, { limit: 200 });
    const { no } = demands.find(({ orderState }) => orderState?.startsWith('CLOSED'))!;
    const folder = join(dataDir, 'copy');
    const who = ['--no', no, '--identity', '当面核对身份证原件'];
    expect(await asked('person', 'export', ...who, '--to', folder)).toMatchObject({ code: 1 });
    const { code, out } = await askedAs(chief, 'person', 'export', ...who, '--to', folder);
    expect([code, out]).toEqual([0, expect.stringContaining('已导出 1 件')]);
    const copy = JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8')) as { demands: { no: string; content: string }[] };
    expect(copy.demands).toMatchObject([{ no, content: expect.stringMatching(/.{4}/) }]);
    expect(readFileSync(join(folder, 'demands.csv'), 'utf8')).toContain(copy.demands[0]!.content.slice(0, 4));
    const erased = await askedAs(chief, 'person', 'erase', ...who, '--basis', 'CONSENT_WITHDRAWN');
    expect([erased.code, erased.out]).toEqual([0, expect.stringContaining(`已删除 1 件：${no}`)]);
    expect(await askedAs(chief, 'person', 'export', ...who, '--to', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('已删除的不再能查到'),
    });
    expect(await session.call(intake.listDemands, { no })).toMatchObject({ demands: [{ erasure: 'ERASED', callerName: null }] });
    await session.signOut();
  });

  test('hands the owner of a home what the register keeps, restricts them while they own it, and lets a unit’s contact go', async () => {
    const chief = accounts.find(({ role }) => role === 'section_chief')!;
    const [folder, phoneFile] = [join(dataDir, 'register-copy'), join(dataDir, 'phone.txt')];
    // An owner of the sample register.
    writeFileSync(phoneFile, '135-1723-5864\n');
    const who = ['--phone-file', phoneFile, '--identity', '当面核对身份证原件'];
    const copied = await askedAs(chief, 'person', 'export', ...who, '--to', folder);
    expect([copied.code, copied.out]).toEqual([0, expect.stringMatching(/名册 \d+ 条登记/)]);
    const { register } = JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8')) as { register: RegisteredPerson };
    expect(register.records[0]).toMatchObject({
      kind: 'OWNER',
      name: '马丽娟',
      homes: [expect.objectContaining({ nature: expect.any(String) })],
    });
    expect(readFileSync(join(folder, 'register.csv'), 'utf8')).toContain(register.records[0]!.homes[0]!.estateName);
    const erased = await askedAs(chief, 'person', 'erase', ...who, '--basis', 'CONSENT_WITHDRAWN');
    expect([erased.code, erased.out]).toEqual([0, expect.stringContaining('名册已删除 0 条登记')]);
    const { homeId } = register.records[0]!.homes[0]!;
    const byHome = ['--home', homeId, '--identity', '当面核对房产证', '--to', folder];
    expect(await askedAs(chief, 'person', 'export', ...byHome)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8'))).toMatchObject({
      register: { records: [{ erasure: 'RESTRICTED' }] },
    });
    // The contact of a unit in the sample.
    writeFileSync(phoneFile, '13990606503\n');
    const contact = await askedAs(chief, 'person', 'erase', ...who, '--basis', 'PURPOSE_FULFILLED');
    expect([contact.code, contact.out]).toEqual([0, expect.stringContaining('名册已删除 1 条登记')]);
    expect(await askedAs(chief, 'person', 'erase', ...who, '--basis', 'PURPOSE_FULFILLED')).toMatchObject({ code: 1 });
    // A demand's number says nothing about the register.
    expect(await askedAs(chief, 'person', 'erase', '--no', 'x', ...who, '--basis', 'PURPOSE_FULFILLED')).toMatchObject({ code: 2 });
  });

  test('opens a street and creates an account in it', async () => {
    expect(await json('open-street', 'second', '--name', '第二街道', '--district', '丰湖区')).toEqual({ id: 'second', name: '第二街道' });
    expect(await asked('open-street', 'second', '--name', '第二街道', '--district', '丰湖区')).toMatchObject({
      code: 1,
      err: expect.stringContaining('已登记'),
    });
    const { name, password } = await json<{ name: string; password: string }>(
      'accounts',
      'create',
      'second-admin',
      '--role',
      'administrator',
      '--street',
      'second',
    );
    const session = await Session.signIn(house.url, name, password);
    expect((await session.call(registry.listUnits, {})).units).toEqual([]);
    expect(await asked('accounts', 'create', 'x-1', '--role', 'firm_manager', '--unit', '月亮物业')).toMatchObject({
      code: 1,
      err: expect.stringContaining('月亮物业'),
    });
  });

  test('plays its stories as told', async () => {
    const { stories } = await json<{ stories: { brokeAt: string | null; scenes: { who: string; text: string }[] }[] }>('demo');
    expect(stories.map(({ brokeAt }) => brokeAt)).toEqual([null, null, null]);
    const [leak, burst, flood] = stories.map(({ scenes }) => scenes.map(({ who, text }) => `${who} ${text}`).join('\n'));
    expect(leak).toMatch(/居民 扫码[^]*系统 派给 远征物业（远征集团三院协办）[^]*回访员[^]*凭编号和手机号后四位查询：已解决/);
    expect(burst).toMatch(/科长 收到“时限提醒[^]*主管领导 收到“时限提醒[^]*主要领导 收到“已超时[^]*区（监督员代看） 收到“已超时/);
    expect(flood).toMatch(
      /纪要定稿，不予办理：还缺：[^]*请补写后再定稿[^]*不予办理：还不能签约[^]*签署，五方到齐[^]*付清 2 笔分期[^]*四天完工[^]*井盖松动，不合格[^]*第 2 次验收合格[^]*结算应付 ¥91,700.01[^]*兑现承诺[^]*离线核验：\d+ 处全部符合[^]*第六方 22 处都答“没有找到”/,
    );
  }, 180_000);

  test('finds every chain whole and no dead events after all this', async () => {
    const { services } = await json<{ services: { broken: unknown[]; chains: number }[] }>('verify-audit');
    expect(services.flatMap(({ broken }) => broken)).toEqual([]);
    expect(services.reduce((sum, { chains }) => sum + chains, 0)).toBeGreaterThan(9_000);
    expect(await json('dead-events', 'list')).toEqual({ events: [] });
    expect(await json('dead-events', 'replay')).toEqual({ asked: 0, replayed: 0 });
  });

  test('holds the record against what a witness kept, and names the day that is not in it', async () => {
    const file = join(dataDir, 'kept.txt');
    writeFileSync(file, `留痕封存\nintake 2026-01-05 ${'a'.repeat(64)}\n`);
    const { code, out } = await asked('verify-audit', '--witness', file);
    expect([code, out]).toEqual([1, expect.stringContaining('intake days qingyun 2026-01-05 第 0 条：witness-missing')]);
    writeFileSync(file, '没有摘要');
    expect(await asked('verify-audit', '--witness', file)).toMatchObject({ code: 2 });
  });

  test('confirms the time in every service', async () => {
    expect((await json<{ services: string[] }>('confirm-time')).services).toHaveLength(7);
  });

  test('comes back whole, as it was at a moment after its backup; what came later is told by a witness, erasures are repeated', async () => {
    const [chief, desk] = (['section_chief', 'phone_desk'] as const).map((wanted) => accounts.find(({ role }) => role === wanted)!) as [
      SampleAccount,
      SampleAccount,
    ];
    const [backup, log, restored] = [join(dataDir, 'backup'), join(dataDir, 'log'), join(dataDir, 'restored')];
    const { binary, port } = house.servers.postgres;
    const programs = dirname(realpathSync(binary.file));
    const url = ['-h', '127.0.0.1', '-p', String(port), '-U', superuser];
    const env = { ...binary.env, PGPASSWORD: house.servers.secrets.postgres.superuser };
    const told = async (question: string) => {
      const { stdout } = await runCommand(join(programs, 'psql'), [...url, '-d', databaseName, '-Atc', `select ${question}`], { env });
      return stdout.trim();
    };
    // Writes down all the database does, as it does it, and says so when it begins and with each part it has whole.
    mkdirSync(log);
    const keeping = spawn(join(programs, 'pg_receivewal'), [...url, '-D', log, '--verbose', '--no-loop'], { env });
    let hasBegun = false;
    keeping.stderr.on('data', () => (hasBegun = true));
    const until = (isSo: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => isSo() && done();
        keeping.stderr.on('data', look);
        look();
      });
    await until(() => hasBegun);
    const copy = ['-D', join(backup, 'postgres'), '-X', 'stream', '-c', 'fast'];
    expect(await runCommand(join(programs, 'pg_basebackup'), [...url, ...copy], { env })).toMatchObject({ code: 0 });
    for (const name of ['secrets.json', 'operator.json']) cpSync(join(dataDir, name), join(backup, name));
    const before = await json('rates', '--period', '2026-10');
    // After the backup: a call; then the moment to come back to; after that an erasure, and a day that closes and is handed to the witnesses.
    const phones = await Session.signIn(house.url, desk.name, desk.password);
    const call = { id: randomUUID(), channel: 'PHONE_DESK' as const, content: '楼道灯不亮', callerPhone: '13800000000' };
    const receipt = await phones.call(intake.receiveDemand, call);
    const moment = await told('clock_timestamp()');
    const session = await Session.signIn(house.url, chief.name, chief.password);
    const { demands } = await session.call(intake.listDemands, { limit: 200 });
    const { no } = demands.find(({ orderState, erasure }) => orderState?.startsWith('CLOSED') && erasure === null)!;
    const erase = ['person', 'erase', '--no', no, '--identity', '当面核对身份证原件', '--basis', 'CONSENT_WITHDRAWN'];
    expect((await askedAs(chief, ...erase)).out).toContain(`已删除 1 件：${no}`);
    const kept = join(dataDir, 'kept-after.txt');
    writeFileSync(kept, `intake 2026-11-28 ${'b'.repeat(64)}\n`);

    const last = await told('pg_walfile_name(pg_switch_wal())');
    await until(() => readdirSync(log).includes(last));
    keeping.kill('SIGINT');

    cpSync(backup, restored, { recursive: true });
    cpSync(log, join(restored, 'postgres/log-of-before'), { recursive: true });
    writeFileSync(join(restored, 'postgres/recovery.signal'), '');
    const aim = [`restore_command = 'cp log-of-before/%f %p'`, `recovery_target_time = '${moment}'`, `recovery_target_action = 'promote'`];
    appendFileSync(join(restored, 'postgres/postgresql.auto.conf'), `${aim.join('\n')}\n`);
    const again = await startHouse({ dataDir: restored });
    try {
      const there = { url: again.url, dataDir: restored };
      expect(await askedAt(there, undefined, 'retell', '--json')).toMatchObject({ code: 0 });
      expect(await askedAt(there, undefined, 'verify-audit')).toMatchObject({ code: 0 });
      expect(await askedAt(there, undefined, 'verify-audit', '--witness', kept)).toMatchObject({
        code: 1,
        out: expect.stringContaining('2026-11-28 第 0 条：witness-missing'),
      });
      expect(JSON.parse((await askedAt(there, undefined, 'rates', '--period', '2026-10', '--json')).out)).toEqual(before);
      expect(JSON.parse((await askedAt(there, undefined, 'dead-events', 'list', '--json')).out)).toEqual({ events: [] });
      // The call that came after the backup is there. The person is too, whom somebody erased after the moment; erased again they are gone here as well.
      const here = await Session.signIn(again.url, chief.name, chief.password);
      expect((await here.call(intake.listDemands, { no: receipt.no })).demands.map(({ id }) => id)).toEqual([call.id]);
      expect((await here.call(intake.listDemands, { no })).demands[0]!.erasure).toBeNull();
      expect((await askedAt(there, chief, ...erase)).out).toContain(`已删除 1 件：${no}`);
      expect((await here.call(intake.listDemands, { no })).demands[0]!.erasure).toBe('ERASED');
    } finally {
      await again.stop();
    }
  }, 300_000);

  test('refuses with one sentence once the house is down', async () => {
    await house.stop();
    expect(await asked('verify-audit')).toEqual({ code: 1, out: '', err: expect.stringMatching(/^系统没有运行（.*npm start\.\)\n$/) });
  });
});
