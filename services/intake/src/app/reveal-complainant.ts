import { intake, intakeEvents, type Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Vault } from '@wufang/service';
import type { z } from 'zod';
import { openPersonal } from '../db/complainants.store.js';
import { aboutUnitOf, complainantOf, demands, orderOfDemand } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { refuseOwnComplaint } from '../domain/keep-out.js';
import { withoutPersonal } from '../domain/public-text.js';

type Revealed = z.output<typeof intake.revealComplainant.output>;

/**
 * Shows a complainant in clear to somebody with a purpose; each time is a fact of the demand. Units see only those of their own orders, whoever first answered in
 * 有事您找我 that of who calls it, and nobody sees who complains about their own unit (个人信息保护法 art. 6).
 */
export async function revealComplainant(
  tx: IntakeTx,
  input: z.output<typeof intake.revealComplainant.input>,
  ctx: Ctx,
  vault: Vault,
): Promise<Revealed> {
  const row = await tx.lock(demands, input.id);
  if (!row) throw new DomainError('object.not-found', {});
  const order = await tx.load(orderOfDemand, row.linkedTo ?? row.id);
  if (ctx.scope !== 'street') {
    const concerned = order ? [order.leadUnitId, order.contactUnitId, ...order.coUnitIds] : [];
    if (!ctx.actor.unitIds.some((unit) => concerned.includes(unit))) throw new DomainError('object.not-found', {});
  }
  refuseOwnComplaint({ aboutUnitId: aboutUnitOf(row, order) }, ctx.actor);
  const sealed = await tx.load(complainantOf, row.id);
  const { callerName, callerPhone, room } = sealed ? openPersonal(vault, sealed) : { callerName: null, callerPhone: null, room: null };
  tx.save(demands, row, [fact(intakeEvents.complainantRevealed, { purpose: withoutPersonal(input.purpose, callerName) })]);
  return { callerName, callerPhone, room };
}
