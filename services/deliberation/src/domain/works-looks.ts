import { worksLooks, type DeadlineCode, type SeatKind, type WatchKind, type WorksLook } from '@wufang/contracts';

/** The clock of a look; orders that were closed have the same (回看). */
export const lookCode = { T7: 'WATCH_T7', T30: 'WATCH_T30', RAIN: 'WATCH_RAIN' } as const satisfies Record<WatchKind, DeadlineCode>;
export const lookCodes = worksLooks.value.map((kind) => lookCode[kind]);

const DAY_MS = 86_400_000;
/** A look in so many days before it is due counts as that look, as it does for orders (P); earlier would only see fresh works. */
const windowDays = { from: '2020-01-01', value: 3, unit: 'days before it is due', source: 'P' } as const;

const blank = { note: null, photoIds: [], seat: null, at: null };

/** What accepted works are looked at for: after thirty days by `dueAt`, and at the first rain, whenever it comes. */
export function looksOf(dueAt: Date): WorksLook[] {
  return worksLooks.value.map((kind) =>
    kind === 'RAIN' ? { kind, state: 'WAITING', dueAt: null, ...blank } : { kind, state: 'OPEN', dueAt: dueAt.toISOString(), ...blank },
  );
}

/** It rains: what waited for rain is to be done by `dueAt`. Null where nothing waits. */
export function afterRain(looks: readonly WorksLook[], dueAt: Date): WorksLook[] | null {
  if (!looks.some(({ state }) => state === 'WAITING')) return null;
  return looks.map((look) => (look.state === 'WAITING' ? { ...look, state: 'OPEN', dueAt: dueAt.toISOString() } : look));
}

/** The look of a kind that is still to be taken. */
export const pending = (looks: readonly WorksLook[], kind: WatchKind): WorksLook | undefined =>
  looks.find((look) => look.kind === kind && (look.state === 'OPEN' || look.state === 'WAITING'));

/**
 * From when a look may find that everything holds. What has come back may be said at any time.
 * Example: due on 2026-12-30 24:00 -> from 2026-12-28 00:00; at the first rain, or after mending, at once.
 */
export function holdsFrom(look: WorksLook, looks: readonly WorksLook[]): Date | null {
  if (look.state === 'WAITING') return null;
  if (look.kind === 'RAIN' || isAgain(look, looks)) return new Date(0);
  return new Date(new Date(look.dueAt!).getTime() - windowDays.value * DAY_MS);
}

/** Whether a look is the one after mending. */
const isAgain = (look: WorksLook, looks: readonly WorksLook[]) => looks.some(({ kind, state }) => kind === look.kind && state === 'FAILED');

/** Whether something that a look has found is still to be mended. */
export const isMending = (looks: readonly WorksLook[]): boolean => looks.some((look) => look.state === 'OPEN' && isAgain(look, looks));

export interface Looked {
  isPassed: boolean;
  note: string;
  photoIds: string[];
  seat: SeatKind;
  at: Date;
}

/** The looks after one was taken; one that failed is followed by another, due when what was found is to be mended. */
export function afterLook(
  looks: readonly WorksLook[],
  taken: WorksLook,
  { isPassed, note, photoIds, seat, at }: Looked,
  mendBy: Date | null,
): { looks: WorksLook[]; look: WorksLook } {
  const look: WorksLook = { ...taken, state: isPassed ? 'PASSED' : 'FAILED', note, photoIds, seat, at: at.toISOString() };
  const next = looks.map((one) => (one === taken ? look : one));
  if (isPassed) return { looks: next, look };
  return { looks: [...next, { kind: taken.kind, state: 'OPEN', dueAt: mendBy!.toISOString(), ...blank }], look };
}
