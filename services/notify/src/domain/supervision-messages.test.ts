import { describe, expect, test } from '@jest/globals';
import { taskSources, type TaskSource } from '@wufang/contracts';
import { leaderListMessages, summonedMessages, supervisionMessages, taskMessages, urgeMessages } from './supervision-messages.js';

const dueAt = '2026-11-18T02:00:00Z';

describe('whistles, supervision and meetings tell', () => {
  test('the summoned unit, with the time to answer and of the meeting', () => {
    const [draft] = summonedMessages({
      whistleId: 'w',
      unitId: 'heat',
      level: 'E',
      respondDueAt: dueAt,
      resultDueAt: '2026-11-19T03:00:00Z',
      meetingAt: '2026-11-18T03:00:00Z',
    });
    expect(draft).toMatchObject({
      ...{ kind: 'WHISTLE', title: '紧急吹哨', subjectId: 'w', unitId: 'heat' },
      body: '请于 11月18日 10:00 前报到。现场会商时间 11月18日 11:00，请到场签到。请于 11月19日 11:00 前反馈结果。',
    });
  });

  test('an urging each seat of the next stage, one time', () => {
    const drafts = urgeMessages('o', { no: 'WF1', leadUnitId: 'firm', by: 'COMPLAINANT', urges: 2, tell: ['H', 'S'], dueAt });
    expect(drafts.map(({ unitId, role }) => [unitId, role])).toEqual([
      ['firm', null],
      ['firm', 'section_chief'], // its own chief
    ]);
    expect(drafts[0]!.body).toBe('诉求人催办工单 WF1（第 2 次），办理时限 11月18日 10:00，请抓紧办理并反馈。');
  });

  test('a task its unit, a supervision the lead, a list the leaders', () => {
    const task = (source: TaskSource) => taskMessages('t', { source, unitId: 'heat', dueAt })[0]!;
    expect(task('MEETING')).toMatchObject({ unitId: 'heat', subjectId: 't' });
    expect(taskSources.map((source) => task(source).body)).toEqual([
      '吹哨会商交办一项任务，请于 11月18日 10:00 前完成并附依据。',
      '调度会交办一项任务，请于 11月18日 10:00 前完成并附依据。',
      '贵单位在协商决议中承诺的一项任务已生效，请于 11月18日 10:00 前完成并附依据。',
    ]);
    expect(supervisionMessages({ orderId: 'o', no: 'WF1', leadUnitId: 'firm', dueAt })[0]).toMatchObject({
      unitId: 'firm',
      subjectId: 'o',
    });
    expect(leaderListMessages('l', { kind: 'DAY', to: dueAt, total: { overdue: 2, problem: 1 } })[0]).toMatchObject({
      ...{ role: 'street_leader', title: '日报（自然日）', body: '截至 11月18日 10:00：超时 2 件，问题工单 1 件。' },
    });
  });
});
