import type { Role, ServiceName } from '@wufang/contracts';
import type { Draft } from './messages.js';

/**
 * Who keeps the heads of the day: the five parties (street, community, property firm, property-rights unit, owners' body) and the inspector. Who runs the
 * database is watched by them and is no witness (reliability, decision 7).
 */
export const witnesses: readonly Role[] = [
  'street_leader',
  'community_worker',
  'firm_manager',
  'rights_unit_rep',
  'owners_body_rep',
  'inspector',
];

/**
 * What a witness is asked to keep: one line a service, as `verify-audit --witness` reads it.
 * Example: 'intake 2026-11-28 3f9c…'.
 */
export function headMessages(day: string, heads: Partial<Record<ServiceName, string>>): Draft[] {
  const lines = Object.entries(heads)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([service, head]) => `${service} ${day} ${head}`);
  return witnesses.map((role) => ({
    kind: 'DAY_HEADS',
    title: `${day} 留痕封存`,
    body: ['当日记录已封存。请抄存或打印以下摘要，日后凭它即可查明此前的记录有没有被改动：', ...lines].join('\n'),
    subjectId: null,
    unitId: null,
    role,
    seat: null,
  }));
}
