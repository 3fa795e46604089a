import { classification, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, Vault } from '@wufang/service';
import type { z } from 'zod';
import { confirmLevel, lowerLevel } from '../app/check-level.js';
import { correctCategory } from '../app/correct-category.js';
import { activateModel } from '../app/keep-model.js';
import { suggestFor } from '../app/suggest-for.js';
import { trainClassifierOf } from '../app/train-classifier.js';
import { TreeBook } from '../db/category-trees.store.js';
import { instantOfDatabase } from '../db/category-trees.view.js';
import { ModelBook } from '../db/classifiers.store.js';
import { listModels } from '../db/classifiers.view.js';
import { wordsOfDemand } from '../db/demands.view.js';
import { PlaceBook } from '../db/places.store.js';
import type { IntakeDb } from '../db/schema.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

/** What text suggests, the levels it raised, and the model it is read with. */
@Answerer()
export class ClassificationHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
    private readonly places: PlaceBook,
    private readonly models: ModelBook,
    private readonly trees: TreeBook,
  ) {}

  private async parts({ streetId }: Ctx) {
    return { page: await this.places.of(streetId), inUse: await this.models.of(streetId), trees: await this.trees.of(streetId) };
  }

  @Answers(classification.suggest)
  async suggest(input: Input<typeof classification.suggest>, ctx: Ctx) {
    return suggestFor(input, await this.parts(ctx), await this.db.read(ctx, instantOfDatabase));
  }

  @Answers(classification.suggestionOf)
  async suggestionOf({ id }: Input<typeof classification.suggestionOf>, ctx: Ctx) {
    const parts = await this.parts(ctx);
    const words = await this.db.read(ctx, (sql) => wordsOfDemand(sql, id, ctx.streetId, this.vault));
    return suggestFor(words, parts, await this.db.read(ctx, instantOfDatabase));
  }

  @Answers(classification.confirmLevel)
  confirm(input: Input<typeof classification.confirmLevel>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => confirmLevel(tx, input));
  }

  @Answers(classification.lowerLevel)
  async lower(input: Input<typeof classification.lowerLevel>, ctx: Ctx) {
    const trees = await this.trees.of(ctx.streetId);
    return this.db.run(ctx, (tx) => lowerLevel(tx, input, ctx, trees));
  }

  @Answers(classification.correctCategory)
  async correct(input: Input<typeof classification.correctCategory>, ctx: Ctx) {
    const parts = await this.parts(ctx);
    return this.db.run(ctx, (tx) => correctCategory(tx, input, ctx, { vault: this.vault, ...parts }));
  }

  @Answers(classification.train)
  train(input: Input<typeof classification.train>, ctx: Ctx) {
    return trainClassifierOf(ctx, input, { db: this.db, vault: this.vault, places: this.places, models: this.models });
  }

  @Answers(classification.listModels)
  list(_: Input<typeof classification.listModels>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listModels(sql, ctx.streetId));
  }

  @Answers(classification.activateModel)
  async activate(input: Input<typeof classification.activateModel>, ctx: Ctx) {
    const activated = await this.db.run(ctx, (tx) => activateModel(tx, input));
    await this.models.fresh(ctx.streetId);
    return activated;
  }
}
