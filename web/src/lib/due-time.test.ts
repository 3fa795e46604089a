import { expect, test } from '@jest/globals';
import { dueTime } from './due-time.js';

const form = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
});

test.each([
  ['2026-12-09T00:00:00+08:00', '12/8 24:00'], // the end of a day
  ['2027-01-01T00:00:00+08:00', '12/31 24:00'], // of a year
  ['2026-12-08T23:59:00+08:00', '12/8 23:59'],
  ['2026-12-09T00:01:00+08:00', '12/9 00:01'],
  ['2026-12-09T18:00:00+08:00', '12/9 18:00'],
])('due %s reads %s', (iso, text) => {
  expect(dueTime(iso, form)).toBe(text);
});
