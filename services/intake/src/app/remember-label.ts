import { classificationEvents, type Category, type Ctx, type DemandType, type Suggestion } from '@wufang/contracts';
import { fact, type Fact } from '@wufang/service';
import { labelledDemands } from '../db/classifiers.store.js';
import type { DemandRow, IntakeTx } from '../db/schema.js';

/** The category a clerk gave, at screening or later, is an example for training, and a correction where the text alone had suggested another, or none. */
export function rememberLabel(
  tx: IntakeTx,
  { id, demandType, level }: Pick<DemandRow, 'id' | 'level'> & { demandType: DemandType },
  category: Category,
  { category: suggested, modelNo }: Suggestion,
  ctx: Ctx,
): Fact[] {
  const isCorrected = suggested === null || suggested.some((name, i) => name !== category[i]);
  const [category1, category2, category3] = category;
  const { accountId } = ctx.actor;
  const given = { demandId: id, category1, category2, category3, demandType, level, accountId };
  tx.put(labelledDemands, { ...given, suggested, isCorrected, modelNo, labelledAt: tx.now });
  return isCorrected ? [fact(classificationEvents.categoryCorrected, { suggested, category, modelNo })] : [];
}
