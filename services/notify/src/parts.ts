import type { ServiceParts } from '@wufang/service';
import { GatewayConsumer, NotifyDays, RegistryDays, ScoringDays } from './events/days.consumers.js';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { NotifyModule } from './notify.module.js';
import { migrations } from './db/migrations/index.js';

export const notifyParts: ServiceParts = {
  name: 'notify',
  module: NotifyModule,
  consumers: [IntakeConsumer, DispatchConsumer, DeliberationConsumer, GatewayConsumer, NotifyDays, RegistryDays, ScoringDays],
  migrations,
  aggregates: ['chain_seats', 'handed_heads'],
};
