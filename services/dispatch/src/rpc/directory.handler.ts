import { dispatch, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { dryRunDirectory } from '../app/dry-run-directory.js';
import { publishDirectory, publishDirectoryCsv } from '../app/publish-directory.js';
import { getDirectory, sentOrders } from '../db/directories.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof dispatch> = z.output<(typeof dispatch)[K]['input']>;

@Answerer()
export class DirectoryHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(dispatch.getDirectory)
  get(_input: Input<'getDirectory'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getDirectory(sql, ctx));
  }

  @Answers(dispatch.publishDirectory)
  async publish(input: Input<'publishDirectory'>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishDirectory(tx, input, this.streets));
    await this.streets.fresh(ctx.streetId);
    return published;
  }

  @Answers(dispatch.publishDirectoryCsv)
  async publishCsv(input: Input<'publishDirectoryCsv'>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishDirectoryCsv(tx, input, this.streets));
    await this.streets.fresh(ctx.streetId);
    return published;
  }

  @Answers(dispatch.dryRunDirectory)
  async dryRun(input: Input<'dryRunDirectory'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, (sql) => dryRunDirectory(sentOrders(sql, ctx, input), street));
  }
}
