import {
  watchedCategories,
  watchWindow,
  type Category,
  type DeadlineCode,
  type Level,
  type WatchKind,
  type WatchState,
  type WorkOrderState,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { ClockStep } from './clock-steps.js';
import { inWeather } from './duties.js';
import { isInIncident } from './work-order-states.js';

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

/** In which states a unit is on its way to an order, or ought to be: what rests, is objected to or was sent back waits for something else. */
export const drainedStates: readonly WorkOrderState[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'];

/**
 * Whether rain that is declared now makes an order that is open a matter of 30 minutes (domain rules 4.6, RAIN_DRAIN): drainage, or what its row says so of, to which nobody
 * has come yet. Examples: 排水/污水外溢, accepted -> yes; with somebody on site, part of an incident, or put off -> no; 停水 -> no.
 */
export function drains(order: {
  state: WorkOrderState;
  category: Category;
  decision: { duties?: readonly DeadlineCode[] | undefined };
  onSiteAt: Date | null;
  incidentId: string | null;
  beforeIncident: { endedAt?: string } | null;
}): boolean {
  if (!drainedStates.includes(order.state) || order.onSiteAt !== null || isInIncident(order)) return false;
  return inWeather(order.decision.duties ?? [], order.category, true).includes('RAIN_DRAIN');
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
