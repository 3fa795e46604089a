import { orderCare, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db } from '@wufang/service';
import type { z } from 'zod';
import { endReferral, noteWays, recordVisit, referOrder } from '../app/care-for-order.js';
import { inviteComplainant, joinAdvisers, tellStage } from '../app/follow-complainant.js';
import { makeOrderNotice } from '../app/make-order-notice.js';
import { publishChecklist, tickDuty } from '../app/tick-duty.js';
import { listAdvisers, listChecklists } from '../db/followed-orders.view.js';
import { getCare, getWays, reportWays, tellStory } from '../db/order-care.view.js';
import type { DispatchDb, DispatchTx } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';

type Input<K extends keyof typeof orderCare> = z.output<(typeof orderCare)[K]['input']>;

@Answerer()
export class OrderCareHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly streets: StreetBook,
  ) {}

  @Answers(orderCare.noteWays)
  async noteWays(input: Input<'noteWays'>, ctx: Ctx) {
    await this.db.run(ctx, (tx) => noteWays(tx, input, ctx));
    return this.db.read(ctx, (sql) => getWays(sql, input, ctx));
  }

  @Answers(orderCare.getWays)
  ways(input: Input<'getWays'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWays(sql, input, ctx));
  }

  @Answers(orderCare.reportWays)
  report(input: Input<'reportWays'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => reportWays(sql, input, ctx));
  }

  @Answers(orderCare.getCare)
  care(input: Input<'getCare'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getCare(sql, input, ctx));
  }

  @Answers(orderCare.refer)
  refer(input: Input<'refer'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => referOrder(tx, input, ctx));
  }

  @Answers(orderCare.endReferral)
  endReferral(input: Input<'endReferral'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => endReferral(tx, input, ctx));
  }

  @Answers(orderCare.recordVisit)
  visit(input: Input<'recordVisit'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => recordVisit(tx, input, ctx));
  }

  @Answers(orderCare.tickDuty)
  tickDuty(input: Input<'tickDuty'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => tickDuty(tx, input, ctx));
  }

  @Answers(orderCare.inviteComplainant)
  invite(input: Input<'inviteComplainant'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => inviteComplainant(tx, input, ctx));
  }

  @Answers(orderCare.tellStage)
  tellStage(input: Input<'tellStage'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => tellStage(tx, input, ctx));
  }

  @Answers(orderCare.joinAdvisers)
  joinAdvisers(input: Input<'joinAdvisers'>, ctx: Ctx) {
    return this.cared(input, ctx, (tx) => joinAdvisers(tx, input, ctx));
  }

  @Answers(orderCare.listAdvisers)
  advisers(input: Input<'listAdvisers'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listAdvisers(sql, input, ctx));
  }

  @Answers(orderCare.listChecklists)
  checklists(_input: Input<'listChecklists'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listChecklists(sql, ctx));
  }

  @Answers(orderCare.publishChecklist)
  publishChecklist(input: Input<'publishChecklist'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => publishChecklist(tx, input));
  }

  @Answers(orderCare.makeNotice)
  notice(input: Input<'makeNotice'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => makeOrderNotice(tx, input, ctx, this.streets));
  }

  @Answers(orderCare.tellStory)
  async story(input: Input<'tellStory'>, ctx: Ctx) {
    const { nameOf } = await this.streets.fresh(ctx.streetId);
    return this.db.read(ctx, (sql) => tellStory(sql, input, ctx, nameOf));
  }

  private async cared(input: { id: string }, ctx: Ctx, command: (tx: DispatchTx) => Promise<void>) {
    await this.db.run(ctx, command);
    return this.db.read(ctx, (sql) => getCare(sql, input, ctx));
  }
}
