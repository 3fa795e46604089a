import { intakeEvents, type Category, type Confidence, type DemandType } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import { fact, type Fact } from '@wufang/service';
import { categoryOf, placeOf } from '../db/demands.store.js';
import type { DemandRow } from '../db/schema.js';
import { leafOf, type CategoryTree } from '../domain/categories.js';
import { dutiesOfDangers, type Danger } from '../domain/emergency.js';

type Known = Omit<DemandRow, 'streetId' | 'version' | 'chainHash' | 'updatedAt'>;

/** What every fact about a demand's arrival says of it. */
export function factsOf(row: Known) {
  return {
    no: row.no,
    channel: row.channel,
    demandType: row.demandType,
    category: categoryOf(row),
    level: row.level,
    place: placeOf(row),
    receivedAt: toIsoBeijing(row.receivedAt),
    earlierDemandId: row.earlierDemandId,
    aboutUnitId: row.aboutUnitId,
  };
}

/** The demand goes to dispatch under an order id of its own, with the duties of its category and of the dangers that its text tells of; `confidence` where the text alone gave the category. */
export function forwardedFact(
  row: Known & { demandType: DemandType; orderId: string },
  category: Category,
  at: Date,
  tree: CategoryTree,
  dangers: readonly Danger[],
  confidence?: Confidence,
): Fact {
  const duties = [...new Set([...(leafOf(category, tree)?.duties ?? []), ...dutiesOfDangers(dangers)])];
  return fact(intakeEvents.demandForwarded, {
    ...factsOf(row),
    demandType: row.demandType,
    category,
    orderId: row.orderId,
    title: row.title,
    forwardedAt: toIsoBeijing(at),
    ...(duties.length > 0 && { categoryDuties: duties }),
    ...(confidence && { confidence }),
  });
}
