import type { Migration } from 'kysely';
import { identity } from './0001_identity.js';

export const migrations: Record<string, Migration> = { '0001_identity': identity };
