import type { Account, Named } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import { inForce, type Mandate } from '../domain/standing.js';
import type { AccountRow, GatewayDb } from './schema.js';

type Shown = Pick<AccountRow, 'id' | 'name' | 'displayName' | 'streetId' | 'isDisabled'> & { mandates: readonly Mandate[] };

/** An account as it may be shown, with the mandates in force now. */
export function accountView(row: Shown, now: Date): Account {
  const { id, name, displayName, streetId, isDisabled } = row;
  return { id, name, displayName, streetId, isDisabled, mandates: inForce(row.mandates, now) };
}

export async function listAccounts(sql: Kysely<GatewayDb>): Promise<{ accounts: Account[] }> {
  const rows = await sql.selectFrom('accounts').selectAll().orderBy('streetId').orderBy('name').execute();
  return { accounts: rows.map((row) => accountView(row, new Date())) };
}

/** The officials of a street, with the units they act for now. Reach is kept by row-level security. */
export async function peopleOf(sql: Kysely<GatewayDb>, streetId: string): Promise<Named[]> {
  const rows = await sql
    .selectFrom('accounts')
    .select(['id', 'displayName', 'mandates'])
    .where('streetId', '=', streetId)
    .orderBy('name')
    .execute();
  const now = new Date();
  return rows.map(({ id, displayName, mandates }) => {
    const unitIds = inForce(mandates, now).flatMap(({ unitId }) => unitId ?? []);
    return { accountId: id, displayName, unitIds: [...new Set(unitIds)] };
  });
}

export async function accountById(sql: Kysely<GatewayDb>, id: string): Promise<Account | undefined> {
  const row = await sql.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && accountView(row, new Date());
}
