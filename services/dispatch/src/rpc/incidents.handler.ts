import { incidents, type Ctx } from '@wufang/contracts';
import { Answerer, Answers, Db, RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { attachOrders } from '../app/attach-order.js';
import { addHouseholds, visitHousehold } from '../app/call-on-households.js';
import { changeIncidentLead } from '../app/change-incident-lead.js';
import { endShift, handOver, reviewIncident, startShift } from '../app/crew-shifts.js';
import { detachOrder } from '../app/detach-order.js';
import { dismissIncident } from '../app/dismiss-incident.js';
import { confirmIncident, openIncident, widenIncident } from '../app/open-incident.js';
import { callOut, moveSupplies } from '../app/move-supplies.js';
import { askAfterHomes, tellHomes } from '../app/reach-households.js';
import { logStep, restoreIncident, tellStatus } from '../app/run-incident.js';
import {
  getIncident,
  listCandidates,
  listHouseholds,
  listIncidentHomes,
  listIncidents,
  listOutreach,
  printNotice,
} from '../db/incidents.view.js';
import type { DispatchDb } from '../db/schema.js';
import { StreetBook } from '../db/street-book.js';
import { listSupplies } from '../db/supplies.view.js';

type Input<K extends keyof typeof incidents> = z.output<(typeof incidents)[K]['input']>;

@Answerer()
export class IncidentsHandler {
  constructor(
    private readonly db: Db<DispatchDb>,
    private readonly rules: RuleBook,
    private readonly streets: StreetBook,
  ) {}

  @Answers(incidents.listIncidents)
  list(input: Input<'listIncidents'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listIncidents(sql, input, ctx));
  }

  @Answers(incidents.getIncident)
  get(input: Input<'getIncident'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => getIncident(sql, input, ctx));
  }

  @Answers(incidents.listHomes)
  homes(input: Input<'listHomes'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listIncidentHomes(sql, input, ctx));
  }

  @Answers(incidents.openIncident)
  open(input: Input<'openIncident'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => openIncident(tx, input, this.rules, this.streets));
  }

  @Answers(incidents.confirmIncident)
  confirm(input: Input<'confirmIncident'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => confirmIncident(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.dismissIncident)
  dismiss(input: Input<'dismissIncident'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => dismissIncident(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.changeLead)
  changeLead(input: Input<'changeLead'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => changeIncidentLead(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.widenIncident)
  widen(input: Input<'widenIncident'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => widenIncident(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.listCandidates)
  candidates(input: Input<'listCandidates'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listCandidates(sql, input, ctx));
  }

  @Answers(incidents.attachOrders)
  attach(input: Input<'attachOrders'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => attachOrders(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.detachOrder)
  detach(input: Input<'detachOrder'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => detachOrder(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.tellStatus)
  status(input: Input<'tellStatus'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => tellStatus(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.logStep)
  step(input: Input<'logStep'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => logStep(tx, input, ctx));
  }

  @Answers(incidents.startShift)
  startShift(input: Input<'startShift'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => startShift(tx, input, ctx, this.streets, this.rules));
  }

  @Answers(incidents.handOver)
  handOver(input: Input<'handOver'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => handOver(tx, input, ctx, this.streets, this.rules));
  }

  @Answers(incidents.endShift)
  endShift(input: Input<'endShift'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => endShift(tx, input, ctx));
  }

  @Answers(incidents.listHouseholds)
  households(input: Input<'listHouseholds'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listHouseholds(sql, input, ctx));
  }

  @Answers(incidents.addHouseholds)
  addHouseholds(input: Input<'addHouseholds'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => addHouseholds(tx, input, ctx, this.streets));
  }

  @Answers(incidents.visitHousehold)
  visitHousehold(input: Input<'visitHousehold'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => visitHousehold(tx, input, ctx, this.streets));
  }

  @Answers(incidents.listSupplies)
  supplies(input: Input<'listSupplies'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listSupplies(sql, input, ctx));
  }

  @Answers(incidents.moveSupplies)
  async moveSupplies(input: Input<'moveSupplies'>, ctx: Ctx) {
    await this.db.run(ctx, (tx) => moveSupplies(tx, input, ctx, this.streets));
    return this.db.read(ctx, (sql) => listSupplies(sql, input, ctx));
  }

  @Answers(incidents.callOut)
  callOut(input: Input<'callOut'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => callOut(tx, input, ctx, this.streets));
  }

  @Answers(incidents.listOutreach)
  outreach(input: Input<'listOutreach'>, ctx: Ctx) {
    return this.db.read(ctx, (sql) => listOutreach(sql, input, ctx));
  }

  @Answers(incidents.tellHomes)
  tellHomes(input: Input<'tellHomes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => tellHomes(tx, input, ctx, this.streets));
  }

  @Answers(incidents.askAfterHomes)
  askAfterHomes(input: Input<'askAfterHomes'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => askAfterHomes(tx, input, ctx, this.streets));
  }

  @Answers(incidents.printNotice)
  async notice(input: Input<'printNotice'>, ctx: Ctx) {
    const street = await this.streets.at(ctx.streetId);
    return this.db.read(ctx, (sql) => printNotice(sql, input, ctx, street));
  }

  @Answers(incidents.restore)
  restore(input: Input<'restore'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => restoreIncident(tx, input, ctx, this.rules, this.streets));
  }

  @Answers(incidents.review)
  review(input: Input<'review'>, ctx: Ctx) {
    return this.db.run(ctx, (tx) => reviewIncident(tx, input, ctx));
  }
}
