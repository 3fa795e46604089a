import { describe, expect, test } from '@jest/globals';
import { decodeCsv, directoryFromCsv, readCsv } from './directory-csv.js';

const ids: Record<string, string> = { 城乡建设办公室: 'office', 热力集团: 'heat' };
const header = '工单类型,一级分类,二级分类,三级分类,级别,主办\n';
const firm = '小区的物业公司（无物业的由城乡建设办公室主办、社区协办）';
const read = (rows: string) => directoryFromCsv(header + rows, (name) => ids[name]);

describe('a directory as a table', () => {
  test.each([
    [
      '投诉,物业管理,公共设施,电梯故障,U,' + firm,
      { lead: { kind: 'ESTATE_FIRM', elseUnitId: 'office' }, setLevel: 'U', communityMayLead: false },
    ],
    ['求助,水电气热,供暖,暖气不热,水电气热,热力集团', { lead: { kind: 'UNIT', unitId: 'heat' }, setLevel: 'U' }],
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
    expect(() => directoryFromCsv('甲,乙\n1,2', () => undefined)).toThrow('file.unreadable');
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
});
