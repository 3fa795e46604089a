import type { ClassifierModelView } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { ClassifierModelRow, IntakeDb } from './schema.js';

type Shown = Pick<ClassifierModelRow, 'modelNo' | 'trainedAt' | 'threshold' | 'temperature' | 'vocabulary' | 'figures'>;

export function viewModel(row: Shown, activeNo: number | null): ClassifierModelView {
  const { modelNo, trainedAt, threshold, temperature, vocabulary, figures } = row;
  return { modelNo, isActive: modelNo === activeNo, trainedAt: toIsoBeijing(trainedAt), threshold, temperature, vocabulary, figures };
}

/** The models a street has trained, newest first; without their words. */
export async function listModels(sql: Kysely<IntakeDb>, streetId: string): Promise<{ models: ClassifierModelView[] }> {
  const head = await sql.selectFrom('classifiers').select('activeNo').where('streetId', '=', streetId).executeTakeFirst();
  const rows = await sql
    .selectFrom('classifierModels')
    .select(['modelNo', 'trainedAt', 'threshold', 'temperature', 'vocabulary', 'figures'])
    .where('streetId', '=', streetId)
    .orderBy('modelNo', 'desc')
    .execute();
  return { models: rows.map((row) => viewModel(row, head?.activeNo ?? null)) };
}
