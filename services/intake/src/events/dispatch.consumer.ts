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
    on(incidentEvents.orderLeadChanged, (tx, event) => followOrder(tx, event, { leadUnitId: event.payload.leadUnitId })),
    on(incidentEvents.orderDetached, (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, detachedAt } = event.payload;
      followOrder(tx, event, { state: 'DISPATCHED', leadUnitId, coUnitIds, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, detachedAt, `不再并入突发事件处置，已单独派给承办单位，承办单位将与您联系；办理时限 ${dueText(dueAt)}`);
    }),
    on(dispatchEvents.complainedAboutNamed, (tx, event) => {
      const { aboutUnitId, leadUnitId, coUnitIds } = event.payload;
      followOrder(tx, event, { aboutUnitId, leadUnitId, ...(coUnitIds && { coUnitIds }) });
    }),
    on(dispatchEvents.assigned, (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, assignedAt } = event.payload;
      followOrder(tx, event, { leadUnitId, coUnitIds, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, assignedAt, `已由诉求中心指派承办单位，办理时限 ${dueText(dueAt)}`);
    }),
    on(disputeEvents.disputeRaised, (tx, event) => {
      if (!event.payload.isBeside) followOrder(tx, event, { state: 'DISPUTED' });
    }),
    on(disputeEvents.disputeRejected, (tx, event) => followOrder(tx, event, { state: event.payload.state })),
    on(disputeEvents.disputeUpheld, (tx, event) => {
      const { movesOrder, isAtRest, toUnitId, coUnitIds, dueAt, upheldAt } = event.payload;
      if (!movesOrder && !isAtRest) return;
      followOrder(tx, event, { ...(movesOrder && { state: 'DISPATCHED' }), leadUnitId: toUnitId, coUnitIds, dueAt: new Date(dueAt) });
      tellComplainant(tx, event, upheldAt, `经核定，已改由负责的单位承办，办理时限 ${dueText(dueAt)}；您的诉求仍从最初提交时算起`);
    }),
    on(legEvents.coUnitAdded, (tx, event) => {
      const { state, coUnitIds } = event.payload;
      followOrder(tx, event, { state, coUnitIds });
    }),
    on(legEvents.coUnitDone, (tx, event) => followOrder(tx, event, { state: event.payload.state })),
    on(whistleEvents.orderJoined, (tx, event) => followOrder(tx, event, { state: event.payload.state })),
    on(whistleEvents.orderWhistleSettled, (tx, event) => followOrder(tx, event, { state: event.payload.state })),
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
      const { demandId, state, closedAt } = event.payload;
      followOrder(tx, event, { state, isOpen: false });
      tellComplainant(tx, event, closedAt, state === 'CLOSED_SOLVED' ? '已解决，结案' : '已结案');
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
      const { dueAt } = event.payload;
      if (dueAt !== undefined) followOrder(tx, event, { dueAt: new Date(dueAt) });
    }),
    on(clockEvents.transferred, (tx, event) => {
      const { leadUnitId, coUnitIds, dueAt, transferredAt } = event.payload;
      followOrder(tx, event, { state: 'DISPATCHED', leadUnitId, ...(coUnitIds && { coUnitIds }), dueAt: new Date(dueAt) });
      tellComplainant(tx, event, transferredAt, `已转由另一单位承办，办理时限 ${dueText(dueAt)}`);
    }),
    on(dispatchEvents.clockRecounted, async (tx, event) => {
      if (!dueCodes.includes(event.payload.code)) return;
      const demandId = await tx.load(demandOfOrder, event.aggregateId);
      if (demandId) tx.put(demandOrders, { demandId, dueAt: new Date(event.payload.newDueAt) });
    }),
  ];
  /** The limit is over: whoever asked is called back though nobody has finished (条例第二十三条). */
  private callBackWhenDue(tx: IntakeTx, demandId: string, orderId: string, dueAt: string): Promise<void> {
    return openCallbacks(tx, { demandId, orderId, cause: 'DUE', at: startOfCallback(new Date(dueAt)) }, this.rules);
  }
}
