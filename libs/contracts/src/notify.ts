import { z } from 'zod';
import { event } from './event.js';
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

export const notifyEvents = {
  messageCreated: event(
    'notify.message.created.v1',
    '消息写入',
    z.object({ kind: z.string(), subjectId: z.uuid().nullable(), unitId: z.uuid().nullable(), role: z.enum(roles).nullable() }),
  ),
};
