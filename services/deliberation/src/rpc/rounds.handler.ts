import { rounds, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { failRound } from '../app/fail-quorum.js';
import { checkIn, closeRound, openRound } from '../app/hold-round.js';
import { noticeRound } from '../app/notice-round.js';
import { printMinutes, printNotice } from '../app/print-round.js';
import { recordPosition, takePosition } from '../app/take-position.js';
import { finishMinutes, writeMinutes } from '../app/write-minutes.js';
import { getRound, listRounds, watchRound } from '../db/rounds.view.js';
import type { DeliberationDb } from '../db/schema.js';
import { Printer } from '../documents/printer.js';

type Input<K extends keyof typeof rounds> = z.output<(typeof rounds)[K]['input']>;

@Answerer()
export class RoundsHandler {
  constructor(
    private readonly db: Db<DeliberationDb>,
    private readonly rules: RuleBook,
    private readonly printer: Printer,
  ) {}

  @Answers(rounds.noticeRound)
  notice(input: Input<'noticeRound'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => noticeRound(tx, input, ctx, this.rules));
  }

  @Answers(rounds.checkIn)
  checkIn(input: Input<'checkIn'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkIn(tx, input, ctx));
  }

  @Answers(rounds.openRound)
  open(input: Input<'openRound'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openRound(tx, input, ctx, this.rules));
  }

  @Answers(rounds.failRound)
  fail(input: Input<'failRound'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => failRound(tx, input, ctx, this.rules));
  }

  @Answers(rounds.takePosition)
  take(input: Input<'takePosition'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => takePosition(tx, input, ctx));
  }

  @Answers(rounds.recordPosition)
  record(input: Input<'recordPosition'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordPosition(tx, input, ctx));
  }

  @Answers(rounds.closeRound)
  close(input: Input<'closeRound'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => closeRound(tx, input, ctx, this.rules));
  }

  @Answers(rounds.writeMinutes)
  writeMinutes(input: Input<'writeMinutes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => writeMinutes(tx, input, ctx));
  }

  @Answers(rounds.finishMinutes)
  finishMinutes(input: Input<'finishMinutes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => finishMinutes(tx, input, ctx));
  }

  @Answers(rounds.getRound)
  get(input: Input<'getRound'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getRound(sql, input, ctx));
  }

  @Answers(rounds.listRounds)
  list(input: Input<'listRounds'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listRounds(sql, input, ctx));
  }

  @Answers(rounds.watchRound)
  watch(input: Input<'watchRound'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => watchRound(sql, input, ctx));
  }

  @Answers(rounds.printNotice)
  printNotice(input: Input<'printNotice'>, ctx: Ctx) {
    return printNotice(this.db, this.printer, this.rules, input, ctx);
  }

  @Answers(rounds.printMinutes)
  printMinutes(input: Input<'printMinutes'>, ctx: Ctx) {
    return printMinutes(this.db, this.printer, input, ctx);
  }
}
