import { expect, test } from '@jest/globals';
import { defaultTimeLimits, type MeetingBody } from '@wufang/contracts';
import { DomainError, toIsoBeijing, WorkCalendar } from '@wufang/kernel';
import { earliestStart, noticeFor, secondNotice } from './notice.js';

// National Day 2025, with its make-up Sunday.
const days = [
  { name: '国庆节', date: '2025-09-28', isOffDay: false },
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ name: '国庆节', date: `2025-10-0${n}`, isOffDay: true })),
];
const rules = { limits: defaultTimeLimits, calendar: new WorkCalendar([{ year: 2025, papers: ['国办发明电〔2024〕12号'], days }]) };

test.each([
  ['NOTICE_15D', '2025-11-05T10:00:00+08:00', '2025-11-20T00:00:00+08:00'], // 物业管理条例第三十五条; the next day would be too late
  ['NOTICE_15D', '2025-11-06T10:00:00+08:00', '2025-11-21T00:00:00+08:00'],
  ['NOTICE_5D', '2025-11-05T10:00:00+08:00', '2025-11-10T00:00:00+08:00'], // 第四十五条
  ['NOTICE_3WD', '2025-11-05T10:00:00+08:00', '2025-11-10T00:00:00+08:00'], // Wednesday: Thursday, Friday, Monday
  ['NOTICE_3WD', '2025-09-26T10:00:00+08:00', '2025-09-30T00:00:00+08:00'], // Friday: the make-up Sunday counts
  ['NOTICE_3WD', '2025-09-29T10:00:00+08:00', '2025-10-10T00:00:00+08:00'], // over the eight days
] as const)('%s, noticed %s: the first meeting is %s', (code, at, first) => {
  expect(toIsoBeijing(earliestStart(rules, code, new Date(at)))).toBe(toIsoBeijing(new Date(first)));
});

const noticed = new Date('2025-11-05T10:00:00+08:00');
test.each<[MeetingBody[], boolean, string, string]>([
  [['TABLE'], false, '2025-11-10T09:00:00+08:00', 'NOTICE_3WD'],
  [['TABLE', 'OWNERS_ASSEMBLY'], false, '2025-11-20T00:00:00+08:00', 'NOTICE_15D'],
  [['TABLE'], true, '2025-11-05T10:30:00+08:00', 'NOTICE_NOW'],
])('%p, emergency %p, meeting %s: %s', (bodies, isEmergency, startsAt, code) => {
  expect(noticeFor(rules, bodies, isEmergency, noticed, new Date(startsAt))).toBe(code);
});

test('not even an emergency is met about before its notice; the minute that has begun is now', () => {
  expect(noticeFor(rules, ['TABLE'], true, noticed, new Date('2025-11-05T09:59:01+08:00'))).toBe('NOTICE_NOW');
  expect(() => noticeFor(rules, ['TABLE'], true, noticed, new Date('2025-11-05T09:59:00+08:00'))).toThrow('round.notice-short');
});

test('a meeting of the assembly on the fourteenth day is refused, and the refusal says from when on it may be', () => {
  const call = () => noticeFor(rules, ['TABLE', 'OWNERS_ASSEMBLY'], false, noticed, new Date('2025-11-19T23:59:00+08:00'));
  expect(call).toThrow(DomainError);
  try {
    call();
  } catch (error) {
    expect((error as DomainError).facts).toEqual({ body: '业主大会', earliest: '2025-11-20 00:00:00' });
  }
});

test.each<[MeetingBody[], boolean, string, string]>([
  [['TABLE'], false, 'NOTICE_3WD', '2025-11-13T00:00:00+08:00'], // Monday 10 November: Tuesday, Wednesday, Thursday
  [['TABLE', 'OWNERS_COMMITTEE'], false, 'NOTICE_5D', '2025-11-15T00:00:00+08:00'], // 第四十五条, a second time as well
  [['OWNERS_COMMITTEE', 'OWNERS_ASSEMBLY'], false, 'NOTICE_15D', '2025-11-25T00:00:00+08:00'], // 第三十五条
])('a second notice of %p, emergency %p: %s, from %s on', (bodies, isEmergency, code, from) => {
  const { code: found, earliest } = secondNotice(rules, bodies, isEmergency, new Date('2025-11-10T09:45:00+08:00'));
  expect([found, toIsoBeijing(earliest)]).toEqual([code, toIsoBeijing(new Date(from))]);
});

test('a second notice of the committee alone keeps the table’s three working days where they are longer', () => {
  // Friday 26 September: five days end on 1 October, three working days (the make-up Sunday first) on the 30th; from the 29th on they go over the holidays.
  const { code } = secondNotice(rules, ['OWNERS_COMMITTEE'], false, new Date('2025-09-29T10:00:00+08:00'));
  expect(code).toBe('NOTICE_3WD');
});

test('an emergency meets at once, a second time too', () => {
  expect(secondNotice(rules, ['TABLE', 'OWNERS_ASSEMBLY'], true, noticed).code).toBe('NOTICE_NOW');
});
