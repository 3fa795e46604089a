import { legs, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { addLeg } from '../app/add-leg.js';
import { acceptLeg, returnLeg, waiveLeg } from '../app/answer-leg.js';
import { handUp } from '../app/hand-up.js';
import { publishHandUpPilot } from '../app/publish-hand-up-pilot.js';
import { listHandUpPilots, listLegs } from '../db/legs.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof legs> = z.output<(typeof legs)[K]['input']>;

@Answerer()
export class LegsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(legs.addLeg)
  add(input: Input<'addLeg'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => addLeg(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(legs.acceptLeg)
  accept(input: Input<'acceptLeg'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => acceptLeg(tx, input, ctx));
  }

  @Answers(legs.returnLeg)
  return(input: Input<'returnLeg'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => returnLeg(tx, input, ctx));
  }

  @Answers(legs.waiveLeg)
  waive(input: Input<'waiveLeg'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => waiveLeg(tx, input, ctx));
  }

  @Answers(legs.listLegs)
  list(input: Input<'listLegs'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listLegs(sql, input, ctx));
  }

  @Answers(legs.handUp)
  handUp(input: Input<'handUp'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => handUp(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(legs.getHandUpPilots)
  pilots(_input: Input<'getHandUpPilots'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listHandUpPilots(sql, ctx));
  }

  @Answers(legs.publishHandUpPilot)
  async publishPilot(input: Input<'publishHandUpPilot'>, ctx: Ctx) {
    const published = await this.db.run(ctx, (tx) => publishHandUpPilot(tx, input, this.streets));
    await this.streets.fresh(ctx.streetId);
    return published;
  }
}
