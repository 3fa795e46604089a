import { council, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { cancelCouncil, closeRoundOne, closeRoundTwo, layPlan, openCouncil } from '../app/hold-council.js';
import { getCouncil, listCouncils } from '../db/council.view.js';
import type { DeliberationDb } from '../db/schema.js';

type Input<K extends keyof typeof council> = z.output<(typeof council)[K]['input']>;

@Answerer()
export class CouncilHandler {
  constructor(private readonly db: Db<DeliberationDb>) {}

  @Answers(council.openCouncil)
  open(input: Input<'openCouncil'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openCouncil(tx, input, ctx));
  }

  @Answers(council.closeRoundOne)
  closeRoundOne(input: Input<'closeRoundOne'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => closeRoundOne(tx, input, ctx));
  }

  @Answers(council.layPlan)
  layPlan(input: Input<'layPlan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => layPlan(tx, input, ctx));
  }

  @Answers(council.closeRoundTwo)
  closeRoundTwo(input: Input<'closeRoundTwo'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => closeRoundTwo(tx, input, ctx));
  }

  @Answers(council.cancelCouncil)
  cancel(input: Input<'cancelCouncil'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => cancelCouncil(tx, input, ctx));
  }

  @Answers(council.getCouncil)
  get(input: Input<'getCouncil'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getCouncil(sql, input, ctx));
  }

  @Answers(council.listCouncils)
  list(input: Input<'listCouncils'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCouncils(sql, input, ctx));
  }
}
