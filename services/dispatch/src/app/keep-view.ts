import { ledgerEvents, type Ctx, type LedgerFilter, type Role, type SavedView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { savedViews } from '../db/ledger.store.js';
import { viewOf } from '../db/ledger.view.js';
import type { DispatchTx } from '../db/schema.js';

const mayShare: readonly Role[] = ['phone_desk', 'section_chief', 'street_leader', 'administrator'];

/** Keeps a view of the ledger under the id its owner chose. Only its owner changes it, and only people of the street share theirs. */
export async function saveView(
  tx: DispatchTx,
  input: { id: string; name: string; filter: LedgerFilter; isShared: boolean },
  ctx: Ctx,
): Promise<SavedView> {
  const { id, name, isShared } = input;
  if (isShared && !ctx.actor.roles.some((role) => mayShare.includes(role))) throw new DomainError('access.denied', {});
  const known = await tx.lock(savedViews, id);
  if (known && known.accountId !== ctx.actor.accountId) throw new DomainError('object.not-found', {});
  const filter = Object.fromEntries(
    Object.entries(input.filter).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])),
  );
  const facts = [fact(ledgerEvents.viewSaved, { isShared })];
  const view = { name, filter, isShared, removedAt: null };
  const { accountId } = ctx.actor;
  return viewOf(known ? tx.save(savedViews, { ...known, ...view }, facts) : tx.create(savedViews, { id, accountId, ...view }, facts), ctx);
}

export async function removeView(tx: DispatchTx, { id }: { id: string }, ctx: Ctx): Promise<Record<string, never>> {
  const known = await tx.lock(savedViews, id);
  if (!known || known.accountId !== ctx.actor.accountId) throw new DomainError('object.not-found', {});
  if (known.removedAt === null)
    tx.save(savedViews, { ...known, removedAt: tx.now }, [fact(ledgerEvents.viewRemoved, { removedAt: tx.now.toISOString() })]);
  return {};
}
