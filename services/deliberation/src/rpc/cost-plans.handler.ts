import { costPlans, homeBindings, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { bindHome } from '../app/bind-home.js';
import { chooseScenario } from '../app/choose-scenario.js';
import { endBinding, unbindHome } from '../app/end-binding.js';
import { draftPlan } from '../app/draft-plan.js';
import { filePaper } from '../app/file-paper.js';
import { meetCondition } from '../app/note-consent.js';
import { printOwnShares, printStatements } from '../app/print-statements.js';
import { takeOver } from '../app/take-over.js';
import { withdrawPaper } from '../app/withdraw-paper.js';
import {
  getGates,
  getPlan,
  homeKeysOf,
  listOwnShares,
  listPapers,
  listPlanHomes,
  listPlans,
  makeStatement,
  trackHomeShare,
} from '../db/plans.view.js';
import { listBoundHomes, listHomeBindings } from '../db/bound-homes.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof costPlans> = z.output<(typeof costPlans)[K]['input']>;
type Bound<K extends keyof typeof homeBindings> = z.output<(typeof homeBindings)[K]['input']>;

@Answerer()
export class CostPlansHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(costPlans.draftPlan)
  draft(input: Input<'draftPlan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => draftPlan(tx, input, ctx));
  }

  @Answers(costPlans.listPlanHomes)
  homes(input: Input<'listPlanHomes'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPlanHomes(sql, input, ctx));
  }

  @Answers(costPlans.listPlans)
  list(input: Input<'listPlans'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPlans(sql, input, ctx));
  }

  @Answers(costPlans.getPlan)
  get(input: Input<'getPlan'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getPlan(sql, input, ctx));
  }

  @Answers(costPlans.choosePlanScenario)
  choose(input: Input<'choosePlanScenario'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => chooseScenario(tx, input, ctx, this.rules));
  }

  @Answers(costPlans.meetCondition)
  meetCondition(input: Input<'meetCondition'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => meetCondition(tx, input, ctx, this.rules));
  }

  @Answers(costPlans.takeOver)
  takeOver(input: Input<'takeOver'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => takeOver(tx, input, ctx));
  }

  @Answers(costPlans.filePaper)
  filePaper(input: Input<'filePaper'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => filePaper(tx, input, ctx));
  }

  @Answers(costPlans.withdrawPaper)
  withdrawPaper(input: Input<'withdrawPaper'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => withdrawPaper(tx, input, ctx));
  }

  @Answers(costPlans.listPapers)
  papers(input: Input<'listPapers'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPapers(sql, input, ctx));
  }

  @Answers(costPlans.getGates)
  gates(input: Input<'getGates'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getGates(sql, input, ctx));
  }

  @Answers(costPlans.makeStatement)
  statement(input: Input<'makeStatement'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => makeStatement(sql, input, ctx));
  }

  @Answers(costPlans.homeKeys)
  homeKeys(input: Input<'homeKeys'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => homeKeysOf(sql, input, ctx));
  }

  @Answers(costPlans.trackHomeShare)
  track(input: Input<'trackHomeShare'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => trackHomeShare(sql, input));
  }

  @Answers(costPlans.bindHome)
  bind(input: Input<'bindHome'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => bindHome(tx, input, ctx));
  }

  @Answers(homeBindings.listBoundHomes)
  boundHomes(_input: Bound<'listBoundHomes'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listBoundHomes(sql, ctx));
  }

  @Answers(homeBindings.unbindHome)
  unbind(input: Bound<'unbindHome'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => unbindHome(tx, input, ctx));
  }

  @Answers(homeBindings.listHomeBindings)
  bindings(input: Bound<'listHomeBindings'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listHomeBindings(sql, input, ctx));
  }

  @Answers(homeBindings.endBinding)
  endBinding(input: Bound<'endBinding'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endBinding(tx, input, ctx));
  }

  @Answers(costPlans.listOwnShares)
  ownShares(_input: Input<'listOwnShares'>, ctx: Ctx) {
    // A resident has no unit: which homes are theirs is the account's to say, not row-level security's.
    return this.db.read({ ...ctx, scope: 'street' }, (sql) => listOwnShares(sql, ctx));
  }

  @Answers(costPlans.printStatements)
  printStatements(input: Input<'printStatements'>, ctx: Ctx) {
    return printStatements(this.db, this.printer, input, ctx);
  }

  @Answers(costPlans.printOwnShares)
  printOwnShares(input: Input<'printOwnShares'>, ctx: Ctx) {
    return printOwnShares(this.db, this.printer, input, ctx);
  }
}
