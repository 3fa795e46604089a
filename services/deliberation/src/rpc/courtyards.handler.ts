import { courtyards, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import {
  answerMatter,
  bringMatter,
  conveneMatter,
  declineMatter,
  openCourtyard,
  raiseMatter,
  settleMatter,
  supportMatter,
} from '../app/courtyard-matters.js';
import { answerQuestion, askQuestion, settleQuestion } from '../app/office-day.js';
import { listCourtyards, listMatters, listQuestions } from '../db/courtyards.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof courtyards> = z.output<(typeof courtyards)[K]['input']>;

@Answerer()
export class CourtyardsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
  ) {}

  @Answers(courtyards.openCourtyard)
  open(input: Input<'openCourtyard'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openCourtyard(tx, input, ctx));
  }

  @Answers(courtyards.listCourtyards)
  list(input: Input<'listCourtyards'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCourtyards(sql, input, ctx));
  }

  @Answers(courtyards.raiseMatter)
  raise(input: Input<'raiseMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => raiseMatter(tx, input, ctx));
  }

  @Answers(courtyards.supportMatter)
  support(input: Input<'supportMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => supportMatter(tx, input, ctx));
  }

  @Answers(courtyards.convene)
  convene(input: Input<'convene'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => conveneMatter(tx, input, ctx));
  }

  @Answers(courtyards.answerMatter)
  answer(input: Input<'answerMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerMatter(tx, input, ctx));
  }

  @Answers(courtyards.settleMatter)
  settle(input: Input<'settleMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => settleMatter(tx, input, ctx));
  }

  @Answers(courtyards.bringMatter)
  bring(input: Input<'bringMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => bringMatter(tx, input, ctx, this.rules));
  }

  @Answers(courtyards.declineMatter)
  decline(input: Input<'declineMatter'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declineMatter(tx, input, ctx));
  }

  @Answers(courtyards.listMatters)
  matters(input: Input<'listMatters'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listMatters(sql, input, ctx));
  }

  @Answers(courtyards.askQuestion)
  ask(input: Input<'askQuestion'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askQuestion(tx, input, ctx, this.rules));
  }

  @Answers(courtyards.answerQuestion)
  answerQuestion(input: Input<'answerQuestion'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerQuestion(tx, input, ctx));
  }

  @Answers(courtyards.settleQuestion)
  settleQuestion(input: Input<'settleQuestion'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => settleQuestion(tx, input, ctx));
  }

  @Answers(courtyards.listQuestions)
  questions(input: Input<'listQuestions'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listQuestions(sql, input, ctx));
  }
}
