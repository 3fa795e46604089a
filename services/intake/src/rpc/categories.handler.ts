import { categories, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { checkTree, publishTree } from '../app/publish-tree.js';
import { TreeBook } from '../db/category-trees.store.js';
import { viewTree } from '../db/category-trees.view.js';
import type { IntakeDb } from '../db/schema.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

/** The street's category tree and its versions. */
@Answerer()
export class CategoriesHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly trees: TreeBook,
  ) {}

  @Answers(categories.getTree)
  async get({ version }: Input<typeof categories.getTree>, ctx: Ctx) {
    const trees = await this.trees.fresh(ctx.streetId);
    return this.db.read(ctx, (sql) => viewTree(sql, version, ctx.streetId, trees));
  }

  @Answers(categories.checkTree)
  check(input: Input<typeof categories.checkTree>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkTree(tx, input));
  }

  @Answers(categories.publishTree)
  async publish(input: Input<typeof categories.publishTree>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishTree(tx, input, ctx));
    await this.trees.fresh(ctx.streetId);
    return published;
  }
}
