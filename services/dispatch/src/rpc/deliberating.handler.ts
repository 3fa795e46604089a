import { deliberating, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { deliberateOrder } from '../app/deliberate-order.js';
import type { DispatchDb } from '../db/schema.js';

@Answerer()
export class DeliberatingHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
  ) {}

  @Answers(deliberating.deliberateOrder)
  deliberate(input: z.output<typeof deliberating.deliberateOrder.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => deliberateOrder(tx, input, ctx, this.rules));
  }
}
