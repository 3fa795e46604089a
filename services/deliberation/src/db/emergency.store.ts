import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import type { EmergencyShareRow, EmergencyUnitShareRow, EmergencyUseRow, ShareQuestionRow } from './emergency.schema.js';
import { isWithinReach } from './issues.store.js';
import type { DeliberationTx } from './schema.js';

export const emergencyUses = aggregate<EmergencyUseRow>('emergency_uses', 'emergency');
export const emergencyShares = table<EmergencyShareRow>('emergency_shares', ['useId', 'homeId']);
export const emergencyUnitShares = table<EmergencyUnitShareRow>('emergency_unit_shares', ['useId', 'unitId']);
export const shareQuestions = aggregate<ShareQuestionRow>('share_questions', 'share-question');

/** The use, locked. To whoever has no seat at its table, it is not there. */
export async function lockUseWithinReach(tx: DeliberationTx, id: string, ctx: Ctx): Promise<EmergencyUseRow> {
  const use = await tx.lock(emergencyUses, id);
  if (!use || !isWithinReach(use, ctx)) throw new DomainError('object.not-found', {});
  return use;
}

/** Who has a share in which use, by `<use id>/<owner id>`. */
export const sharers: Loader<true> = {
  name: 'emergency sharer',
  load: async (sql, keys, streetId) => {
    const pairs = keys.map((key) => key.split('/') as [string, string]);
    const rows = (await sql
      .selectFrom('emergencyShares')
      .select(['useId', 'ownerId'])
      .distinct()
      .where('streetId', '=', streetId)
      .where('useId', 'in', [...new Set(pairs.map(([useId]) => useId))])
      .where('ownerId', 'in', [...new Set(pairs.map(([, ownerId]) => ownerId))])
      .execute()) as { useId: string; ownerId: string }[];
    return new Map(rows.map(({ useId, ownerId }) => [`${useId}/${ownerId}`, true]));
  },
};
