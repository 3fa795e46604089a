import { aggregate, anyOf, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import type {
  ChainSeatRow,
  DeliveryRow,
  DisabledAccountRow,
  HandedHeadsRow,
  MessageReadRow,
  MessageRow,
  OnDutyRow,
  UnitChiefRow,
} from './schema.js';

export const messages = table<MessageRow>('messages', ['id']);
export const deliveries = table<DeliveryRow>('deliveries', ['messageId', 'channel']);
export const messageReads = table<MessageReadRow>('message_reads', ['messageId', 'accountId']);
export const handedHeads = aggregate<HandedHeadsRow>('handed_heads', 'day-heads');
export const onDuty = table<OnDutyRow>('on_duty', ['dutyId', 'no']);
export const disabledAccounts = table<DisabledAccountRow>('disabled_accounts', ['accountId']);
export const unitChiefs = table<UnitChiefRow>('unit_chiefs', ['mandateId']);
export const chainSeats = aggregate<ChainSeatRow>('chain_seats', 'chain-seat');

/** The seats of the chain that somebody holds. */
export const heldSeats: Loader<string[]> = {
  name: 'held seats',
  load: async (db, keys, streetId) => {
    const rows = (await db
      .selectFrom('chainSeats')
      .select(['seat', 'accountIds'])
      .where('streetId', '=', streetId)
      .execute()) as ChainSeatRow[];
    const held = rows.filter(({ accountIds }) => accountIds.length > 0).map(({ seat }) => seat);
    return new Map(keys.map((key) => [key, held]));
  },
};

/** A message about a stage that waits for the end of the quiet hours. */
export interface HeldRung {
  message: Omit<MessageRow, 'streetId'>;
  at: Date;
}

/** What waits for the morning about each owner of a clock. */
export const heldRungs: Loader<HeldRung[]> = {
  name: 'held rungs',
  load: async (db, owners, streetId) => {
    const rows = (await db
      .selectFrom('messages as m')
      .innerJoin('deliveries as d', (join) => join.onRef('d.streetId', '=', 'm.streetId').onRef('d.messageId', '=', 'm.id'))
      .selectAll('m')
      .select('d.at')
      .where('m.streetId', '=', streetId)
      .where('m.clockOf', '=', anyOf(owners))
      .where('d.state', '=', 'HELD')
      .where('d.at', '>', sql<Date>`(select app_now())`)
      .execute()) as (MessageRow & { at: Date })[];
    const of = (id: string) => rows.filter(({ clockOf }) => clockOf === id).map(({ at, streetId: _, ...message }) => ({ message, at }));
    return new Map(owners.map((id) => [id, of(id)]));
  },
};
