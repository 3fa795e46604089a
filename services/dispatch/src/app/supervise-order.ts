import { supervisionEvents, type Ctx, type SupervisionTrigger, type SupervisionView } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { fact, type ClockRules, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { SupervisionRow } from '../db/supervision.schema.js';
import { orderOfSupervision, supervisions, supervisionsOfOrder } from '../db/supervisions.store.js';
import { supervisionView } from '../db/supervisions.view.js';
import { lockToDecide, workOrders } from '../db/work-orders.store.js';
import { supervisionSteps } from '../domain/clock-steps.js';
import { futureOf } from '../domain/future.js';
import { refuseOwnComplaint, refuseOwnUnit } from '../domain/keep-out.js';
import { refusePrivate } from '../domain/public-text.js';
import { isUnderWay, nextOfSupervision } from '../domain/supervision-states.js';
import { callsForSupervision } from '../domain/supervision-triggers.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

interface Demand {
  id: string;
  demand: string;
  dueAt?: string | undefined;
}

/**
 * A leader or section chief supervises an order (督办): the lead owes a reply within a time of its own. That clock runs beside those of the order, and
 * none of them moves: nobody gains time by being supervised.
 */
export async function superviseOrder(
  tx: DispatchTx,
  input: Demand & { trigger: SupervisionTrigger },
  ctx: Ctx,
  rules: RuleBook,
): Promise<SupervisionView> {
  const order = await lockToDecide(tx, input.id, ctx);
  if (!order.isOpen) throw new DomainError('work-order.not-open', {});
  refusePrivate(input.demand);
  return supervisionView(await issue(tx, order, { ...input, issuedBy: ctx.actor.accountId }, rules));
}

/**
 * The order has been urged as often as calls for it (催办 with effect on clocks): it is supervised by the system, for the reply owed by the table, unless it is under
 * supervision already. Answers until when the reply is owed, or null. The order is locked.
 */
export async function superviseUrged(tx: DispatchTx, order: WorkOrderRow, urges: number, rules: RuleBook): Promise<Date | null> {
  if (!callsForSupervision(urges, beijingDate(tx.now))) return null;
  for (const id of (await tx.load(supervisionsOfOrder, order.id)) ?? []) {
    const row = await tx.lock(supervisions, id);
    if (row && isUnderWay(row.state)) return null;
  }
  const demand = `已催办 ${urges} 次，请说明办理情况和办结时间`;
  const { dueAt } = await issue(tx, order, { trigger: 'URGED', demand, dueAt: undefined, issuedBy: 'system' }, rules);
  return dueAt;
}

type Issued = Omit<Demand, 'id'> & { trigger: SupervisionTrigger; issuedBy: string };

async function issue(
  tx: DispatchTx,
  order: WorkOrderRow,
  { trigger, demand, dueAt, issuedBy }: Issued,
  rules: RuleBook,
): Promise<SupervisionRow> {
  const id = tx.newId();
  const asked = await askReply(tx, id, dueAt, rules);
  const { no, leadUnitId } = order;
  return tx.create(
    supervisions,
    {
      ...{ id, orderId: order.id, no, leadUnitId, state: 'OWED' as const, trigger, demand },
      ...{ issuedBy, issuedAt: tx.now, dueAt: asked.dueAt, reply: null, repliedAt: null, endedAt: null },
    },
    [
      fact(supervisionEvents.supervisionIssued, {
        ...{ orderId: order.id, no, leadUnitId, trigger, issuedAt: tx.now.toISOString() },
        ...{ dueAt: asked.dueAt.toISOString(), hasOwnDue: asked.hasOwnDue },
        ...countedBy(asked.limits),
      }),
    ],
  );
}

/** The lead replies: who leads the order now, to whom the supervision went with it. Whether it does is judged in a time of its own. */
export async function replyToSupervision(
  tx: DispatchTx,
  input: { id: string; reply: string },
  ctx: Ctx,
  rules: RuleBook,
): Promise<SupervisionView> {
  const { row } = await lockSupervision(tx, input.id);
  if (!ctx.actor.unitIds.includes(row.leadUnitId)) throw new DomainError('object.not-found', {});
  const state = nextOfSupervision(row.state, 'reply');
  refusePrivate(input.reply);
  const repliedAt = tx.now.toISOString();
  const limits = await rules.at(tx.streetId, tx.now);
  const [judged] = takeClockSteps(tx, limits, row.id, supervisionSteps({ fact: 'replied', at: repliedAt, isJudged: true }));
  return save(
    tx,
    { ...row, state, reply: input.reply, repliedAt: tx.now },
    fact(supervisionEvents.supervisionReplied, {
      ...ofOrder(row),
      issuedBy: row.issuedBy,
      repliedAt,
      isInTime: tx.now <= row.dueAt,
      judgeDueAt: judged!.dueAt.toISOString(),
      ...countedBy(limits),
    }),
  );
}

/** The reply does not do; another is owed, with a new due time. What was late stays in the history. */
export async function sendBackSupervision(tx: DispatchTx, input: Demand, ctx: Ctx, rules: RuleBook): Promise<SupervisionView> {
  const row = await lockToJudge(tx, input.id, ctx);
  refuseSupervised(row, ctx, '退回督办回复');
  const state = nextOfSupervision(row.state, 'sendBack');
  refusePrivate(input.demand);
  const asked = await askReply(tx, row.id, input.dueAt, rules);
  return save(
    tx,
    { ...row, state, demand: input.demand, dueAt: asked.dueAt, reply: null, repliedAt: null },
    fact(supervisionEvents.supervisionSentBack, {
      ...{ ...ofOrder(row), sentBackAt: tx.now.toISOString(), dueAt: asked.dueAt.toISOString(), hasOwnDue: asked.hasOwnDue },
      ...countedBy(asked.limits),
    }),
  );
}

/** The reply does: the supervision is taken off the list (销号). */
export async function liftSupervision(tx: DispatchTx, { id }: { id: string }, ctx: Ctx): Promise<SupervisionView> {
  const row = await lockToJudge(tx, id, ctx);
  refuseSupervised(row, ctx, '给督办销号');
  const state = nextOfSupervision(row.state, 'lift');
  takeClockSteps(tx, null, row.id, supervisionSteps({ fact: 'ended' }));
  return save(
    tx,
    { ...row, state, endedAt: tx.now },
    fact(supervisionEvents.supervisionLifted, { ...ofOrder(row), liftedAt: tx.now.toISOString() }),
  );
}

export async function revokeSupervision(tx: DispatchTx, input: { id: string; reason: string }, ctx: Ctx): Promise<SupervisionView> {
  const row = await lockToJudge(tx, input.id, ctx);
  const state = nextOfSupervision(row.state, 'revoke');
  refusePrivate(input.reason);
  takeClockSteps(tx, null, row.id, supervisionSteps({ fact: 'ended' }));
  return save(
    tx,
    { ...row, state, demand: `${row.demand}（撤销：${input.reason}）`, endedAt: tx.now },
    fact(supervisionEvents.supervisionRevoked, { ...ofOrder(row), revokedAt: tx.now.toISOString() }),
  );
}

async function askReply(
  tx: DispatchTx,
  id: string,
  dueAt: string | undefined,
  rules: RuleBook,
): Promise<{ dueAt: Date; hasOwnDue: boolean; limits: ClockRules }> {
  const ownDueAt = dueAt === undefined ? null : futureOf(dueAt, tx.now, '回复时限').toISOString();
  const limits = await rules.at(tx.streetId, tx.now);
  const [clock] = takeClockSteps(tx, limits, id, supervisionSteps({ fact: 'asked', at: tx.now.toISOString(), ownDueAt }));
  return { dueAt: clock!.dueAt, hasOwnDue: ownDueAt !== null, limits };
}

/** A supervision and its order, which is locked first, as where a lead that changes takes its supervisions along. */
async function lockSupervision(tx: DispatchTx, id: string): Promise<{ row: SupervisionRow; order: WorkOrderRow }> {
  const orderId = await tx.load(orderOfSupervision, id);
  const order = orderId === undefined ? undefined : await tx.lock(workOrders, orderId);
  const row = await tx.lock(supervisions, id);
  if (!order || !row) throw new DomainError('object.not-found', {});
  return { row, order };
}

/** For who judges the reply: not somebody of the unit that the order complains about. */
async function lockToJudge(tx: DispatchTx, id: string, { actor }: Ctx): Promise<SupervisionRow> {
  const { row, order } = await lockSupervision(tx, id);
  refuseOwnComplaint(order, actor);
  return row;
}

/** Whether a reply does is not for the supervised to say; whoever demanded it may, of whatever unit. */
function refuseSupervised(row: SupervisionRow, { actor }: Ctx, action: string): void {
  if (row.issuedBy !== actor.accountId) refuseOwnUnit(row, actor, action);
}

const ofOrder = ({ orderId, no, leadUnitId }: SupervisionRow) => ({ orderId, no, leadUnitId });
const save = (tx: DispatchTx, next: SupervisionRow, told: ReturnType<typeof fact>) => supervisionView(tx.save(supervisions, next, [told]));
