import type { Propriety, WhistleScore } from '@wufang/contracts';

/** What counts of one summons: who blew, who was called, and how it went. */
export interface CountedSummons {
  whistlingUnitId: string;
  unitId: string;
  propriety: Propriety;
  respondDueAt: Date;
  answeredAt: Date | null;
  hasResult: boolean;
  /** When its order was closed while the unit still owed something. */
  endedAt: Date | null;
}

/** Whether an answer came by the time it was due; null while it may still come. Example: due 10:00, answered 10:00 -> in time. */
export function isInTime(dueAt: Date, answeredAt: Date | null, now: Date): boolean | null {
  if (answeredAt !== null) return answeredAt <= dueAt;
  return now > dueAt ? false : null;
}

/**
 * Both sides measured (双考核, regulation art. 33). Who blows the whistle: of the summonses issued, those not judged improper. Who is called: of the
 * summonses received that were not improper, those answered in time and with a result; an explanation is an answer. A claim that nobody has
 * decided leaves a summons proper. What the closing of its order ended counts for the unit only if it was late by then: what it had time for, nobody waits for.
 * Example: three called, one reported in and brought a result, two silent -> issued 3, proper 3; the one 1 of 1, the others 0 of 1.
 */
export function whistleScores(summonses: readonly CountedSummons[]): WhistleScore[] {
  const scores = new Map<string, WhistleScore>();
  const of = (unitId: string) => {
    let score = scores.get(unitId);
    if (!score) scores.set(unitId, (score = { unitId, issued: 0, proper: 0, summoned: 0, answeredInTime: 0, reportedIn: 0 }));
    return score;
  };
  for (const { whistlingUnitId, unitId, propriety, respondDueAt, answeredAt, hasResult, endedAt } of summonses) {
    const isProper = propriety !== 'IMPROPER';
    const blew = of(whistlingUnitId);
    blew.issued += 1;
    if (!isProper) continue;
    blew.proper += 1;
    if (endedAt !== null && (answeredAt ?? endedAt) <= respondDueAt) continue;
    const called = of(unitId);
    called.summoned += 1;
    if (answeredAt === null || answeredAt > respondDueAt) continue;
    called.answeredInTime += 1;
    if (hasResult) called.reportedIn += 1;
  }
  return [...scores.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}
