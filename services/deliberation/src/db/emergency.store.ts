import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql as raw, type Kysely } from 'kysely';
import type { EmergencyPlanRow, EmergencyShareRow, EmergencyUnitShareRow, EmergencyUseRow, ShareQuestionRow } from './emergency.schema.js';
import { isWithinReach } from './issues.store.js';
import type { DeliberationDb, DeliberationTx } from './schema.js';

export const emergencyUses = aggregate<EmergencyUseRow>('emergency_uses', 'emergency');
export const emergencyShares = table<EmergencyShareRow>('emergency_shares', ['useId', 'postingNo', 'homeId']);
export const emergencyUnitShares = table<EmergencyUnitShareRow>('emergency_unit_shares', ['useId', 'postingNo', 'unitId', 'capacity']);
export const emergencyPlans = table<EmergencyPlanRow>('emergency_plans', ['useId', 'postingNo']);
export const shareQuestions = aggregate<ShareQuestionRow>('share_questions', 'share-question');

/** The use, locked. To whoever has no seat at its table, it is not there. */
export async function lockUseWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<EmergencyUseRow> {
  const use = await tx.lock(emergencyUses, id);
  if (!use || !isWithinReach(use, ctx)) throw new DomainError('object.not-found', {});
  return use;
}

/** Who bears something of which use, be it for a home or as a unit that sold some, by `<use id>/<their id>`. */
export const sharers: Loader<true> = {
  name: 'emergency sharer',
  load: async (sql, keys, streetId) => {
    const pairs = keys.map((key) => key.split('/') as [string, string]);
    const [useIds, bearerIds] = [[...new Set(pairs.map(([useId]) => useId))], [...new Set(pairs.map(([, id]) => id))]];
    const rows = (await sql
      .selectFrom('emergencyShares')
      .select(['useId', 'ownerId as bearerId'])
      .where('streetId', '=', streetId)
      .where('useId', 'in', useIds)
      .where('ownerId', 'in', bearerIds)
      .union(
        sql
          .selectFrom('emergencyUnitShares')
          .select(['useId', 'unitId as bearerId'])
          .where('streetId', '=', streetId)
          .where('useId', 'in', useIds)
          .where('unitId', 'in', bearerIds),
      )
      .execute()) as { useId: string; bearerId: string }[];
    return new Map(rows.map(({ useId, bearerId }) => [`${useId}/${bearerId}`, true]));
  },
};

/** Photos and reports of an issue by their ids, with what they are and their hashes; what lies at another issue is not among them. */
export function filesOfIssue(
  sql: Kysely<DeliberationDb>,
  issueId: string,
  { streetId, ids }: { streetId: string; ids: readonly string[] },
) {
  return sql
    .selectFrom('issueFiles')
    .select(['id', 'type', 'sha256'])
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('id', '=', raw<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .execute();
}

/** Uses of an issue whose money has not come. */
export async function usesAwaitingMoney(sql: Kysely<DeliberationDb>, streetId: string, issueId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('emergencyUses')
    .select('id')
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('state', 'in', ['FILED', 'NOTICED', 'CONFIRMED'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Which posting of a use counts; what was posted before postings were numbered is the first. */
export const postingOf = ({ postingNo }: Pick<EmergencyUseRow, 'postingNo'>) => postingNo ?? 1;
