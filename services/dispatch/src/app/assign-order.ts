import { codeRules, dispatchEvents, labels, type Ctx, type WorkOrderView } from '@wufang/contracts';
import { beginClock, DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockToDecide } from '../db/work-orders.store.js';
import { toView } from '../db/work-orders.view.js';
import { concernedAnew, concernedByPlace, leadRefusal } from '../domain/decide.js';
import { refuseInDispute } from '../domain/dispute.js';
import { dutiesAtAssign, handlingCodes } from '../domain/duties.js';
import { rungOf } from '../domain/hand-up.js';
import { levelToAsk } from '../domain/lowering.js';
import { refuseWaiting } from '../domain/more-time.js';
import { movedText } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { relayLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';
import { transferredFact } from './transfer-order.js';

interface Assignment {
  id: string;
  leadUnitId: string;
  coUnitIds: string[];
  reason: string;
  publicText?: string | undefined;
}

/**
 * The demand centre sends on what no rule could dispatch. Only an order that the centre leads: otherwise this would be a way to start a unit's
 * clock again without a dispute. The unit's clock starts now; those of an emergency or a utility run on from the first dispatch. What another unit has
 * had before, or was sent back, goes on as any order that is handed over: its time runs on, and the fact of it is that of handing over (转办).
 */
export async function assignOrder(
  tx: DispatchTx,
  input: Assignment,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<WorkOrderView> {
  const order = await lockToDecide(tx, input.id, ctx);
  refuseInDispute(order, labels.workOrderAction.assign);
  const state = next(order.state, 'assign');
  refuseInIncident(order);
  refuseWaiting(order, labels.workOrderAction.assign);
  const told = movedText(input);
  const street = await streets.at(tx.streetId);
  if (order.leadUnitId !== street.centre.id && order.leadUnitId !== street.standInCentreId) {
    throw new DomainError('work-order.illegal-step', {
      status: `${labels.workOrderState[order.state]}（已有主办单位）`,
      action: labels.workOrderAction.assign,
    });
  }
  for (const id of [input.leadUnitId, ...input.coUnitIds]) if (!street.units.has(id)) throw new DomainError('unit.unknown', { unit: id });
  const lead = street.units.get(input.leadUnitId)!;
  const refused = leadRefusal(street, lead.id, { ...order, level: levelToAsk(order), at: tx.now });
  if (refused) throw new DomainError(refused, {});

  const limits = await rules.at(tx.streetId, tx.now);
  const runsOn = hasRunBefore(order);
  const handling = runsOn ? undefined : dutiesAtAssign(limits.limits, order).start.find((code) => handlingCodes.includes(code));
  const dueAt = (handling && beginClock(limits, handling, tx.now)?.dueAt) ?? order.dueAt;
  const coUnitIds = [...new Set(input.coUnitIds)].filter((id) => id !== lead.id);
  const assigned = { ...order, leadUnitId: lead.id, dueAt };
  const reason = `诉求中心指派：${input.reason}`;
  return toView(
    await saveOrder(
      tx,
      order,
      {
        ...{ state, leadUnitId: lead.id, dueAt, ...(handling && { limitMetAt: null }) },
        coUnitIds,
        concernedUnitIds: concernedAnew(order, [lead.id, ...coUnitIds, ...concernedByPlace(street, order.place)]),
        openLegIds: await relayLegs(tx, order, assigned, coUnitIds, limits),
        decision: { ...order.decision, ruleIds: [], reason, alternatives: [] },
        ...(runsOn ? { handedOverAt: tx.now } : { dispatchedAt: tx.now }),
        ...{ contactedAt: null, onSiteAt: null, ...rungOf(street, order, lead.id) },
      },
      [
        runsOn
          ? transferredFact(order, { leadUnitId: lead.id, coUnitIds, ...told }, reason, tx.now)
          : fact(dispatchEvents.assigned, {
              demandId: order.demandId,
              no: order.no,
              leadUnitId: lead.id,
              coUnitIds,
              assignedAt: tx.now.toISOString(),
              dueAt: dueAt.toISOString(),
              reason: input.reason,
              ...told,
            }),
      ],
      limits,
    ),
  );
}

/**
 * Whether the time for the matter has begun before the centre got it: it was sent back, or was sent to another unit first, or came to the centre out of
 * another unit's hands. The unit clock is reset only when a dispute is upheld (domain rules 4.2), and then it has been.
 */
function hasRunBefore({ reworks, sentToUnitId, leadUnitId, isImported, decision }: WorkOrderRow): boolean {
  // A decision that people made later names no row and no rule of dispatch, or the one rule by which the complained about keeps out.
  const isByDispatch = isImported || decision.ruleIds.some((id) => id !== codeRules.complainedAbout);
  return reworks > 0 || sentToUnitId !== leadUnitId || !isByDispatch;
}
