import { watching, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { recordWatchCheck } from '../app/record-watch-check.js';
import { declareRain, endRain } from '../app/tell-rain.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import { getRain, listWatchChecks } from '../db/watching.view.js';

type Input<K extends keyof typeof watching> = z.output<(typeof watching)[K]['input']>;

@Answerer()
export class WatchingHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

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
