import { expect, test } from '@jest/globals';
import {
  attachedMessages,
  calledOutMessages,
  detachedMessages,
  noticeMessages,
  notWellMessages,
  openedMessages,
  overLongMessages,
  proposedMessages,
  widenedMessages,
} from './incident-messages.js';

const incident = { id: 'i', title: '停暖', homes: 741, publicText: '正在抢修', leadUnitId: 'heat', communityIds: ['a', 'b'] };
const audience = (drafts: ReturnType<typeof noticeMessages>) => drafts.map(({ unitId, role }) => unitId ?? role);

test('a proposal goes to those who may confirm it', () => {
  const drafts = proposedMessages({ ...incident, demands: 5 });
  expect(audience(drafts)).toEqual(['phone_desk', 'section_chief']);
  expect(drafts[0]!.body).toContain('5 件同类诉求（停暖，约 741 户）');
});

test('an incident goes to who leads, to each community, to firms and property-rights units of its estates, and to the leader', () => {
  const drafts = openedMessages({ ...incident, unitIds: ['firm', 'rights'] });
  expect(audience(drafts)).toEqual(['heat', 'a', 'b', 'firm', 'rights', 'street_leader']);
  expect(drafts[3]!.body).toBe('涉及 741 户。正在抢修 涉及贵单位的小区，请派人到场配合，开放相关设备间，并告知业主。');
  // A fact from before it named them.
  expect(audience(openedMessages(incident))).toEqual(['heat', 'a', 'b', 'street_leader']);
});

test('widened, it goes to the communities and the units that it newly concerns', () => {
  const drafts = widenedMessages({ ...incident, newCommunityIds: ['c'], newUnitIds: ['firm'] });
  expect(audience(drafts)).toEqual(['c', 'firm']);
  expect(drafts[1]).toMatchObject({ kind: 'INCIDENT_OPENED', title: '突发事件扩大范围：停暖', subjectId: 'i' });
  expect(audience(widenedMessages({ id: 'i', homes: 741 }))).toEqual([]);
});

test('a status, and that all is well, goes to each community once', () => {
  const drafts = noticeMessages({ ...incident, title: '恢复告知' });
  expect(audience(drafts)).toEqual(['a', 'b']);
  expect(drafts[0]).toMatchObject({ title: '恢复告知', body: '正在抢修（请转告受影响的 741 户）' });
});

test('a status, and that all is well, goes to firms and property-rights units of its estates too, who pass it on to the owners', () => {
  const told = { ...incident, unitIds: ['firm', 'rights', 'b'] };
  const status = noticeMessages({ ...told, title: '第 2 次通报' });
  // A community that manages homes itself is told once.
  expect(audience(status)).toEqual(['a', 'b', 'firm', 'rights']);
  expect(status[2]).toMatchObject({ kind: 'INCIDENT_NOTICE', title: '第 2 次通报', subjectId: 'i' });
  expect(status[2]!.body).toBe('正在抢修（涉及贵单位的小区，请转告业主）');
});

test('households that are not well afterwards are told to who led, the others to nobody', () => {
  const asked = { ...incident, changed: 2, notWell: 3 };
  const drafts = notWellMessages({ ...asked, outcome: 'NOT_WELL' });
  expect(audience(drafts)).toEqual(['heat']);
  expect(drafts[0]!.body).toContain('2 户仍有问题（共 3 户）');
  for (const outcome of ['WELL', 'NOBODY_IN'] as const) expect(notWellMessages({ ...asked, outcome })).toEqual([]);
});

test('an order taken out of it is a new job of its units', () => {
  expect(audience(detachedMessages({ id: 'o', leadUnitId: 'x', coUnitIds: ['y'], dueAt: '2026-11-20T10:00:00Z' }))).toEqual(['x', 'y']);
});

test('a job that is taken into an incident is told to who had it and to co-units that still owed something, not to who leads the incident', () => {
  const order = { id: 'o', no: 'WF1', leadUnitId: 'heat', fromUnitId: 'x', fromCoUnitIds: ['y', 'heat'] };
  expect(attachedMessages(order).map(({ unitId, kind }) => [unitId, kind])).toEqual([
    ['x', 'ORDER_TAKEN_INTO_INCIDENT'],
    ['y', 'ORDER_TAKEN_INTO_INCIDENT'],
  ]);
  expect(attachedMessages({ ...order, fromUnitId: undefined })).toEqual([]);
});

test('a unit that is called out hears at once to what', () => {
  const drafts = calledOutMessages({ ...incident, unitId: 'power', what: '请送应急电源' });
  expect(audience(drafts)).toEqual(['power']);
  expect(drafts[0]).toMatchObject({ kind: 'INCIDENT_CALLED_OUT', subjectId: 'i', title: '请立即到场：停暖' });
  expect(drafts[0]!.body).toContain('请送应急电源');
});

test('a crew that is too long on site: its own unit is told to relieve it, where it does not lead the incident itself', () => {
  const told = { incidentId: 'i', title: '停暖', unitId: 'power', leadUnitId: 'heat', kind: 'breach', dueAt: '2026-11-20T10:00:00Z' };
  const drafts = overLongMessages(told);
  expect(audience(drafts)).toEqual(['power']);
  expect(drafts[0]).toMatchObject({ subjectId: 'i', title: '请换班：停暖' });
  expect(drafts[0]!.body).toContain('应于 11月20日 18:00 前由另一班组接替');
  expect([overLongMessages({ ...told, kind: 'warning' }), overLongMessages({ ...told, unitId: 'heat' })]).toEqual([[], []]);
});
