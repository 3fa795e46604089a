import { clocks, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { acceptTransfer, declineTransfer } from '../app/answer-transfer.js';
import { answerEscalation } from '../app/answer-escalation.js';
import { askEscalation } from '../app/ask-escalation.js';
import { askExtension } from '../app/ask-extension.js';
import { askSuspension } from '../app/ask-suspension.js';
import { decideExtension } from '../app/decide-extension.js';
import { decideSuspension } from '../app/decide-suspension.js';
import { endPause } from '../app/end-pause.js';
import { endSuspension } from '../app/end-suspension.js';
import { reviewPause } from '../app/review-pause.js';
import { startPause } from '../app/start-pause.js';
import { transferOrder } from '../app/transfer-order.js';
import { explainOrder } from '../db/order-life.view.js';
import { findingsOfLimits } from '../db/time-limits.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof clocks> = z.output<(typeof clocks)[K]['input']>;

/** More time, time that stands still, and where an order's time went. */
@Answerer()
export class OrderTimeHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(clocks.askExtension)
  askExtension(input: Input<'askExtension'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askExtension(tx, input, ctx, this.rules));
  }

  @Answers(clocks.decideExtension)
  decideExtension(input: Input<'decideExtension'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => decideExtension(tx, input, ctx, this.rules));
  }

  @Answers(clocks.askSuspension)
  askSuspension(input: Input<'askSuspension'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askSuspension(tx, input, ctx, this.rules));
  }

  @Answers(clocks.decideSuspension)
  decideSuspension(input: Input<'decideSuspension'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => decideSuspension(tx, input, ctx, this.rules));
  }

  @Answers(clocks.endSuspension)
  endSuspension(input: Input<'endSuspension'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endSuspension(tx, input, ctx, this.rules));
  }

  @Answers(clocks.startPause)
  startPause(input: Input<'startPause'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => startPause(tx, input, ctx, this.rules));
  }

  @Answers(clocks.reviewPause)
  reviewPause(input: Input<'reviewPause'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reviewPause(tx, input, ctx, this.rules));
  }

  @Answers(clocks.endPause)
  endPause(input: Input<'endPause'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endPause(tx, input, ctx, this.rules));
  }

  @Answers(clocks.askEscalation)
  askEscalation(input: Input<'askEscalation'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askEscalation(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(clocks.answerEscalation)
  answerEscalation(input: Input<'answerEscalation'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerEscalation(tx, input, ctx, this.rules));
  }

  @Answers(clocks.transfer)
  transfer(input: Input<'transfer'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => transferOrder(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(clocks.acceptTransfer)
  acceptTransfer(input: Input<'acceptTransfer'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => acceptTransfer(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(clocks.declineTransfer)
  declineTransfer(input: Input<'declineTransfer'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declineTransfer(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(clocks.explain)
  explain(input: Input<'explain'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => explainOrder(sql, input, ctx));
  }

  @Answers(clocks.limitFindings)
  limitFindings(_: Input<'limitFindings'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => findingsOfLimits(sql, ctx));
  }
}
