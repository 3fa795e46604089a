import type { Ctx, IssueScope } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DeliberationDb, IssueRow } from './schema.js';

type Sql = Kysely<DeliberationDb>;

/** The issue as the caller may see it, or 404: row-level security shows a unit only what concerns it. */
export async function readIssueRow(db: Sql, id: string, ctx: Ctx): Promise<IssueRow> {
  const row = await db.selectFrom('issues').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}

/** What units are called, by id. */
export async function unitNames(db: Sql, ids: readonly (string | null)[], ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('units').select(['id', 'name']).where('streetId', '=', ctx.streetId).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names that stand on paper: the estate, the place in it, and the community that chairs its table. */
export async function placeNames(
  db: Sql,
  { estateId, scope }: { estateId: string; scope: Pick<IssueScope, 'buildingId' | 'stairwell'> | null },
  ctx: Ctx,
) {
  const estate = await db
    .selectFrom('estates')
    .select(['name', 'communityId'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', estateId)
    .executeTakeFirst();
  const building =
    scope?.buildingId &&
    (await db
      .selectFrom('buildings')
      .select('name')
      .where('streetId', '=', ctx.streetId)
      .where('id', '=', scope.buildingId)
      .executeTakeFirst());
  const units = await unitNames(db, [estate?.communityId ?? null], ctx);
  const name = estate?.name ?? '';
  return {
    estate: name,
    community: (estate && units.get(estate.communityId)) ?? '社区',
    place: [name, building && building.name, scope?.stairwell].filter(Boolean).join(''),
  };
}
