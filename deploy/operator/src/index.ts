export { Session, Refused } from './client.js';
export { loadSample, type SampleAccount } from './sample.js';
