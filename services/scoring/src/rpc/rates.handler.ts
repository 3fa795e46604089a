import { scoring, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { latePartiesOf } from '../db/late-parties.view.js';
import { ratesOf } from '../db/rates.view.js';
import type { ScoringDb } from '../db/schema.js';

@Answerer()
export class RatesHandler {
  constructor(private readonly db: Db<ScoringDb>) {}

  @Answers(scoring.rates)
  rates(input: z.output<typeof scoring.rates.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => ratesOf(sql, ctx.streetId, input));
  }

  @Answers(scoring.lateParties)
  lateParties(input: z.output<typeof scoring.lateParties.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => latePartiesOf(sql, input, ctx));
  }
}
