import { labels, type IssueSeat, type RoundQuorum, type SeatKind } from '@wufang/contracts';
import { isHeld } from './seats.js';

/** How many of the held seats have to be there (domain rules 4.7); below three nothing can be opened. */
export const partiesNeeded = { from: '2020-01-01', value: { 5: 4, 4: 3, 3: 3 }, unit: 'seats there, by seats held', source: 'P' } as const;

/** Seats needed of so many held. Examples: 5 -> 4, 4 -> 3, 3 -> 3, 2 -> null: cannot open. */
export function needed(held: number): number | null {
  return held === 5 || held === 4 || held === 3 ? partiesNeeded.value[held] : null;
}

/**
 * Whether a round may be opened (到会方数). Always there: the community, which leads it, and every party that would pay.
 * Example: five seats held, all there but a paying rights unit -> four of four needed, and yet not met.
 */
export function quorumOf(
  seats: readonly Pick<IssueSeat, 'kind' | 'state'>[],
  there: readonly SeatKind[],
  paying: readonly SeatKind[],
): RoundQuorum {
  const held = seats.filter(isHeld).map(({ kind }) => kind);
  const present = held.filter((kind) => there.includes(kind));
  const must = [...new Set<SeatKind>(['COMMUNITY', ...paying])];
  const missing = must.filter((kind) => !present.includes(kind));
  const wanted = needed(held.length);
  const reasons: string[] = [];
  if (wanted === null) reasons.push(`有单位落座的席位只有 ${held.length} 方，不足三方不能开会`);
  else if (present.length < wanted) reasons.push(`${held.length} 方须到 ${wanted} 方，实到 ${present.length} 方`);
  for (const kind of missing)
    reasons.push(kind === 'COMMUNITY' ? '召集人（社区）未到' : `出资方“${labels.seatKind[kind]}”未到，每个出资方都必须到会`);
  return { held: held.length, needed: wanted, present: present.length, missing, isMet: reasons.length === 0, reasons };
}
