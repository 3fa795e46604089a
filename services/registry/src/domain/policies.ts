import { citationsOf, completeLimits, labels, type CitingRule, type PolicyClause, type TimeLimit } from '@wufang/contracts';

/** The first number that two clauses have, or null. */
export function clauseTwice(clauses: readonly Pick<PolicyClause, 'no'>[]): number | null {
  const seen = new Set<number>();
  for (const { no } of clauses) {
    if (seen.has(no)) return no;
    seen.add(no);
  }
  return null;
}

/** The version in force on a day: of those that have begun, the one that began last, of one day the one published last. */
export function versionOn<V extends { policyVersion: number; from: string }>(versions: readonly V[], day: string): V | null {
  return versions.reduce<V | null>(
    (best, one) =>
      one.from <= day && (!best || one.from > best.from || (one.from === best.from && one.policyVersion > best.policyVersion)) ? one : best,
    null,
  );
}

/**
 * Which limits of a street's table, completed by the platform's, cite each paper, and which clause of it.
 * Example: CO_RETURN, source L1-14 -> under L1: 协办反馈, clause 14.
 */
export function citingRules(rows: readonly TimeLimit[]): Map<string, CitingRule[]> {
  const found = new Map<string, CitingRule[]>();
  for (const { code, source, standsIn } of completeLimits(rows)) {
    for (const { code: paper, article } of citationsOf(source)) {
      const rule = { code, name: labels.deadlineCode[code], clauseNo: article, isDefault: standsIn ?? false };
      found.set(paper, [...(found.get(paper) ?? []), rule]);
    }
  }
  return found;
}
