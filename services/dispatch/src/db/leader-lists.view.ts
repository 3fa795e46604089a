import type { Ctx, LeaderListContents, LeaderListKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import type { LeaderListRow } from './supervision.schema.js';

type Head = Pick<LeaderListRow, 'id' | 'kind' | 'windowFrom' | 'windowTo' | 'madeAt'>;
export interface HeadView {
  id: string;
  kind: LeaderListKind;
  from: string;
  to: string;
  madeAt: string;
}

function headView({ id, kind, windowFrom, windowTo, madeAt }: Head): HeadView {
  return { id, kind, from: windowFrom.toISOString(), to: windowTo.toISOString(), madeAt: madeAt.toISOString() };
}

export async function listLeaderLists(
  db: Kysely<DispatchDb>,
  input: { kind?: LeaderListKind | undefined; limit: number },
  ctx: Ctx,
): Promise<{ lists: HeadView[] }> {
  let query = db
    .selectFrom('leaderLists')
    .select(['id', 'kind', 'windowFrom', 'windowTo', 'madeAt'])
    .where('streetId', '=', ctx.streetId)
    .orderBy('madeAt', 'desc')
    .limit(input.limit);
  if (input.kind) query = query.where('kind', '=', input.kind);
  return { lists: (await query.execute()).map(headView) };
}

/** A list as it was made; what has happened since does not change it. */
export async function getLeaderList(
  db: Kysely<DispatchDb>,
  { id }: { id: string },
  ctx: Ctx,
): Promise<HeadView & { contents: LeaderListContents }> {
  const row = await db.selectFrom('leaderLists').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return { ...headView(row), contents: row.contents };
}
