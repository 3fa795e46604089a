import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { incidentEvents, type Envelope, type EventType } from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { DispatchConsumer } from '../src/events/dispatch.consumer.js';
import { notifyParts } from '../src/parts.js';

const names = ['牵头单位', '社区', '物业', '产权单位', '供电公司'] as const;
type Name = (typeof names)[number];
const unit = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<Name, string>;

let sut: ServiceUnderTest;
beforeAll(async () => {
  sut = await ServiceUnderTest.start(notifyParts, migrations);
}, 60_000);
afterAll(() => sut?.stop(), 30_000);

interface Case {
  told: EventType;
  payload: Record<string, unknown>;
  /** The title of what lies with whom: units, and roles of the street. */
  heard: Partial<Record<Name | 'phone_desk' | 'section_chief' | 'street_leader', string>>;
}
const at = '2026-11-18T02:00:00.000Z';
const [communityIds, unitIds] = [[unit.社区], [unit.物业, unit.产权单位]];
const place = { scope: [], estateIds: [randomUUID()], communityIds, homes: 741 };
const of = { title: '停暖', category: ['水电气热', '供暖'], leadUnitId: unit.牵头单位, ...place };
const publicText = '正在抢修';
const counted = { policyVersion: 1, calendarVersion: 1 };
const each = (who: readonly Name[], title: string): Case['heard'] => Object.fromEntries(who.map((name) => [name, title]));

const cases: Case[] = [
  {
    told: incidentEvents.incidentProposed,
    payload: { ...of, demands: 5, proposedAt: at, counted },
    heard: { phone_desk: '疑似突发事件', section_chief: '疑似突发事件' },
  },
  {
    told: incidentEvents.incidentOpened,
    payload: { ...of, publicText, openedAt: at, unitIds, counted },
    heard: { ...each(['牵头单位', '社区', '物业', '产权单位'], '突发事件：停暖'), street_leader: '突发事件：停暖' },
  },
  {
    told: incidentEvents.incidentWidened,
    payload: { ...place, title: '停暖', publicText, newCommunityIds: communityIds, newUnitIds: unitIds, widenedAt: at },
    heard: each(['社区', '物业', '产权单位'], '突发事件扩大范围：停暖'),
  },
  {
    told: incidentEvents.incidentStatusTold,
    payload: { no: 2, publicText, toldAt: at, demands: 5, homes: 741, communityIds, unitIds, counted },
    heard: each(['社区', '物业', '产权单位'], '第 2 次通报'),
  },
  {
    told: incidentEvents.incidentRestored,
    payload: { ...place, publicText: '供暖已恢复', restoredAt: at, minutes: 90, demands: 5, unitIds },
    heard: each(['社区', '物业', '产权单位'], '恢复告知'),
  },
  {
    told: incidentEvents.incidentDismissed,
    payload: { dismissedAt: at, calledOff: { title: '停暖', unitIds: Object.values(unit), demands: 5, homes: 741 } },
    heard: each(names, '突发事件撤销：停暖'),
  },
  {
    told: incidentEvents.incidentLeadChanged,
    payload: { title: '停暖', fromUnitId: unit.供电公司, leadUnitId: unit.牵头单位, homes: 741, changedAt: at },
    heard: { 牵头单位: '突发事件改由贵单位牵头：停暖', 供电公司: '突发事件更换牵头单位：停暖' },
  },
  {
    told: incidentEvents.incidentUnitCalledOut,
    payload: { title: '停暖', unitId: unit.供电公司, leadUnitId: unit.牵头单位, what: '请送应急电源', calledAt: at },
    heard: { 供电公司: '请立即到场：停暖' },
  },
  {
    told: incidentEvents.incidentHomesAskedAfter,
    payload: { title: '停暖', leadUnitId: unit.牵头单位, outcome: 'NOT_WELL', changed: 2, well: 700, notWell: 3 },
    heard: { 牵头单位: '恢复后仍有问题：停暖' },
  },
];

test.each(cases.map((one) => [one.told.summary, one] as const))(
  '%s: told twice, each hears once what concerns it',
  async (_, { told, payload, heard }) => {
    const envelope = (await sut.tell(told, payload, { aggregateId: randomUUID(), version: 1 })) as Envelope;
    await sut.publish('dispatch', told.type, envelope);
    const who = new Map<string | null, string>(names.map((name) => [unit[name], name]));
    await eventually(async () => {
      expect(await sut.rows('select 1 from inbox where event_id = $1', [envelope.id])).toHaveLength(1);
      const written = await sut.rows<{ unit_id: string | null; role: string | null; title: string; body: string }>(
        `select unit_id, role, title, body from messages where id::text like $1 || '%'`,
        [envelope.id.slice(0, 13)],
      );
      expect(written.map(({ unit_id, role, title }) => [role ?? who.get(unit_id), title]).sort()).toEqual(Object.entries(heard).sort());
      for (const { body } of written) expect(body).not.toMatch(/[A-Z]{3,}|undefined|null/);
    });
  },
);

test('every message of an incident is among these', () => {
  const handled = new DispatchConsumer().handlers
    .map(({ type }) => type.type)
    .filter((type) => type.startsWith('dispatch.incident.') && !type.includes('.clock-fired.'));
  expect(handled.filter((type) => !cases.some(({ told }) => told.type === type))).toEqual([]);
});
