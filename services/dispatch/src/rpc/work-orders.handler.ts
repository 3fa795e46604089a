import { dispatch, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { acceptOrder } from '../app/accept-order.js';
import { assignOrder } from '../app/assign-order.js';
import { checkIn } from '../app/check-in.js';
import { closeUnsolved } from '../app/close-unsolved.js';
import { completeOrder } from '../app/complete-order.js';
import { tellTrapped } from '../app/confirm-danger.js';
import { dispatchedFile } from '../app/dispatched-file.js';
import { giveFeedback } from '../app/give-feedback.js';
import { nameComplainedAbout } from '../app/name-complained-about.js';
import { raiseLevel } from '../app/raise-level.js';
import { recordFirstContact } from '../app/record-first-contact.js';
import { reportProgress } from '../app/report-progress.js';
import { verifyAtPlace } from '../app/verify-at-place.js';
import { dispatchedOn } from '../db/dispatched-orders.view.js';
import { StreetBook } from '../db/street-book.js';
import type { DispatchDb } from '../db/schema.js';
import { getWorkOrder, listWorkOrders } from '../db/work-orders.view.js';

type Input<K extends keyof typeof dispatch> = z.output<(typeof dispatch)[K]['input']>;

/** Of one day, as the ledger's workbook; no street dispatches so many. */
const EXPORTED = 5_000;

@Answerer()
export class WorkOrdersHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(dispatch.listWorkOrders)
  list(input: Input<'listWorkOrders'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listWorkOrders(sql, input, ctx));
  }

  @Answers(dispatch.getWorkOrder)
  get(input: Input<'getWorkOrder'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getWorkOrder(sql, input, ctx));
  }

  @Answers(dispatch.exportDispatched)
  async exportDispatched({ on }: Input<'exportDispatched'>, ctx: Ctx) {
    const found = await this.db.read(ctx, (sql) => dispatchedOn(sql, { on, limit: EXPORTED + 1 }, ctx));
    const orders = found.slice(0, EXPORTED);
    const file = await dispatchedFile(orders, (await this.streets.at(ctx.streetId)).nameOf);
    return { fileName: `派单抄送-${on}.xlsx`, file: file.toString('base64'), rows: orders.length, isCut: found.length > EXPORTED };
  }

  @Answers(dispatch.accept)
  accept(input: Input<'accept'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => acceptOrder(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.recordFirstContact)
  firstContact(input: Input<'recordFirstContact'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => recordFirstContact(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.checkIn)
  checkIn(input: Input<'checkIn'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => checkIn(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.giveFeedback)
  feedback(input: Input<'giveFeedback'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => giveFeedback(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.reportProgress)
  progress(input: Input<'reportProgress'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reportProgress(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.closeUnsolved)
  closeUnsolved(input: Input<'closeUnsolved'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => closeUnsolved(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.complete)
  complete(input: Input<'complete'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => completeOrder(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.raiseLevel)
  raiseLevel(input: Input<'raiseLevel'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => raiseLevel(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.tellTrapped)
  tellTrapped(input: Input<'tellTrapped'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => tellTrapped(tx, input, ctx, this.rules));
  }

  @Answers(dispatch.verifyAtPlace)
  verify(input: Input<'verifyAtPlace'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => verifyAtPlace(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(dispatch.nameComplainedAbout)
  nameComplainedAbout(input: Input<'nameComplainedAbout'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => nameComplainedAbout(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(dispatch.assign)
  assign(input: Input<'assign'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => assignOrder(tx, input, ctx, this.rules, this.streets));
  }
}
