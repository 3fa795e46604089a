import { scoring, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { ratesOf } from '../db/rates.view.js';
import type { ScoringDb } from '../db/schema.js';

@Answerer()
export class RatesHandler {
  constructor(private readonly db: Db<ScoringDb>) {}

  @Answers(scoring.rates)
  rates(input: z.output<typeof scoring.rates.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => ratesOf(sql, ctx.streetId, input));
  }
}
