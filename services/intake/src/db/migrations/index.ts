import type { Migration } from 'kysely';
import { demandsMigration } from './0001_demands.js';
import { classificationMigration } from './0002_classification.js';

export const migrations: Record<string, Migration> = { '0001_demands': demandsMigration, '0002_classification': classificationMigration };
