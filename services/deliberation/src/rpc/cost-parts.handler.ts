import { costParts, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { getMyPart, listMyParts } from '../db/cost-parts.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof costParts> = z.output<(typeof costParts)[K]['input']>;

/** For units that pay without a seat: the plan itself is out of their reach, so that what is theirs is picked out of it here. */
@Answerer()
export class CostPartsHandler {
  constructor(private readonly db: Db<DeliberationDb>) {}

  @Answers(costParts.listMyParts)
  list(_input: Input<'listMyParts'>, ctx: Ctx) {
    return this.db.read({ ...ctx, scope: 'street' }, (sql) => listMyParts(sql, ctx));
  }

  @Answers(costParts.getMyPart)
  get(input: Input<'getMyPart'>, ctx: Ctx) {
    return this.db.read({ ...ctx, scope: 'street' }, (sql) => getMyPart(sql, input, ctx));
  }
}
