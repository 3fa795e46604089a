import { codeRules, labels, legEvents, type Ctx, type legs } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { DispatchTx, WorkOrderRow } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { lockWithinReach, noteBeside } from '../db/work-orders.store.js';
import { concernedAnew, concernedByPlace, type Street } from '../domain/decide.js';
import { nextRung } from '../domain/hand-up.js';
import { levelToAsk } from '../domain/lowering.js';
import { refuseWaiting } from '../domain/more-time.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { next, refuseInIncident } from '../domain/work-order-states.js';
import { relayLegs } from './open-legs.js';
import { saveOrder } from './save-order.js';
import { askByHandUp } from './sound-whistle.js';

interface HandUp {
  id: string;
  reason: string;
  publicText: string;
}
type HandedUp = z.output<typeof legs.handUp.output>;

/**
 * 有事您找我: who cannot settle a matter hands it up a rung, with a reason, and the complainant is told. No clock but the one for accepting starts
 * anew: the day goes on. What the old lead has said and where it was counts for it alone, as after a hand-over (转办). The first answerer stays the complainant's contact. At the whistle the section goes on leading, and a whistle is asked for.
 */
export async function handUp(tx: DispatchTx, input: HandUp, ctx: Ctx, rules: RuleBook, streets: StreetBook): Promise<HandedUp> {
  const order = await lockWithinReach(tx, input.id, ctx);
  const street = await streets.at(tx.streetId);
  const pilot = street.pilots.find(({ version }) => version === order.handUpVersion);
  if (order.handUpStep === null || order.contactUnitId === null || !pilot) throw new DomainError('hand-up.not-this-kind', {});
  refuseInIncident(order);
  const movedState = next(order.state, 'handUp');
  const rung = nextRung(pilot.ladder, order.handUpStep, street, { ...order, level: levelToAsk(order), at: tx.now });
  if (!rung) throw new DomainError('hand-up.at-the-top', { step: labels.handUpStep[order.handUpStep] });
  // At the whistle nobody else takes the order over, so that nothing has to be settled first.
  if (rung.leadUnitId !== null) refuseWaiting(order, labels.workOrderAction.handUp);
  refusePrivate(input.reason);
  const publicText = publicTextOf(input.publicText);

  const limits = await rules.at(tx.streetId, tx.now);
  let after: WorkOrderRow = { ...order, handUpStep: rung.step };
  if (rung.leadUnitId !== null) {
    const { leadUnitId } = rung;
    const coUnitIds = [...new Set([...order.coUnitIds, ...rung.coUnitIds])].filter((id) => id !== leadUnitId);
    after = {
      ...after,
      ...{ state: movedState, leadUnitId, isOnLadder: true, contactedAt: null, onSiteAt: null, handedOverAt: tx.now },
      coUnitIds,
      concernedUnitIds: concernedAnew(order, [leadUnitId, ...coUnitIds, ...concernedByPlace(street, order.place)]),
      decision: {
        ...order.decision,
        ruleIds: [codeRules.handUp],
        reason: reasonOf(street, order.leadUnitId, leadUnitId),
        alternatives: [],
      },
    };
    after.openLegIds = await relayLegs(tx, order, after, coUnitIds, limits);
  }
  const { contactUnitId } = order;
  const handedUp = fact(legEvents.handedUp, {
    ...{ demandId: order.demandId, no: order.no, fromUnitId: order.leadUnitId, toUnitId: after.leadUnitId, coUnitIds: after.coUnitIds },
    ...{ contactUnitId, fromStep: order.handUpStep, step: rung.step, state: after.state, publicText },
    handedUpAt: tx.now.toISOString(),
  });
  const saved = await saveOrder(tx, order, after, [handedUp], limits);
  noteBeside(tx, saved, input.reason);
  if (rung.step === 'WHISTLE') askByHandUp(tx, saved, limits);
  return {
    id: saved.id,
    state: saved.state,
    step: rung.step,
    leadUnitId: saved.leadUnitId,
    contactUnitId,
    coUnitIds: saved.coUnitIds,
  };
}

/** Why the next rung has it. What was written for it may be about a home, so it is kept beside the step and not here. */
function reasonOf(street: Street, fromUnitId: string, toUnitId: string): string {
  const nameOf = (id: string) => street.units.get(id)?.name ?? '';
  return `有事您找我：${nameOf(fromUnitId)}写明理由上交一级，由${nameOf(toUnitId)}主办。`;
}
