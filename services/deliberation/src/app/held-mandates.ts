import type { SeatMandate } from '@wufang/contracts';
import type { AccountMandateRow, DeliberationTx } from '../db/schema.js';
import { mandatesOfAccount } from '../db/tables.store.js';

/** What the gateway lets an account do for a unit now. */
export async function heldMandates(tx: DeliberationTx, accountId: string, unitId: string): Promise<AccountMandateRow[]> {
  const all = (await tx.load(mandatesOfAccount, accountId)) ?? [];
  return all.filter((mandate) => mandate.unitId === unitId && (mandate.until === null || new Date(mandate.until) > tx.now));
}

/** The highest amount among them; null: no limit, or none is known here. Example: ¥1,000 and ¥3,000 -> 300 000. */
export function highestLimit(held: readonly Pick<AccountMandateRow, 'limitFen'>[]): bigint | null {
  const limits = held.map(({ limitFen }) => limitFen);
  if (limits.length === 0 || limits.includes(null)) return null;
  return limits.map((limit) => BigInt(limit!)).reduce((a, b) => (a > b ? a : b));
}

/**
 * A seat's mandate as it holds at this moment: never above what the gateway gives the account today, whatever it gave when the unit appointed it (ADR 0008).
 * Example: appointed without limit, since then cut to ¥300,000 -> limit ¥300,000.
 */
export async function mandateNow(tx: DeliberationTx, mandate: SeatMandate, unitId: string): Promise<SeatMandate> {
  const highest = highestLimit(await heldMandates(tx, mandate.accountId, unitId));
  const { amountLimitFen } = mandate;
  if (highest === null || (amountLimitFen !== null && BigInt(amountLimitFen) <= highest)) return mandate;
  return { ...mandate, amountLimitFen: `${highest}` };
}
