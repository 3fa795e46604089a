import type { OwnersBody, Seat, SeatKind, UnitKind } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

export interface SeatWish {
  unitId: string | null;
  isSubstitute: boolean;
  body?: OwnersBody | undefined;
  reason?: string | undefined;
}

/** Which kinds of units may sit where. A helper firm (帮扶物业) is a firm; owners' representatives are convened by the community and registered as a body. */
const fit: Record<SeatKind, readonly UnitKind[]> = {
  STREET: ['STREET', 'STREET_OFFICE'],
  COMMUNITY: ['COMMUNITY', 'VILLAGE'],
  RIGHTS_UNIT: ['PROPERTY_RIGHTS_UNIT'],
  FIRM: ['PROPERTY_FIRM'],
  OWNERS_BODY: ['OWNERS_BODY'],
};

const unfit = (reason: string) => new DomainError('seat.unfit', { reason });

/**
 * The seat with a unit in it (席位落座), or empty. No firm -> a helper firm named by the street; no 业委会 -> 物管会; neither -> owners' representatives whom the
 * community convenes, and what they say binds nobody (domain rules 4.7). Street and community have no stand-in: without them there is no table.
 * Example: OWNERS_BODY, PROPERTY_MGMT_COMMITTEE -> SUBSTITUTED and binding; OWNERS_REPS -> SUBSTITUTED, not binding.
 */
export function filledSeat(seat: Seat, wish: SeatWish, unit: { kind: UnitKind } | null): Seat {
  const { kind } = seat;
  const reason = wish.reason ?? null;
  const bare = { kind, unitId: wish.unitId, representative: null, deputy: null, reason };
  if (unit === null) {
    if (kind === 'STREET' || kind === 'COMMUNITY') throw unfit('街道和社区的席位不能空缺。');
    if (reason === null) throw unfit('席位空缺请写明原因。');
    return { ...bare, state: 'VACANT', body: null, isBinding: false };
  }
  if (!fit[kind].includes(unit.kind)) throw unfit('这类单位不能坐这个席位，请核对单位名册中的类型。');
  if (kind === 'OWNERS_BODY') {
    if (wish.body === undefined) throw unfit('请写明业主一方由业委会、物管会还是业主代表出席。');
    const isSubstitute = wish.body !== 'OWNERS_COMMITTEE';
    if (isSubstitute && reason === null) throw unfit('没有业委会而由他方代替的，请写明原因。');
    return { ...bare, state: isSubstitute ? 'SUBSTITUTED' : 'FILLED', body: wish.body, isBinding: wish.body !== 'OWNERS_REPS' };
  }
  if (wish.body !== undefined) throw unfit('只有业主一方的席位要写明由谁出席。');
  if (!wish.isSubstitute) return { ...bare, state: 'FILLED', body: null, isBinding: true };
  if (kind !== 'FIRM') throw unfit('只有物业和业主一方的席位可以由他方代替。');
  if (reason === null) throw unfit('由帮扶物业代替的，请写明原因。');
  return { ...bare, state: 'SUBSTITUTED', body: null, isBinding: true };
}
