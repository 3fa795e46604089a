import { DomainError, type DateText } from '@wufang/kernel';

/** What a party loses that is late with what it signed: once for each promise and each payment, however long it takes. */
export interface LatePoints {
  from: DateText;
  commitment: number;
  instalment: number;
  unit: string;
  source: string;
}

/** Newest first. The rules ask for a loss point and give no other number (domain rules 4.7, COMMITMENT_DUE); a payment is held like a promise. */
export const latePoints: readonly LatePoints[] = [
  { from: '2020-01-01', commitment: 1, instalment: 1, unit: 'points lost, each', source: 'P (domain rules 4.7)' },
];

/** The points in force on a day. Example: '2026-10-19' -> one each. */
export function latePointsAt(day: DateText, dated = latePoints): LatePoints {
  const found = dated.find(({ from }) => from <= day);
  if (!found) throw new DomainError('period.invalid', { period: day });
  return found;
}
