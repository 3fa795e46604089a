import type { ChainSeat, DeliveryState, Role, ServiceName } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

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
  /** Told to this account alone. */
  accountId: string | null;
  /** The clock and the stage of it that this tells, if any. */
  code: string | null;
  stage: number | null;
  /** What the clock belongs to: the subject itself, or a summons or leg of it. */
  clockOf: string | null;
  createdAt: Date;
}
/** Who sits on a seat of the chain. */
export interface ChainSeatRow extends AggregateRow {
  seat: ChainSeat;
  accountIds: string[];
}
/** Who stands for a seat from when until when, by a roster of dispatch; for H, within the unit. */
export interface OnDutyRow {
  streetId: string;
  dutyId: string;
  /** Which turn of the shift: the first, or after so many reliefs. */
  no: number;
  seat: ChainSeat;
  unitId: string;
  accountId: string;
  startsAt: Date;
  endsAt: Date;
}
/** Accounts that are no more: whatever they hold is as if nobody held it. */
export interface DisabledAccountRow {
  streetId: string;
  accountId: string;
}
/** Who is section chief of which unit, and until when: stages that concern a unit reach its own chief. */
export interface UnitChiefRow {
  streetId: string;
  mandateId: string;
  accountId: string;
  unitId: string;
  until: Date | null;
}
/** The heads of a day that the witnesses have been handed so far. */
export interface HandedHeadsRow extends AggregateRow {
  day: string;
  heads: Partial<Record<ServiceName, string>>;
}
/** One delivery for each message and channel. */
export interface DeliveryRow {
  streetId: string;
  messageId: string;
  channel: 'IN_APP';
  state: DeliveryState;
  /** When it was delivered; of one that is held, when it will be. */
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
  chainSeats: ChainSeatRow;
  onDuty: OnDutyRow;
  disabledAccounts: DisabledAccountRow;
  unitChiefs: UnitChiefRow;
  handedHeads: HandedHeadsRow;
}
