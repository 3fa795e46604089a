import { describe, expect, test } from '@jest/globals';
import { defaultRollSettings, rollOf, votePackAt } from '@wufang/deliberation/rules';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../main.js';
import { FaultyFile, faultLine, TableFile } from '../table-file.js';
import { homeHeadings, readHomes } from './homes.js';
import { computeVote } from './vote-file.js';

const samples = join(import.meta.dirname, '../../../../sample');
const folder = mkdtempSync(join(tmpdir(), 'wufang-vote-'));
type Row = Record<string, string | number | null>;
type Sheets = Record<'表决' | '事项' | '名册' | '选票', Row[]> & { 官方结果?: Row[] };

let files = 0;
function written(sheets: unknown): string {
  const path = join(folder, `${(files += 1)}.json`);
  writeFileSync(path, typeof sheets === 'string' ? sheets : JSON.stringify(sheets));
  return path;
}

async function vote(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await main(['vote', ...argv], {}, { out: (text) => (out += text), err: (text) => (out += text) });
  return { code, out };
}

/** V15 and its kin as a file: twelve homes of 70 m², the first three one person's. */
function twelveHomes(): Sheets {
  const room = (i: number) => ({ 楼号: '1号楼', 单元: '1单元', 房号: String(101 + i) });
  const head = {
    标题: '使用维修资金',
    类型: '纸质选票',
    名册冻结日: '2026-11-01',
    开始时间: '2026-11-02 09:00',
    截止时间: '2026-11-16 18:00',
  };
  return {
    表决: Object.entries(head).map(([name, text]) => ({ 项目: name, 内容: text })),
    事项: [{ 编号: '1', 标题: '大修屋面', 类别: '使用维修资金' }],
    名册: Array.from({ length: 12 }, (_, i) => ({
      ...room(i),
      专有面积: 70,
      房屋性质: '已售公房',
      业主: i < 3 ? '甲' : `业主${i}`,
      业主电话: `1390000${String(i < 3 ? 0 : i).padStart(4, '0')}`,
    })),
    选票: Array.from({ length: 7 }, (_, i) => ({
      编号: i + 1,
      ...room(i === 0 ? 0 : i + 2),
      交回时间: '2026-11-03 10:00',
      事项1: i < 4 ? '同意' : '反对',
    })),
  };
}

const faultsOf = async (sheets: unknown): Promise<string[]> => {
  try {
    computeVote(await TableFile.open(written(sheets)));
    return [];
  } catch (error) {
    if (error instanceof FaultyFile) return error.faults.map(faultLine);
    throw error;
  }
};

