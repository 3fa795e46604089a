import { instalments, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { counterReceipt, recordReceipt } from '../app/receive-payment.js';
import { listInstalments, listPayments } from '../db/instalments.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof instalments> = z.output<(typeof instalments)[K]['input']>;

@Answerer()
export class InstalmentsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
  ) {}

  @Answers(instalments.listInstalments)
  list(input: Input<'listInstalments'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listInstalments(sql, input, ctx));
  }

  @Answers(instalments.listPayments)
  payments(input: Input<'listPayments'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPayments(sql, input, ctx));
  }

  @Answers(instalments.recordReceipt)
  receipt(input: Input<'recordReceipt'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordReceipt(tx, input, ctx, this.rules));
  }

  @Answers(instalments.counterReceipt)
  counter(input: Input<'counterReceipt'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => counterReceipt(tx, input, ctx, this.rules));
  }
}
