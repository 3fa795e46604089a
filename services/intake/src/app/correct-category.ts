import { classificationEvents, type classification, type Category, type Ctx, type Receipt } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { openPersonal } from '../db/complainants.store.js';
import { aboutUnitOf, categoryOf, complainantOf, demands, orderOfDemand, placeOf } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { filedUnder, leafOf, treeAt } from '../domain/categories.js';
import { dangersIn, dutiesOfDangers } from '../domain/emergency.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { titleOf } from '../domain/public-text.js';
import { nameOfPlace } from './place-for.js';
import { receiptOf } from './receipt.js';
import { rememberLabel } from './remember-label.js';
import { suggestFor, type SuggestParts } from './suggest-for.js';

/**
 * The desk sets right what a demand is about after it has gone out (domain rules 4.5-1: a person confirms beside the dispatch): dispatch begins and ends the duties
 * that hang on the category, and the text is an example for training. Who leads, and the level, stay: an objection or a ruling changes those.
 * Throws where it still waits for screening or its order is closed, and where nothing would change.
 */
export async function correctCategory(
  tx: IntakeTx,
  input: z.output<typeof classification.correctCategory.input>,
  ctx: Ctx,
  { vault, ...parts }: { vault: Vault } & SuggestParts,
): Promise<Receipt> {
  const row = await tx.lock(demands, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  const order = await tx.load(orderOfDemand, row.id);
  refuseOwnComplaint({ aboutUnitId: aboutUnitOf(row, order) }, ctx.actor);
  const { demandType } = row;
  // A look again that failed has given it another order.
  const orderId = order?.orderId ?? row.orderId;
  if (orderId === null || demandType === null || row.state !== 'FORWARDED' || order?.isOpen === false)
    throw new DomainError('demand.category-not-open', {});
  const tree = treeAt(parts.trees, tx.now);
  const category = filedUnder(input.category, tree);
  const oldCategory = categoryOf(row)!;
  if (isSame(oldCategory, category)) throw new DomainError('demand.category-same', { category: category.join('/') });
  const sealed = await tx.load(complainantOf, row.id);
  const personal = sealed && openPersonal(vault, sealed);
  const words = { title: personal?.title ?? undefined, content: personal?.content ?? '', callerName: personal?.callerName ?? undefined };
  const isPublic = row.channel === 'WEB' || row.channel === 'QR';
  const next = {
    ...row,
    demandType,
    category1: category[0],
    category2: category[1],
    category3: category[2],
    categoryBy: 'PERSON' as const,
    title: titleOf({ ...words, isPublic, category, demandType, placeName: nameOfPlace(placeOf(row), parts.page) }),
  };
  // What the text tells of is owed whatever it is filed under.
  const ofDangers = row.level === 'E' ? dutiesOfDangers(dangersIn(`${words.title ?? ''}\n${words.content}`)) : [];
  const dutiesOf = (of: Category) => leafOf(of, tree)?.duties ?? [];
  const changed = fact(classificationEvents.categoryChanged, {
    ...{ no: row.no, orderId, oldCategory, category, title: next.title, changedAt: toIsoBeijing(tx.now) },
    oldDuties: dutiesOf(oldCategory).filter((code) => !ofDangers.includes(code)),
    duties: [...new Set([...dutiesOf(category), ...ofDangers])],
  });
  const suggestion = suggestFor({ ...words, place: placeOf(row) }, parts, tx.now);
  return receiptOf(tx.save(demands, next, [...rememberLabel(tx, next, category, suggestion, ctx), changed]));
}

const isSame = (one: Category, other: Category) => one.every((name, i) => name === other[i]);
