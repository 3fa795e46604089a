import { intakeEvents, systemCtx } from '@wufang/contracts';
import { fact, type Db } from '@wufang/service';
import { demands, photosOf, photosToList } from '../db/demands.store.js';
import type { IntakeDb } from '../db/schema.js';

const PAGE = 200;

/**
 * Tells of the photos of demands from before anybody listened to it, so that a step which names one is not taken for one that names nothing (ADR 0011). Done at each start; a
 * demand is told of once, and what was erased meanwhile is not.
 */
export async function listOldPhotos(db: Db<IntakeDb>): Promise<void> {
  const by = 'old-photos';
  for (;;) {
    const page = await db.read(systemCtx('*', by), (sql) =>
      sql.selectFrom('photosToList').select(['streetId', 'demandId']).orderBy('streetId').orderBy('demandId').limit(PAGE).execute(),
    );
    await Promise.all(
      page.map(({ streetId, demandId }) =>
        db.run(systemCtx(streetId, by), async (tx) => {
          const row = await tx.lock(demands, demandId);
          const photoIds = row ? ((await tx.load(photosOf, demandId)) ?? []).map(({ id }) => id) : [];
          tx.remove(photosToList, { demandId });
          if (row && photoIds.length > 0) tx.save(demands, row, [fact(intakeEvents.photosListed, { photoIds })]);
        }),
      ),
    );
    if (page.length < PAGE) return;
  }
}
