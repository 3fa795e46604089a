import type { Migration } from 'kysely';
import { messages } from './0001_messages.js';

export const migrations: Record<string, Migration> = { '0001_messages': messages };
