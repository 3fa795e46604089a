import type { ServiceParts } from '@wufang/service';
import { DispatchModule } from './dispatch.module.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { IncidentClocks } from './jobs/incident-clocks.js';
import { LegClocks } from './jobs/leg-clocks.js';
import { OrderClocks } from './jobs/order-clocks.js';
import { SupervisionClocks } from './jobs/supervision-clocks.js';

export const dispatchParts: ServiceParts = {
  name: 'dispatch',
  module: DispatchModule,
  consumers: [RegistryConsumer, IntakeConsumer],
  clocks: [OrderClocks, IncidentClocks, LegClocks, SupervisionClocks],
  aggregates: [
    'work_orders',
    'directories',
    'directory_drafts',
    'legs',
    'hand_up_pilots',
    'incidents',
    'whistles',
    'summonses',
    'assigned_tasks',
    'supervisions',
    'scheduling_meetings',
    'leader_list_schedules',
    'leader_lists',
    'saved_views',
  ],
};
