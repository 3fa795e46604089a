import type { EstateTermKind, EstateTermState } from '@wufang/contracts';
import { aggregate, table } from '@wufang/service';
import type { Kysely } from 'kysely';
import type { EstateTermFileRow, EstateTermRow } from './estate-terms.schema.js';
import type { DeliberationDb } from './schema.js';

export const estateTerms = aggregate<EstateTermRow>('estate_terms', 'estate-term');
export const estateTermFiles = table<EstateTermFileRow>('estate_term_files', ['termId', 'id']);

/** Where a scan is sealed: what is sealed for one place opens at no other. */
export const placeOfTermFile = (id: string) => `estate_term_files/${id}`;

export function termsOfEstate(
  sql: Kysely<DeliberationDb>,
  streetId: string,
  estateId: string,
): Promise<{ id: string; kind: EstateTermKind; state: EstateTermState }[]> {
  return sql
    .selectFrom('estateTerms')
    .select(['id', 'kind', 'state'])
    .where('streetId', '=', streetId)
    .where('estateId', '=', estateId)
    .orderBy('id')
    .execute();
}

/** Whether a scan is kept under a term. */
export async function isTermFile(sql: Kysely<DeliberationDb>, streetId: string, termId: string, id: string): Promise<boolean> {
  const found = await sql
    .selectFrom('estateTermFiles')
    .select('id')
    .where('streetId', '=', streetId)
    .where('termId', '=', termId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
