import { describe, expect, test } from '@jest/globals';
import { respondCode, summonsSteps, supervisionSteps, taskSteps, whistleSteps, type SummonsFact } from './clock-steps.js';

const at = new Date('2026-04-27T02:00:00Z');
const meeting = new Date('2026-04-27T07:00:00Z');
const due = new Date('2026-04-28T02:00:00Z');
const summoned = { fact: 'summoned', level: 'N', summonedAt: at.toISOString(), meetingAt: null, orderId: 'o' } as const;

describe('clocks of a summons', () => {
  test('an emergency has an hour to be answered, anything else a working day', () => {
    expect((['E', 'U', 'N', 'C'] as const).map(respondCode)).toEqual([
      'WHISTLE_RESPOND_E',
      'WHISTLE_RESPOND',
      'WHISTLE_RESPOND',
      'WHISTLE_RESPOND',
    ]);
  });

  test('a site meeting is a clock of its own that is due when the meeting begins', () => {
    expect(summonsSteps(summoned)).toEqual([{ start: 'WHISTLE_RESPOND', at }]);
    expect(summonsSteps({ ...summoned, level: 'E', meetingAt: meeting.toISOString() })).toEqual([
      { start: 'WHISTLE_RESPOND_E', at },
      { start: 'WHISTLE_ONSITE', at, dueAt: meeting },
    ]);
  });

  test('the result has a time of its own, from the meeting where there is one: set for an order, counted for a place, none in a fact from before', () => {
    const resultOf = (told: object) =>
      summonsSteps({ ...summoned, ...told }).find((step) => 'start' in step && step.start === 'WHISTLE_RESULT');
    expect(resultOf({})).toBeUndefined();
    const owed = { resultDueAt: due.toISOString() };
    expect(resultOf(owed)).toEqual({ start: 'WHISTLE_RESULT', at, dueAt: due });
    expect(resultOf({ ...owed, meetingAt: meeting.toISOString() })).toEqual({ start: 'WHISTLE_RESULT', at: meeting, dueAt: due });
    expect(resultOf({ ...owed, orderId: null })).toEqual({ start: 'WHISTLE_RESULT', at });
  });

  const coming = ['WHISTLE_RESPOND_E', 'WHISTLE_RESPOND', 'WHISTLE_ONSITE'];
  const all = [...coming, 'WHISTLE_RESULT'];
  test.each<[SummonsFact, string[]]>([
    [{ fact: 'reportedIn' }, all.slice(0, 2)], // said to come: being there is still owed
    [{ fact: 'explained' }, all.slice(0, 2)],
    [{ fact: 'checkedIn' }, coming], // being there is an answer too, but no result
    [{ fact: 'resultGiven' }, all],
    [{ fact: 'lapsed' }, all],
    [{ fact: 'improperJudged', isImproper: true }, all],
    [{ fact: 'improperJudged', isImproper: false }, []],
    [{ fact: 'improperClaimed' }, []], // do first, argue later
  ])('%j stops %j', (told, stopped) => {
    expect(summonsSteps(told).flatMap((step): string[] => ('stop' in step ? [...step.stop] : ['started']))).toEqual(stopped);
  });
});

describe('the clock of a task or a supervision', () => {
  test('runs to the due time that was set, else by the table; asked again it starts anew', () => {
    expect(supervisionSteps({ fact: 'asked', at: at.toISOString(), ownDueAt: null })).toEqual([
      { stop: ['SUPERVISION', 'SUPERVISION_JUDGE'] },
      { start: 'SUPERVISION', at },
    ]);
    expect(taskSteps({ fact: 'asked', at: at.toISOString(), ownDueAt: meeting.toISOString() })).toEqual([
      { stop: ['ASSIGNED_TASK'] },
      { start: 'ASSIGNED_TASK', at, dueAt: meeting },
    ]);
  });

  test('stops with the answer or the end', () => {
    expect(taskSteps({ fact: 'ended' })).toEqual([{ stop: ['ASSIGNED_TASK'] }]);
    expect(supervisionSteps({ fact: 'ended' })).toEqual([{ stop: ['SUPERVISION', 'SUPERVISION_JUDGE'] }]);
  });

  test('once the lead has replied its judge is awaited; of a reply from before that nobody is', () => {
    const stop = { stop: ['SUPERVISION', 'SUPERVISION_JUDGE'] };
    expect(supervisionSteps({ fact: 'replied', at: at.toISOString(), isJudged: true })).toEqual([stop, { start: 'SUPERVISION_JUDGE', at }]);
    expect(supervisionSteps({ fact: 'replied', at: at.toISOString(), isJudged: false })).toEqual([stop]);
  });
});

test('the street has its time to answer who asks for a whistle, less in an emergency, until it blows it or says no', () => {
  const asked = (level: 'E' | 'N') => whistleSteps({ fact: 'asked', level, askedAt: at.toISOString() });
  expect(asked('E')).toEqual([{ start: 'WHISTLE_ASKED_E', at }]);
  expect(asked('N')).toEqual([{ start: 'WHISTLE_ASKED', at }]);
  expect(whistleSteps({ fact: 'ended' })).toEqual([{ stop: ['WHISTLE_ASKED_E', 'WHISTLE_ASKED'] }]);
});

test('a request, and what a unit owes a whistle, go over to the row of what their order is now; nothing where that is the same one', () => {
  const told = { fact: 'relevelled' as const, level: 'E' as const, startsAt: at.toISOString() };
  expect(whistleSteps({ ...told, ownDueAt: meeting.toISOString() })).toEqual([
    { stop: ['WHISTLE_ASKED_E', 'WHISTLE_ASKED'] },
    { start: 'WHISTLE_ASKED_E', at, dueAt: meeting },
  ]);
  expect(summonsSteps(told)).toEqual([{ stop: ['WHISTLE_RESPOND_E', 'WHISTLE_RESPOND'] }, { start: 'WHISTLE_RESPOND_E', at }]);
  expect(summonsSteps({ ...told, startsAt: undefined })).toEqual([]);
});