describe('wufang vote', () => {
  test('computes the sample file without any system and prints the statement', async () => {
    const { code, out } = await vote(join(samples, 'vote.xlsx'));
    expect(code).toBe(0);
    expect(out).toContain('专有部分 24 套，面积合计 1120.80 m²；业主 21 人。');
    expect(out).toContain(
      '同意人数：13 ÷ 15，须超过参与表决业主的 1/2（不含本数）。2 × 13 = 26，1 × 15 = 15，26 > 15，达到；最少须 8 人。',
    );
    expect(out).toContain('被本人后交选票替代 2 张，开始前 0 张、截止后 1 张不计。');
    expect(out.match(/^结论：.*$/gm)).toEqual(['结论：通过。', '结论：不通过。']);
    // The statement holds sums alone; no owner, no phone, no ballot of anybody.
    expect(out).not.toMatch(/1390000|远山机械厂|1单元 102/);
  });

  test('--owners adds the table the counting group checks home by home', async () => {
    const { out } = await vote(join(samples, 'vote.xlsx'), '--owners');
    expect(out).toMatch(/青榆院 1号楼 1单元 102 +1 +41\.28 +1 +12 +同意 +反对/);
    expect(out).toMatch(/青榆院 1号楼 1单元 402 +3 +159\.84 +1 +2 +同意 +反对/);
  });

  test('--json gives programs the same in whole numbers', async () => {
    const { out } = await vote(join(samples, 'vote.xlsx'), '--json');
    const answer = JSON.parse(out) as { results: { outcome: string }[]; statement: string[] };
    expect(answer).toMatchObject({
      isBinding: true,
      roll: { all: { area: 112_080, heads: 21 }, unsold: { homes: 3, heads: 1 } },
      faults: [],
    });
    expect(answer.results.map(({ outcome }) => outcome)).toEqual(['PASSED', 'NOT_PASSED']);
    // The areas of the few who said no or whose ballot was invalid would name them.
    expect(answer).toMatchObject({
      results: [{ tally: { disagreeing: { heads: 1 }, invalid: { heads: 1 }, takingPart: { area: 82_238, heads: 15 } } }, {}],
    });
    expect(out).not.toMatch(/"owners"|5082/);
  });

  test('V16 from a JSON file: three homes of one person are one head', async () => {
    const { count } = computeVote(await TableFile.open(written(twelveHomes())));
    expect(count.results[0]).toMatchObject({
      tally: { all: { area: 84_000, heads: 10 }, takingPart: { area: 63_000, heads: 7 } },
      outcome: 'PASSED',
    });
  });

  test('a ballot handed in for another home of the same owner replaces the first', async () => {
    const sheets = twelveHomes();
    sheets.选票.push({ ...sheets.选票[0]!, 编号: 8, 房号: '103', 交回时间: '2026-11-05 10:00', 事项1: '反对' });
    const { count } = computeVote(await TableFile.open(written(sheets)));
    expect(count.results[0]).toMatchObject({ outcome: 'NOT_PASSED' });
    expect(count.ballots).toMatchObject({ replaced: 1 });
  });

  test('a poll is marked as one that decides nothing', async () => {
    const sheets = twelveHomes();
    sheets.表决[1]!['内容'] = '意向征询';
    const { out } = await vote(written(sheets));
    expect(out).toContain('本次为意向征询：不是业主共同决定');
    expect(out).toContain('不产生表决效力。\n');
  });

  test('rival options stand in one question; a tie is a new round', async () => {
    const sheets = twelveHomes();
    sheets.事项[0]!['选项'] = '甲方案；乙方案';
    sheets.选票 = sheets.选票.map((one, i) => ({ ...one, 事项1: i < 4 ? '甲方案' : '乙方案' })).slice(1);
    sheets.选票.push({ ...sheets.选票[0]!, 编号: 20, 房号: '110', 事项1: '弃权' });
    sheets.选票.push({ ...sheets.选票[0]!, 编号: 21, 房号: '111', 事项1: '弃权' });
    const { out } = await vote(written(sheets));
    expect(out).toContain('没有一个选项达到标准：另行组织一轮表决，不由任何人投决定票。');
  });

  test('an official result is recounted from its sums, against our roll', async () => {
    const sheets = { ...twelveHomes(), 选票: [] };
    sheets.表决[1]!['内容'] = '市业主决策平台';
    sheets.表决.push({ 项目: '公布处', 内容: '小区公告栏 2026-11-18' });
    const sums = {
      事项: '1',
      全体面积: 840,
      全体人数: 10,
      参与面积: 630,
      参与人数: 7,
      弃权面积: 0,
      弃权人数: 0,
      选项: '',
      同意面积: 350,
      同意人数: 3,
    };
    sheets.官方结果 = [sums];
    const { count } = computeVote(await TableFile.open(written(sheets)));
    expect(count).toMatchObject({ ballots: null, results: [{ outcome: 'NOT_PASSED' }] }); // V17
    sheets.官方结果 = [{ ...sums, 全体人数: 12 }];
    expect(await faultsOf(sheets)).toEqual(['官方结果：事项 1：总人数与名册不符。请向公布单位核实后重新录入，不要自行改数。']);
  });
});

