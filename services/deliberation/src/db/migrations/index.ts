import type { Migration } from 'kysely';
import { tablesAndIssuesMigration } from './0001_tables_and_issues.js';

export const migrations: Record<string, Migration> = {
  '0001_tables_and_issues': tablesAndIssuesMigration,
};
