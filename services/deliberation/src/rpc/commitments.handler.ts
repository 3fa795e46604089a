import { commitments, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { getCommitment, listCommitments } from '../db/commitments.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof commitments> = z.output<(typeof commitments)[K]['input']>;

@Answerer()
export class CommitmentsHandler {
  constructor(private readonly db: Db<DeliberationDb>) {}

  @Answers(commitments.getCommitment)
  get(input: Input<'getCommitment'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getCommitment(sql, input, ctx));
  }

  @Answers(commitments.listCommitments)
  list(input: Input<'listCommitments'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCommitments(sql, input, ctx));
  }
}
