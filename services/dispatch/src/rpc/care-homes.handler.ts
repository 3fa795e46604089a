import { careHomes, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { dropCareHome, keepCareHomes } from '../app/keep-care-homes.js';
import { listCareHomes } from '../db/care-homes.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof careHomes> = z.output<(typeof careHomes)[K]['input']>;

/** The communities' lists of homes to be called on first (重点户名册). */
@Answerer()
export class CareHomesHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(careHomes.listCareHomes)
  list(input: Input<'listCareHomes'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCareHomes(sql, input, ctx));
  }

  @Answers(careHomes.keepCareHomes)
  keep(input: Input<'keepCareHomes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => keepCareHomes(tx, input, ctx, this.streets));
  }

  @Answers(careHomes.dropCareHome)
  drop(input: Input<'dropCareHome'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => dropCareHome(tx, input, ctx, this.streets));
  }
}
