import type { CommitmentState } from '@wufang/contracts';

/** A promise as both resolutions say it; the same words of the same unit with the same day are the same promise. */
export interface Promised {
  unitId: string;
  text: string;
  evidence: string;
  dueAt: Date;
}

const isSame = (a: Promised, b: Promised) =>
  a.unitId === b.unitId && a.text === b.text && a.evidence === b.evidence && a.dueAt.getTime() === b.dueAt.getTime();

/**
 * What a later resolution of an issue does to the promises of the one before (承诺事项): those it says again go on with their task and their clock, open or
 * kept; those it does not say any more, and that are open, end with it; only what is new is promised. One that the street has let off, and that is signed
 * again, is new.
 * Example: before A open, B kept, C open; now A, B, D -> A and B go on, C ends, D is made.
 */
export function promisedAnew<Before extends Promised & { state: CommitmentState }, Said extends Promised & { no: number }>(
  before: readonly Before[],
  said: readonly Said[],
): { made: Said[]; carried: { row: Before; no: number }[]; dropped: Before[] } {
  const left = before.filter(({ state }) => state === 'OPEN' || state === 'KEPT');
  const carried: { row: Before; no: number }[] = [];
  const made: Said[] = [];
  for (const one of said) {
    const at = left.findIndex((row) => isSame(row, one));
    if (at === -1) made.push(one);
    else carried.push({ row: left.splice(at, 1)[0]!, no: one.no });
  }
  return { made, carried, dropped: left.filter(({ state }) => state === 'OPEN') };
}
