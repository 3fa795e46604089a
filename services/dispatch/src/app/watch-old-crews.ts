import { systemCtx } from '@wufang/contracts';
import type { Db, RuleBook } from '@wufang/service';
import { crews } from '../db/crews.store.js';
import { incidents } from '../db/incidents.store.js';
import { unwatchedCrews } from '../db/incidents.view.js';
import type { DispatchDb } from '../db/schema.js';
import { watchCrew } from './watch-crews.js';

/**
 * Gives crews that came before crews had a clock theirs (CREW_HOURS), counted from when they came: who is too long on site now is heard of at once. Done at each start; from the
 * second on there are none. Such a crew has the number of its shift, which the incident knows already.
 */
export async function watchOldCrews(db: Db<DispatchDb>, rules: RuleBook): Promise<void> {
  const by = 'old-crews';
  for (const { streetId, incidentId, shiftId } of await db.read(systemCtx('*', by), unwatchedCrews)) {
    await db.run(systemCtx(streetId, by), async (tx) => {
      const incident = await tx.lock(incidents, incidentId);
      const shift = incident?.shifts.find(({ id, offAt }) => id === shiftId && offAt === null);
      // Another process of this service may have just done the same.
      if (!shift || (await tx.lock(crews, shiftId))) return;
      watchCrew(tx, incidentId, shift, await rules.at(tx.streetId, tx.now), shiftId);
    });
  }
}
