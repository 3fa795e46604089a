import { issues, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { proposeIssue } from '../app/propose-issue.js';
import { screenIssue } from '../app/screen-issue.js';
import { getIssue, listIssues } from '../db/issues.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof issues> = z.output<(typeof issues)[K]['input']>;

@Answerer()
export class IssuesHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
  ) {}

  @Answers(issues.proposeIssue)
  propose(input: Input<'proposeIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => proposeIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.screenIssue)
  screen(input: Input<'screenIssue'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => screenIssue(tx, input, ctx, this.rules));
  }

  @Answers(issues.getIssue)
  get(input: Input<'getIssue'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getIssue(sql, input, ctx));
  }

  @Answers(issues.listIssues)
  list(input: Input<'listIssues'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listIssues(sql, input, ctx));
  }
}
