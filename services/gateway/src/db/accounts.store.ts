import type { GatewayDb, AccountNameRow, AccountRow, CredentialRow, SigningKeyRow, TokenRow } from './schema.js';
import { aggregate, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';

export const accounts = aggregate<AccountRow>('accounts', 'account');
export const accountNames = table<AccountNameRow>('account_names', ['nameKey']);
export const credentials = table<CredentialRow>('credentials', ['accountId']);
export const tokens = table<TokenRow>('tokens', ['id']);
export const signingKeys = table<SigningKeyRow>('signing_keys', ['id']);

/** Two names that look the same are the same. */
export const nameKeyOf = (name: string) => name.trim().normalize('NFKC').toLowerCase();

export const takenNames: Loader<string> = {
  name: 'taken names',
  load: async (sql: Kysely<GatewayDb>, keys) => {
    const rows = await sql.selectFrom('accountNames').select(['nameKey', 'accountId']).where('nameKey', 'in', keys).execute();
    return new Map(rows.map((row) => [row.nameKey, row.accountId]));
  },
};

export const tokensById: Loader<TokenRow> = {
  name: 'tokens',
  load: async (sql: Kysely<GatewayDb>, keys, streetId) => {
    const rows = await sql.selectFrom('tokens').selectAll().where('streetId', '=', streetId).where('id', 'in', keys).execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
};

/** What signing in needs of an account, found by its name in whatever street it is. */
export async function signInRecord(sql: Kysely<GatewayDb>, name: string) {
  return sql
    .selectFrom('accountNames as n')
    .innerJoin('accounts as a', (join) => join.onRef('a.streetId', '=', 'n.streetId').onRef('a.id', '=', 'n.accountId'))
    .innerJoin('credentials as c', (join) => join.onRef('c.streetId', '=', 'a.streetId').onRef('c.accountId', '=', 'a.id'))
    .select(['a.streetId', 'a.id', 'a.name', 'a.displayName', 'a.isDisabled', 'a.sessionEpoch', 'a.mandates', 'c.passwordHash'])
    .where('n.nameKey', '=', nameKeyOf(name))
    .executeTakeFirst();
}
export type SignInRecord = NonNullable<Awaited<ReturnType<typeof signInRecord>>>;

export async function passwordHashOf(sql: Kysely<GatewayDb>, accountId: string): Promise<string | undefined> {
  const row = await sql.selectFrom('credentials').select('passwordHash').where('accountId', '=', accountId).executeTakeFirst();
  return row?.passwordHash;
}

export async function isAnyAccountThere(sql: Kysely<GatewayDb>): Promise<boolean> {
  return (await sql.selectFrom('accountNames').select('nameKey').limit(1).executeTakeFirst()) !== undefined;
}

/** The key an account signs with; older ones only verify. */
export async function newestSigningKey(sql: Kysely<GatewayDb>, streetId: string, accountId: string): Promise<SigningKeyRow | undefined> {
  return sql
    .selectFrom('signingKeys')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
