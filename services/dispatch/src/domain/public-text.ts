import { DomainError, holdsPersonalNumber } from '@wufang/kernel';

const MIN_LETTERS = 5;

/**
 * A text for the citizen, as it will be shown: something is said in it, and nobody's mobile or identity number. Office numbers may be named.
 * Example: '已派人维修，今晚恢复供暖' passes; '。。。。。。' -> work-order.text-needed; '请联系１３８ １２３４ ５６７８' -> work-order.text-private.
 */
export function publicTextOf(text: string): string {
  refusePrivate(text);
  if (lettersOf(text) < MIN_LETTERS) throw new DomainError('work-order.text-needed', { min: MIN_LETTERS });
  return text;
}

/** What a person says to the complainant where another unit comes in; nothing where they leave it to the fixed words. */
export function movedText({ publicText }: { publicText?: string | undefined }): { publicText?: string } {
  return publicText === undefined ? {} : { publicText: publicTextOf(publicText) };
}

/** Refuses numbers that belong to a person, in any text that others may read. */
export function refusePrivate(text: string): void {
  if (holdsPersonalNumber(text)) throw new DomainError('work-order.text-private', {});
}

/** What the unit relies on when it says done; a row of dots is not evidence. */
export function evidenceOf(text: string, photoIds: readonly string[]): string {
  if (photoIds.length === 0 && lettersOf(text) < 2) throw new DomainError('work-order.evidence-needed', {});
  return text;
}

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
