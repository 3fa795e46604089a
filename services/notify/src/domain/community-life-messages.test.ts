import { expect, test } from '@jest/globals';
import {
  councilClosedMessages,
  courtyardConvenedMessages,
  projectBegunMessages,
  projectClockMessages,
  projectSubmittedMessages,
  projectTaskFinishedMessages,
  questionAskedMessages,
} from './community-life-messages.js';

test('a project that is put to the street waits for its leader', () => {
  expect(projectSubmittedMessages('p', { communityId: 'c', title: '车棚', budgetFen: '100' })).toMatchObject([
    { role: 'street_leader', unitId: null },
  ]);
});

test('each unit of a project hears its own tasks once', () => {
  const tasks = [
    { what: '搭车棚', unitId: 'a', dueOn: '2027-01-31' },
    { what: '接电', unitId: 'b', dueOn: '2027-02-28' },
    { what: '划线', unitId: 'a', dueOn: '2027-03-31' },
  ];
  const drafts = projectBegunMessages('p', { communityId: 'c', title: '车棚', tasks, begunAt: '2026-11-29T00:00:00Z' });
  expect(drafts.map(({ unitId, body }) => [unitId, body])).toEqual([
    ['a', '民生项目“车棚”开工，你单位的任务：搭车棚（2027-01-31 前）；划线（2027-03-31 前）。'],
    ['b', '民生项目“车棚”开工，你单位的任务：接电（2027-02-28 前）。'],
  ]);
});

test('tasks that are due remind each unit that has one; the street hears of the breach above the community', () => {
  const fired = {
    ...{ communityId: 'c', title: '车棚', code: 'PROJECT_TASK' as const, unitIds: ['a', 'b'], tasks: ['搭车棚', '接电'], stage: 0 },
    ...{ kind: 'breach' as const, tell: ['H', 'S'], dueAt: '2027-01-31T16:00:00Z', skippedStages: 0 },
  };
  expect(projectClockMessages('p', fired).map(({ unitId, seat }) => [unitId, seat])).toEqual([
    ['a', 'H'],
    ['b', 'H'],
    ['c', 'S'],
  ]);
});

test('the community hears that another unit has done its task, and when all are done that it may report the whole', () => {
  const done = { communityId: 'c', title: '车棚', no: 1, what: '接电', unitId: 'b', doneOn: '2027-02-01', photoIds: ['f'], endsDay: true };
  expect(projectTaskFinishedMessages('p', { ...done, open: 2 })).toMatchObject([
    { unitId: 'c', body: '民生项目“车棚”的任务“接电”已完成；还有 2 项没有完成。' },
  ]);
  expect(projectTaskFinishedMessages('p', { ...done, open: 0 })[0]!.body).toContain('可以报完工');
  expect(projectTaskFinishedMessages('p', { ...done, unitId: 'c', open: 2 })).toEqual([]);
});

test('a unit is asked into a courtyard, and one to answer a secretary', () => {
  const convened = courtyardConvenedMessages({ courtyardId: 'y', communityId: 'c', title: '积水', unitIds: ['u', 'v'] });
  // A matter has no page of its own: the message leads to its courtyard.
  expect(convened.map(({ unitId, subjectId }) => [unitId, subjectId])).toEqual([
    ['u', 'y'],
    ['v', 'y'],
  ]);
  const question = { communityId: 'c', unitId: 'u', title: '路灯', officeDayOn: '2026-11-27', dueAt: '2026-12-04T16:00:00Z' };
  expect(questionAskedMessages('q', question)).toMatchObject([{ unitId: 'u', body: '2026-11-27 书记办公日出题“路灯”，请按时答题。' }]);
});

test('the result of a council says that it is no vote', () => {
  const closed = { communityId: 'c', unitIds: ['c', 'u'], topic: '积水', issueId: null };
  expect(councilClosedMessages('s', { ...closed, isConsensus: true })[0]!.body).toContain('不是表决');
  expect(councilClosedMessages('s', { ...closed, isConsensus: false })[1]!.body).toContain('未取得一致');
});
