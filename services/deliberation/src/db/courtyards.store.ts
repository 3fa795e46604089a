import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate } from '@wufang/service';
import type { CourtyardMatterRow, CourtyardRow, OfficeQuestionRow } from './community-life.schema.js';
import { isWithinReach } from './issues.store.js';
import type { DeliberationTx } from './schema.js';

export const courtyards = aggregate<CourtyardRow>('courtyards', 'courtyard');
export const courtyardMatters = aggregate<CourtyardMatterRow>('courtyard_matters', 'courtyard-matter');
export const officeQuestions = aggregate<OfficeQuestionRow>('office_questions', 'office-question');

export async function lockCourtyard(tx: DeliberationTx, id: string): Promise<CourtyardRow> {
  const courtyard = await tx.lock(courtyards, id);
  if (!courtyard) throw new DomainError('object.not-found', {});
  return courtyard;
}

/** The matter, locked: for residents any of the street, for a unit where it convenes or was invited. */
export async function lockMatter(tx: DeliberationTx, id: string, ctx: Ctx): Promise<CourtyardMatterRow> {
  const matter = await tx.lock(courtyardMatters, id);
  if (!matter || !isWithinReach(matter, ctx)) throw new DomainError('object.not-found', {});
  return matter;
}

export async function lockQuestion(tx: DeliberationTx, id: string, ctx: Ctx): Promise<OfficeQuestionRow> {
  const question = await tx.lock(officeQuestions, id);
  if (!question || !isWithinReach(question, ctx)) throw new DomainError('object.not-found', {});
  return question;
}
