import { intake, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, Vault } from '@wufang/service';
import type { z } from 'zod';
import { answerCallback, recordAttempt, recordCallback } from '../app/record-callback.js';
import { listCallbacks } from '../db/callbacks.view.js';
import type { IntakeDb } from '../db/schema.js';

/** Callbacks: the desk's list, attempts and answers, and what a complainant answers alone. */
@Answerer()
export class CallbacksHandler {
  constructor(
    private readonly db: Db<IntakeDb>,
    private readonly vault: Vault,
  ) {}

  @Answers(intake.listCallbacks)
  list(input: z.output<typeof intake.listCallbacks.input>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCallbacks(sql, input, ctx.streetId, this.vault));
  }

  @Answers(intake.recordAttempt)
  attempt(input: z.output<typeof intake.recordAttempt.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordAttempt(tx, input, ctx, this.vault));
  }

  @Answers(intake.recordCallback)
  record(input: z.output<typeof intake.recordCallback.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordCallback(tx, input, ctx, this.vault));
  }

  @Answers(intake.answerCallback)
  answer(input: z.output<typeof intake.answerCallback.input>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerCallback(tx, input, this.vault));
  }
}
