import { acceptanceSigners, labels, type Actor, type QualityTeam, type SeatKind, type WorksCheck } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** Refuses a quality team (质量监督团) without a resident, one that a paying seat is not invited to, and one too small to sign an acceptance. */
export function checkTeam({ residents, seats }: Pick<QualityTeam, 'residents' | 'seats'>, paying: readonly SeatKind[]): void {
  const { signers, residents: least } = acceptanceSigners.value;
  const members = residents.length + seats.length;
  const missing = [
    ...(residents.length < least ? ['居民代表'] : []),
    ...paying.filter((seat) => !seats.includes(seat)).map((seat) => labels.seatKind[seat]),
    ...(members < signers ? [`验收至少 ${signers} 名成员签字，现在只有 ${members} 名`] : []),
  ];
  if (missing.length > 0) throw new DomainError('works.team', { missing: missing.join('、') });
}

/** What a team may name a resident's account by: the homes of its mandates and those it has bound, or as teams once did the account. An official or a unit's people are no residents, whatever a team says. */
export function namesOfResident(
  { accountId, roles, unitIds }: Pick<Actor, 'accountId' | 'roles' | 'unitIds'>,
  bound: readonly string[],
): string[] {
  return roles.includes('resident') ? [accountId, ...unitIds, ...bound] : [];
}

/** How a resident of the team signs, by its place in it: nobody's home is written on a check. */
export const residentSigns = (index: number) => `居民代表 ${index + 1}`;

/**
 * The checks that stay when a team changes while it checks: those of who is still in it, in the same place, about the same items. A resident signs by a place
 * (居民代表 n), so that whoever comes to another place signs again.
 * Example: residents A, B and the street have signed; A, C and the street -> A's and the street's stay.
 */
export function checksKept<Check extends Pick<WorksCheck, 'by' | 'isResident'>>(
  was: QualityTeam,
  is: QualityTeam,
  checks: readonly Check[],
): Check[] {
  const textsOf = ({ items }: QualityTeam) => items.map(({ text }) => text).join('\n');
  if (textsOf(was) !== textsOf(is)) return [];
  const signing = new Set<string>([
    ...is.residents.flatMap((home, i) => (was.residents[i] === home ? [residentSigns(i)] : [])),
    ...is.seats.filter((seat) => was.seats.includes(seat)),
  ]);
  return checks.filter(({ by }) => signing.has(by));
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
