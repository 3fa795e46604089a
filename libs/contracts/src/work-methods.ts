import { z } from 'zod';
import { WorkOrderState } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { orderLeads, orderReaders } from './roles.js';

/** One thing to be done while an order is in a stage. */
export const MethodItem = z
  .object({ stage: WorkOrderState.describe('办到哪一步时做'), text: z.string().trim().min(2).max(120).describe('做什么') })
  .meta({ id: 'MethodItem' });
export type MethodItem = z.infer<typeof MethodItem>;

/**
 * A way of working (工作法) as a checklist by stage, from a day on; the whole of it each time. What is in it the street says: no source gives the content
 * (domain rules part 1, row 11).
 */
export const MethodList = z
  .object({
    from: z.iso.date().describe('自此日起'),
    title: z.string().trim().min(2).max(40).describe('工作法的名称'),
    items: z.array(MethodItem).max(100).describe('空表示自该日起不用清单'),
    source: z.string().trim().min(2).max(200).describe('依据'),
  })
  .meta({ id: 'MethodList' });
export type MethodList = z.infer<typeof MethodList>;

/** The checklist at an order: what its present stage asks for, and what was ticked off by whom. */
export const OrderMethod = z
  .object({
    title: z.string().nullable().describe('今日施行的清单；没有的为空'),
    items: z.array(
      z.object({
        ...MethodItem.shape,
        isPresent: z.boolean().describe('属于现在这一步'),
        tickedAt: z.string().nullable(),
        tickedBy: z.string().nullable().describe('登记人的账号'),
      }),
    ),
    open: z.array(z.string()).describe('到现在这一步为止还没有做的，办结时列出，不阻止办结'),
  })
  .meta({ id: 'OrderMethod' });
export type OrderMethod = z.infer<typeof OrderMethod>;

const onOrder = { id: z.uuid() };

export const workMethods = {
  listMethods: operation({
    name: 'dispatch.method-list.list',
    method: 'GET',
    path: '/api/method-lists',
    summary: '工作法清单：各次发布，办到哪一步做哪些事',
    access: { section_chief: 'street', street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({
      lists: z.array(MethodList.extend({ version: z.number().int() })),
      inForce: z.number().int().nullable().describe('今日施行的是哪一次'),
    }),
  }),
  publishMethods: operation({
    name: 'dispatch.method-list.publish',
    method: 'PUT',
    path: '/api/method-lists',
    summary: '发布工作法清单，自某日起施行；不改变任何时限，也不阻止办结',
    access: { administrator: 'street' },
    input: MethodList,
    output: z.object({ version: z.number().int(), from: z.string() }),
    errors: ['methods.invalid'],
  }),
  getMethod: operation({
    name: 'dispatch.work-order.method',
    method: 'GET',
    path: '/api/work-orders/{id}/method',
    summary: '工作法清单在此件上：现在这一步的各项，已做的由谁何时登记',
    access: orderReaders,
    input: z.object(onOrder),
    output: OrderMethod,
    errors: ['object.not-found'],
  }),
  tickMethod: operation({
    name: 'dispatch.work-order.tick-method',
    method: 'POST',
    path: '/api/work-orders/{id}/method',
    summary: '登记工作法清单的一项已做；限现在这一步的各项，由主办单位登记',
    access: orderLeads,
    input: z.object({ ...onOrder, text: z.string().trim().min(1).max(120).describe('清单里的那一项') }),
    output: OrderMethod,
    errors: ['object.not-found', 'work-order.own-complaint', 'work-order.method-unknown'],
  }),
};

export const workMethodEvents = {
  methodsPublished: event(
    'dispatch.method-list.published.v1',
    '工作法清单发布',
    z.object({ listVersion: z.number().int(), from: z.string(), title: z.string(), items: z.array(MethodItem) }),
  ),
  methodTicked: event(
    'dispatch.work-order.method-ticked.v1',
    '工作法清单一项已做',
    z.object({
      demandId: z.uuid(),
      listVersion: z.number().int(),
      item: z.number().int().describe('清单里的第几项，从 1 数起'),
      tickedAt: z.string(),
    }),
  ),
};
