import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../main.js';

const samples = join(import.meta.dirname, '../../../../sample');
const folder = mkdtempSync(join(tmpdir(), 'wufang-share-'));
type Row = Record<string, string | number | null>;
type Sheets = Record<string, Row[]>;

let files = 0;
function written(sheets: Sheets): string {
  const path = join(folder, `${(files += 1)}.json`);
  writeFileSync(path, JSON.stringify(sheets));
  return path;
}

async function share(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await main(['share', ...argv], {}, { out: (text) => (out += text), err: (text) => (out += text) });
  return { code, out };
}

const flat = (room: string, area: string | number | null, changed: Row = {}): Row => ({
  ...{ 楼号: '9号楼', 单元: '2单元', 房号: room, 专有面积: area, 房屋性质: '商品住宅', 面积来源: '登记' },
  ...changed,
});
/** C2 of the rules, as a file. */
const c2 = (changed: Sheets = {}): Sheets => ({
  方案: Object.entries({
    方案名称: '照明',
    分摊范围: '单元',
    小区名称: '青榆院',
    楼号: '9号楼',
    单元: '2单元',
    维修资金保管: '业主大会',
  }).map(([name, text]) => ({ 项目: name, 内容: text })),
  工程: [{ 工程项目: '照明', 金额: '12,345.67' }],
  房屋: [flat('101', 58.2), flat('102', '88.95'), flat('201', '58.20'), flat('202', '103.40')],
  ...changed,
});

