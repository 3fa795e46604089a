import { table } from '@wufang/service';
import type { DeliveryRow, MessageReadRow, MessageRow } from './schema.js';

export const messages = table<MessageRow>('messages', ['id']);
export const deliveries = table<DeliveryRow>('deliveries', ['messageId', 'channel']);
export const messageReads = table<MessageReadRow>('message_reads', ['messageId', 'accountId']);
