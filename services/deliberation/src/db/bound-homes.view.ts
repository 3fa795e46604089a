import type { BoundHome, Ctx, HomeBinding } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { sql as raw, type Kysely, type RawBuilder } from 'kysely';
import { homeCode, homeLabel } from '../domain/plan-scope.js';
import { homesBoundNow } from './bound-homes.store.js';
import { readPlanRow } from './plans.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;

/**
 * Somebody who looks as an owner: units and owners they act for by mandate, and homes they have bound by their statements (绑定本户), with whose these are.
 * `actor.unitIds` has the owners of bound homes as well, so that row security shows their rows; what of them is shown is narrower: a statement proves one
 * home, not what else its owner has (`ownsHome`).
 */
export interface OwnerCtx extends Ctx {
  readonly own: { readonly mandated: readonly string[]; readonly homeIds: readonly string[]; readonly ownerIds: readonly string[] };
}

/** Reads as the caller and as the owner of the homes the account has bound, as the register says now. */
export async function readAsOwner<T>(db: Db<DeliberationDb>, ctx: Ctx, look: (sql: Sql, own: OwnerCtx) => Promise<T>): Promise<T> {
  const own = await asOwner(db, ctx);
  return db.read(own, (sql) => look(sql, own));
}

export async function asOwner(db: Db<DeliberationDb>, ctx: Ctx): Promise<OwnerCtx> {
  const { actor, streetId } = ctx;
  // Which homes are an account's is the account's to say, not row-level security's.
  const bound = actor.roles.includes('resident')
    ? await db.read({ ...ctx, scope: 'street' }, (sql) => homesBoundNow(sql, streetId, [actor.accountId]))
    : [];
  // Whoever holds the statement of a unit's home does not act for the unit, whose id is also that of its homes' owner.
  const homes = bound.filter(({ isOfUnit }) => !isOfUnit);
  const ownerIds = [...new Set(homes.map(({ ownerId }) => ownerId))];
  return {
    ...ctx,
    actor: { ...actor, unitIds: [...new Set([...actor.unitIds, ...ownerIds])] },
    own: { mandated: actor.unitIds, homeIds: homes.map(({ homeId }) => homeId), ownerIds },
  };
}

/** Whether a row of a home and its owner is the caller's, as SQL: of an owner they act for, or of a home they have bound. */
export function ownsHome({ own }: OwnerCtx, ownerColumn: string, homeColumn: string): RawBuilder<boolean> {
  const [owner, home] = [raw.ref(ownerColumn), raw.ref(homeColumn)];
  return raw<boolean>`(${owner} = any(${own.mandated}::uuid[]) or (${home} = any(${own.homeIds}::uuid[]) and ${owner} = any(${own.ownerIds}::uuid[])))`;
}

/** The same of a row in hand. */
export const isOwn = ({ own }: OwnerCtx, { homeId, ownerId }: { homeId: string; ownerId: string }): boolean =>
  own.mandated.includes(ownerId) || (own.homeIds.includes(homeId) && own.ownerIds.includes(ownerId));

/** The homes an account has bound, those it has sold since among them. */
export async function listBoundHomes(db: Sql, ctx: Ctx): Promise<{ homes: BoundHome[] }> {
  const rows = await db
    .selectFrom('boundHomes as b')
    .innerJoin('estateHomes as h', (join) => join.onRef('h.streetId', '=', 'b.streetId').onRef('h.homeId', '=', 'b.homeId'))
    .leftJoin('buildings as x', (join) => join.onRef('x.streetId', '=', 'h.streetId').onRef('x.id', '=', 'h.buildingId'))
    .select(['b.homeId', 'b.ownerId as boundAs', 'b.boundAt', 'h.estateId', 'h.ownerId', 'h.stairwell', 'h.ordinal', 'x.name as building'])
    .where('b.streetId', '=', ctx.streetId)
    .where('b.accountId', '=', ctx.actor.accountId)
    .orderBy('b.boundAt')
    .orderBy('b.homeId')
    .execute();
  return {
    homes: rows.map(({ homeId, estateId, boundAs, ownerId, boundAt, building, stairwell, ordinal }) => ({
      ...{ homeId, estateId, boundAt: toIsoBeijing(boundAt), isCurrent: boundAs === ownerId },
      homeLabel: homeLabel({ building: building ?? '', stairwell, code: homeCode(ordinal) }),
    })),
  };
}

/** Which homes of a version accounts have bound, for the community, which carried the statements to the doors. */
export async function listHomeBindings(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<{ bindings: HomeBinding[] }> {
  await readPlanRow(db, id, ctx);
  const rows = await db
    .selectFrom('boundHomes as b')
    .innerJoin('planHomeShares as s', (join) => join.onRef('s.streetId', '=', 'b.streetId').onRef('s.homeId', '=', 'b.homeId'))
    .select(['b.homeId', 'b.accountId', 'b.boundAt'])
    .where('s.streetId', '=', ctx.streetId)
    .where('s.planId', '=', id)
    .orderBy('s.ordinal')
    .orderBy('b.boundAt')
    .execute();
  return { bindings: rows.map((row) => ({ ...row, boundAt: toIsoBeijing(row.boundAt) })) };
}
