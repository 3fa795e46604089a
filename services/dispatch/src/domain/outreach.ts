import type { AfterCare, ToldHow } from '@wufang/contracts';

/** Of a home: what was said of it last. */
export interface Told {
  homeId: string;
  stairwell: string;
  told: ToldHow | null;
  afterCare: AfterCare | null;
}

/** Whether a household knows. Somebody at the door of an empty home has told nobody. */
export function isReached(told: ToldHow | null): boolean {
  return told !== null && told !== 'NOBODY_IN';
}

/** Whether a household has answered how it is; one that was not met is still to be asked. */
export function isAskedAfter(afterCare: AfterCare | null): boolean {
  return afterCare !== null && afterCare !== 'NOBODY_IN';
}

/**
 * The homes that a tick means (P): those named, or without names all of the building or stairwell that are not done yet, so that ticking the rest never
 * covers what is known of a single one. Of homes named, what is said now counts, so that a mistake can be put right. `unknown` are named ones that are not
 * affected, or not in this building or stairwell.
 * Example: three homes, one told in person; the building is ticked "notice" -> two change.
 */
export function homesMeant<H extends Told>(
  homes: readonly H[],
  meant: { stairwell?: string | undefined; homeIds?: readonly string[] | undefined },
  isDone: (home: H) => boolean,
): { homes: H[]; unknown: string[] } {
  const within = homes.filter(({ stairwell }) => meant.stairwell === undefined || stairwell === meant.stairwell);
  if (!meant.homeIds) return { homes: within.filter((home) => !isDone(home)), unknown: [] };
  const byId = new Map(within.map((home) => [home.homeId, home]));
  const named = [...new Set(meant.homeIds)];
  return { homes: named.flatMap((id) => byId.get(id) ?? []), unknown: named.filter((id) => !byId.has(id)) };
}
