import { classification, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { confirmLevel, lowerLevel } from '../app/check-level.js';
import type { IntakeDb } from '../db/schema.js';

type Input<O extends { input: z.ZodType }> = z.output<O['input']>;

/** What text suggests, the levels it raised, and the model it is read with. */
@Answerer()
export class ClassificationHandler {
  constructor(private readonly db: Db<IntakeDb>) {}

  @Answers(classification.confirmLevel)
  confirm(input: Input<typeof classification.confirmLevel>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => confirmLevel(tx, input));
  }

  @Answers(classification.lowerLevel)
  lower(input: Input<typeof classification.lowerLevel>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => lowerLevel(tx, input));
  }
}
