import type { DirectoryVersionView } from '@wufang/contracts';
import { atBeijing, DomainError } from '@wufang/kernel';

/** A published version and the instant it begins; withdrawn ones are not on the list. In the order of their numbers, and so of their beginnings. */
export interface TimelineEntry {
  version: number;
  from: string;
}

/**
 * The instant a version begins: a date means its first moment in Beijing, nothing means now. The past is refused.
 * Example: '2026-12-01' -> 2026-12-01T00:00+08:00.
 */
export function beginningOf(from: string | undefined, now: Date): Date {
  if (from === undefined) return now;
  const at = from.length === 10 ? atBeijing(from, '00:00') : new Date(from);
  if (at < now) throw new DomainError('directory.from-past', {});
  return at;
}

/**
 * Refuses a version that a later beginning would silently take out of force again: what waits is withdrawn first, or the new version begins
 * after it. Of two that begin together the newer counts.
 */
export function refuseBeforeWaiting(timeline: readonly TimelineEntry[], from: Date): void {
  const waiting = timeline.find((entry) => new Date(entry.from) > from);
  if (waiting) throw new DomainError('directory.later-version-waits', { version: waiting.version, from: beijingText(waiting.from) });
}

/** The version in force at an instant; 0 before the first. */
export function versionAt(timeline: readonly TimelineEntry[], at: Date): number {
  return timeline.findLast((entry) => new Date(entry.from) <= at)?.version ?? 0;
}

/** The version that will be in force once all that waits has begun: what a draft must be based on. */
export function latestVersion(timeline: readonly TimelineEntry[]): number {
  return timeline.at(-1)?.version ?? 0;
}

export function stateOf(timeline: readonly TimelineEntry[], version: number, at: Date): DirectoryVersionView['state'] {
  const entry = timeline.find((one) => one.version === version);
  if (!entry) return 'WITHDRAWN';
  if (new Date(entry.from) > at) return 'SCHEDULED';
  return versionAt(timeline, at) === version ? 'IN_FORCE' : 'PAST';
}

/** Versions a process must know to decide from an instant on: the one in force then, and those that come. */
export function neededFrom(timeline: readonly TimelineEntry[], at: Date): readonly TimelineEntry[] {
  const inForce = versionAt(timeline, at);
  return timeline.filter(({ version, from }) => version === inForce || new Date(from) > at);
}

function beijingText(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
