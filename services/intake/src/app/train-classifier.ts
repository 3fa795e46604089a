import type { ClassifierModelView, Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Db, Vault } from '@wufang/service';
import { trainInThread } from '../clients/training.js';
import { readExamples, type ModelBook } from '../db/classifiers.store.js';
import type { PlaceBook } from '../db/places.store.js';
import type { IntakeDb } from '../db/schema.js';
import { fewestExamples } from '../domain/train-classifier.js';
import { keepModel } from './keep-model.js';

/**
 * Trains the street's classifier from its own cases. Texts are opened in memory, read by a thread of their own, and forgotten; what stays is
 * counts of words that several demands share, sealed.
 */
export async function trainClassifierOf(
  ctx: Ctx,
  { activate }: { activate: boolean },
  { db, vault, places, models }: { db: Db<IntakeDb>; vault: Vault; places: PlaceBook; models: ModelBook },
): Promise<ClassifierModelView> {
  const [examples, page] = await Promise.all([readExamples(db, vault, ctx.streetId), places.fresh(ctx.streetId)]);
  const categories = new Set(examples.map(({ category }) => category.join('/')));
  if (examples.length < fewestExamples.value || categories.size < 2)
    throw new DomainError('classifier.too-few', { needed: fewestExamples.value, examples: examples.length });
  const trained = await trainInThread(examples, page.placeNames);
  const view = await db.run(ctx, (tx) => keepModel(tx, trained, activate, vault));
  await models.fresh(ctx.streetId);
  return view;
}
