import {
  labels,
  type Actor,
  type IssueSeat,
  type IssueState,
  type Seat,
  type SeatKind,
  type SeatMandate,
  type SeatRole,
} from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';

/** A seat and the mandate by which an account speaks for it. */
export interface SeatActing {
  seat: IssueSeat;
  kind: SeatKind;
  as: SeatRole;
  mandate: SeatMandate;
}

const isOver = (mandate: SeatMandate, now: Date) => mandate.until !== null && new Date(mandate.until) <= now;

/**
 * The seat an account speaks for at this instant (I-32): its unit holds the seat, it is the seat's representative or deputy, the mandate has not
 * ended, and it has not stepped back from this issue. `only`: the seat that has to be spoken for. An account that holds none is told which seat it
 * would need; one whose unit has no seat is told nothing (object.not-found).
 */
export function seatActingFor(of: { seats: readonly IssueSeat[] }, actor: Actor, now: Date, only?: SeatKind): SeatActing {
  const found: SeatActing[] = [];
  let refusal: DomainError | undefined;
  for (const seat of of.seats) {
    if (only !== undefined && seat.kind !== only) continue;
    if (seat.unitId === null || !actor.unitIds.includes(seat.unitId)) continue;
    refusal ??= new DomainError('seat.not-yours', { seat: labels.seatKind[seat.kind] });
    for (const as of ['REPRESENTATIVE', 'DEPUTY'] as const) {
      const mandate = mandateOf(seat, as);
      if (mandate?.accountId !== actor.accountId) continue;
      const back = seat.steppedBack.find(({ accountId }) => accountId === actor.accountId);
      if (back) refusal = new DomainError('seat.stepped-back', { interest: labels.interest[back.interest] });
      else if (isOver(mandate, now))
        refusal = new DomainError('seat.mandate-ended', {
          seat: labels.seatKind[seat.kind],
          until: formatBeijing(new Date(mandate.until!)),
        });
      else found.push({ seat, kind: seat.kind, as, mandate });
    }
  }
  if (found[0]) return found[0];
  if (refusal) throw refusal;
  const isParty = of.seats.some(({ unitId }) => unitId !== null && actor.unitIds.includes(unitId));
  if (isParty || isOfTheStreet(actor))
    throw new DomainError('seat.not-yours', { seat: only === undefined ? '五方' : labels.seatKind[only] });
  throw new DomainError('object.not-found', {});
}

/**
 * The seat that leads an issue on (召集人): the community. What has been escalated (提级) the street decides on its own duty, so that it may act there as well
 * (domain rules 4.7): the community may be the very one that did not come.
 */
export function seatLeading(of: { seats: readonly IssueSeat[]; state: IssueState }, actor: Actor, now: Date): SeatActing {
  const isStreets = of.state === 'ESCALATED' && isOfTheStreet(actor);
  return seatActingFor(of, actor, now, isStreets ? 'STREET' : 'COMMUNITY');
}

/** People of the street see everything anyway, so that they may be told what they lack. */
const isOfTheStreet = ({ roles }: Actor) => roles.some((role) => role === 'section_chief' || role === 'street_leader');

/** The units that sit at a table, each once: whom its issues concern. */
export function unitsOfSeats(seats: readonly Pick<Seat, 'unitId'>[]): string[] {
  return [...new Set(seats.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
}

/** The seat of a kind. There are always five. */
export function seatOf<S extends Pick<Seat, 'kind'>>(seats: readonly S[], kind: SeatKind): S {
  return seats.find((seat) => seat.kind === kind)!;
}

/** By what mandate somebody speaks for a seat in a role, if anybody does. */
export const mandateOf = ({ representative, deputy }: Pick<Seat, 'representative' | 'deputy'>, as: SeatRole): SeatMandate | null =>
  as === 'DEPUTY' ? deputy : representative;

/** The seat with a mandate, or without one. */
export function withMandate<S extends Seat>(seat: S, as: SeatRole, mandate: SeatMandate | null): S {
  return { ...seat, ...(as === 'DEPUTY' ? { deputy: mandate } : { representative: mandate }) };
}

/** Seats at which somebody may sit: filled or substituted. */
export function isHeld({ state }: Pick<Seat, 'state'>): boolean {
  return state !== 'VACANT';
}

/** A seat at which somebody sits and binds nobody: owners' representatives whom the community has convened (4.7). What they say is recorded and answered. */
export function isAdvisory(seat: Pick<Seat, 'state' | 'isBinding'>): boolean {
  return isHeld(seat) && !seat.isBinding;
}

/** Seats of a table as an issue takes them over: nobody has stepped back yet. */
export function seatsForIssue(seats: readonly Seat[]): IssueSeat[] {
  return seats.map((seat) => ({ ...seat, steppedBack: [] }));
}
