import { Injectable } from '@nestjs/common';
import {
  campaignEvents,
  classificationEvents,
  clockEvents,
  deliberatingEvents,
  directoryEvents,
  dispatchEvents,
  disputeEvents,
  handlingCode,
  incidentEvents,
  labels,
  legEvents,
  orderCareEvents,
  watchingEvents,
  whistleEvents,
  type Envelope,
  type WorkOrderState,
} from '@wufang/contracts';
import { on, RuleBook, Vault, type EventConsumer } from '@wufang/service';
import { followRaised } from '../app/check-level.js';
import { checkerOf, dueText, followOrder, rememberHandler, tellComplainant } from '../app/follow-order.js';
import { callBackLinked, openCallbacks, withdrawCallbacks } from '../app/open-callbacks.js';
import { receiveFinding } from '../app/receive-finding.js';
import { directoryCategories, TreeBook } from '../db/category-trees.store.js';
import { ModelBook } from '../db/classifiers.store.js';
import { demandOfOrder, demandOrders, orderOfDemand } from '../db/demands.store.js';
import { PlaceBook } from '../db/places.store.js';
import type { IntakeTx } from '../db/schema.js';
import { startOfCallback } from '../domain/callback.js';

/** The clocks that an order's due time comes from. */
const dueCodes: readonly string[] = [...Object.values(handlingCode), 'REWORK'];

/** When the limit was met, if it was by this step. */
const metAt = ({ limitMetAt }: { limitMetAt?: string | undefined }) => (limitMetAt ? { limitMetAt: new Date(limitMetAt) } : {});

const apartAgain = '一起办理的单位已办完各自的部分，由承办单位继续办理';

/** The fixed words for a fact, and what the person who made it so says besides. */
const withWords = (fixed: string, publicText: string | undefined) => (publicText === undefined ? fixed : `${fixed}。${publicText}`);

/** Whether an order that intake follows is in another state from now on. */
async function moves(tx: IntakeTx, { payload }: Envelope<{ demandId: string }>, state: WorkOrderState): Promise<boolean> {
  return (await tx.load(orderOfDemand, payload.demandId))?.state !== state;
}

/** The course of work orders: what a complainant may know of it, and when it is time to call back; and what campaigns found that becomes a demand. */
@Injectable()
export class DispatchConsumer implements EventConsumer {
  readonly source = 'dispatch';

  constructor(
    private readonly rules: RuleBook,
    private readonly vault: Vault,
    private readonly places: PlaceBook,
    private readonly models: ModelBook,
    private readonly trees: TreeBook,
  ) {}

