import { projectEvents, type Ctx, type ProjectView, type projects as operations } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import { isWithinReach } from '../db/issues.store.js';
import { projects } from '../db/projects.store.js';
import { projectView } from '../db/projects.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { refusePrivate } from '../domain/public-text.js';
import { fillSlot } from './monthly-slots.js';

/**
 * A problem is put on the pool's problem list (问题清单): one demand, a cluster of them, what an office day or a courtyard brought up, or the community's
 * project of active governance for this month or the next. A worker proposes for their own community.
 */
export async function proposeProject(
  tx: DeliberationTx,
  input: z.output<typeof operations.proposeProject.input>,
  ctx: Ctx,
  rules: RuleBook,
): Promise<ProjectView> {
  const known = await tx.lock(projects, input.id);
  if (known) {
    if (!isWithinReach(known, ctx)) throw new DomainError('object.not-found', {});
    return projectView(known);
  }
  const { communityId } = input.place;
  if (communityId === null) throw new DomainError('project.community-needed', {});
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(communityId)) throw new DomainError('object.not-found', {});
  refusePrivate(input.title, input.problem, input.place.point);
  const { id, title, problem, type, origin, originIds, place, beforePhotoIds, zone = null, month = null } = input;
  const project = tx.create(
    projects,
    {
      ...{ id, state: 'PROBLEM', title, problem, type, zone, origin, originIds, place, communityId, month, beforePhotoIds },
      ...{ concernedUnitIds: [communityId], tasks: [], budgetFen: null, support: { path: null, money: null, people: null } },
      ...{ approval: null, reason: null, afterPhotoIds: [], result: null, acceptedBy: [], proposedAt: tx.now },
    },
    [fact(projectEvents.projectProposed, { communityId, title, origin, originIds, month })],
  );
  if (month !== null) await fillSlot(tx, { communityId, month, projectId: id }, rules);
  return projectView(project);
}
