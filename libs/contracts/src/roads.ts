import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/**
 * A road (道路) of the street: handed over to the municipality or not (是否移交). Of one that is not, whoever has the property rights looks after it and pays
 * (未移交道路自管; domain rules part 1, row 9).
 */
export const StreetRoad = z
  .object({
    name: z.string().trim().min(2).max(40).describe('路名，如诉求人所说'),
    isHandedOver: z.boolean().describe('是否已移交市政'),
    rightsUnitId: z.uuid().nullable().describe('产权单位；未移交的必填'),
  })
  .refine(({ isHandedOver, rightsUnitId }) => isHandedOver || rightsUnitId !== null, {
    path: ['rightsUnitId'],
    message: '未移交的道路请写明产权单位',
  })
  .meta({ id: 'StreetRoad' });
export type StreetRoad = z.infer<typeof StreetRoad>;

/** The street's roads from a day on; the whole of them each time. */
export const RoadList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    roads: z.array(StreetRoad).max(500),
    source: z.string().trim().min(2).max(200).describe('依据'),
  })
  .meta({ id: 'RoadList' });
export type RoadList = z.infer<typeof RoadList>;

/** Matters of a road, by a word of their category; a household matter at a road's address is none. */
export const roadMatters = {
  from: '2020-01-01',
  value: ['道路', '路面', '路灯', '交通', '停车', '积水内涝'],
  unit: 'words of a category',
  source: 'P (S0)',
} as const;

const readers: Access = {
  phone_desk: 'street',
  community_worker: 'street',
  department_handler: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};

export const roads = {
  listRoads: operation({
    name: 'dispatch.road-list.list',
    method: 'GET',
    path: '/api/road-lists',
    summary: '道路名录：各次发布，哪条路是否移交、产权单位是谁',
    access: readers,
    input: z.object({}),
    output: z.object({
      lists: z.array(RoadList.safeExtend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishRoads: operation({
    name: 'dispatch.road-list.publish',
    method: 'PUT',
    path: '/api/road-lists',
    summary: '发布道路名录，自某日起施行；道路事项发生在未移交道路上的，派给产权单位，原单位协办',
    access: { administrator: 'street' },
    input: RoadList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['roads.invalid', 'unit.unknown'],
  }),
};

export const roadEvents = {
  roadsPublished: event(
    'dispatch.road-list.published.v1',
    '道路名录发布',
    z.object({ listVersion: z.number().int(), from: z.string(), roads: z.array(StreetRoad) }),
  ),
};
