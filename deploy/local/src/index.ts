export { startHouse } from './house.js';
export type { House, HouseOptions } from './house.js';
export type { Operator } from './operator.js';
export { checkServers } from './check-servers.js';
export { databaseUrlFor, migrateAll } from './migrate.js';
export { cacheDir, home, root } from './paths.js';
export { loadSample } from './sample.js';
export type { SampleAccount } from './sample.js';
