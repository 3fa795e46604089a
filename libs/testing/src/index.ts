export { eventually, ServiceUnderTest, testServers, type Caller } from './servers.js';
