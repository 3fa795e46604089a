import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { isWithinReach } from '../db/issues.store.js';
import { placeOfPhoto, projectPhotos, projects } from '../db/projects.store.js';
import type { DeliberationTx } from '../db/schema.js';
import { readFile } from './keep-file.js';

/**
 * Keeps a photo of a project, sealed. The pictures from before the works are taken where the problem is seen, so that one may be kept under the id that the
 * project is going to have; until a project names it, it is shown to nobody. Throws object.not-found for a project out of reach, issue.file-unreadable for
 * what is no picture.
 */
export async function keepPhoto(tx: DeliberationTx, input: { id: string; file: string }, ctx: Ctx, vault: Vault): Promise<{ id: string }> {
  const project = await tx.lock(projects, input.id);
  if (project && !isWithinReach(project, ctx)) throw new DomainError('object.not-found', {});
  const { type } = readFile(input.file);
  if (!type.startsWith('image/')) throw new DomainError('issue.file-unreadable', {});
  const id = tx.newId();
  const sealed = vault.seal({ file: input.file }, placeOfPhoto(id));
  tx.insert(projectPhotos, { projectId: input.id, id, type, ...sealed, addedBy: ctx.actor.accountId, addedAt: tx.now });
  return { id };
}