describe('wufang share', () => {
  test('the small sample is C2 of the rules, to the fen', async () => {
    const { code, out } = await share(join(samples, 'share.json'));
    expect(code).toBe(0);
    expect([...out.matchAll(/9号楼-2单元-(\d+)：.*计 ¥([\d,.]+)$/gm)].map(([, room, amount]) => [room, amount])).toEqual([
      ...[
        ['101', '2,327.19'],
        ['102', '3,556.75'],
        ['201', '2,327.18'],
        ['202', '4,134.55'],
      ],
    ]);
  });

  test('shared by head the odd fen is the largest home’s, and the statement shows its area', async () => {
    const equal = { 场景: '均摊', 分户规则: '按户平均', 业主出资方式: '直接交纳', 业主约定依据: '业主大会决议' };
    const rooms = [flat('101', 50), flat('102', 60), flat('103', 75, { 面积来源: '实测' })];
    const { out } = await share(written(c2({ 工程: [{ 工程项目: '门禁', 金额: '100.00' }], 房屋: rooms, 场景: [equal] })));
    expect(out).toMatch(/9号楼-2单元-103（75\.00 m²）：.*补 1 分，计 ¥33\.34$/m);
    expect(out.match(/计 ¥33\.33$/gm)).toHaveLength(2);
    expect(out).toContain('面积来源：登记 2 套，实测 1 套（9号楼-2单元-103）。');
  });

  test('the workbook lays two ways of paying side by side and names what is missing before it can be signed', async () => {
    const { code, out } = await share(join(samples, 'share.xlsx'));
    expect(code).toBe(0);
    expect(out).toContain('户外水表井：¥8,600.00，专业经营单位管线设施，由清源自来水公司自行承担，不分摊');
    expect(out).toMatch(/远山机械厂 +75,579\.80 +101,696\.44$/m);
    expect(out).toContain('[未具备] 安和物业 ¥8,000.00：出资方须本人同意');
    expect(out.match(/与总额 ¥207,345\.68 一致/g)).toHaveLength(2);
    expect(out.match(/^结论：.*$/gm)).toHaveLength(2);
  });

  test('programs get one object in which money is text and every line adds up', async () => {
    const { out } = await share(join(samples, 'share.xlsx'), '--json');
    const answer = JSON.parse(out) as {
      scenarios: { totalFen: string; payers: { amountFen: string }[]; canBeSigned: boolean }[];
      faults: [];
    };
    expect(answer.faults).toEqual([]);
    for (const { totalFen, payers, canBeSigned } of answer.scenarios) {
      expect(payers.reduce((all, { amountFen }) => all + BigInt(amountFen), 0n)).toBe(BigInt(totalFen));
      expect(canBeSigned).toBe(false);
    }
  });

  test('an owner gets the statement of one home, and a unit its own', async () => {
    const home = await share(join(samples, 'share.xlsx'), '--scenario', '依法分摊', '--home', '3号楼-2单元-301');
    expect(home.out).toContain('本户应承担 ¥11,809.40：维修资金 ¥8,895.00，直接交纳 ¥2,914.40。');
    expect(home.out).not.toContain('3号楼-2单元-302');
    const unit = await share(join(samples, 'share.xlsx'), '--scenario', '依法分摊', '--payer', '远山机械厂');
    expect(unit.out).toContain('合计 ¥75,579.80。');
    expect((await share(join(samples, 'share.xlsx'), '--home', '没有')).code).toBe(2);
  });

  test.each<[string, Sheets, string]>([
    [
      'an unknown area',
      { 房屋: [flat('101', null), flat('102', '88.95')] },
      '房屋 第 1 行：9号楼-2单元-101 没有面积。请按登记、实测或合同补上',
    ],
    ['an area of 0', { 房屋: [flat('101', '88.95'), flat('102', 0)] }, '房屋 第 2 行：9号楼-2单元-102 没有面积'],
    [
      'an area of which nobody has said where it is from',
      { 房屋: [flat('101', '58.20'), flat('102', '88.95', { 面积来源: '' })] },
      '房屋 第 2 行：9号楼-2单元-102 的面积没有注明来源，请填“登记”“实测”或“合同”',
    ],
    [
      'homes without a column for it',
      { 房屋: ['101', '102'].map((room) => ({ 楼号: '9号楼', 单元: '2单元', 房号: room, 专有面积: '58.20', 房屋性质: '商品住宅' })) },
      '房屋：找不到同时有“楼号、单元、房号、专有面积、房屋性质、面积来源”的表头行',
    ],
    ['three decimals of an area', { 房屋: [flat('101', '88.955')] }, '房屋 第 1 行：专有面积“88.955”应为最多两位小数'],
    [
      'a flat of another unit',
      { 房屋: [flat('101', '58.20'), flat('102', '9.00', { 单元: '1单元' })] },
      '房屋 第 2 行：9号楼-1单元-102 不属于 9号楼2单元',
    ],
    [
      'a flat left out',
      {
        名册: [
          ...['101', '102', '201', '202', '301'].map((room) => flat(room, { 101: 58.2, 102: 88.95, 201: 58.2, 202: 103.4 }[room] ?? 50)),
        ],
      },
      '方案：9号楼-2单元-301 属于 9号楼2单元，应当分摊',
    ],
    ['a nature nobody knows', { 房屋: [flat('101', '58.20', { 房屋性质: '别墅' })] }, '房屋 第 1 行：房屋性质“别墅”不认识，应为：商品住宅'],
    ['a sheet under a name nobody reads', { 凭証: [{ 出资方: '业主' }] }, '凭証：没有名为“凭証”的表，应为：方案'],
    [
      'money that is no money',
      { 工程: [{ 工程项目: '照明', 金额: '1.2万' }] },
      '工程 第 1 行：金额“1.2万”应为不小于 0、最多两位小数的元数',
    ],
    ['ratios of 99 %', { 约定比例: [{ 出资方: '业主', 比例: '99%' }] }, '“方案”的约定比例合计 99/100，应当正好是 100%'],
    ['a ratio as a bare number', { 约定比例: [{ 出资方: '业主', 比例: 0.5 }] }, '约定比例 第 1 行：比例“0.5”请写成文字 12.5% 或 1/3'],
    [
      'a utility among those who share',
      {
        出资方: [{ 出资方: '水司', 类型: '专业经营单位' }],
        约定比例: [
          { 出资方: '水司', 比例: '50%' },
          { 出资方: '业主', 比例: '50%' },
        ],
      },
      '约定比例 第 1 行：“水司”的管线设施由其自行承担',
    ],
    [
      'a scenario nobody listed',
      { 先行出资: [{ 场景: '乙', 顺序: 1, 出资方: '街道', 方式: '定额', 金额: 1 }] },
      '先行出资 第 1 行：场景“乙”没有列在“场景”表里',
    ],
    ['no homes', { 房屋: [] }, '房屋：'],
  ])('%s is refused with sheet, row and what to do, and nothing is computed', async (_, changed, expected) => {
    const { code, out } = await share(written(c2(changed)));
    expect(out).toContain(expected);
    expect(out).toContain('没有计算');
    expect(code).toBe(1);
    const json = JSON.parse((await share(written(c2(changed)), '--json')).out) as { faults: unknown[]; scenarios?: unknown };
    expect(json.faults.length).toBeGreaterThan(0);
    expect(json.scenarios).toBeUndefined();
  });
});
