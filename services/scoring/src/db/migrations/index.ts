import type { Migration } from 'kysely';
import { facts } from './0001_facts.js';

export const migrations: Record<string, Migration> = { '0001_facts': facts };
