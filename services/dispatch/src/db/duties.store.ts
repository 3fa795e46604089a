import { aggregate, type Loader } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { DispatchDb } from './schema.js';
import type { DutyPlanRow, DutyRow } from './watching.schema.js';

export const dutyPlans = aggregate<DutyPlanRow>('duty_plans', 'duty-plan');
export const duties = aggregate<DutyRow>('duties', 'duty');

/** Plans that still ask for duties. */
export const activePlans: Loader<string[]> = {
  name: 'active duty plans',
  load: async (db, keys, streetId) => {
    const rows = await (db as unknown as Kysely<DispatchDb>)
      .selectFrom('dutyPlans')
      .select('id')
      .where('streetId', '=', streetId)
      .where('isActive', '=', true)
      .orderBy('id')
      .execute();
    return new Map(keys.map((key) => [key, rows.map(({ id }) => id)]));
  },
};
