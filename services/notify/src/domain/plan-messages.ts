import { fenFromJson, formatFen } from '@wufang/kernel';
import type { Draft } from './messages.js';

const toUnit = (unitId: string) => ({ unitId, role: null, seat: null });

/** Amounts are frozen: every party at the table hears it once; those whose amount has changed hear that what they said before is void. */
export function planChosenMessages(
  planId: string,
  chosen: {
    no: number;
    unitIds: readonly string[];
    scenario: string;
    totalFen: string;
    voided: readonly { payer: string; unitId: string | null }[];
  },
): Draft[] {
  const total = `¥${formatFen(fenFromJson(chosen.totalFen))}`;
  const asked = new Map(chosen.voided.flatMap(({ payer, unitId }): [string, string][] => (unitId === null ? [] : [[unitId, payer]])));
  return chosen.unitIds.map((unitId) => {
    const payer = asked.get(unitId);
    const body = `第 ${chosen.no} 版分摊方案已选定“${chosen.scenario}”，合计 ${total}。`;
    return payer === undefined
      ? { kind: 'PLAN_CHOSEN', title: '分摊方案定稿', body: `${body}请查看本方份额。`, subjectId: planId, ...toUnit(unitId) }
      : {
          ...{ kind: 'PLAN_CONSENT_VOID', title: '请重新表态', subjectId: planId, ...toUnit(unitId) },
          body: `${body}“${payer}”的金额有变，原表态作废，请看本方份额后重新表态。`,
        };
  });
}
