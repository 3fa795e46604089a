export * from './checkers.js';
export { assertApply, mutate, type Mutation } from './mutations.js';
export { eventually, ServiceUnderTest, testServers, type Caller } from './servers.js';
export { ServiceProcess, type ProcessEnd, type ProcessFaults } from './service-process.js';
