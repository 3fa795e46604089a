import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { estateTermFiles, estateTerms, placeOfTermFile } from '../db/estate-terms.store.js';
import { isWithinReach } from '../db/issues.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { readFile } from './keep-file.js';

/** Keeps a scan of a paper of a term, sealed, also a moment before the term is registered under that id; until a step names it, it is shown to nobody. */
export async function keepTermFile(
  tx: DeliberationTx,
  input: { id: string; file: string },
  ctx: Ctx,
  vault: Vault,
): Promise<{ id: string }> {
  const term = await tx.lock(estateTerms, input.id);
  if (term && !isWithinReach(term, ctx)) throw new DomainError('object.not-found', {});
  const { type } = readFile(input.file);
  const id = tx.newId();
  const sealed = vault.seal({ file: input.file }, placeOfTermFile(id));
  tx.insert(estateTermFiles, { termId: input.id, id, type, ...sealed, addedBy: ctx.actor.accountId, addedAt: tx.now });
  return { id };
}
