import type { Account, Ctx, gateway, Named, Person } from '@wufang/contracts';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
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

const isMoreThanResident = raw<boolean>`(mandates = '[]'::jsonb or exists (select from jsonb_array_elements(mandates) m where m->>'role' <> 'resident'))`;

/**
 * The people of a street who hold a post in it, or held one, with the units they act for now; not the many who are residents alone, whom nobody names.
 * Reach is kept by row-level security.
 */
export async function peopleOf(sql: Kysely<GatewayDb>, streetId: string): Promise<Named[]> {
  const rows = await sql
    .selectFrom('accounts')
    .select(['id', 'displayName', 'mandates'])
    .where('streetId', '=', streetId)
    .where(isMoreThanResident)
    .orderBy('name')
    .execute();
  const now = new Date();
  return rows.map(({ id, displayName, mandates }) => {
    const unitIds = inForce(mandates, now).flatMap(({ unitId }) => unitId ?? []);
    return { accountId: id, displayName, unitIds: [...new Set(unitIds)] };
  });
}

/**
 * People who may be named, by their posts in force: a unit's own people for who acts for a unit, everybody with a post in the street for who reaches the
 * whole of it. Whoever names a counting group (计票小组) also finds those who count for no unit. Residents hold no post. Nobody's account name or phone is told.
 */
export async function listPeople(
  sql: Kysely<GatewayDb>,
  input: z.output<typeof gateway.listPeople.input>,
  { streetId, scope, actor }: Ctx,
): Promise<{ people: Person[] }> {
  let query = sql.selectFrom('accounts').select(['id', 'displayName', 'mandates']).where('isDisabled', '=', false).orderBy('name');
  if (streetId !== '*') query = query.where('streetId', '=', streetId);
  const now = new Date();
  const namesCounters =
    input.role === 'counting_group' && actor.roles.some((role) => role === 'owners_body_rep' || role === 'community_worker');
  const isWanted = ({ role, unitId }: Mandate) =>
    role !== 'resident' &&
    (scope === 'street' || (unitId === null ? namesCounters : actor.unitIds.includes(unitId))) &&
    (input.unitId === undefined || unitId === input.unitId) &&
    (input.role === undefined || role === input.role);
  const people = (await query.execute()).map(({ id, displayName, mandates }) => ({
    accountId: id,
    name: displayName,
    posts: inForce(mandates, now)
      .filter(isWanted)
      .map(({ role, unitId }) => ({ role, unitId })),
  }));
  return { people: people.filter(({ posts }) => posts.length > 0) };
}

export async function accountById(sql: Kysely<GatewayDb>, id: string): Promise<Account | undefined> {
  const row = await sql.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && accountView(row, new Date());
}