describe('what cannot be counted is refused with its sheet, its row and what to do', () => {
  const without = (change: (sheets: Sheets) => void) => {
    const sheets = twelveHomes();
    change(sheets);
    return faultsOf(sheets);
  };
  test.each<[string, (sheets: Sheets) => void, string]>([
    ['a home without area', (s) => (s.名册[1]!['专有面积'] = null), '名册 第 2 行：缺少专有面积；面积请按登记簿、实测或合同补全'],
    [
      'an area of nothing',
      (s) => (s.名册[1]!['专有面积'] = 0),
      '名册 第 2 行：面积“0”应为大于 0、最多两位小数的平方米数，请按登记簿、实测或合同核对',
    ],
    [
      'an area with three decimals',
      (s) => (s.名册[1]!['专有面积'] = 70.125),
      '名册 第 2 行：面积“70.125”应为大于 0、最多两位小数的平方米数，请按登记簿、实测或合同核对',
    ],
    [
      'an answer to a question that is not asked',
      (s) => (s.选票[0]!['事项9'] = '同意'),
      '选票 第 1 行：“事项9”不在事项表里，应为：事项1，请改正列名',
    ],
    ['a home named twice', (s) => (s.名册[1]!['房号'] = '101'), '名册 第 2 行：与第 1 行是同一套房屋，请删去重复的一行'],
    ['an unknown source of area', (s) => (s.名册[0]!['面积来源'] = '听说'), '名册 第 1 行：面积来源“听说”不认识，应为：登记、实测、合同'],
    [
      'an unknown nature',
      (s) => (s.名册[0]!['房屋性质'] = '别墅'),
      '名册 第 1 行：房屋性质“别墅”不认识，应为：商品住宅、已售公房、未售公房、非住宅、车位',
    ],
    [
      'a ballot for no home of the roll',
      (s) => (s.选票[2]!['房号'] = '999'),
      '选票 第 3 行：这套房屋不在名册里，请核对楼号、单元、房号（名册写了小区名称的，选票也要写）',
    ],
    ['a ballot’s number twice', (s) => (s.选票[2]!['编号'] = 1), '选票 第 3 行：编号 1 与第 1 行重复，请核对选票'],
    [
      'a choice that is not on the ballot',
      (s) => (s.选票[2]!['事项1'] = '随便'),
      '选票 第 3 行：事项1“随便”不是选项，应为：同意、反对、弃权、无效，或空白',
    ],
    [
      'a time that no clock shows',
      (s) => (s.选票[2]!['交回时间'] = '2026-11-31 10:00'),
      '选票 第 3 行：交回时间“2026-11-31 10:00”应写成 2026-11-02 09:00 的样子',
    ],
    ['an unknown kind', (s) => (s.表决[1]!['内容'] = '微信接龙'), '表决 第 2 行：类型“微信接龙”应为纸质选票、市业主决策平台、意向征询'],
    ['no closing time', (s) => s.表决.splice(4, 1), '表决：缺少“截止时间”，请加一行：“2026-11-02 09:00”这样的日期和时间'],
    [
      'a roll before the Civil Code',
      (s) => (s.表决[2]!['内容'] = '2020-12-31'),
      '表决：名册冻结日 2020-12-31 早于现行规则（自 2021-01-01 起），不能按现行规则计票，请核对日期。',
    ],
    ['a close before the opening', (s) => (s.表决[4]!['内容'] = '2026-11-01 18:00'), '文件：截止时间应晚于开始时间，请核对。'],
    [
      'a missing column',
      (s) => s.选票.forEach((one) => delete one['事项1']),
      '选票：找不到同时有“编号、楼号、单元、房号、交回时间、事项1”的表头行，请按样表补全列名',
    ],
    ['a missing sheet', (s) => delete (s as Partial<Sheets>).名册, '名册：没有“名册”这张表，请按样表补上'],
  ])('%s', async (_, change, line) => expect(await without(change)).toContain(line));

  test('a matter the law does not know is named with those it knows', async () => {
    const [line] = await without((sheets) => (sheets.事项[0]!['类别'] = '跳广场舞'));
    expect(line).toMatch(/^事项 第 1 行：类别“跳广场舞”不认识，应为：.*使用维修资金/);
  });

  test('all faults are told at once, with exit code 1 and no result', async () => {
    const sheets = twelveHomes();
    sheets.名册[4]!['专有面积'] = null;
    sheets.选票[0]!['事项1'] = '随便';
    const { code, out } = await vote(written(sheets));
    expect(code).toBe(1);
    expect(out).toContain('文件有 2 处不能计票，没有计算：\n  名册 第 5 行：');
    expect(out).not.toContain('结论');
    const json = await vote(written(sheets), '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      faults: [
        { sheet: '名册', row: 5 },
        { sheet: '选票', row: 1 },
      ],
    });
  });

  test.each([
    ['what is not there', () => '/no/such/vote.xlsx', '读不到文件'],
    ['broken JSON', () => written('{"表决": ['), '不是完好的 JSON'],
    ['another file', () => join(samples, 'directory.csv'), '不是完好的 .xlsx 或 .json 文件'],
  ])('%s', async (_, path, said) => expect(await vote(path())).toMatchObject({ code: 1, out: expect.stringContaining(said) }));
});

