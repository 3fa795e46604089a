import { z } from 'zod';
import { ChainSeat } from './enums.js';
import type { EventType } from './event.js';
import { operation } from './operation.js';
import { roles, type Access } from './roles.js';

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
    delivery: z.object({ channel: z.literal('IN_APP'), state: z.enum(['CREATED', 'DELIVERED']), at: z.string() }),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

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

/** Notify tells nobody anything yet: its messages are read where they lie. */
export const notifyEvents: Record<string, EventType> = {};
