import type { Migration } from 'kysely';
import { workOrdersMigration } from './0001_work_orders.js';

export const migrations: Record<string, Migration> = { '0001_work_orders': workOrdersMigration };
