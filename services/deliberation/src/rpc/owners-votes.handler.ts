import { ownersVotes, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook, Vault } from '@wufang/service';
import type { z } from 'zod';
import { announceVote } from '../app/announce-vote.js';
import { annulVote, orderCorrection, reportCorrection } from '../app/annul-vote.js';
import { callOffVote } from '../app/call-off-vote.js';
import { countVote, importOfficial } from '../app/close-vote.js';
import { castVote, checkBallot, enterBallot, settleBallot, strikeBallot } from '../app/enter-ballot.js';
import { keepScan, seeScan } from '../app/keep-scan.js';
import { declareMember, nameGroup } from '../app/name-counting-group.js';
import { postResult } from '../app/post-result.js';
import { printBallots, printNotice } from '../app/print-vote-papers.js';
import { printVote } from '../app/print-vote.js';
import { remindOwners } from '../app/remind-owners.js';
import { readAsOwner } from '../db/bound-homes.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { getVote, listBallots, listCounters, listRoll, listVotes, myVote, pollNotice, voteBoard } from '../db/votes.view.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof ownersVotes> = z.output<(typeof ownersVotes)[K]['input']>;

@Answerer()
export class OwnersVotesHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly vault: Vault,
    private readonly printer: Printer,
  ) {}

  @Answers(ownersVotes.announceVote)
  announce(input: Input<'announceVote'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => announceVote(tx, input, ctx, this.rules));
  }

  @Answers(ownersVotes.nameGroup)
  nameGroup(input: Input<'nameGroup'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => nameGroup(tx, input, ctx));
  }

  @Answers(ownersVotes.declareMember)
  declare(input: Input<'declareMember'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declareMember(tx, input, ctx));
  }

  @Answers(ownersVotes.callOffVote)
  callOff(input: Input<'callOffVote'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => callOffVote(tx, input, ctx));
  }

  @Answers(ownersVotes.orderCorrection)
  orderCorrection(input: Input<'orderCorrection'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => orderCorrection(tx, input, this.rules));
  }

  @Answers(ownersVotes.reportCorrection)
  reportCorrection(input: Input<'reportCorrection'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reportCorrection(tx, input, ctx));
  }

  @Answers(ownersVotes.annulVote)
  annul(input: Input<'annulVote'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => annulVote(tx, input, this.rules));
  }

  @Answers(ownersVotes.remindOwners)
  remind(input: Input<'remindOwners'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => remindOwners(tx, input, ctx));
  }

  @Answers(ownersVotes.castVote)
  cast(input: Input<'castVote'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => castVote(tx, input, ctx, pollNotice));
  }

  @Answers(ownersVotes.myVote)
  mine(input: Input<'myVote'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => myVote(sql, input, own));
  }

  @Answers(ownersVotes.addScan)
  addScan(input: Input<'addScan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => keepScan(tx, input, ctx, this.vault));
  }

  @Answers(ownersVotes.getScan)
  scan(input: Input<'getScan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => seeScan(tx, input, ctx, this.vault));
  }

  @Answers(ownersVotes.enterBallot)
  enter(input: Input<'enterBallot'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => enterBallot(tx, input, ctx));
  }

  @Answers(ownersVotes.checkBallot)
  check(input: Input<'checkBallot'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkBallot(tx, input, ctx));
  }

  @Answers(ownersVotes.settleBallot)
  settle(input: Input<'settleBallot'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => settleBallot(tx, input, ctx));
  }

  @Answers(ownersVotes.strikeBallot)
  strike(input: Input<'strikeBallot'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => strikeBallot(tx, input, ctx));
  }

  @Answers(ownersVotes.listBallots)
  ballots(input: Input<'listBallots'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listBallots(sql, input, ctx));
  }

  @Answers(ownersVotes.listRoll)
  roll(input: Input<'listRoll'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listRoll(sql, input, ctx));
  }

  @Answers(ownersVotes.countVote)
  count(input: Input<'countVote'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => countVote(tx, input, ctx, this.rules));
  }

  @Answers(ownersVotes.importOfficial)
  importOfficial(input: Input<'importOfficial'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => importOfficial(tx, input, ctx, this.rules));
  }

  @Answers(ownersVotes.postResult)
  post(input: Input<'postResult'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => postResult(tx, input, ctx));
  }

  @Answers(ownersVotes.listVotes)
  list(input: Input<'listVotes'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => listVotes(sql, input, own));
  }

  @Answers(ownersVotes.getVote)
  get(input: Input<'getVote'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => getVote(sql, input, own));
  }

  @Answers(ownersVotes.listCounters)
  counters(input: Input<'listCounters'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => listCounters(sql, input, own));
  }

  @Answers(ownersVotes.voteBoard)
  board(input: Input<'voteBoard'>, ctx: Ctx) {
    return readAsOwner(this.db, ctx, (sql, own) => voteBoard(sql, input, own));
  }

  @Answers(ownersVotes.printReport)
  printReport(input: Input<'printReport'>, ctx: Ctx) {
    return printVote(this.db, this.printer, 'REPORT', input, ctx);
  }

  @Answers(ownersVotes.printResult)
  printResult(input: Input<'printResult'>, ctx: Ctx) {
    return printVote(this.db, this.printer, 'RESULT', input, ctx);
  }

  @Answers(ownersVotes.printNotice)
  printNotice(input: Input<'printNotice'>, ctx: Ctx) {
    return printNotice(this.db, this.printer, input, ctx);
  }

  @Answers(ownersVotes.printBallot)
  printBallot(input: Input<'printBallot'>, ctx: Ctx) {
    return printBallots(this.db, this.printer, input, ctx);
  }
}
