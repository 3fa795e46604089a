import { fundBalances, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { stateFundBalance } from '../app/state-fund-balance.js';
import { listFundBalances } from '../db/fund-balances.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof fundBalances> = z.output<(typeof fundBalances)[K]['input']>;

@Answerer()
export class FundBalancesHandler {
  constructor(private readonly db: Db<DeliberationDb>) {}

  @Answers(fundBalances.stateFundBalance)
  state(input: Input<'stateFundBalance'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => stateFundBalance(tx, input, ctx));
  }

  @Answers(fundBalances.listFundBalances)
  list(input: Input<'listFundBalances'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listFundBalances(sql, input, ctx));
  }
}
