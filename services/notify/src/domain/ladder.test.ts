import { describe, expect, test } from '@jest/globals';
import { formatBeijing } from '@wufang/kernel';
import { dutyToldAt, onceEach, rungMessages, summonsToldAt, toldAt, type Rung } from './ladder.js';

const rung: Rung = {
  ...{ subjectId: 'o', no: 'WF1', code: 'NORMAL', stage: 1, kind: 'breach', tell: ['S', 'V'], dueAt: '2026-11-18T16:00:00Z' },
  ...{ leadUnitId: 'unit', level: 'N', isAccepted: true },
};

describe('when a stage is told', () => {
  test.each([
    ['N', 'NORMAL', '2026-11-18 23:10', '2026-11-19 07:00:00'],
    ['N', 'NORMAL', '2026-11-19 00:00', '2026-11-19 07:00:00'], // the end of a limit of days
    ['N', 'NORMAL', '2026-11-19 06:59', '2026-11-19 07:00:00'],
    ['N', 'NORMAL', '2026-11-19 07:00', '2026-11-19 07:00:00'],
    ['N', 'NORMAL', '2026-11-19 21:59', '2026-11-19 21:59:00'],
    ['N', 'NORMAL', '2026-11-19 22:00', '2026-11-20 07:00:00'],
    ['E', 'PROGRESS', '2026-11-19 03:00', '2026-11-19 03:00:00'],
    ['U', 'PROGRESS', '2026-11-19 03:00', '2026-11-19 03:00:00'],
    [undefined, 'SCREEN_E', '2026-11-19 03:00', '2026-11-19 03:00:00'], // an emergency by its clock
  ] as const)('level %s, %s at %s: %s', (level, code, now, at) => {
    expect(formatBeijing(toldAt({ level, code }, new Date(`${now.replace(' ', 'T')}:00+08:00`)))).toBe(at);
  });
});

describe('when a summoned unit hears of the whistle', () => {
  test.each([
    ['N', null, '2026-11-18 23:10', '2026-11-19 07:00:00'],
    ['N', '2026-11-19 09:30', '2026-11-18 23:10', '2026-11-19 07:00:00'], // early enough for the meeting
    ['N', '2026-11-19 06:30', '2026-11-18 23:10', '2026-11-18 23:10:00'], // they meet before the morning
    ['N', '2026-11-19 07:00', '2026-11-18 23:10', '2026-11-18 23:10:00'],
    ['C', null, '2026-11-18 15:00', '2026-11-18 15:00:00'],
    ['U', null, '2026-11-18 23:10', '2026-11-18 23:10:00'],
    ['E', null, '2026-11-18 23:10', '2026-11-18 23:10:00'],
  ] as const)('level %s, meeting %s, whistled at %s: %s', (level, meeting, now, at) => {
    const beijing = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
    const told = { level, meetingAt: meeting === null ? null : beijing(meeting).toISOString() };
    expect(formatBeijing(summonsToldAt(told, beijing(now)))).toBe(at);
  });
});

describe('when a duty of the plan is told', () => {
  test.each([
    ['2026-11-19 09:00', '2026-11-19 00:00', '2026-11-19 07:00:00'], // not at midnight
    ['2026-11-19 06:00', '2026-11-19 00:00', '2026-11-19 00:00:00'], // it begins before the morning
    ['2026-11-19 09:00', '2026-11-19 08:00', '2026-11-19 08:00:00'],
  ])('begins %s, asked %s: %s', (startsAt, now, at) => {
    const beijing = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
    expect(formatBeijing(dutyToldAt({ startsAt: beijing(startsAt).toISOString() }, beijing(now)))).toBe(at);
  });
});

describe('who stands in for seats that nobody holds', () => {
  const seats = (held: string[], tell: string[]) => onceEach(rungMessages({ ...rung, tell }), held).map(({ seat }) => seat);
  test.each([
    [[], ['S', 'V', 'T'], ['S', 'V']], // the leaders once
    [['T'], ['S', 'V', 'T'], ['S', 'V', 'T']],
    [
      ['V', 'T'],
      ['V', 'T'],
      ['V', 'T'],
    ],
    [[], ['T'], ['T']],
    [[], ['H', 'R'], ['H', 'R']],
  ])('held %j, tells %j: %j', (held, tell, expected) => expect(seats(held, tell)).toEqual(expected));
});

describe('what a stage says', () => {
  test('of what ends by itself nobody is told that it is late', () => {
    const words = (code: string) => rungMessages({ ...rung, code, tell: ['H'] }).map(({ title, body }) => `${title} ${body}`)[0]!;
    expect(words('NORMAL')).toContain('已超时');
    for (const code of ['REVIEW', 'PAUSE_END']) expect(words(code)).not.toMatch(/超时|督办/);
    expect(words('REVIEW')).toContain('恢复办理');
  });

  test('措施、责任人、时限 are asked for where they are missing, and only there', () => {
    const words = (part: Partial<Rung>) => rungMessages({ ...rung, kind: 'warning', tell: ['H'], ...part })[0]!.body;
    expect(words({ lacksMeasure: true })).toMatch(/请抓紧办理。台账里还没有写明措施、责任人和时限，请即填写。$/);
    expect(words({})).toMatch(/请抓紧办理。$/);
  });
});

describe('who is told of a stage', () => {
  const seats = (part: Partial<Rung>) => rungMessages({ ...rung, ...part }).map(({ seat }) => seat);

  test.each<[string, Partial<Rung>, string[]]>([
    ['accepted: the seats of its rung', {}, ['S', 'V']],
    ['nobody has accepted it and its time is up: the desk as well', { isAccepted: false }, ['S', 'V', 'DESK_LEAD']],
    ['nobody has accepted it yet, a warning: the handler', { isAccepted: false, kind: 'warning', tell: ['H'] }, ['H']],
    [
      'nobody has said what will be done, at the first warning: the section chief as well',
      { kind: 'warning', tell: ['H'], lacksMeasure: true },
      ['H', 'S'],
    ],
    ['nobody leads it: the desk instead of the handler', { leadUnitId: null, kind: 'warning', tell: ['H', 'S'] }, ['S', 'DESK_LEAD']],
    ['the desk is told once', { isAccepted: false, tell: ['DESK_LEAD'] }, ['DESK_LEAD']],
  ])('%s', (_, part, expected) => {
    expect(seats(part)).toEqual(expected);
  });
});
