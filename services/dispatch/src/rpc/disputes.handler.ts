import { disputes, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { rejectDispute, upholdDispute } from '../app/decide-dispute.js';
import { raiseDispute } from '../app/raise-dispute.js';
import { listDisputes } from '../db/disputes.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof disputes> = z.output<(typeof disputes)[K]['input']>;

@Answerer()
export class DisputesHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(disputes.raiseDispute)
  raise(input: Input<'raiseDispute'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => raiseDispute(tx, input, ctx, this.rules));
  }

  @Answers(disputes.upholdDispute)
  uphold(input: Input<'upholdDispute'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => upholdDispute(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(disputes.rejectDispute)
  reject(input: Input<'rejectDispute'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => rejectDispute(tx, input, ctx, this.rules));
  }

  @Answers(disputes.listDisputes)
  list(input: Input<'listDisputes'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDisputes(sql, input, ctx));
  }
}
