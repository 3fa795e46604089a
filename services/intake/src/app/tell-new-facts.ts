import type { intake, Receipt } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { z } from 'zod';
import { openPersonal } from '../db/complainants.store.js';
import { aboutUnitOf, categoryOf, complainantOf, orderOfDemand, placeOf } from '../db/demands.store.js';
import type { IntakeTx } from '../db/schema.js';
import { refuseOldNews } from '../domain/new-facts.js';
import { demandOfCaller } from './demand-of-caller.js';
import { receiveDemand } from './receive-demand.js';

/**
 * The complainant of a matter that has ended tells what has happened since (domain rules 4.4, ARCHIVED → RECEIVED): a new demand with clocks of its own,
 * from the same person, about the same thing and place. Who they are is known by the number and the phone's last digits; every failure of that
 * looks the same.
 */
export async function tellNewFacts(
  tx: IntakeTx,
  input: z.output<typeof intake.tellNewFacts.input>,
  parts: Parameters<typeof receiveDemand>[2],
): Promise<Receipt> {
  const { vault } = parts;
  const earlier = await demandOfCaller(tx, input, vault);
  const sealed = await tx.load(complainantOf, earlier.id);
  if (!sealed) throw new DomainError('tracking.not-found', {});
  const { callerName, callerPhone, room, content } = openPersonal(vault, sealed);
  const order = await tx.load(orderOfDemand, earlier.linkedTo ?? earlier.id);
  const endedAt = order?.completedAt ?? earlier.screenedAt;
  refuseOldNews({ content: input.content, earlier: content, no: earlier.no, endedAt, now: tx.now });
  const category = categoryOf(earlier);
  const aboutUnitId = aboutUnitOf(earlier, order);
  return receiveDemand(
    tx,
    {
      ...{ id: input.id, channel: 'WEB', content: input.content, place: placeOf(earlier), earlierDemandId: earlier.id },
      ...(earlier.demandType && { demandType: earlier.demandType }),
      ...(category && { category }),
      ...(aboutUnitId !== null && { aboutUnitId }),
      ...(callerName !== null && { callerName }),
      ...(callerPhone !== null && { callerPhone }),
      ...(room !== null && { room }),
      ...(input.answerCode !== undefined && { answerCode: input.answerCode }),
    },
    parts,
  );
}
