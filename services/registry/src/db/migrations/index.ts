import { register } from './0001_register.js';
import { areaSources } from './0002_area_sources.js';
import { buildingKeepers } from './0007_building_keepers.js';
import { policies } from './0006_policies.js';
import { resources } from './0003_resources.js';
import { restrictedOwners } from './0004_restricted_owners.js';
import { unknownAreas } from './0005_unknown_areas.js';

export const migrations = {
  '0001_register': register,
  '0002_area_sources': areaSources,
  '0003_resources': resources,
  '0004_restricted_owners': restrictedOwners,
  '0005_unknown_areas': unknownAreas,
  '0006_policies': policies,
  '0007_building_keepers': buildingKeepers,
};
