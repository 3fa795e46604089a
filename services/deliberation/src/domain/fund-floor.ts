import { fundFirstIncome, fundFloor, labels, type Seat } from '@wufang/contracts';
import { DomainError, fen, formatFen, type Fen } from '@wufang/kernel';
import { seatOf } from './seats.js';

/**
 * Whether a maintenance fund has to be topped up (续筹; 北京市物业管理条例 art. 83: 不足首期应筹集金额百分之三十), and what is missing to the floor at least. How
 * much is to be raised is the owners' to decide (民法典 art. 278-1-6), so that no more than the floor is said.
 * Examples: 100.00 deposited, 30.00 left -> no; 29.99 left -> yes, 0.01 missing. 100.01 deposited, 30.00 left -> yes: the floor is 30.003, 0.01 missing.
 */
export function fundStanding(firstDepositFen: Fen, balanceFen: Fen): { isBelowFloor: boolean; toFloorFen: Fen } {
  if (firstDepositFen <= 0n) throw new DomainError('fund.no-deposit', {});
  const { num, den } = fundFloor.value;
  const missing = BigInt(num) * firstDepositFen - BigInt(den) * balanceFen;
  if (missing <= 0n) return { isBelowFloor: false, toFloorFen: fen(0n) };
  return { isBelowFloor: true, toFloorFen: fen((missing + BigInt(den) - 1n) / BigInt(den)) };
}

/** Whose it is to have the fund topped up: the owners' seat; where nobody holds it, the community's, which convenes their representatives (4.7). */
export function topUpSeat<S extends Pick<Seat, 'kind' | 'unitId'>>(seats: readonly S[]): S & { unitId: string } {
  const owners = seatOf(seats, 'OWNERS_BODY');
  const found = owners.unitId === null ? seatOf(seats, 'COMMUNITY') : owners;
  return { ...found, unitId: found.unitId! };
}

/** What has to be done about a fund below its floor, in a sentence. */
export function topUpText(
  place: string,
  { firstDepositFen, balanceFen, statedOn }: { firstDepositFen: Fen; balanceFen: Fen; statedOn: string },
): string {
  const { toFloorFen } = fundStanding(firstDepositFen, balanceFen);
  const [floor, income] = [fundFloor, fundFirstIncome].map(({ value }) => `${(value.num * 100) / value.den}%`);
  return (
    `${place}维修资金截至 ${statedOn} 余额 ¥${formatFen(balanceFen)}，不足首期 ¥${formatFen(firstDepositFen)} 的 ${floor}，至少差 ¥${formatFen(toFloorFen)}，应当续筹：` +
    `请提出“${labels.issueMatter.FUND_RAISE}”议题，由业主表决；续筹前公共收益至少 ${income} 优先补充维修资金`
  );
}
