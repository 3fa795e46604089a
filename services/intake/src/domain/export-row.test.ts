import { describe, expect, test } from '@jest/globals';
import { fieldHeaders, readExportRow, withPhoneFound } from './export-row.js';
import { beijing12345, findHeader } from './mapping-profile.js';

const good = {
  工单编号: 'FH20260919000001',
  工单类型: '咨询',
  一级分类: '民生保障',
  二级分类: '社会保障',
  三级分类: '政策咨询',
  标题: '北岗里小区政策咨询',
  主要内容: '咨询既有住宅加装电梯的申请条件',
  来电人: '胡国庆',
  来电人电话: '13816264561',
  来电时间: '2026-09-19 00:06:19',
  村社区: '北岗里社区',
  小区点位: '北岗里小区28号楼1单元',
  主办单位: '民生保障办公室',
  工单状态: '已办结',
  办理时限: '2026-09-26 00:06:19',
  办结时间: '2026年9月24日 12:59',
  是否有效回访: '是',
  是否联系: '是',
  是否解决: '是',
  是否满意: '基本满意',
  回访方式: '短信',
};
const read = (differs: Record<string, string>) => {
  const cells = { ...good, ...differs };
  return readExportRow(cells, fieldHeaders(Object.keys(cells), beijing12345), beijing12345);
};

describe('a row of an export', () => {
  test('is an order with its history, and keeps what nobody asked for', () => {
    expect(read({ 备注: '家中有老人' })).toEqual({
      order: {
        no: 'FH20260919000001',
        demandType: 'INQUIRY',
        category: ['民生保障', '社会保障', '政策咨询'],
        title: '北岗里小区政策咨询',
        content: '咨询既有住宅加装电梯的申请条件',
        callerName: '胡国庆',
        callerPhone: '13816264561',
        receivedAt: new Date('2026-09-18T16:06:19Z'),
        community: '北岗里社区',
        point: '北岗里小区28号楼1单元',
        leadUnit: '民生保障办公室',
        dueAt: new Date('2026-09-25T16:06:19Z'),
        completedAt: new Date('2026-09-24T04:59:00Z'),
        callback: { valid: true, contacted: true, solved: true, satisfaction: 'BASICALLY_SATISFIED' },
        extra: { 工单状态: '已办结', 回访方式: '短信', 备注: '家中有老人' },
      },
    });
  });

  test.each([
    [{ 工单编号: ' ' }, '没有工单编号'],
    [{ 来电时间: '2026-02-30 08:00' }, '来电时间“2026-02-30 08:00”不是有效的时间'],
    [{ 来电时间: '' }, '没有来电时间'],
    [{ 标题: '', 主要内容: '' }, '没有诉求内容'],
    [{ 工单类型: '其他' }, '工单类型“其他”不是咨询、求助、投诉、举报、建议之一'],
    [{ 办结时间: '' }, '已办结但没有办结时间'],
    [{ 办结时间: '2026-09-18 10:00' }, '办结时间早于来电时间'],
    [{ 是否解决: '大概' }, '是否解决“大概”应当是“是”或“否”'],
  ])('with %j waits for a person: %s', (differs, reason) => {
    expect(read(differs)).toEqual({ reasons: [reason] });
  });

  test('that stands open has no history, and one from nowhere no place', () => {
    const row = read({
      工单状态: '办理中',
      办结时间: '',
      是否有效回访: '',
      是否联系: '',
      是否解决: '',
      是否满意: '',
      村社区: '不详',
      小区点位: '不详',
    });
    expect(row).toMatchObject({ order: { completedAt: null, callback: null, community: null, point: null } });
  });

  test('whose caller could not be reached has an invalid callback', () => {
    const row = read({ 是否有效回访: '否', 是否联系: '', 是否解决: '', 是否满意: '' });
    expect(row).toMatchObject({ order: { callback: { valid: false, contacted: null, solved: null, satisfaction: null } } });
  });

  test('may begin with an equals sign and stays text', () => {
    expect(read({ 主要内容: '=HYPERLINK("http://x","点击")' })).toMatchObject({ order: { content: '=HYPERLINK("http://x","点击")' } });
  });
});

describe('the header of an export', () => {
  const header = ['受理编号', '工单类型', '诉求内容', '联系电话', '来电时间 ', '', '备注', '备注'];

  test('is found under titles, by other names too, and columns without or with the same name keep apart', () => {
    const found = findHeader(
      [['明细表'], ['统计时间：2026-09-19 至 2026-11-18'], header, ['FH1', '求助', '漏水', '', '2026-09-19 08:00', '', '', '']],
      beijing12345,
    );
    expect(found?.at).toBe(2);
    expect(found?.columns).toMatchObject({ orderNo: 0, content: 2, callerPhone: 3, receivedAt: 4 });
    expect(found?.headers).toEqual(['受理编号', '工单类型', '诉求内容', '联系电话', '来电时间', '第6列', '备注', '备注(2)']);
  });

  test('is not there when a required column is missing', () => {
    expect(findHeader([['工单编号', '主要内容']], beijing12345)).toBeNull();
  });
});

describe('a phone under a header nobody knows', () => {
  test.each([
    [
      [
        { 工单: 'A1', 主叫: '135-1111-2222' },
        { 工单: 'A2', 主叫: '' },
      ],
      '主叫',
    ],
    [[{ 主叫: '+86 13511112222' }, { 主叫: '010-69441234' }], '主叫'], // with the country's own number, a fixed line
    [[{ 主叫: '13511112222' }, { 主叫: '无' }], undefined], // not phones alone
    [[{ 主叫: '13511112222', 备用: '13511112223' }], undefined], // which of the two called?
    [[{ 经办人手机: '13511112222' }], undefined], // the staff's
    [[{ 经办人手机: '13511112222', 主叫: '13511112223' }], '主叫'],
    [[{ 流水: '20260919777777' }, { 流水: '1234' }], undefined],
    [[{ 主叫: '' }], undefined],
  ])('%j -> %s', (rows, callerPhone) => {
    expect(withPhoneFound({}, rows)).toEqual(callerPhone === undefined ? {} : { callerPhone });
  });
  test('a header that is known counts, whatever else looks like a phone', () => {
    const header = { callerPhone: '来电人电话' };
    expect(withPhoneFound(header, [{ 来电人电话: '', 主叫: '13511112222' }])).toEqual(header);
  });
});
