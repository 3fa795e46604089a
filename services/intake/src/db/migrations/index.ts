import type { Migration } from 'kysely';
import { demandsMigration } from './0001_demands.js';

export const migrations: Record<string, Migration> = { '0001_demands': demandsMigration };
