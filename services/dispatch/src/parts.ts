import type { INestMicroservice } from '@nestjs/common';
import { Db, POOL, RuleBook, type PgPool, type ServiceParts } from '@wufang/service';
import { endOldSupervisions } from './app/end-old-supervisions.js';
import { endOldWhistles } from './app/end-old-whistles.js';
import { startLeaderLists } from './app/start-leader-lists.js';
import { watchOldCrews } from './app/watch-old-crews.js';
import type { DispatchDb } from './db/schema.js';
import { DispatchModule } from './dispatch.module.js';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { CampaignClocks } from './jobs/campaign-clocks.js';
import { DutyClocks } from './jobs/duty-clocks.js';
import { IncidentClocks } from './jobs/incident-clocks.js';
import { LegClocks } from './jobs/leg-clocks.js';
import { OrderClocks } from './jobs/order-clocks.js';
import { SupervisionClocks } from './jobs/supervision-clocks.js';
import { WatchingClocks } from './jobs/watching-clocks.js';
import { migrations } from './db/migrations/index.js';

/** Streets that were opened before leaders' lists were made have them from the next start on, crews that came before crews had a clock theirs; what closed orders left behind is ended. */
async function onReady(app: INestMicroservice): Promise<void> {
  const [pool, db] = [app.get<PgPool>(POOL), app.get<Db<DispatchDb>>(Db)];
  await startLeaderLists(pool, db);
  await endOldSupervisions(db);
  await endOldWhistles(db);
  await watchOldCrews(db, app.get<RuleBook>(RuleBook));
}

export const dispatchParts: ServiceParts = {
  name: 'dispatch',
  module: DispatchModule,
  onReady,
  consumers: [RegistryConsumer, IntakeConsumer, DeliberationConsumer],
  clocks: [OrderClocks, IncidentClocks, WatchingClocks, CampaignClocks, DutyClocks, LegClocks, SupervisionClocks],
  migrations,
  aggregates: [
    'work_orders',
    'directories',
    'directory_drafts',
    'legs',
    'hand_up_pilots',
    'incidents',
    'crews',
    'watch_checks',
    'sweeps',
    'sweep_checks',
    'duty_plans',
    'duties',
    'rains',
    'whistles',
    'summonses',
    'assigned_tasks',
    'supervisions',
    'scheduling_meetings',
    'leader_list_schedules',
    'leader_lists',
    'saved_views',
    'charge_lists',
    'area_lists',
    'road_lists',
    'rotation_lists',
    'method_lists',
    'code_lists',
    'care_lists',
    'experiences',
    'duty_checklists',
    'campaigns',
    'exposures',
  ],
};
