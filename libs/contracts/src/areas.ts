import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** An area between street and community (片区, with its 治理服务站): a name, and the communities in it. A community is in one area. */
export const StreetArea = z
  .object({ name: z.string().trim().min(2).max(20), communityIds: z.array(z.uuid()).min(1).max(60) })
  .meta({ id: 'StreetArea' });
export type StreetArea = z.infer<typeof StreetArea>;

/** Which communities are in which area from a day on; the whole of it each time. */
export const AreaList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    areas: z.array(StreetArea).max(30).describe('空表示自该日起不分片区'),
    source: z.string().trim().min(2).max(200).describe('依据'),
  })
  .meta({ id: 'AreaList' });
export type AreaList = z.infer<typeof AreaList>;

const readers: Access = {
  phone_desk: 'street',
  callback_desk: 'street',
  community_worker: 'street',
  department_handler: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};

export const areas = {
  listAreas: operation({
    name: 'dispatch.area-list.list',
    method: 'GET',
    path: '/api/area-lists',
    summary: '片区划分：各次发布，哪个片区有哪些社区',
    access: readers,
    input: z.object({}),
    output: z.object({
      lists: z.array(AreaList.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishAreas: operation({
    name: 'dispatch.area-list.publish',
    method: 'PUT',
    path: '/api/area-lists',
    summary: '发布片区划分，自某日起施行；一个社区只归一个片区',
    access: { administrator: 'street' },
    input: AreaList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['areas.invalid', 'unit.unknown'],
  }),
};

export const areaEvents = {
  areasPublished: event(
    'dispatch.area-list.published.v1',
    '片区划分发布',
    z.object({ listVersion: z.number().int(), from: z.string(), areas: z.array(StreetArea) }),
  ),
};
