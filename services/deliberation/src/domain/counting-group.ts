import { countingGroupSize, type BallotState, type MemberState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** A member of the counting group (计票小组) of one vote. */
export interface GroupMember {
  accountId: string;
  state: MemberState;
}

/**
 * The group as it is named: three or more, nobody with an interest in the matter (candidates, bidders), nobody twice. Who has declared already and stays keeps
 * their word; who has stepped back stays out. A poll without paper needs none.
 */
export function namedGroup(
  accountIds: readonly string[],
  interested: readonly string[],
  before: readonly GroupMember[],
  needsGroup: boolean,
): GroupMember[] {
  const named = [...new Set(accountIds)];
  if (named.some((id) => interested.includes(id) || before.some((one) => one.accountId === id && one.state === 'RECUSED')))
    throw new DomainError('vote.member-interested', {});
  const wanted = countingGroupSize.value;
  if (needsGroup && named.length < wanted) throw new DomainError('vote.group-too-small', { wanted, have: named.length });
  const left = before.filter(({ accountId, state }) => state === 'RECUSED' && !named.includes(accountId));
  return [
    ...named.map((accountId) => before.find((one) => one.accountId === accountId) ?? { accountId, state: 'NAMED' as const }),
    ...left,
  ];
}

/** A member's word: without interest in the matter, or with one and so out. */
export function declared(members: readonly GroupMember[], accountId: string, hasInterest: boolean): GroupMember[] {
  return members.map((one) => (one.accountId === accountId ? { accountId, state: hasInterest ? 'RECUSED' : 'DECLARED' } : one));
}

/** Whether an account belongs to the group; who has stepped back does no more. */
export function isMember(members: readonly GroupMember[], accountId: string): boolean {
  return members.some((one) => one.accountId === accountId && one.state !== 'RECUSED');
}

/** Refuses whoever has not declared, and a group in which fewer than three have. */
export function refuseUndeclared(members: readonly GroupMember[], accountId: string): void {
  if (!members.some((one) => one.accountId === accountId && one.state === 'DECLARED')) throw new DomainError('vote.not-declared', {});
  const have = members.filter(({ state }) => state === 'DECLARED').length;
  const wanted = countingGroupSize.value;
  if (have < wanted) throw new DomainError('vote.group-too-small', { wanted, have });
}

/** What two readings of one ballot come to. What is left blank says the same as INVALID. Example: {1: A} and {1: A, 2: INVALID} -> the same. */
export function isSameReading(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const questions = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...questions].every((code) => (one[code] ?? 'INVALID') === (other[code] ?? 'INVALID'));
}

/** How far a ballot is, from what has been read of it. */
export function ballotStateOf(
  read: readonly { step: 'ENTER' | 'CHECK' | 'SETTLE'; choices: Readonly<Record<string, string>> }[],
): BallotState {
  const [entry, check, settled] = (['ENTER', 'CHECK', 'SETTLE'] as const).map((step) => read.find((one) => one.step === step));
  if (settled) return 'SETTLED';
  if (!entry || !check) return 'ENTERED';
  return isSameReading(entry.choices, check.choices) ? 'CHECKED' : 'DIFFERENT';
}
