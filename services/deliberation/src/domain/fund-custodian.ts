import { fundCustodians, labels, type FundCustodian } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/**
 * Who keeps the maintenance fund (维修资金保管), as the register's column says it; null where it says nothing, or names none of those there are.
 * Examples: 业主大会 -> OWNERS_ASSEMBLY; 原物业 -> null.
 */
export function custodianInRegister(text: string | null): FundCustodian | null {
  return fundCustodians.find((custodian) => labels.fundCustodian[custodian] === text?.trim()) ?? null;
}

/** Where the register knows who keeps the fund, nobody applies for it as if another did: who may apply hangs on it (domain rules 3.7, 3.8). */
export function refuseOtherCustodian(known: FundCustodian | null, stated: FundCustodian): void {
  if (known === null || known === stated) return;
  const kept = known === 'NONE' ? '没有维修资金' : `维修资金由${labels.fundCustodian[known]}保管`;
  throw new DomainError('request.invalid', { issues: `维修资金保管：名册记载本小区${kept}；记载有误的，请先更正名册` });
}
