import { DomainError, holdsPersonalNumber } from '@wufang/kernel';

/** Refuses numbers that belong to a person, in any text that the other parties read. Example: '请联系138 1234 5678' -> issue.text-private. */
export function refusePrivate(...texts: (string | null | undefined)[]): void {
  if (texts.some((text) => typeof text === 'string' && holdsPersonalNumber(text))) throw new DomainError('issue.text-private', {});
}
