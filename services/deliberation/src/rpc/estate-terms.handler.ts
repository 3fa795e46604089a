import { estateTerms, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import type { z } from 'zod';
import { keepTermFile } from '../app/keep-term-file.js';
import { recordTermStep, registerTerm } from '../app/record-term-step.js';
import { getTerm, getTermFile, listTerms } from '../db/estate-terms.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof estateTerms> = z.output<(typeof estateTerms)[K]['input']>;

@Answerer()
export class EstateTermsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly vault: Vault,
  ) {}

  @Answers(estateTerms.registerTerm)
  register(input: Input<'registerTerm'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => registerTerm(tx, input, ctx, this.rules));
  }

  @Answers(estateTerms.recordTermStep)
  record(input: Input<'recordTermStep'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordTermStep(tx, input, ctx, this.rules));
  }

  @Answers(estateTerms.addTermFile)
  addFile(input: Input<'addTermFile'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => keepTermFile(tx, input, ctx, this.vault));
  }

  @Answers(estateTerms.getTermFile)
  file(input: Input<'getTermFile'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getTermFile(sql, input, ctx, this.vault));
  }

  @Answers(estateTerms.listTerms)
  list(input: Input<'listTerms'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listTerms(sql, input, ctx, this.rules));
  }

  @Answers(estateTerms.getTerm)
  get(input: Input<'getTerm'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getTerm(sql, input, ctx, this.rules));
  }
}
