import type { Ctx, ResourceView, resources as operations } from '@wufang/contracts';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { fitting } from '../domain/fitting-resources.js';
import type { RegistrySchema, ResourceRow } from './schema.js';

export function resourceView(row: ResourceRow, fits: string[] = []): ResourceView {
  const { id, name, kind, unitId, skills, categories, communityIds, hours, officePhone, isWithdrawn, version } = row;
  return { id, name, kind, unitId, skills, categories, communityIds, hours, officePhone, isWithdrawn, fits, version };
}

/** What fits, the best first. A street keeps some hundred, so that all are weighed by the rule. */
export async function findResources(
  db: Kysely<RegistrySchema>,
  { kind, limit, ...need }: z.output<typeof operations.findResources.input>,
  ctx: Ctx,
): Promise<{ resources: ResourceView[] }> {
  let query = db.selectFrom('resources').selectAll().where('streetId', '=', ctx.streetId).where('isWithdrawn', '=', false);
  if (kind) query = query.where('kind', '=', kind);
  return {
    resources: fitting(await query.execute(), need)
      .slice(0, limit)
      .map(({ fits, ...row }) => resourceView(row, fits)),
  };
}
