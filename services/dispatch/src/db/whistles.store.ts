import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import type { DispatchTx } from './schema.js';
import type { SummonsRow, WhistleRow } from './supervision.schema.js';

export const whistles = aggregate<WhistleRow>('whistles', 'whistle');
export const summonses = aggregate<SummonsRow>('summonses', 'summons');

/** The whistle, locked; for those who reach the whole street. */
export async function lockWhistle(tx: DispatchTx, id: string): Promise<WhistleRow> {
  const whistle = await tx.lock(whistles, id);
  if (!whistle) throw new DomainError('object.not-found', {});
  return whistle;
}

/** A unit's part of a whistle, locked. A unit speaks for itself alone; what it was not summoned to is not there. */
export async function lockSummons(tx: DispatchTx, of: { id: string; unitId: string }, ctx: Ctx): Promise<SummonsRow> {
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(of.unitId)) throw new DomainError('object.not-found', {});
  const whistle = await lockWhistle(tx, of.id);
  const place = whistle.summonedUnitIds.indexOf(of.unitId);
  const summonsId = whistle.summonsIds[place];
  const summons = summonsId === undefined ? undefined : await tx.lock(summonses, summonsId);
  if (!summons) throw new DomainError('object.not-found', {});
  return summons;
}
