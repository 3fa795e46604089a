import { aggregate, table, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { BoundHomeRow, EndedBindingRow } from './plans.schema.js';
import type { DeliberationDb, DeliberationTx } from './schema.js';

export const boundHomes = table<BoundHomeRow>('bound_homes', ['accountId', 'homeId']);
export const endedBindings = aggregate<EndedBindingRow>('ended_bindings', 'home-binding');

/** A home that an account has bound, and whose it is; a unit's own homes (未售) among them. */
export interface HomeBoundNow {
  accountId: string;
  homeId: string;
  ownerId: string;
  isOfUnit: boolean;
}

/** Bound homes that the register still says are of the owner whose statement was shown: a sold home leaves the seller's account. */
const boundNow = (db: Kysely<DeliberationDb>, streetId: string) =>
  db
    .selectFrom('boundHomes as b')
    .innerJoin('estateHomes as h', (join) =>
      join.onRef('h.streetId', '=', 'b.streetId').onRef('h.homeId', '=', 'b.homeId').onRef('h.ownerId', '=', 'b.ownerId'),
    )
    .leftJoin('units as u', (join) => join.onRef('u.streetId', '=', 'h.streetId').onRef('u.id', '=', 'h.ownerId'))
    .where('b.streetId', '=', streetId);

/** The homes that accounts have bound by their statements. */
export async function homesBoundNow(db: Kysely<DeliberationDb>, streetId: string, accountIds: readonly string[]): Promise<HomeBoundNow[]> {
  const rows = await boundNow(db, streetId)
    .select(['b.accountId', 'b.homeId', 'h.ownerId', 'u.id as unitId'])
    .where('b.accountId', 'in', accountIds)
    .orderBy('b.homeId')
    .execute();
  return rows.map(({ unitId, ...home }) => ({ ...home, isOfUnit: unitId !== null }));
}

/** The same for one account after another. */
export const homesBoundTo: Loader<HomeBoundNow[]> = {
  name: 'homes bound to an account',
  load: async (sql, accountIds, streetId) => {
    const rows = await homesBoundNow(sql as Kysely<DeliberationDb>, streetId, accountIds);
    return new Map(accountIds.map((id) => [id, rows.filter(({ accountId }) => accountId === id)]));
  },
};

/** Whether an account has bound a home of an owner who is no unit: whoever holds a unit's statement does not speak for the unit. */
export async function hasBoundHomeOf(tx: DeliberationTx, accountId: string, ownerId: string): Promise<boolean> {
  const bound = (await tx.load(homesBoundTo, accountId)) ?? [];
  return bound.some((home) => home.ownerId === ownerId && !home.isOfUnit);
}

/** So many owners are in one event. */
const TOLD_TOGETHER = 1_000;

/**
 * Owners to be told something, in parts, and the accounts that have bound a home of theirs. Nobody is in two parts, or twice in one. At least one part, an empty one if
 * nobody is to be told.
 */
export async function inParts(tx: DeliberationTx, owners: readonly string[]): Promise<{ ownerIds: string[]; accountIds: string[] }[]> {
  const all = [...new Set(owners)];
  const told = new Set<string>();
  const parts = [];
  for (let i = 0; i < Math.max(1, all.length); i += TOLD_TOGETHER) {
    const ownerIds = all.slice(i, i + TOLD_TOGETHER);
    const accountIds = (await accountsOf(tx.sql, tx.streetId, ownerIds)).filter((id) => !told.has(id));
    for (const id of accountIds) told.add(id);
    parts.push({ ownerIds, accountIds });
  }
  return parts;
}

/** Accounts that have bound a home of one of some owners; of a unit's homes none. */
export async function accountsOf(db: Kysely<DeliberationDb>, streetId: string, ownerIds: readonly string[]): Promise<string[]> {
  if (ownerIds.length === 0) return [];
  const rows = await boundNow(db, streetId)
    .select('b.accountId')
    .distinct()
    .where('h.ownerId', 'in', ownerIds)
    .where('u.id', 'is', null)
    .orderBy('b.accountId')
    .execute();
  return rows.map(({ accountId }) => accountId);
}

/** What the community last said of an account's binding of a home, if it ever ended one. */
export function endedByCommunity(
  db: Kysely<DeliberationDb>,
  streetId: string,
  { accountId, homeId }: Pick<BoundHomeRow, 'accountId' | 'homeId'>,
): Promise<EndedBindingRow | undefined> {
  return db
    .selectFrom('endedBindings')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('accountId', '=', accountId)
    .where('homeId', '=', homeId)
    .where('endedBy', '=', 'COMMUNITY')
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}
