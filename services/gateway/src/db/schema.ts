import type { AggregateRow, Tx } from '@wufang/service';
import type { Mandate } from '../domain/standing.js';

export interface AccountRow extends AggregateRow {
  name: string;
  displayName: string;
  isDisabled: boolean;
  /** Sessions opened under an earlier epoch are over. */
  sessionEpoch: number;
  /** Those in force or to come; what has ended stands in the history. */
  mandates: Mandate[];
}
/** Names are unique among all streets, since signing in names no street. */
export interface AccountNameRow {
  streetId: string;
  nameKey: string;
  accountId: string;
}
export interface CredentialRow {
  streetId: string;
  accountId: string;
  passwordHash: string;
  changedAt: Date;
}
export interface TokenRow {
  streetId: string;
  id: string;
  accountId: string;
  name: string;
  tokenHash: Buffer;
  createdAt: Date;
  until: Date | null;
  revokedAt: Date | null;
}

/** A key by which an account signs what it approves; see `app/approvals.ts` for how its private part is locked. */
export interface SigningKeyRow {
  streetId: string;
  id: string;
  accountId: string;
  publicKey: Buffer;
  salt: Buffer;
  sealedKey: Buffer;
  sealed: Buffer;
  madeAt: Date;
}

export interface GatewayDb {
  accounts: AccountRow;
  accountNames: AccountNameRow;
  credentials: CredentialRow;
  tokens: TokenRow;
  signingKeys: SigningKeyRow;
}

export type GatewayTx = Tx<GatewayDb>;
