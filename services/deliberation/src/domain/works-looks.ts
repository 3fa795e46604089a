import { heatingSeason, worksLooks, type DeadlineCode, type SeatKind, type WorksLook, type WorksLookKind } from '@wufang/contracts';
import { beijingDate, dayOfDate, instantOfDay } from '@wufang/kernel';

/** The clock of a look; orders that were closed have the same (回看). */
export const lookCode = {
  ...{ T30: 'WATCH_T30', RAIN: 'WATCH_RAIN', HEATING: 'WATCH_HEATING' },
} as const satisfies Record<WorksLookKind, DeadlineCode>;
export const lookCodes = worksLooks.value.map((kind) => lookCode[kind]);

const DAY_MS = 86_400_000;
/** A look in so many days before it is due counts as that look, as it does for orders (P); earlier would only see fresh works. */
const windowDays = { from: '2020-01-01', value: 3, unit: 'days before it is due', source: 'P' } as const;

const blank = { note: null, photoIds: [], seat: null, at: null };

/** What accepted works are looked at for: after thirty days and in the first heating by their due times, and at the first rain, whenever it comes. */
export function looksOf(dueAt: { T30: Date; HEATING: Date }): WorksLook[] {
  return worksLooks.value.map((kind) =>
    kind === 'RAIN'
      ? { kind, state: 'WAITING', dueAt: null, ...blank }
      : { kind, state: 'OPEN', dueAt: dueAt[kind].toISOString(), ...blank },
  );
}

/**
 * When the heating is turned on for the first time after works were accepted: the season's first day, at its beginning. What is accepted while it is on was
 * looked at with it on, and is looked at again when it is turned on anew.
 * Example: accepted on 2026-11-14 -> 2026-11-15 00:00; on 2026-11-15 or 2026-12-01 -> 2027-11-15 00:00 in Beijing.
 */
export function firstHeatingAfter(acceptedAt: Date): Date {
  const { begins } = heatingSeason.value;
  const year = Number(beijingDate(acceptedAt).slice(0, 4));
  const start = (of: number) => instantOfDay(dayOfDate(`${of}-${begins}`));
  return start(year) > acceptedAt ? start(year) : start(year + 1);
}

/** It rains: what waited for rain is to be done by `dueAt`. Null where nothing waits. */
export function afterRain(looks: readonly WorksLook[], dueAt: Date): WorksLook[] | null {
  if (!looks.some(({ state }) => state === 'WAITING')) return null;
  return looks.map((look) => (look.state === 'WAITING' ? { ...look, state: 'OPEN', dueAt: dueAt.toISOString() } : look));
}

/** The look of a kind that is still to be taken. */
export const pending = (looks: readonly WorksLook[], kind: WorksLookKind): WorksLook | undefined =>
  looks.find((look) => look.kind === kind && (look.state === 'OPEN' || look.state === 'WAITING'));

/**
 * From when a look may find that everything holds. What has come back may be said at any time.
 * Example: due on 2026-12-30 24:00 -> from 2026-12-28 00:00; at the first rain, or after mending, at once; in the first heating once it is on.
 */
export function holdsFrom(look: WorksLook, looks: readonly WorksLook[]): Date | null {
  if (look.state === 'WAITING') return null;
  if (look.kind === 'RAIN' || isAgain(look, looks)) return new Date(0);
  if (look.kind === 'HEATING') return heatingBefore(new Date(look.dueAt!));
  return new Date(new Date(look.dueAt!).getTime() - windowDays.value * DAY_MS);
}

/** The start of the season in which a look is due. */
function heatingBefore(dueAt: Date): Date {
  const next = firstHeatingAfter(dueAt);
  return instantOfDay(dayOfDate(`${Number(beijingDate(next).slice(0, 4)) - 1}-${heatingSeason.value.begins}`));
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
