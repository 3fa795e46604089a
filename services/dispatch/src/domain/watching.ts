import {
  watchedCategories,
  watchWindow,
  type Category,
  type DeadlineCode,
  type Level,
  type WatchKind,
  type WatchState,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { ClockStep } from './clock-steps.js';

export const watchCode = { T7: 'WATCH_T7', T30: 'WATCH_T30', RAIN: 'WATCH_RAIN' } as const satisfies Record<WatchKind, DeadlineCode>;
export const watchCodes = Object.values(watchCode);

const DAY = 86_400_000;

/**
 * Which looks again a solved order of this category needs (回看, domain rules 4.6). Example: 房屋漏雨渗水 -> after 7 days, after 30 days, at the first
 * rain; 噪声扰民 -> none.
 */
export function looksNeeded(category: Category): readonly WatchKind[] {
  const row = watchedCategories[0].value.find((watched) => watched.category.every((part, depth) => category[depth] === part));
  return row?.checks ?? [];
}

/**
 * Whether a closed order is put before its section chief, who may have like places looked at (举一反三): an emergency or a utility, a hard one, one that is looked at
 * again; not one that was part of an incident, whose end offers that for all of them. Any other is offered on its page alone.
 * Example: level E -> yes; level N, 房屋漏雨渗水 -> yes; level N, 噪声扰民 -> no.
 */
export function offersSweep(order: { level: Level; isHard: boolean; category: Category; incidentId: string | null }): boolean {
  if (order.incidentId !== null) return false;
  return order.level === 'E' || order.level === 'U' || order.isHard || looksNeeded(order.category).length > 0;
}

/** Clocks of one look: those after days start when the order is closed, that at the first rain when it rains. */
export function watchSteps(
  told: { fact: 'asked'; kind: WatchKind; at: Date } | { fact: 'rainCame'; at: Date } | { fact: 'ended'; kind: WatchKind },
): ClockStep[] {
  switch (told.fact) {
    case 'asked':
      return told.kind === 'RAIN' ? [] : [{ start: watchCode[told.kind], at: told.at }];
    case 'rainCame':
      return [{ start: 'WATCH_RAIN', at: told.at }];
    case 'ended':
      return [{ stop: [watchCode[told.kind]] }];
  }
}

/** From when a look counts: so many days before it is due (`watchWindow`); at the first rain, from the rain on. */
export function openFrom(kind: WatchKind, dueAt: Date, rainAt: Date | null): Date {
  return kind === 'RAIN' ? rainAt! : new Date(dueAt.getTime() - watchWindow.value * DAY);
}

/** What becomes of the order after a look: it fails at once with one, is archived when all have passed. Example: T7 passed, the rest open -> watched on. */
export function verdict(states: readonly WatchState[]): 'WATCHED' | 'ALL_PASSED' | 'FAILED' {
  if (states.includes('FAILED')) return 'FAILED';
  return states.every((state) => state === 'PASSED') ? 'ALL_PASSED' : 'WATCHED';
}

/**
 * Refuses that somebody of a unit whose work it was (the lead, who assists, the first answerer) says it holds, as a look of the grid worker is refused them; but for the
 * unit that was asked to look. Example: the firm that repaired says passed -> check.own-order; the community of the place -> taken.
 */
export function refuseOwnPass(
  order: { leadUnitId: string; coUnitIds: readonly string[]; contactUnitId: string | null },
  asked: { unitId: string },
  unitIds: readonly string[],
): void {
  const own = [order.leadUnitId, ...order.coUnitIds, order.contactUnitId];
  if (!unitIds.includes(asked.unitId) && unitIds.some((id) => own.includes(id))) throw new DomainError('check.own-order', {});
}
