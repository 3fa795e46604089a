import { emergencyUses, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { confirmUse, refuseUse } from '../app/confirm-emergency-use.js';
import { fileUse, postNotice } from '../app/file-emergency-use.js';
import { answerShare, askShare } from '../app/answer-share.js';
import { proposeCorrection } from '../app/correct-emergency-use.js';
import { postUse, recordMoney } from '../app/post-emergency-use.js';
import { printEmergencyNotice, printEvidence, printUse } from '../app/print-emergency-use.js';
import { readAsOwner } from '../db/bound-homes.view.js';
import { getUse, listMine, listQuestions, listUses, myShares } from '../db/emergency.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof emergencyUses> = z.output<(typeof emergencyUses)[K]['input']>;

@Answerer()
export class EmergencyUsesHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(emergencyUses.fileUse)
  file(input: Input<'fileUse'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => fileUse(tx, input, ctx, this.rules));
  }

  @Answers(emergencyUses.postNotice)
  notice(input: Input<'postNotice'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postNotice(tx, input, ctx));
  }

  @Answers(emergencyUses.confirmUse)
  confirm(input: Input<'confirmUse'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => confirmUse(tx, input, ctx, this.rules));
  }

  @Answers(emergencyUses.refuseUse)
  refuse(input: Input<'refuseUse'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => refuseUse(tx, input, ctx));
  }

  @Answers(emergencyUses.postUse)
  post(input: Input<'postUse'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postUse(tx, input, ctx));
  }

  @Answers(emergencyUses.correctUse)
  correct(input: Input<'correctUse'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => proposeCorrection(tx, input, ctx));
  }

  @Answers(emergencyUses.moneyArrived)
  money(input: Input<'moneyArrived'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordMoney(tx, input, ctx));
  }

  @Answers(emergencyUses.askShare)
  ask(input: Input<'askShare'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askShare(tx, input, ctx, this.rules));
  }

  @Answers(emergencyUses.answerShare)
  answer(input: Input<'answerShare'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => answerShare(tx, input, ctx));
  }

  @Answers(emergencyUses.myShares)
  myShares(input: Input<'myShares'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => myShares(sql, input, own));
  }

  @Answers(emergencyUses.listQuestions)
  listQuestions(input: Input<'listQuestions'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => listQuestions(sql, input, own));
  }

  @Answers(emergencyUses.getUse)
  getUse(input: Input<'getUse'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => getUse(sql, input, own));
  }

  @Answers(emergencyUses.listMine)
  listMine(_input: Input<'listMine'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, listMine);
  }

  @Answers(emergencyUses.listUses)
  listUses(input: Input<'listUses'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listUses(sql, input, ctx));
  }

  @Answers(emergencyUses.printNotice)
  printNotice(input: Input<'printNotice'>, ctx: Ctx) {
    return printEmergencyNotice(this.db, this.printer, input, ctx);
  }

  @Answers(emergencyUses.printUse)
  printUse(input: Input<'printUse'>, ctx: Ctx) {
    return printUse(this.db, this.printer, input, ctx, this.rules);
  }

  @Answers(emergencyUses.printEvidence)
  printEvidence(input: Input<'printEvidence'>, ctx: Ctx) {
    return printEvidence(this.db, this.printer, input, ctx);
  }
}
