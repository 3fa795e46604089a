import type { Migration } from 'kysely';
import { facts } from './0001_facts.js';
import { commitmentFacts } from './0002_commitment_facts.js';
import { completedBy } from './0003_completed_by.js';
import { instalmentFacts } from './0004_instalment_facts.js';
import { lateCases } from './0005_late_cases.js';

export const migrations: Record<string, Migration> = {
  '0001_facts': facts,
  '0002_commitment_facts': commitmentFacts,
  '0003_completed_by': completedBy,
  '0004_instalment_facts': instalmentFacts,
  '0005_late_cases': lateCases,
};
