import type { Migration } from 'kysely';
import { messages } from './0001_messages.js';
import { ladder } from './0002_ladder.js';
import { handedHeads } from './0003_handed_heads.js';
import { clockOf } from './0004_clock_of.js';
import { onDuty } from './0005_on_duty.js';
import { messagesOfSeat } from './0006_messages_of_seat.js';
import { messagesOfAccount } from './0007_messages_of_account.js';
import { unitChiefs } from './0008_unit_chiefs.js';

export const migrations: Record<string, Migration> = {
  '0001_messages': messages,
  '0002_ladder': ladder,
  '0003_handed_heads': handedHeads,
  '0004_clock_of': clockOf,
  '0005_on_duty': onDuty,
  '0006_messages_of_seat': messagesOfSeat,
  '0007_messages_of_account': messagesOfAccount,
  '0008_unit_chiefs': unitChiefs,
};