  readonly handlers = [
    on(dispatchEvents.dispatched, (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, dispatchedAt, contactUnitId = null } = event.payload;
      const sent = { leadUnitId, contactUnitId, coUnitIds, dueAt: new Date(dueAt), aboutUnitId: event.payload.aboutUnitId ?? null };
      // A look again that failed gives a closed demand another order.
      followOrder(tx, event, { state: 'DISPATCHED', ...sent, isOpen: true, completedAt: null });
      tellComplainant(tx, event, dispatchedAt, `已派单，办理时限 ${dueText(dueAt)}`);
    }),
    on(classificationEvents.orderLevelLowered, (tx, event) => {
      const { phase, loweredAt, oldDueAt, dueAt } = event.payload;
      // What is done, or put off, has no time that runs.
      if (phase === 'OVER') return;
      followOrder(tx, event, { dueAt: new Date(dueAt) });
      tellComplainant(tx, event, loweredAt, `经核实不属于紧急情形，办理时限调整为 ${dueText(dueAt)}（原时限 ${dueText(oldDueAt)}）`);
    }),
    on(classificationEvents.orderLevelRaised, async (tx, event) => {
      const { state, dueAt, raisedAt, level } = event.payload;
      followOrder(tx, event, { state, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, raisedAt, `改按“${labels.level[level]}”办理，办理时限 ${dueText(dueAt)}`);
      await followRaised(tx, event, await this.rules.at(tx.streetId, tx.now));
    }),
    on(directoryEvents.directoryPublished, (tx, { payload, recordedAt }) => {
      const { directoryVersion, categories = null, from = recordedAt } = payload;
      tx.put(directoryCategories, { directoryVersion, beginsAt: new Date(from), categories });
    }),
    on(directoryEvents.directoryWithdrawn, (tx, { payload: { directoryVersion } }) => tx.remove(directoryCategories, { directoryVersion })),
    on(campaignEvents.findingDemanded, async (tx, event) => {
      const { streetId } = event;
      const known = { page: await this.places.of(streetId), inUse: await this.models.of(streetId), trees: await this.trees.of(streetId) };
      await receiveFinding(tx, event.payload, { vault: this.vault, rules: this.rules, ...known });
    }),
    on(deliberatingEvents.deliberationAsked, (tx, event) => {
      followOrder(tx, event, { state: 'DELIBERATING' });
      tellComplainant(tx, event, event.payload.askedAt, event.payload.publicText);
    }),
    on(deliberatingEvents.deliberationEnded, (tx, event) => {
      followOrder(tx, event, { state: 'HANDLING', ...metAt(event.payload) });
      tellComplainant(tx, event, event.payload.endedAt, `五方共议结束（${labels.issueOutcome[event.payload.outcome]}），继续办理`);
    }),
    on(orderCareEvents.complainantInvited, (tx, event) => {
      const { invitedAt } = event.payload;
      followOrder(tx, event, { invitedAt: new Date(invitedAt) });
      tellComplainant(tx, event, invitedAt, '邀请您跟办：此后研究、实施、反馈各步都在这里告诉您');
    }),
    on(orderCareEvents.stageTold, (tx, event) => {
      const { stage, publicText, toldAt } = event.payload;
      tellComplainant(tx, event, toldAt, publicText, stage);
    }),
    on(watchingEvents.watchingBegan, (tx, event) =>
      tellComplainant(tx, event, event.payload.beganAt, '结案后还将回看：七日、三十日和首场降雨后各查看一次'),
    ),
    on(watchingEvents.orderArchived, (tx, event) => {
      const { archivedAt, childOrderId } = event.payload;
      tellComplainant(tx, event, archivedAt, childOrderId ? '回看发现问题没有彻底解决，已重新派单办理' : '回看全部通过，归档');
    }),
    on(incidentEvents.orderAttached, (tx, event) => {
      const { leadUnitId, attachedAt } = event.payload;
      followOrder(tx, event, { state: 'HANDLING', leadUnitId });
      tellComplainant(tx, event, attachedAt, '已并入突发事件统一处置，进展将随时告知；您的办理时限不变');
    }),
    on(incidentEvents.orderLeadChanged, async (tx, event) => {
      const { leadUnitId, changedAt } = event.payload;
      followOrder(tx, event, { leadUnitId });
      tellComplainant(tx, event, changedAt, `所在突发事件改由${await this.nameOf(tx, leadUnitId)}牵头处置`);
    }),
    on(incidentEvents.orderDetached, (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, detachedAt } = event.payload;
      followOrder(tx, event, { state: 'DISPATCHED', leadUnitId, coUnitIds, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, detachedAt, `不再并入突发事件处置，已单独派给承办单位，承办单位将与您联系；办理时限 ${dueText(dueAt)}`);
    }),
    on(dispatchEvents.complainedAboutNamed, async (tx, event) => {
      const { aboutUnitId, leadUnitId, coUnitIds, namedAt } = event.payload;
      followOrder(tx, event, { aboutUnitId, leadUnitId, ...(coUnitIds && { coUnitIds }) });
      // What rests has another lead from now on; what is handled is handed over, which is told by itself.
      if (coUnitIds) tellComplainant(tx, event, namedAt, `为了回避，已改由${await this.nameOf(tx, leadUnitId)}承办，办理时限不变`);
    }),
    on(dispatchEvents.assigned, async (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, assignedAt, publicText } = event.payload;
      followOrder(tx, event, { leadUnitId, coUnitIds, dueAt: new Date(dueAt) });
      const name = await this.nameOf(tx, leadUnitId);
      tellComplainant(tx, event, assignedAt, withWords(`已由诉求中心指派${name}承办，办理时限 ${dueText(dueAt)}`, publicText));
    }),
    on(disputeEvents.disputeRaised, (tx, event) => {
      if (event.payload.isBeside) return;
      followOrder(tx, event, { state: 'DISPUTED' });
      tellComplainant(tx, event, event.payload.raisedAt, '承办单位对派单提出异议，正在核定由谁办理；办理时限照常计算');
    }),
    on(disputeEvents.disputeRejected, async (tx, event) => {
      const { state, rejectedAt } = event.payload;
      if (await moves(tx, event, state)) tellComplainant(tx, event, rejectedAt, '经核定，仍由原承办单位办理，办理时限不变');
      followOrder(tx, event, { state });
    }),
    on(disputeEvents.disputeUpheld, (tx, event) => {
      const { movesOrder, isAtRest, toUnitId, coUnitIds, dueAt, upheldAt } = event.payload;
      if (!movesOrder && !isAtRest) return;
      followOrder(tx, event, { ...(movesOrder && { state: 'DISPATCHED' }), leadUnitId: toUnitId, coUnitIds, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, upheldAt, `经核定，已改由负责的单位承办，办理时限 ${dueText(dueAt)}；您的诉求仍从最初提交时算起`);
    }),
    on(legEvents.coUnitAdded, async (tx, event) => {
      const { state, coUnitIds, unitId, publicText, addedAt } = event.payload;
      followOrder(tx, event, { state, coUnitIds });
      tellComplainant(tx, event, addedAt, withWords(`已请${await this.nameOf(tx, unitId)}一起办理，办理时限不变`, publicText));
    }),
    on(legEvents.coUnitDone, async (tx, event) => {
      const { state, doneAt } = event.payload;
      if (await moves(tx, event, state)) tellComplainant(tx, event, doneAt, apartAgain);
      followOrder(tx, event, { state });
    }),
    on(whistleEvents.orderJoined, (tx, event) => {
      const { state, joinedAt } = event.payload;
      followOrder(tx, event, { state });
      tellComplainant(tx, event, joinedAt, '已请相关单位到场，由多个单位一起办理；办理时限不变');
    }),
    on(whistleEvents.orderWhistleSettled, async (tx, event) => {
      const { state, settledAt } = event.payload;
      if (await moves(tx, event, state)) tellComplainant(tx, event, settledAt, apartAgain);
      followOrder(tx, event, { state });
    }),
    on(legEvents.handedUp, (tx, event) => {
      const { state, toUnitId, coUnitIds, contactUnitId, handedUpAt, publicText } = event.payload;
      followOrder(tx, event, { state, leadUnitId: toUnitId, coUnitIds, contactUnitId });
      tellComplainant(tx, event, handedUpAt, publicText);
    }),
    on(dispatchEvents.imported, async (tx, event) => {
      const { demandId, state, leadUnitId, dueAt, completedAt } = event.payload;
      const isOpen = !/^(CLOSED|ARCHIVED|WATCHING)/.test(state);
      followOrder(tx, event, {
        state,
        leadUnitId,
        dueAt: new Date(dueAt),
        completedAt: completedAt === null ? null : new Date(completedAt),
        isOpen,
      });
      if (completedAt) tellComplainant(tx, event, completedAt, '承办单位已办结');
      // Its clock ended in silence, before anybody here could hear of it; the complainant is owed the call all the same (条例第二十三条), from the import on.
      const at = new Date(event.recordedAt);
      if (isOpen && new Date(dueAt) <= at) await openCallbacks(tx, { demandId, orderId: event.aggregateId, cause: 'DUE', at }, this.rules);
    }),
    on(dispatchEvents.accepted, async (tx, event) => {
      const before = await tx.load(orderOfDemand, event.payload.demandId);
      // Who takes an order back for rework goes on where they were.
      followOrder(tx, event, { state: before?.state === 'REWORK' ? 'HANDLING' : 'ACCEPTED' });
      rememberHandler(tx, event);
      tellComplainant(tx, event, event.payload.acceptedAt, '承办单位已签收');
    }),
    on(dispatchEvents.contacted, (tx, event) => {
      followOrder(tx, event, { state: 'HANDLING' });
      rememberHandler(tx, event);
      tellComplainant(tx, event, event.payload.contactedAt, '承办单位已与您联系');
    }),
    on(dispatchEvents.checkedIn, (tx, event) => {
      rememberHandler(tx, event);
      tellComplainant(tx, event, event.payload.checkedInAt, event.payload.publicText ?? '承办人员已到现场');
    }),
    on(dispatchEvents.fedBack, (tx, event) => {
      followOrder(tx, event, { state: event.payload.state ?? 'HANDLING' });
      rememberHandler(tx, event);
      tellComplainant(tx, event, event.payload.fedBackAt, event.payload.publicText);
    }),
    on(dispatchEvents.progressed, (tx, event) => {
      if (event.payload.limitMetAt) followOrder(tx, event, metAt(event.payload));
      rememberHandler(tx, event);
      tellComplainant(tx, event, event.payload.progressedAt, event.payload.publicText);
    }),
    on(dispatchEvents.completed, async (tx, event) => {
      const { demandId, completedAt, publicText, handledBy, gridCheck } = event.payload;
      const checkerUnitId = gridCheck === 'OWED' ? await checkerOf(tx, demandId) : null;
      followOrder(tx, event, { state: 'COMPLETED', completedAt: new Date(completedAt), checkerUnitId });
      rememberHandler(tx, event);
      rememberHandler(tx, event, handledBy);
      tellComplainant(tx, event, completedAt, `承办单位已办结：${publicText}`);
      await openCallbacks(tx, { demandId, orderId: event.aggregateId, cause: 'COMPLETED', at: new Date(completedAt) }, this.rules);
    }),
    on(dispatchEvents.clockFired, async (tx, event) => {
      const { callsBack, dueAt } = event.payload;
      if (callsBack) await this.callBackWhenDue(tx, callsBack, event.aggregateId, dueAt);
    }),
    on(dispatchEvents.dueReached, (tx, event) => this.callBackWhenDue(tx, event.payload.demandId, event.aggregateId, event.payload.dueAt)),
    on(dispatchEvents.reworked, async (tx, event) => {
      const { demandId, dueAt, because } = event.payload;
      followOrder(tx, event, { state: 'REWORK', dueAt: new Date(dueAt), completedAt: null, limitMetAt: null });
      const why = because === 'GRID_CHECK' ? '网格核实没有办到位' : '您反映未解决';
      tellComplainant(tx, event, event.recordedAt, `${why}，已退回重新办理，时限 ${dueText(dueAt)}`);
      await withdrawCallbacks(tx, { demandId, orderId: event.aggregateId });
    }),
    on(dispatchEvents.closed, async (tx, event) => {
      const { demandId, state, basis, closedAt } = event.payload;
      followOrder(tx, event, { state, isOpen: false });
      tellComplainant(tx, event, closedAt, state === 'CLOSED_SOLVED' && basis !== 'UNREACHED' ? '已解决，结案' : '已结案');
      await callBackLinked(tx, { demandId, orderId: event.aggregateId, cause: 'COMPLETED', at: new Date(closedAt) }, this.rules);
    }),
    on(clockEvents.extensionGranted, (tx, event) => {
      const { dueAt, grantedAt, publicText, oldDueAt } = event.payload;
      followOrder(tx, event, { dueAt: new Date(dueAt) });
      tellComplainant(tx, event, grantedAt, `经批准延期：${publicText}（原时限 ${dueText(oldDueAt)}，现时限 ${dueText(dueAt)}）`);
    }),
    on(clockEvents.suspensionGranted, (tx, event) => {
      const { reviewOn, grantedAt, publicText } = event.payload;
      followOrder(tx, event, { state: 'SUSPENDED' });
      tellComplainant(tx, event, grantedAt, `暂时挂账：${publicText}（复核日期 ${reviewOn}）`);
    }),
    on(clockEvents.suspensionEnded, (tx, event) => {
      followOrder(tx, event, { state: 'HANDLING' });
      tellComplainant(tx, event, event.payload.endedAt, event.payload.publicText);
    }),
    on(clockEvents.pauseStarted, (tx, event) => {
      const { startedAt, publicText, until, dueAt } = event.payload;
      followOrder(tx, event, { dueAt: new Date(dueAt) });
      tellComplainant(tx, event, startedAt, `暂停计时：${publicText}（至 ${dueText(until)}）`);
    }),
    on(clockEvents.pauseEnded, (tx, event) => {
      const { dueAt, endedAt } = event.payload;
      followOrder(tx, event, { dueAt: new Date(dueAt) });
      tellComplainant(tx, event, endedAt, `恢复计时，办理时限 ${dueText(dueAt)}`);
    }),
    on(clockEvents.pauseReviewed, (tx, event) => {
      const { dueAt, reviewedAt } = event.payload;
      if (dueAt === undefined) return;
      followOrder(tx, event, { dueAt: new Date(dueAt) });
      tellComplainant(tx, event, reviewedAt, `经复核不予暂停计时，办理时限 ${dueText(dueAt)}`);
    }),
    on(clockEvents.transferred, async (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, transferredAt, publicText } = event.payload;
      followOrder(tx, event, { state: 'DISPATCHED', leadUnitId, ...(coUnitIds && { coUnitIds }), dueAt: new Date(dueAt) });
      const name = await this.nameOf(tx, leadUnitId);
      tellComplainant(tx, event, transferredAt, withWords(`您的诉求已转由${name}办理，时限不变，至 ${dueText(dueAt)}`, publicText));
    }),
    on(dispatchEvents.clockRecounted, async (tx, event) => {
      if (!dueCodes.includes(event.payload.code)) return;
      const demandId = await tx.load(demandOfOrder, event.aggregateId);
      if (demandId) tx.put(demandOrders, { demandId, dueAt: new Date(event.payload.newDueAt) });
    }),
  ];

  /** A unit as the complainant knows it; one that is not registered yet by what it does. */
  private async nameOf({ streetId }: IntakeTx, unitId: string): Promise<string> {
    return (await this.places.of(streetId)).nameOfUnit.get(unitId) ?? '负责的单位';
  }

  /** The limit is over: whoever asked is called back though nobody has finished (条例第二十三条). */
  private callBackWhenDue(tx: IntakeTx, demandId: string, orderId: string, dueAt: string): Promise<void> {
    return openCallbacks(tx, { demandId, orderId, cause: 'DUE', at: startOfCallback(new Date(dueAt)) }, this.rules);
  }
}
