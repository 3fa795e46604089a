import { Module } from '@nestjs/common';
import { TreeBook } from './db/category-trees.store.js';
import { ModelBook } from './db/classifiers.store.js';
import { PlaceBook } from './db/places.store.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { DeskClocks } from './jobs/desk-clocks.js';
import { ErasureJob } from './jobs/erasure.job.js';
import { CallbacksHandler } from './rpc/callbacks.handler.js';
import { CategoriesHandler } from './rpc/categories.handler.js';
import { ClassificationHandler } from './rpc/classification.handler.js';
import { DemandsHandler } from './rpc/demands.handler.js';
import { ImportsHandler } from './rpc/imports.handler.js';
import { PersonalDataHandler } from './rpc/personal-data.handler.js';

@Module({
  controllers: [DemandsHandler, CategoriesHandler, ClassificationHandler, CallbacksHandler, ImportsHandler, PersonalDataHandler],
  providers: [PlaceBook, ModelBook, TreeBook, RegistryConsumer, DispatchConsumer, DeskClocks, ErasureJob],
})
export class IntakeModule {}
