import { works, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { checkWorks, concludeAcceptance, finishWorks, nameTeam } from '../app/accept-works.js';
import { beginStage, changeWorks, noteProgress, reachStage, startWorks } from '../app/carry-out-works.js';
import { lookAgain } from '../app/look-again.js';
import { postSettlement } from '../app/post-settlement.js';
import { printSettlement } from '../app/print-settlement.js';
import { settleWorks } from '../app/settle-works.js';
import { listDuties } from '../db/duties.view.js';
import { ownSettlements, trackHomeSettlement } from '../db/home-settlements.view.js';
import { getWorks, listToCheck, listPublicWorks, listWorks } from '../db/works.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof works> = z.output<(typeof works)[K]['input']>;

@Answerer()
export class WorksHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(works.listWorks)
  list(input: Input<'listWorks'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listWorks(sql, input, ctx));
  }

  @Answers(works.getWorks)
  get(input: Input<'getWorks'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWorks(sql, input, ctx));
  }

  @Answers(works.listPublicWorks)
  board(input: Input<'listPublicWorks'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listPublicWorks(sql, input));
  }

  @Answers(works.trackHomeSettlement)
  homeSettlement(input: Input<'trackHomeSettlement'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => trackHomeSettlement(sql, input));
  }

  @Answers(works.getOwnSettlements)
  ownSettlements(input: Input<'getOwnSettlements'>, ctx: Ctx) {
    // A resident has no unit: which homes are theirs is the account's to say, not row-level security's.
    return this.db.read({ ...ctx, scope: 'street' }, (sql) => ownSettlements(sql, input, ctx));
  }

  @Answers(works.listDuties)
  duties(input: Input<'listDuties'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDuties(sql, input, ctx));
  }

  @Answers(works.startWorks)
  start(input: Input<'startWorks'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => startWorks(tx, input, ctx));
  }

  @Answers(works.noteProgress)
  note(input: Input<'noteProgress'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => noteProgress(tx, input, ctx));
  }

  @Answers(works.beginStage)
  begin(input: Input<'beginStage'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => beginStage(tx, input, ctx));
  }

  @Answers(works.reachStage)
  reach(input: Input<'reachStage'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reachStage(tx, input, ctx));
  }

  @Answers(works.changeWorks)
  change(input: Input<'changeWorks'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => changeWorks(tx, input, ctx, this.rules));
  }

  @Answers(works.nameTeam)
  team(input: Input<'nameTeam'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => nameTeam(tx, input, ctx));
  }

  @Answers(works.finishWorks)
  finish(input: Input<'finishWorks'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => finishWorks(tx, input, ctx, this.rules));
  }

  @Answers(works.checkWorks)
  check(input: Input<'checkWorks'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkWorks(tx, input, ctx));
  }

  @Answers(works.listToCheck)
  toCheck(_: Input<'listToCheck'>, ctx: Ctx) {
    // A resident has no unit at the table: that the home is in the team is asked of the team, not of row-level security.
    return this.db.read({ ...ctx, scope: 'street' }, (sql) => listToCheck(sql, ctx));
  }

  @Answers(works.concludeAcceptance)
  accept(input: Input<'concludeAcceptance'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => concludeAcceptance(tx, input, ctx, this.rules));
  }

  @Answers(works.lookAgain)
  look(input: Input<'lookAgain'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => lookAgain(tx, input, ctx, this.rules));
  }

  @Answers(works.printSettlement)
  printSettlement(input: Input<'printSettlement'>, ctx: Ctx) {
    return printSettlement(this.db, this.printer, input, ctx);
  }

  @Answers(works.postSettlement)
  postSettlement(input: Input<'postSettlement'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postSettlement(tx, input, ctx));
  }

  @Answers(works.settleWorks)
  settle(input: Input<'settleWorks'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => settleWorks(tx, input, ctx, this.rules));
  }
}
