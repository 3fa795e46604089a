import type { ServiceParts } from '@wufang/service';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { IntakeModule } from './intake.module.js';
import { DeskClocks } from './jobs/desk-clocks.js';
import { migrations } from './db/migrations/index.js';

export const intakeParts: ServiceParts = {
  name: 'intake',
  module: IntakeModule,
  consumers: [RegistryConsumer, DispatchConsumer],
  clocks: [DeskClocks],
  migrations,
  aggregates: ['demands', 'callbacks', 'classifiers', 'category_trees'],
};
