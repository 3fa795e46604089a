import { expect, test } from '@jest/globals';
import {
  announcedToldMessages,
  bindingEndedMessages,
  callOffToldMessages,
  countedToldMessages,
  voteAnnouncedMessages,
  voteClosedMessages,
  voteCountedMessages,
  voteReminders,
} from './vote-messages.js';

const about = { kind: 'PAPER', title: '更换电梯' } as const;
const poll = { kind: 'ADVISORY', title: '更换电梯' } as const;
const [opensAt, closesAt] = ['2026-12-15T00:00:00.000Z', '2026-12-25T10:00:00.000Z'];

test('a reminder goes to each silent owner alone and says nothing of how anybody voted', () => {
  const drafts = voteReminders('vote', { ...about, closesAt, ownerIds: ['o1', 'o2'] });
  expect(drafts.map(({ unitId, role, seat }) => [unitId, role, seat])).toEqual([
    ['o1', null, null],
    ['o2', null, null],
  ]);
  expect(drafts[0]!.body).toBe('“更换电梯”将于 12月25日 18:00 截止，您还没有交回选票。');
  for (const { body } of drafts) expect(body).not.toMatch(/同意|反对|弃权|\d+ 人|%/);
});

test('everything a poll tells says that it decides nothing', () => {
  const drafts = [
    ...voteAnnouncedMessages('vote', { ...poll, opensAt, closesAt, concernedUnitIds: ['u'] }),
    ...voteReminders('vote', { ...poll, closesAt, ownerIds: ['o'] }),
    ...voteCountedMessages('vote', { ...poll, outcome: 'PASSED', postDueAt: null, concernedUnitIds: ['u'] }),
  ];
  expect(drafts).toHaveLength(3);
  for (const { body } of drafts) expect(body).toMatch(/意向征询/);
});

test('owners hear of the vote before it opens and of its result; where it is called off nobody is told of a ballot they have not handed in', () => {
  const to = { ownerIds: ['o1'], accountIds: ['a1'] };
  const drafts = announcedToldMessages('vote', { ...about, how: '社区居委会设票箱', opensAt, closesAt, ...to });
  expect(drafts.map(({ unitId, accountId }) => unitId ?? accountId)).toEqual(['o1', 'a1']);
  expect(drafts[0]!.body).toBe('“更换电梯”自 12月15日 08:00 起表决，12月25日 18:00 截止。投票方式：社区居委会设票箱。表决的内容请看公告。');
  expect(countedToldMessages('vote', { ...about, outcome: 'PASSED', ...to })[0]!.body).toBe('“更换电梯”：全部事项通过。计票结果请看公示。');
  const off = { ...about, reason: '议题已撤回', ...to };
  expect(callOffToldMessages('vote', { ...off, hasReturned: false })[0]!.body).toBe(
    '“更换电梯”已取消：议题已撤回。如重新表决，会另行公告。',
  );
});

test('the counting group is told of ballots that wait, and of none when none does', () => {
  expect(voteClosedMessages('vote', { ...about, unchecked: 0 })).toEqual([]);
  expect(voteClosedMessages('vote', { ...about, unchecked: 3 })).toMatchObject([{ role: 'counting_group', unitId: null }]);
  // Its own members, not whoever counts another estate's vote.
  expect(voteClosedMessages('vote', { ...about, unchecked: 3, memberAccountIds: ['a1', 'a2'] })).toMatchObject([
    { accountId: 'a1', role: null, unitId: null },
    { accountId: 'a2', role: null, unitId: null },
  ]);
});

test('the result comes with the day by which it has to hang', () => {
  const [draft] = voteCountedMessages('vote', { ...about, outcome: 'FAILED', postDueAt: closesAt, concernedUnitIds: ['u'] });
  expect(draft!.body).toBe('“更换电梯”：未全部通过。请业主组织于 12月25日 18:00 前公示结果。');
});

test('what owners are told goes to accounts that have bound a home of theirs as well, each once; how anybody chose, nobody says', () => {
  const told = { ...about, reason: '议题已撤回', ownerIds: ['o1', 'o2'], accountIds: ['a1'] };
  const drafts = callOffToldMessages('vote', told);
  expect(drafts.map(({ unitId, accountId }) => unitId ?? accountId)).toEqual(['o1', 'o2', 'a1']);
  for (const { body } of drafts) {
    expect(body).toContain('议题已撤回');
    expect(body).not.toMatch(/同意|反对|弃权/);
  }
  // Facts of before say nothing of accounts.
  expect(voteReminders('vote', { ...about, closesAt, ownerIds: ['o1'] })).toHaveLength(1);
});

test('an account hears that the community took a home off it and what to do; of what it did itself it hears nothing', () => {
  const ended = { accountId: 'a1', reason: '业主反映不是本人', mayBindAgain: false };
  expect(bindingEndedMessages({ ...ended, by: 'ACCOUNT' })).toEqual([]);
  const [draft, ...more] = bindingEndedMessages({ ...ended, by: 'COMMUNITY' });
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ accountId: 'a1', unitId: null, role: null, seat: null });
  expect(draft!.body).toContain('到社区核实');
});
