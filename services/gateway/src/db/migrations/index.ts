import type { Migration } from 'kysely';
import { identity } from './0001_identity.js';
import { callersByIndex } from './0002_callers_by_index.js';
import { signingKeys } from './0003_signing_keys.js';

export const migrations: Record<string, Migration> = {
  '0001_identity': identity,
  '0002_callers_by_index': callersByIndex,
  '0003_signing_keys': signingKeys,
};
