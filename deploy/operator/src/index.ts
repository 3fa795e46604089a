export { Session, Refused } from './client.js';
export { loadSample, type SampleAccount } from './sample.js';
export { fileInput } from './file.js';
export { newPassword } from './password.js';
export { settle } from './settle.js';
export { importRegistry } from './verbs/import-registry.js';
