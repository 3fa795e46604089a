import { describe, expect, test } from '@jest/globals';
import type { DirectoryRow } from '@wufang/contracts';
import { decodeCsv, plainCell, readCsv, writeCsv } from './csv.js';
import { rowsOfTable, tableOfRows } from './directory-table.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [office, heat, estate] = [id(1), id(2), id(3)];
const ids = {
  unitIdByName: new Map([
    ['城乡建设办公室', office],
    ['热力集团', heat],
  ]),
  estateIdByName: new Map([['南岗里一区', estate]]),
};
const names = new Map([...ids.unitIdByName, ...ids.estateIdByName].map(([name, key]) => [key, name]));
const header = '工单类型,一级分类,二级分类,三级分类,级别,主办\n';
const firm = '小区的物业公司（无物业的由城乡建设办公室主办、社区协办）';
const read = (rows: string) => rowsOfTable(readCsv(header + rows), ids);

describe('a directory as a table', () => {
  test.each([
    [
      '投诉,物业管理,公共设施,电梯故障,U,' + firm,
      { lead: { kind: 'ESTATE_FIRM', elseUnitId: office }, setLevel: 'U', communityMayLead: false },
    ],
    ['求助,水电气热,供暖,暖气不热,水电气热,热力集团', { lead: { kind: 'UNIT', unitId: heat }, setLevel: 'U' }],
    ['投诉,邻里纠纷,邻里关系,楼道堆物,N,所属社区', { lead: { kind: 'COMMUNITY' }, communityMayLead: true }],
    ['建议,社区治理,议事协商,公共空间,C,所属社区', { lead: { kind: 'COMMUNITY' }, communityMayLead: true, setLevel: 'C' }],
    ['投诉,城市管理,噪声扰民,施工噪声,N,所属社区', { lead: { kind: 'COMMUNITY' }, communityMayLead: false }], // off the list: cannot be published
    [',水电气热,,,,热力集团', { id: '1', category: ['水电气热'] }], // no level, one level of category
  ])('%s', (row, wanted) => {
    const [read1] = read(row);
    expect(read1).toMatchObject(wanted);
    expect(read1).not.toHaveProperty('demandTypes');
  });

  test.each([
    ['投诉,甲,乙,丙,X,热力集团', 'directory.invalid'],
    ['投诉,甲,乙,丙,N,没有的单位', 'unit.unknown'],
    ['', 'file.unreadable'],
  ])('%s is refused with %s', (row, code) => {
    expect(() => read(row)).toThrow(code);
  });

  test('a file without the header is refused', () => {
    expect(() => rowsOfTable(readCsv('甲,乙\n1,2'), ids)).toThrow('file.unreadable');
  });

  test.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,1","say ""hi"""\n', [['a,1', 'say "hi"']]],
    ['"two\nlines",x', [['two\nlines', 'x']]],
    [',x,\n\n', [['', 'x', '']]],
    ['\uFEFFa', [['a']]],
  ])('CSV %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFF主办', 'utf8')],
    ['UTF-8', Buffer.from('主办', 'utf8')],
    ['GB18030', Buffer.from([0xd6, 0xf7, 0xb0, 0xec])],
  ])('%s', (_, bytes) => {
    expect(readCsv(decodeCsv(bytes))).toEqual([['主办']]);
  });

  test('what is written as a table reads back as it was, through CSV as well', () => {
    const rows: DirectoryRow[] = [
      {
        ...{
          id: 'heat-season',
          category: ['水电气热', '供暖', '暖气不热'],
          demandTypes: ['HELP', 'COMPLAINT'],
          estateType: 'SGYY',
          level: 'U',
        },
        place: { kind: 'ESTATE', id: estate },
        times: { from: '2026-11-01', to: '2027-10-31', season: { from: '11-15', to: '03-15' }, hours: { from: '22:00', to: '06:00' } },
        lead: { kind: 'UNIT', unitId: heat },
        coUnits: [{ kind: 'COMMUNITY' }, { kind: 'ESTATE_FIRM' }, { kind: 'RIGHTS_UNIT' }, { kind: 'UNIT', unitId: office }],
        ...{ setLevel: 'E', duties: ['EMERG_FEEDBACK', 'UTIL_ONSITE'], communityMayLead: false, source: '京政发〔2024〕1号，"第三条"' },
      },
      { id: 'all', category: [], lead: { kind: 'ESTATE_FIRM', elseUnitId: office }, communityMayLead: false, source: '-' },
      { ...{ id: '=1+1', category: ['邻里纠纷'], lead: { kind: 'COMMUNITY' }, communityMayLead: true, source: '@街道' } },
    ];
    const table = tableOfRows(rows, (key) => names.get(key) ?? key);
    expect(rowsOfTable(table, ids)).toEqual(rows);
    const csv = writeCsv(table);
    expect(csv).toContain("'=1+1");
    expect(
      rowsOfTable(
        readCsv(csv).map((cells) => cells.map(plainCell)),
        ids,
      ),
    ).toEqual(rows);
  });

  test.each([
    ['1,甲,乙,丙,,热力集团,,,,11-15,', /第1行的季节“11-15”请写成“起至止”/],
    ['1,甲,乙,丙,,热力集团,,,,13-01至02-01,', /第1行.*请按“11-15”/],
    ['1,甲,乙,丙,,热力集团,小区,南岗里一区,公寓,,', /第1行的小区类型“公寓”不认识/],
    ['1,甲,乙,丙,,热力集团,,南岗里一区,,,', /第1行的地点没有写明地点类型/],
    ['1,甲,乙,丙,,热力集团,,,,,到家', /第1行的增加时限“到家”不认识/],
  ])('%s is refused in words', (row, words) => {
    const table = readCsv(`编号,一级分类,二级分类,三级分类,级别,主办,地点类型,地点,小区类型,季节,增加时限\n${row}`);
    try {
      rowsOfTable(table, ids);
    } catch (error) {
      expect((error as { facts: { faults: string } }).facts.faults).toMatch(words);
      return;
    }
    throw new Error('was not refused');
  });
});
