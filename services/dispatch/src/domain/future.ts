import { DomainError } from '@wufang/kernel';

/** A time that somebody sets for later. Example: a due time of a minute ago -> due.past, which names the field. */
export function futureOf(text: string, now: Date, field: string): Date {
  const at = new Date(text);
  if (at <= now) throw new DomainError('due.past', { field });
  return at;
}
