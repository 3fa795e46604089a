import { acceptanceSigners, labels, type QualityTeam, type SeatKind, type WorksCheck } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** Refuses a quality team (质量监督团) without a resident, or one that a paying seat is not invited to. */
export function checkTeam({ residents, seats }: Pick<QualityTeam, 'residents' | 'seats'>, paying: readonly SeatKind[]): void {
  const missing = [
    ...(residents.length < acceptanceSigners.value.residents ? ['居民代表'] : []),
    ...paying.filter((seat) => !seats.includes(seat)).map((seat) => labels.seatKind[seat]),
  ];
  if (missing.length > 0) throw new DomainError('works.team', { missing: missing.join('、') });
}

/** Refuses marks that leave an item of the list out, or name one that is not on it; what has failed needs a word why. */
export function checkMarks({ items }: Pick<QualityTeam, 'items'>, marks: WorksCheck['marks']): void {
  const wanted = items.map(({ no }) => no).sort((a, b) => a - b);
  const given = marks.map(({ no }) => no).sort((a, b) => a - b);
  if (wanted.join() !== given.join()) throw new DomainError('works.marks', { reason: `请对第 ${wanted.join('、')} 项逐项写明是否合格。` });
  const silent = marks.find(({ isPassed, note }) => !isPassed && !note);
  if (silent) throw new DomainError('works.marks', { reason: `第 ${silent.no} 项不合格，请写明原因。` });
}

export interface Verdict {
  isPassed: boolean;
  failedItems: number[];
}

/**
 * What an acceptance (验收) comes to: an item that one member has failed has failed. Too few signatures decide nothing: three, one of them a resident (P).
 * Example: street, firm and a resident, all passed -> passed; without the resident -> works.signers-missing.
 */
export function verdictOf(checks: readonly Pick<WorksCheck, 'isResident' | 'marks'>[]): Verdict {
  const { signers, residents } = acceptanceSigners.value;
  const resident = checks.filter(({ isResident }) => isResident).length;
  if (checks.length < signers || resident < residents)
    throw new DomainError('works.signers-missing', { signers, residents, has: checks.length, resident });
  const failed = checks.flatMap(({ marks }) => marks.filter(({ isPassed }) => !isPassed).map(({ no }) => no));
  const failedItems = [...new Set(failed)].sort((a, b) => a - b);
  return { isPassed: failedItems.length === 0, failedItems };
}
