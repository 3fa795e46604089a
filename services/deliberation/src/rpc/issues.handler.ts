import { issueFiles, issues, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import type { z } from 'zod';
import { decideNext, reportPlan } from '../app/decide-next.js';
import { keepFile } from '../app/keep-file.js';
import { proposeIssue } from '../app/propose-issue.js';
import { postBodyDecision, recordBodyDecision } from '../app/record-body-decision.js';
import { reseatIssue } from '../app/reseat-issue.js';
import { screenIssue } from '../app/screen-issue.js';
import { replaceMandate, stepBack } from '../app/step-back.js';
import { askWithdrawal, mergeIssue, withdrawIssue } from '../app/withdraw-issue.js';
import { getFile, getIssue, listIssues } from '../db/issues.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof issues> = z.output<(typeof issues)[K]['input']>;
type FileInput<K extends keyof typeof issueFiles> = z.output<(typeof issueFiles)[K]['input']>;

@Answerer()
export class IssuesHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly vault: Vault,
  ) {}

  @Answers(issues.proposeIssue)
  propose(input: Input<'proposeIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => proposeIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.screenIssue)
  screen(input: Input<'screenIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => screenIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.decideNext)
  decideNext(input: Input<'decideNext'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => decideNext(tx, input, ctx, this.rules));
  }

  @Answers(issues.reportPlan)
  reportPlan(input: Input<'reportPlan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reportPlan(tx, input, ctx, this.rules));
  }

  @Answers(issues.askWithdrawal)
  askWithdrawal(input: Input<'askWithdrawal'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askWithdrawal(tx, input, ctx));
  }

  @Answers(issues.withdrawIssue)
  withdraw(input: Input<'withdrawIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.mergeIssue)
  merge(input: Input<'mergeIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => mergeIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.stepBack)
  stepBack(input: Input<'stepBack'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => stepBack(tx, input, ctx));
  }

  @Answers(issues.replaceMandate)
  replaceMandate(input: Input<'replaceMandate'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => replaceMandate(tx, input, ctx));
  }

  @Answers(issues.recordBodyDecision)
  recordBodyDecision(input: Input<'recordBodyDecision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordBodyDecision(tx, input, ctx, this.rules));
  }

  @Answers(issues.postBodyDecision)
  postBodyDecision(input: Input<'postBodyDecision'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postBodyDecision(tx, input, ctx, this.rules));
  }

  @Answers(issues.reseatIssue)
  reseat(input: Input<'reseatIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reseatIssue(tx, input, ctx));
  }

  @Answers(issues.getIssue)
  get(input: Input<'getIssue'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getIssue(sql, input, ctx));
  }

  @Answers(issues.listIssues)
  list(input: Input<'listIssues'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listIssues(sql, input, ctx));
  }

  @Answers(issueFiles.addFile)
  addFile(input: FileInput<'addFile'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => keepFile(tx, input, ctx, this.vault));
  }

  @Answers(issueFiles.getFile)
  getFile(input: FileInput<'getFile'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getFile(sql, input, ctx, this.vault));
  }
}