describe('the same owner in a file', () => {
  const key = (cells: Record<string, string>) => ({ 楼号: '1号楼', 单元: '1单元', 专有面积: '60', 房屋性质: '已售公房', ...cells });
  const keysOf = (...rows: Record<string, string>[]) =>
    readHomes(
      rows.map((cells, i) => ({ row: i + 2, cells: key({ 房号: String(101 + i), ...cells }) })),
      (_, reason) => {
        throw new Error(reason);
      },
      ['青云商贸'],
    ).map(({ ownerKey }) => ownerKey);
  const unsold = { 业主: '远山机械厂', 房屋性质: '未售公房' };

  test.each<[string, Record<string, string>, Record<string, string>, boolean]>([
    ['same name and phone', { 业主: '王小明', 业主电话: '13900000001' }, { 业主: '王 小明', 业主电话: '139 0000 0001' }, true],
    ['another phone', { 业主: '王小明', 业主电话: '13900000001' }, { 业主: '王小明', 业主电话: '13900000002' }, false],
    ['same name, no phone', { 业主: '王小明' }, { 业主: '王小明' }, false],
    ['a unit’s unsold homes', unsold, unsold, true],
    ['a unit’s unsold home and one it bought', unsold, { 业主: '远山机械厂' }, true],
    ['a unit’s unsold homes, a phone beside one of them', unsold, { ...unsold, 业主电话: '010-63001234' }, true],
    ['two units', unsold, { ...unsold, 业主: '近水机械厂' }, false],
    ['two homes a listed unit has bought', { 业主: '青云商贸' }, { 业主: '青云 商贸', 业主电话: '13900000003' }, true],
  ])('%s', (_, one, other, isSame) => {
    const [first, second] = keysOf(one, other);
    expect(first === second).toBe(isSame);
  });
});

test('the roll of 西大院 in the sample register: 1 390 homes, 65 271.58 m², 1 297 heads, the rights unit one of them', async () => {
  const register = await TableFile.open(join(samples, 'registry.xlsx'));
  const faults: string[] = [];
  const homes = readHomes(
    register.rows('房屋', homeHeadings).filter(({ cells }) => cells['小区名称'] === '西大院'),
    (row, reason) => void faults.push(`${row} ${reason}`),
  );
  expect(faults).toEqual([]);
  const roll = rollOf(homes, defaultRollSettings(votePackAt('2026-11-22')));
  expect(roll).toMatchObject({ homes: 1_390, all: { area: 6_527_158, heads: 1_297 }, unsold: { homes: 76, area: 357_311, heads: 1 } });
  expect([...roll.owners.values()].find(({ homes }) => homes === 76)).toMatchObject({ heads: 1, area: 357_311 });
}, 60_000);
