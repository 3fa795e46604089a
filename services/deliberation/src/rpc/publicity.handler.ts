import { publicity, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { objectAsOwner, recordObjection } from '../app/object-to-plan.js';
import { postPublicity } from '../app/post-publicity.js';
import { printPublicity } from '../app/print-publicity.js';
import { amendPlan, answerObjection, recordAssembly, withdrawObjection } from '../app/settle-objections.js';
import { listPosted, listPublicities, readPosted } from '../db/publicity.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof publicity> = z.output<(typeof publicity)[K]['input']>;

@Answerer()
export class PublicityHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(publicity.postPublicity)
  post(input: Input<'postPublicity'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postPublicity(tx, input, ctx, this.rules));
  }

  @Answers(publicity.listPublicities)
  list(input: Input<'listPublicities'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPublicities(sql, input, ctx));
  }

  @Answers(publicity.listPosted)
  board(input: Input<'listPosted'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPosted(sql, input));
  }

  @Answers(publicity.readPosted)
  read(input: Input<'readPosted'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => readPosted(sql, input));
  }

  @Answers(publicity.objectAsOwner)
  objectAsOwner(input: Input<'objectAsOwner'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => objectAsOwner(tx, input, this.rules));
  }

  @Answers(publicity.recordObjection)
  record(input: Input<'recordObjection'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordObjection(tx, input, ctx, this.rules));
  }

  @Answers(publicity.answerObjection)
  answer(input: Input<'answerObjection'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerObjection(tx, input, ctx, this.rules));
  }

  @Answers(publicity.withdrawObjection)
  withdraw(input: Input<'withdrawObjection'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawObjection(tx, input, ctx, this.rules));
  }

  @Answers(publicity.recordAssembly)
  assembly(input: Input<'recordAssembly'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordAssembly(tx, input, ctx, this.rules));
  }

  @Answers(publicity.amendPlan)
  amend(input: Input<'amendPlan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => amendPlan(tx, input, ctx, this.rules));
  }

  @Answers(publicity.printPublicity)
  print(input: Input<'printPublicity'>, ctx: Ctx) {
    return printPublicity(this.db, this.printer, input, ctx);
  }
}
