import type { experiences as operations, ExperienceView } from '@wufang/contracts';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { ExperienceRow } from './experiences.schema.js';
import type { DispatchDb } from './schema.js';

export function toExperience({ id, title, text, category, of, publishedAt, version }: ExperienceRow): ExperienceView {
  return { id, title, text, category, of, publishedAt: publishedAt.toISOString(), version };
}

/** Practices that hang, the newest first; of a matter those that share its first level, the more of its path the earlier. */
export async function listExperiences(
  db: Kysely<DispatchDb>,
  { category, limit, before }: z.output<typeof operations.listExperiences.input>,
  { streetId }: { streetId: string },
): Promise<z.output<typeof operations.listExperiences.output>> {
  let query = db.selectFrom('experiences').selectAll().where('streetId', '=', streetId).where('withdrawnAt', 'is', null);
  if (category !== undefined) {
    const [first, second, third] = category.split('/');
    // A practice for a whole branch is about the matter as well; one for another leaf of it is only near.
    const shared = sql<number>`case when category[2] is distinct from ${second ?? null}::text then 1 when category[3] is distinct from ${third ?? null}::text then 2 else 3 end`;
    query = query.where(sql<boolean>`category[1] = ${first ?? ''}`).orderBy(shared, 'desc');
  } else if (before !== undefined) {
    query = query.where(
      sql<boolean>`(published_at, id) < (select published_at, id from experiences where street_id = ${streetId} and id = ${before}::uuid)`,
    );
  }
  const rows = await query.orderBy('publishedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return { experiences: rows.map(toExperience) };
}
