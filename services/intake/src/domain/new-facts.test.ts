import { expect, test } from '@jest/globals';
import { DomainError } from '@wufang/kernel';
import { refuseOldNews } from './new-facts.js';

const ended = new Date('2026-08-31T10:00:00+08:00');
const told = { earlier: '顶楼漏雨，卧室墙面渗水。', no: 'WF1', endedAt: ended, now: new Date('2026-11-29T10:00:00+08:00') };

test.each([
  ['上周下雨又漏了，客厅也湿了', null],
  ['顶楼漏雨，卧室墙面渗水！', 'demand.nothing-new'], // another mark is no news
  ['卧室墙面渗水', 'demand.nothing-new'], // a part of it neither
  ['顶楼漏雨，卧室墙面渗水，现在墙皮掉落', null], // the old words and more
])('%s: %s', (content, code) => {
  let found: string | null = null;
  try {
    refuseOldNews({ ...told, content });
  } catch (error) {
    found = (error as DomainError).code;
  }
  expect(found).toBe(code);
});

test('ninety days to the moment are in time, a moment more is not', () => {
  const content = '上周下雨又漏了，客厅也湿了';
  const last = new Date(ended.getTime() + 90 * 86_400_000);
  expect(() => refuseOldNews({ ...told, content, now: last })).not.toThrow();
  expect(() => refuseOldNews({ ...told, content, now: new Date(last.getTime() + 1) })).toThrow(new DomainError('demand.too-long-ago'));
});
