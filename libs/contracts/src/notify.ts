import { z } from 'zod';
import { ChainSeat } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import { roles, type Access } from './roles.js';
import { serviceNames } from './service-names.js';

/** HELD until the quiet hours are over; SUPERSEDED by a later stage or WITHDRAWN because the duty is done, before anybody was told. */
export const DeliveryState = z.enum(['CREATED', 'HELD', 'DELIVERED', 'SUPERSEDED', 'WITHDRAWN']).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Message = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    subjectId: z.uuid().nullable().describe('工单或诉求'),
    unitId: z.uuid().nullable(),
    role: z.enum(roles).nullable(),
    seat: ChainSeat.nullable().describe('超时链上的位置'),
    createdAt: z.string(),
    readAt: z.string().nullable(),
    delivery: z.object({ channel: z.literal('IN_APP'), state: DeliveryState, at: z.string() }),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

export const SeatHolders = z.object({ seat: ChainSeat, accountIds: z.array(z.string()) }).meta({ id: 'SeatHolders' });
export type SeatHolders = z.infer<typeof SeatHolders>;

const everyone = Object.fromEntries(roles.map((role) => [role, 'own'])) as Access & object;

export const notify = {
  listMessages: operation({
    name: 'notify.message.list',
    method: 'GET',
    path: '/api/messages',
    summary: '发给我、我的单位或我的岗位的消息',
    access: { ...everyone, administrator: 'street', inspector: 'street' },
    input: z.object({
      subjectId: z.uuid().optional(),
      unread: z.stringbool().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ messages: z.array(Message) }),
  }),
  listChainSeats: operation({
    name: 'notify.chain-seat.list',
    method: 'GET',
    path: '/api/chain-seats',
    summary: '超时链的席位各由谁担任',
    access: { street_leader: 'street', inspector: 'street', administrator: 'street' },
    input: z.object({}),
    output: z.object({ seats: z.array(SeatHolders) }),
  }),
  seatAccounts: operation({
    name: 'notify.chain-seat.hold',
    method: 'PUT',
    path: '/api/chain-seats/{seat}',
    summary: '指定超时链的一个席位由哪些账号担任；不指定则发给该岗位全体',
    access: { administrator: 'street' },
    input: z.object({ seat: ChainSeat.exclude(['H']), accountIds: z.array(z.string().min(1).max(100)).max(50) }),
    output: SeatHolders,
  }),
  markRead: operation({
    name: 'notify.message.read',
    method: 'POST',
    path: '/api/messages/{id}/read',
    summary: '标为已读',
    access: everyone,
    input: z.object({ id: z.uuid() }),
    output: Message,
  }),
};

export const notifyEvents = {
  chainSeatHeld: event(
    'notify.chain-seat.held.v1',
    '超时链席位由谁担任',
    z.object({ seat: ChainSeat, accountIds: z.array(z.string()), heldAt: z.string() }),
  ),
  headHanded: event(
    'notify.day-heads.handed.v1',
    '一日的留痕摘要已交各方见证',
    z.object({ day: z.iso.date(), service: z.enum(serviceNames), head: z.string() }),
  ),
};
