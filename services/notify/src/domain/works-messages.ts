import type { instalmentEvents, PayloadOf } from '@wufang/contracts';
import type { Draft } from './messages.js';

const toAll = (unitIds: readonly string[], draft: Pick<Draft, 'kind' | 'title' | 'body' | 'subjectId'>): Draft[] =>
  unitIds.map((unitId) => ({ ...draft, unitId, role: null, seat: null }));

/** A payment is late: the whole table hears of it, and that nobody else has to pay for it. */
export function lateInstalmentMessages(instalmentId: string, { unitIds, title, reason }: PayloadOf<typeof instalmentEvents.late>): Draft[] {
  const body = `“${title}”：${reason}。下一施工阶段暂缓；未付部分不由其他各方分担，另有安排须重新议定。`;
  return toAll(unitIds, { kind: 'INSTALMENT_LATE', title: '出资逾期', body, subjectId: instalmentId });
}
