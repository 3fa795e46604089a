import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql as raw } from 'kysely';
import { isWithinReach } from './issues.store.js';
import type {
  AccountMandateRow,
  BuildingRow,
  DeliberationTx,
  DisabledAccountRow,
  EndedMandateRow,
  EstateRow,
  OrderRow,
  TableRow,
  UnitRow,
} from './schema.js';

export const tables = aggregate<TableRow>('tables', 'table');
export const orders = table<OrderRow>('orders', ['id']);
export const units = table<UnitRow>('units', ['id']);
export const estates = table<EstateRow>('estates', ['id']);
export const buildings = table<BuildingRow>('buildings', ['id']);
export const accountMandates = table<AccountMandateRow>('account_mandates', ['mandateId']);
export const endedMandates = table<EndedMandateRow>('ended_mandates', ['mandateId']);
export const disabledAccounts = table<DisabledAccountRow>('disabled_accounts', ['accountId']);

/** The table, locked. To whoever has no seat at it, it is not there. */
export async function lockTableWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<TableRow> {
  const found = await tx.lock(tables, id);
  if (!found || !isWithinReach(found, ctx)) throw new DomainError('object.not-found', {});
  return found;
}

export const tableOfEstate: Loader<string> = {
  name: 'table of estate',
  load: async (sql, estateIds, streetId) => {
    const rows = (await sql
      .selectFrom('tables')
      .select(['id', 'estateId'])
      .where('streetId', '=', streetId)
      .where('estateId', 'in', estateIds)
      .execute()) as unknown as Pick<TableRow, 'id' | 'estateId'>[];
    return new Map(rows.map(({ id, estateId }) => [estateId, id]));
  },
};

function byId<Row extends { id: string }>(name: string, from: 'units' | 'estates' | 'buildings' | 'orders'): Loader<Row> {
  return {
    name,
    load: async (sql, ids, streetId) => {
      const rows = (await sql
        .selectFrom(from)
        .selectAll()
        .where('streetId', '=', streetId)
        .where('id', 'in', ids)
        .execute()) as unknown as Row[];
      return new Map(rows.map((row) => [row.id, row]));
    },
  };
}
export const unitById = byId<UnitRow>('unit', 'units');

/** The one unit of that name; none where two bear it. */
export const unitByName: Loader<string> = {
  name: 'unit of a name',
  load: async (sql, names, streetId) => {
    const rows = (await sql
      .selectFrom('units')
      .select(['id', 'name'])
      .where('streetId', '=', streetId)
      .where('name', 'in', names)
      .execute()) as unknown as Pick<UnitRow, 'id' | 'name'>[];
    const alone = rows.filter(({ name }) => rows.filter((other) => other.name === name).length === 1);
    return new Map(alone.map(({ id, name }) => [name, id]));
  },
};
export const estateById = byId<EstateRow>('estate', 'estates');
export const orderById = byId<OrderRow>('order', 'orders');
export const buildingById = byId<BuildingRow>('building', 'buildings');

/** The street's own unit. */
export const streetUnit: Loader<string> = {
  name: 'street unit',
  load: async (sql, kinds, streetId) => {
    const rows = (await sql
      .selectFrom('units')
      .select(['id', 'kind'])
      .where('streetId', '=', streetId)
      .where('kind', 'in', kinds)
      .orderBy('id')
      .execute()) as unknown as Pick<UnitRow, 'id' | 'kind'>[];
    return new Map(rows.reverse().map(({ id, kind }) => [kind, id]));
  },
};

const hasEnded = raw<boolean>`(
  exists (select 1 from ended_mandates e where e.street_id = account_mandates.street_id and e.mandate_id = account_mandates.mandate_id)
  or exists (select 1 from disabled_accounts d where d.street_id = account_mandates.street_id and d.account_id = account_mandates.account_id))`;

/** What the gateway lets accounts do that are not disabled, without what has ended; the time is for the caller to compare. */
export const mandatesOfAccount: Loader<AccountMandateRow[]> = {
  name: 'mandates of account',
  load: async (sql, accountIds, streetId) => {
    const rows = (await sql
      .selectFrom('accountMandates')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('accountId', 'in', accountIds)
      .where(hasEnded, '=', false)
      .execute()) as unknown as AccountMandateRow[];
    return new Map(accountIds.map((id) => [id, rows.filter((row) => row.accountId === id)]));
  },
};
