import { watching, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { recordWatchCheck } from '../app/record-watch-check.js';
import { linkSweepDemand, openSweep, recordSweepCheck } from '../app/sweep-alike.js';
import { declareRain, endRain } from '../app/tell-rain.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import { getSweep, listSweeps, sweepCandidates } from '../db/sweeps.view.js';
import { getRain, listWatchChecks } from '../db/watching.view.js';

type Input<K extends keyof typeof watching> = z.output<(typeof watching)[K]['input']>;

@Answerer()
export class WatchingHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(watching.sweepCandidates)
  async candidates(input: Input<'sweepCandidates'>, ctx: Ctx) {
    const street = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, (sql) => sweepCandidates(sql, input, ctx, street));
  }

  @Answers(watching.openSweep)
  openSweep(input: Input<'openSweep'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openSweep(tx, input, this.rules, this.streets));
  }

  @Answers(watching.listSweeps)
  sweeps(input: Input<'listSweeps'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listSweeps(sql, input, ctx));
  }

  @Answers(watching.getSweep)
  sweep(input: Input<'getSweep'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getSweep(sql, input, ctx));
  }

  @Answers(watching.recordSweepCheck)
  recordSweep(input: Input<'recordSweepCheck'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordSweepCheck(tx, input, ctx, this.rules));
  }

  @Answers(watching.linkSweepDemand)
  linkDemand(input: Input<'linkSweepDemand'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => linkSweepDemand(tx, input, ctx));
  }

  @Answers(watching.listWatchChecks)
  checks(input: Input<'listWatchChecks'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listWatchChecks(sql, input, ctx));
  }

  @Answers(watching.recordWatchCheck)
  recordCheck(input: Input<'recordWatchCheck'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordWatchCheck(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(watching.getRain)
  rain(_input: Input<'getRain'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getRain(sql, ctx));
  }

  @Answers(watching.declareRain)
  declareRain(_input: Input<'declareRain'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => declareRain(tx, this.rules));
  }

  @Answers(watching.endRain)
  endRain(_input: Input<'endRain'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endRain(tx));
  }
}
