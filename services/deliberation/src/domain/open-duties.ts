import {
  labels,
  type IssueSeat,
  type OpenDuty,
  type QualityTeam,
  type SeatKind,
  type WorksCheck,
  type WorksLook,
  type WorksState,
} from '@wufang/contracts';
import { leadOf } from './plan-states.js';
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
  looks: readonly WorksLook[];
  seats: readonly IssueSeat[];
  leadSeat: SeatKind | null;
}

/**
 * What works that are being accepted, mended or looked at again ask of whom: of each invited seat that has not checked its check, of the lead the mending, of
 * the community that what is due is looked at.
 * Example: FINISHED, team STREET and FIRM, street has checked -> FIRM owes its check.
 */
export function openDuties(row: DutyWorks): OpenDuty[] {
  const { id, issueId, tableId, estateId, title } = row;
  const owed = (kind: OpenDuty['kind'], seat: SeatKind, text: string, dueAt: Date | null): OpenDuty[] => {
    const { unitId } = seatOf(row.seats, seat);
    if (unitId === null) return [];
    const about = { kind, id, issueId, tableId, estateId, title, seat, unitId, text, amountFen: null };
    return [{ ...about, dueAt: dueAt?.toISOString() ?? null, isLate: false }];
  };
  if (row.state === 'RECTIFYING') return owed('RECTIFY', leadOf(row), '验收不合格项整改', row.rectifyDueAt);
  if (row.state !== 'FINISHED') {
    const mending = row.rectifyDueAt === null ? [] : owed('RECTIFY', leadOf(row), '回看不合格，整改', row.rectifyDueAt);
    const looks = row.looks.filter(({ state }) => state === 'OPEN');
    return [
      ...mending,
      ...looks.flatMap(({ kind, dueAt }) => owed('LOOK', 'COMMUNITY', `${labels.watchKind[kind]}回看`, new Date(dueAt!))),
    ];
  }
  return (row.team?.seats ?? [])
    .filter((seat) => !row.checks.some(({ by }) => by === seat))
    .flatMap((seat) => owed('CHECK', seat, '参加验收并签字', null));
}
