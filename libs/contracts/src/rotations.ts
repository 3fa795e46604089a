import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';

/** A cadre who takes up what comes in of some business lines for a time (干部轮转办件; domain rules part 1, row 83). */
export const RotationTurn = z
  .object({
    accountId: z.string().min(1).max(100).describe('轮到的干部的账号'),
    unitId: z.uuid().describe('其所在科室'),
    lines: z.array(z.string().trim().min(1).max(40)).min(1).max(30).describe('业务线：问题分类里的词，任一级'),
    from: z.iso.date().describe('自此日起'),
    until: z.iso.date().describe('至此日止，含当日'),
  })
  .meta({ id: 'RotationTurn' });
export type RotationTurn = z.infer<typeof RotationTurn>;

/** The roster from a day on; the whole of it each time. */
export const RotationList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    turns: z.array(RotationTurn).max(200).describe('空表示自该日起不轮转'),
    source: z.string().trim().min(2).max(200).describe('依据'),
  })
  .meta({ id: 'RotationList' });
export type RotationList = z.infer<typeof RotationList>;

/** Whom the roster of a day suggests for an order, and why: whose turn it is, of which line. A suggestion only. */
export const SuggestedCadre = z
  .object({ accountId: z.string(), unitId: z.uuid(), line: z.string(), from: z.string(), until: z.string() })
  .meta({ id: 'SuggestedCadre' });
export type SuggestedCadre = z.infer<typeof SuggestedCadre>;

export const rotations = {
  listRotations: operation({
    name: 'dispatch.rotation-list.list',
    method: 'GET',
    path: '/api/rotation-lists',
    summary: '干部轮转办件：各次发布，哪位干部何时轮到哪些业务线',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({
      lists: z.array(RotationList.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishRotations: operation({
    name: 'dispatch.rotation-list.publish',
    method: 'PUT',
    path: '/api/rotation-lists',
    summary: '发布轮转表，自某日起施行；一条业务线同一天只轮到一位干部。只是建议，不改变谁主办',
    access: { administrator: 'street' },
    input: RotationList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['rotations.invalid', 'unit.unknown'],
  }),
};

export const rotationEvents = {
  rotationsPublished: event(
    'dispatch.rotation-list.published.v1',
    '干部轮转表发布',
    z.object({ listVersion: z.number().int(), from: z.string(), turns: z.array(RotationTurn) }),
  ),
};
