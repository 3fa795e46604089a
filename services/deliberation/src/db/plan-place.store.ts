import type { IssueScope } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { table } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { PlanPlace, PlanSeat } from '../domain/plan-draft.js';
import type { KnownHome } from '../domain/plan-scope.js';
import type { ListedHomesRow } from './plans.schema.js';
import type { DeliberationDb, DeliberationTx, IssueRow } from './schema.js';
import { fundOfPlace } from './fund-balances.view.js';
import { buildingById, estateById, unitById } from './tables.store.js';

export const listedHomes = table<ListedHomesRow>('listed_homes', ['buildingId', 'stairwell']);

/** The homes of an estate as the register has told them, by their rank; of one that is only listed the area is not known yet (C10). */
export async function homesOfEstate(db: Kysely<DeliberationDb>, streetId: string, estateId: string): Promise<KnownHome[]> {
  const measured = await db
    .selectFrom('estateHomes as h')
    .leftJoin('buildings as b', (join) => join.onRef('b.streetId', '=', 'h.streetId').onRef('b.id', '=', 'h.buildingId'))
    .selectAll('h')
    .select('b.name as building')
    .where('h.streetId', '=', streetId)
    .where('h.estateId', '=', estateId)
    .orderBy('h.ordinal')
    .execute();
  const listed = await db
    .selectFrom('listedHomes as l')
    .leftJoin('buildings as b', (join) => join.onRef('b.streetId', '=', 'l.streetId').onRef('b.id', '=', 'l.buildingId'))
    .select(['l.buildingId', 'l.stairwell', 'l.homeIds', 'b.name as building'])
    .where('l.streetId', '=', streetId)
    .where('l.estateId', '=', estateId)
    .orderBy('l.buildingId')
    .orderBy('l.stairwell')
    .execute();
  const seen = new Set(measured.map(({ homeId }) => homeId));
  let ordinal = measured.at(-1)?.ordinal ?? 0;
  const unmeasured = listed.flatMap(({ buildingId, stairwell, homeIds, building }) =>
    homeIds
      .filter((homeId) => !seen.has(homeId))
      .map((homeId): KnownHome => ({
        ...{ homeId, buildingId, building: building ?? '', stairwell, ordinal: (ordinal += 1), areaHundredths: null, areaSource: null },
        ...{ nature: 'COMMODITY', ownerId: homeId, ownerFen: 0n, sellerFen: 0n },
      })),
  );
  return [
    ...measured.map((home) => {
      const { homeId, buildingId, building, stairwell, areaHundredths, areaSource, nature, ownerId, ownerDepositFen, sellerDepositFen } =
        home;
      return {
        ...{ homeId, buildingId, building: building ?? '', stairwell, ordinal: home.ordinal, areaHundredths, areaSource, nature, ownerId },
        ...{ ownerFen: ownerDepositFen, sellerFen: sellerDepositFen },
      };
    }),
    ...unmeasured,
  ];
}

/** The names a plan's scope has in the register, and the units that own or sold public homes. Throws `object.not-found` for an estate nobody told of. */
export async function placeOfPlan(tx: DeliberationTx, scope: IssueScope, known: readonly KnownHome[]): Promise<PlanPlace> {
  const estate = await tx.load(estateById, scope.estateId);
  const building = scope.buildingId === null ? undefined : await tx.load(buildingById, scope.buildingId);
  if (!estate || (scope.buildingId !== null && !building)) throw new DomainError('object.not-found', {});
  const unitNames = new Map<string, string>();
  for (const ownerId of new Set(known.filter(({ nature }) => nature === 'UNSOLD_PUBLIC').map(({ ownerId }) => ownerId))) {
    const unit = await tx.load(unitById, ownerId);
    if (unit) unitNames.set(ownerId, unit.name);
  }
  const seller = estate.rightsUnitId === null ? undefined : await tx.load(unitById, estate.rightsUnitId);
  return {
    ...{ scope, estate: estate.name, building: building?.name ?? null, unitNames },
    rightsUnit: seller ? { id: seller.id, name: seller.name } : null,
    fund: await fundOfPlace(tx.sql, tx.streetId, scope),
  };
}

/** The seats of an issue with the names of their units. */
export async function seatsOfIssue(tx: DeliberationTx, { seats }: IssueRow): Promise<PlanSeat[]> {
  const named: PlanSeat[] = [];
  for (const { kind, unitId } of seats) named.push({ kind, unitId, unitName: unitId === null ? null : await nameOfUnit(tx, unitId) });
  return named;
}

export async function nameOfUnit(tx: DeliberationTx, unitId: string): Promise<string> {
  return (await tx.load(unitById, unitId))?.name ?? unitId;
}
