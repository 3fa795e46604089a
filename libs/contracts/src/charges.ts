import { z } from 'zod';
import { event } from './event.js';
import { operation } from './operation.js';

/** A leader and the units he is in charge of (包片): offices he leads (分管) and communities he looks after. A unit is in the charge of one leader. */
export const LeaderCharge = z
  .object({ accountId: z.string().min(1).max(100).describe('街道领导的账号'), unitIds: z.array(z.uuid()).min(1).max(200) })
  .meta({ id: 'LeaderCharge' });
export type LeaderCharge = z.infer<typeof LeaderCharge>;

/** Who is in charge of what from a day on; the whole of it each time, so that a day has one answer. */
export const ChargeList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    charges: z.array(LeaderCharge).max(60).describe('空表示自该日起没有包片'),
    source: z.string().trim().min(2).max(200).describe('依据，例如班子分工文件'),
  })
  .meta({ id: 'ChargeList' });
export type ChargeList = z.infer<typeof ChargeList>;

export const charges = {
  listCharges: operation({
    name: 'dispatch.charge-list.list',
    method: 'GET',
    path: '/api/charge-lists',
    summary: '领导包片分工：各次发布，哪位领导包哪些科室和社区',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({
      lists: z.array(ChargeList.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishCharges: operation({
    name: 'dispatch.charge-list.publish',
    method: 'PUT',
    path: '/api/charge-lists',
    summary: '发布领导包片分工，自某日起施行；一个单位只归一位领导',
    access: { administrator: 'street' },
    input: ChargeList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['charges.invalid', 'unit.unknown'],
  }),
};

export const chargeEvents = {
  chargesPublished: event(
    'dispatch.charge-list.published.v1',
    '领导包片分工发布',
    z.object({ listVersion: z.number().int(), from: z.string(), charges: z.array(LeaderCharge) }),
  ),
};
