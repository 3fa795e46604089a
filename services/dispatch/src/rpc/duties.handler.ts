import { watching, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { doDuty, endDutyPlan, planDuty, relieveDuty } from '../app/plan-duty.js';
import { listDuties, listDutyPlans } from '../db/duties.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof watching> = z.output<(typeof watching)[K]['input']>;

@Answerer()
export class DutiesHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(watching.planDuty)
  plan(input: Input<'planDuty'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => planDuty(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(watching.endDutyPlan)
  end(input: Input<'endDutyPlan'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endDutyPlan(tx, input, ctx));
  }

  @Answers(watching.listDutyPlans)
  plans(input: Input<'listDutyPlans'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDutyPlans(sql, input, ctx));
  }

  @Answers(watching.listDuties)
  duties(input: Input<'listDuties'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listDuties(sql, input, ctx));
  }

  @Answers(watching.doDuty)
  done(input: Input<'doDuty'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => doDuty(tx, input, ctx));
  }

  @Answers(watching.relieveDuty)
  relieve(input: Input<'relieveDuty'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => relieveDuty(tx, input, ctx));
  }
}
