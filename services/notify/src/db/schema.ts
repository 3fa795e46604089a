import type { ChainSeat, Role } from '@wufang/contracts';

export interface MessageRow {
  streetId: string;
  id: string;
  kind: string;
  title: string;
  body: string;
  subjectId: string | null;
  unitId: string | null;
  role: Role | null;
  seat: ChainSeat | null;
  createdAt: Date;
}
/** One delivery for each message and channel. */
export interface DeliveryRow {
  streetId: string;
  messageId: string;
  channel: 'IN_APP';
  state: 'CREATED' | 'DELIVERED';
  at: Date;
}
export interface MessageReadRow {
  streetId: string;
  messageId: string;
  accountId: string;
  readAt: Date;
}

export interface NotifyDb {
  messages: MessageRow;
  deliveries: DeliveryRow;
  messageReads: MessageReadRow;
}
