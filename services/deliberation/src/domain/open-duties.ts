import {
  labels,
  type IssueSeat,
  type OpenDuty,
  type ResolutionBody,
  type QualityTeam,
  type SeatKind,
  type SeatSignature,
  type WorksCheck,
  type WorksLook,
  type WorksState,
} from '@wufang/contracts';
import { leadOf } from './plan-states.js';
import { missingSeats } from './resolution.js';
import { seatOf } from './seats.js';

/** Works as far as somebody owes something about them. */
export interface DutyWorks {
  id: string;
  issueId: string;
  tableId: string;
  estateId: string;
  title: string;
  state: WorksState;
  team: QualityTeam | null;
  checks: readonly WorksCheck[];
  rectifyDueAt: Date | null;
  settlement: object | null;
  settlementPosting: object | null;
  /** When what was accepted is to be settled, or what is settled to hang; null where no clock says so. */
  settleDueAt: Date | null;
  isSettledLate: boolean;
  looks: readonly WorksLook[];
  seats: readonly IssueSeat[];
  leadSeat: SeatKind | null;
}

/**
 * What works that are being accepted, mended or looked at again ask of whom: of each invited seat that has not checked its check, of the lead the mending, of
 * the community that what is due is looked at, and of the lead that what is accepted is settled and hangs.
 * Example: FINISHED, team STREET and FIRM, street has checked -> FIRM owes its check.
 */
export function openDuties(row: DutyWorks): OpenDuty[] {
  const { id, issueId, tableId, estateId, title } = row;
  const owed = (kind: OpenDuty['kind'], seat: SeatKind, text: string, dueAt: Date | null, isLate = false): OpenDuty[] => {
    const { unitId } = seatOf(row.seats, seat);
    if (unitId === null) return [];
    const about = { kind, id, issueId, tableId, estateId, title, seat, unitId, text, amountFen: null };
    return [{ ...about, dueAt: dueAt?.toISOString() ?? null, isLate }];
  };
  if (row.state === 'RECTIFYING') return owed('RECTIFY', leadOf(row), '验收不合格项整改', row.rectifyDueAt);
  const settling =
    row.state === 'ACCEPTED'
      ? owed('SETTLE', leadOf(row), '按最终票据结算', row.settleDueAt, row.isSettledLate)
      : row.settlement !== null && row.settlementPosting === null && row.settleDueAt !== null
        ? owed('POST_SETTLEMENT', leadOf(row), '张贴结算和票据', row.settleDueAt, row.isSettledLate)
        : [];
  if (row.state !== 'FINISHED') {
    const mending = row.rectifyDueAt === null ? [] : owed('RECTIFY', leadOf(row), '回看不合格，整改', row.rectifyDueAt);
    const looks = row.looks.filter(({ state }) => state === 'OPEN');
    return [
      ...settling,
      ...mending,
      ...looks.flatMap(({ kind, dueAt }) => owed('LOOK', 'COMMUNITY', `${labels.worksLookKind[kind]}回看`, new Date(dueAt!))),
    ];
  }
  return (row.team?.seats ?? [])
    .filter((seat) => !row.checks.some(({ by }) => by === seat))
    .flatMap((seat) => owed('CHECK', seat, '参加验收并签字', null));
}

/** A resolution that waits for signatures, with the time in which they are owed. */
export interface DutyResolution {
  id: string;
  issueId: string;
  tableId: string;
  estateId: string;
  body: Pick<ResolutionBody, 'title' | 'no' | 'signers'>;
  signatures: readonly Pick<SeatSignature, 'seat'>[];
  dueAt: Date | null;
  isLate: boolean;
}

/**
 * What a drawn resolution asks of whom: of each seat that has not signed its signature, in the time of SIGNING.
 * Example: signers COMMUNITY and RIGHTS_UNIT, the community has signed -> RIGHTS_UNIT owes its signature.
 */
export function signingDuties({ id, issueId, tableId, estateId, body, signatures, dueAt, isLate }: DutyResolution): OpenDuty[] {
  return missingSeats(body.signers, signatures).map((seat) => ({
    ...{ kind: 'SIGN', id, issueId, tableId, estateId, title: body.title, seat, amountFen: null, text: `签署决议第 ${body.no} 版` },
    unitId: body.signers.find((signer) => signer.seat === seat)!.unitId,
    ...{ dueAt: dueAt?.toISOString() ?? null, isLate },
  }));
}
