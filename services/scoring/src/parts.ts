import type { ServiceParts } from '@wufang/service';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { ScoringModule } from './scoring.module.js';
import { migrations } from './db/migrations/index.js';

export const scoringParts: ServiceParts = {
  name: 'scoring',
  module: ScoringModule,
  consumers: [RegistryConsumer, IntakeConsumer, DispatchConsumer, DeliberationConsumer],
  migrations,
  aggregates: [],
};
