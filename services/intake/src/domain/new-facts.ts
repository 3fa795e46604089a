import { DomainError } from '@wufang/kernel';

/** How long after a matter has ended its complainant may name it again instead of telling everything anew (domain rules 4.4, ARCHIVED → RECEIVED). */
export const newFactsWindow = { from: '2020-01-01', value: 90, unit: 'days after the matter ended', source: 'P' } as const;

const lettersOf = (text: string) => (text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? []).join('');

/**
 * Refuses what brings nothing new (regulation art. 11-3 ③: the same matter without new facts is told its result) and what comes long after.
 * Example: the old text with another full stop -> demand.nothing-new; 91 days after the end -> demand.too-long-ago.
 */
export function refuseOldNews(told: { content: string; earlier: string | null; no: string; endedAt: Date | null; now: Date }): void {
  const [fresh, old] = [lettersOf(told.content), lettersOf(told.earlier ?? '')];
  if (fresh === old || (old.length > 0 && old.includes(fresh))) throw new DomainError('demand.nothing-new', {});
  const days = newFactsWindow.value;
  if (told.endedAt !== null && told.now.getTime() - told.endedAt.getTime() > days * 86_400_000)
    throw new DomainError('demand.too-long-ago', { no: told.no, days });
}
