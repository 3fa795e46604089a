import { fundBalanceEvents, type Ctx, type FundBalance, type fundBalances as operations } from '@wufang/contracts';
import { beijingDate, DomainError, fenFromJson } from '@wufang/kernel';
import { aggregate, fact } from '@wufang/service';
import type { z } from 'zod';
import type { FundBalanceRow } from '../db/fund-balances.schema.js';
import { fundBalanceView } from '../db/fund-balances.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { buildingById, lockTableWithinReach } from '../db/tables.store.js';
import { fundStanding, topUpSeat } from '../domain/fund-floor.js';
import { refusePrivate } from '../domain/public-text.js';

const fundBalances = aggregate<FundBalanceRow>('fund_balances', 'fund-balance');

/**
 * The street records what a maintenance fund was on a day, by its custodian's statement: the system has no access to the fund's account. Below the floor
 * the owners' seat owes its topping up (续筹) and the table hears of it. What was recorded is never changed; a later statement takes its place.
 */
export async function stateFundBalance(
  tx: DeliberationTx,
  input: z.output<typeof operations.stateFundBalance.input>,
  ctx: Ctx,
): Promise<FundBalance> {
  const table = await lockTableWithinReach(tx, input.tableId, ctx);
  const known = await tx.lock(fundBalances, input.id);
  if (known) {
    if (known.tableId !== table.id) throw new DomainError('object.not-found', {});
    return fundBalanceView(known, true);
  }
  const { id, buildingId, statedOn, source } = input;
  refusePrivate(source);
  const building = buildingId === null ? undefined : await tx.load(buildingById, buildingId);
  if (buildingId !== null && building?.estateId !== table.estateId) throw new DomainError('object.not-found', {});
  if (statedOn > beijingDate(tx.now)) throw new DomainError('time.future', { field: '余额截至日' });
  const [firstDepositFen, balanceFen] = [fenFromJson(input.firstDepositFen), fenFromJson(input.balanceFen)];
  const { isBelowFloor, toFloorFen } = fundStanding(firstDepositFen, balanceFen);
  const { estateId, concernedUnitIds } = table;
  const row = tx.create(
    fundBalances,
    {
      ...{ id, tableId: table.id, estateId, buildingId, firstDepositFen, balanceFen, statedOn, source },
      ...{ recordedAt: tx.now, concernedUnitIds },
    },
    [
      fact(fundBalanceEvents.fundStated, {
        ...{ tableId: table.id, estateId, buildingId, place: building?.name ?? '全小区', statedOn, isBelowFloor },
        ...{ firstDepositFen: input.firstDepositFen, balanceFen: input.balanceFen, toFloorFen: String(toFloorFen) },
        ...{ dutyUnitId: topUpSeat(table.seats).unitId, unitIds: concernedUnitIds },
      }),
    ],
  );
  return fundBalanceView(row, true);
}
