import type { INestMicroservice } from '@nestjs/common';
import { Db, type ServiceParts } from '@wufang/service';
import { listOldPhotos } from './app/list-old-photos.js';
import type { IntakeDb } from './db/schema.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { IntakeModule } from './intake.module.js';
import { DeskClocks } from './jobs/desk-clocks.js';
import { migrations } from './db/migrations/index.js';

/** What came before anybody listened is told once more. */
const onReady = (app: INestMicroservice): Promise<void> => listOldPhotos(app.get<Db<IntakeDb>>(Db));

export const intakeParts: ServiceParts = {
  name: 'intake',
  module: IntakeModule,
  onReady,
  consumers: [RegistryConsumer, DispatchConsumer],
  clocks: [DeskClocks],
  migrations,
  aggregates: ['demands', 'callbacks', 'classifiers', 'category_trees'],
};
