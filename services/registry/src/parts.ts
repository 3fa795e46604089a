import type { ServiceParts } from '@wufang/service';
import { buildings, estates, limitTables, places, streets, units, workCalendars } from './db/register.store.js';
import { policies } from './db/policies.store.js';
import { resources } from './db/resources.store.js';
import { RegistryModule } from './registry.module.js';
import { migrations } from './db/migrations/index.js';

export const registryParts: ServiceParts = {
  name: 'registry',
  module: RegistryModule,
  migrations,
  aggregates: [streets, limitTables, workCalendars, units, estates, buildings, places, resources, policies].map(({ name }) => name),
};
