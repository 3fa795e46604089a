import type { Ctx, FundBalance, IssueScope, OpenDuty } from '@wufang/contracts';
import { fen, fenToJson } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import { fundStanding, topUpSeat, topUpText } from '../domain/fund-floor.js';
import type { FundBalanceRow } from './fund-balances.schema.js';
import type { DeliberationDb } from './schema.js';
import { getTable } from './tables.view.js';

type Sql = Kysely<DeliberationDb>;

export function fundBalanceView(row: FundBalanceRow, isLatest: boolean): FundBalance {
  const { id, tableId, estateId, buildingId, statedOn, source } = row;
  const { isBelowFloor, toFloorFen } = fundStanding(fen(row.firstDepositFen), fen(row.balanceFen));
  return {
    ...{ id, tableId, estateId, buildingId, statedOn, source, isBelowFloor, isLatest, toFloorFen: fenToJson(toFloorFen) },
    ...{ firstDepositFen: fenToJson(fen(row.firstDepositFen)), balanceFen: fenToJson(fen(row.balanceFen)) },
    recordedAt: row.recordedAt.toISOString(),
  };
}

/** The balances of a table's estate, the newest day first. */
export async function listFundBalances(db: Sql, { tableId }: { tableId: string }, ctx: Ctx): Promise<{ balances: FundBalance[] }> {
  await getTable(db, { id: tableId }, ctx);
  const rows = await newestFirst(db, ctx).where('tableId', '=', tableId).execute();
  const latest = latestOf(rows);
  return { balances: rows.map((row) => fundBalanceView(row, latest.includes(row))) };
}

/** Of each fund whose newest balance is below its floor, the topping up that is owed until a later balance says otherwise. No law sets a day for it. */
export async function topUpDuties(db: Sql, ctx: Ctx): Promise<OpenDuty[]> {
  const below = latestOf(await newestFirst(db, ctx).execute()).filter((row) => fundBalanceView(row, true).isBelowFloor);
  if (below.length === 0) return [];
  const buildings = await db.selectFrom('buildings').select(['id', 'name']).where('streetId', '=', ctx.streetId).execute();
  const tables = await db.selectFrom('tables').select(['id', 'seats']).where('streetId', '=', ctx.streetId).execute();
  return below.map((row) => {
    const { kind: seat, unitId } = topUpSeat(tables.find(({ id }) => id === row.tableId)!.seats);
    const place = buildings.find(({ id }) => id === row.buildingId)?.name ?? '全小区';
    const text = topUpText(place, { firstDepositFen: fen(row.firstDepositFen), balanceFen: fen(row.balanceFen), statedOn: row.statedOn });
    return {
      ...{ kind: 'TOP_UP', id: row.id, issueId: null, tableId: row.tableId, estateId: row.estateId, title: '续筹维修资金' },
      ...{ seat, unitId, text, amountFen: null, dueAt: null, isLate: false },
    };
  });
}

/** The fund of a place as it was last stated: its building's account, else the one of the whole estate; null where nobody has stated any. */
export async function fundOfPlace(
  db: Sql,
  streetId: string,
  { estateId, buildingId }: Pick<IssueScope, 'estateId' | 'buildingId'>,
): Promise<Pick<FundBalanceRow, 'balanceFen' | 'statedOn'> | null> {
  const rows = latestOf(await newestFirst(db, { streetId }).where('estateId', '=', estateId).execute());
  return rows.find((row) => row.buildingId === buildingId) ?? rows.find((row) => row.buildingId === null) ?? null;
}

const newestFirst = (db: Sql, ctx: Pick<Ctx, 'streetId'>) =>
  db
    .selectFrom('fundBalances')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .orderBy('statedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc');

/** The newest balance of each place: by its day, of one day by when it was recorded. */
function latestOf(rows: readonly FundBalanceRow[]): FundBalanceRow[] {
  const placeOf = ({ tableId, buildingId }: FundBalanceRow) => `${tableId} ${buildingId}`;
  return rows.filter((row, at) => rows.findIndex((one) => placeOf(one) === placeOf(row)) === at);
}
