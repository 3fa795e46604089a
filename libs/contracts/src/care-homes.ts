import { z } from 'zod';
import { event } from './event.js';
import { HouseholdKind } from './incidents.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** A home that is called on first when something happens (重点户): its number and why. Who lives there stands in the register alone. */
export const CareHome = z
  .object({ homeId: z.uuid(), buildingId: z.uuid(), kind: HouseholdKind, since: z.string() })
  .meta({ id: 'CareHome' });
export type CareHome = z.infer<typeof CareHome>;

/** Who cares for single households: the community of the place, and the section that answers for them. No firm sees the list. */
const carers: Access = { community_worker: 'concerned', section_chief: 'street' };
const ofEstate = { estateId: z.uuid() };

export const careHomes = {
  listCareHomes: operation({
    name: 'dispatch.care-home.list',
    method: 'GET',
    path: '/api/estates/{estateId}/care-homes',
    summary: '重点户名册：平时由社区维护，突发事件波及的自动列入上门清单',
    access: carers,
    input: z.object(ofEstate),
    output: z.object({
      isKept: z.boolean().describe('社区在维护这份名册；没有维护的，沿用以往突发事件列过的'),
      homes: z.array(CareHome),
    }),
    errors: ['object.not-found'],
  }),
  keepCareHomes: operation({
    name: 'dispatch.care-home.keep',
    method: 'POST',
    path: '/api/estates/{estateId}/care-homes',
    summary: '列入重点户名册（只记房屋编号与类别）；已列入的改为这一类别',
    access: carers,
    input: z.object({
      ...ofEstate,
      homes: z
        .array(z.object({ homeId: z.uuid(), kind: HouseholdKind }))
        .min(1)
        .max(500),
    }),
    output: z.object({ homes: z.number().int().describe('名册现有几户') }),
    errors: ['object.not-found', 'care-home.elsewhere'],
  }),
  dropCareHome: operation({
    name: 'dispatch.care-home.drop',
    method: 'DELETE',
    path: '/api/estates/{estateId}/care-homes/{homeId}',
    summary: '从重点户名册中移出',
    access: carers,
    input: z.object({ ...ofEstate, homeId: z.uuid() }),
    output: z.object({ homes: z.number().int().describe('名册现有几户') }),
    errors: ['object.not-found'],
  }),
};

export const careHomeEvents = {
  careListChanged: event(
    'dispatch.care-list.changed.v1',
    '重点户名册变动（只有数量）',
    z.object({ homes: z.number().int(), changedAt: z.string() }),
  ),
};
