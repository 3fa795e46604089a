import { tableEvents, type Ctx, type Seat, type SeatKind, type TableView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { isWithinReach } from '../db/issues.store.js';
import type { DeliberationTx, TableRow } from '../db/schema.js';
import { estateById, streetUnit, tableOfEstate, tables } from '../db/tables.store.js';
import { tableView } from '../db/tables.view.js';
import { unitsOfSeats } from '../domain/seats.js';

/** Sets up the table (五方议事桌) of an estate: parties the register names take their seats, the others' stay empty until the street says who sits there. */
export async function openTable(tx: DeliberationTx, input: { id: string; estateId: string }, ctx: Ctx): Promise<TableView> {
  const { estateId } = input;
  const estate = await tx.load(estateById, estateId);
  if (!estate || !isWithinReach({ concernedUnitIds: [estate.communityId] }, ctx)) throw new DomainError('object.not-found', {});
  if (await knownTable(tx, estateId)) throw new DomainError('table.exists', {});
  return tableView(await seatParties(tx, input.id, estateId));
}

/** The id of an estate's table, or undefined. Keeps others in the batch from opening one meanwhile. */
export async function knownTable(tx: DeliberationTx, estateId: string): Promise<string | undefined> {
  await tx.hold(place(estateId));
  return tx.recall<string>(place(estateId)) ?? (await tx.load(tableOfEstate, estateId));
}

/** Opens the table without asking whether there is one; see `knownTable`. */
export async function seatParties(tx: DeliberationTx, id: string, estateId: string): Promise<TableRow> {
  const estate = await tx.load(estateById, estateId);
  if (!estate) throw new DomainError('object.not-found', {});
  const { communityId, firmId, rightsUnitId } = estate;
  const seats: Seat[] = [
    seated('STREET', (await tx.load(streetUnit, 'STREET')) ?? null),
    seated('COMMUNITY', communityId),
    seated('RIGHTS_UNIT', rightsUnitId),
    seated('FIRM', firmId),
    seated('OWNERS_BODY', null),
  ];
  tx.remember(place(estateId), id);
  return tx.create(tables, { id, estateId, communityId, seats, concernedUnitIds: unitsOfSeats(seats), openedAt: tx.now }, [
    fact(tableEvents.tableOpened, {
      ...{
        estateId,
        communityId,
        seats: seats.map(({ kind, state, unitId }) => ({ kind, state, unitId })),
        openedAt: tx.now.toISOString(),
      },
    }),
  ]);
}

/** The table of an estate, which is set up if there is none yet. */
export async function tableFor(tx: DeliberationTx, estateId: string): Promise<TableRow> {
  const known = await knownTable(tx, estateId);
  return known === undefined ? seatParties(tx, tx.newId(), estateId) : (await tx.lock(tables, known))!;
}

const place = (estateId: string) => `table of ${estateId}`;

function seated(kind: SeatKind, unitId: string | null): Seat {
  const isFilled = unitId !== null;
  return {
    ...{ kind, state: isFilled ? 'FILLED' : 'VACANT', unitId, body: null, isBinding: isFilled },
    ...{ reason: isFilled ? null : '名册中没有这一方', representative: null, deputy: null },
  };
}
