import type { IssueMatter, ScreeningOpinion } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** What the two opinions amount to: taken up with these matters, refused, or not yet agreed. */
export type Screening = { outcome: 'TAKEN'; matters: IssueMatter[] } | { outcome: 'REFUSED'; by: ScreeningOpinion } | { outcome: 'OPEN' };

/** An opinion has to say what the issue is about, or why it is refused. */
export function checkOpinion({ decision, matters, ground }: Pick<ScreeningOpinion, 'decision' | 'matters' | 'ground'>): void {
  if (decision === 'TAKE' && matters.length === 0)
    throw new DomainError('issue.screening-incomplete', { reason: '列入时请选择议题事项，以定决策类别。' });
  if (decision === 'REFUSE' && ground === null) throw new DomainError('issue.screening-incomplete', { reason: '不予列入时请选择原因。' });
}

/** The opinions with a new one in the place of that seat's earlier one. */
export function withOpinion(opinions: readonly ScreeningOpinion[], given: ScreeningOpinion): ScreeningOpinion[] {
  return [...opinions.filter(({ seat }) => seat !== given.seat), given];
}

/**
 * Community and street screen together (4.7): only what both say counts. Both take it up and name the same matters -> taken; both refuse it -> refused, with
 * the ground of the later opinion; anything else stays open until one of them changes its mind.
 */
export function screeningOf(opinions: readonly ScreeningOpinion[]): Screening {
  const community = opinions.find(({ seat }) => seat === 'COMMUNITY');
  const street = opinions.find(({ seat }) => seat === 'STREET');
  if (!community || !street || community.decision !== street.decision) return { outcome: 'OPEN' };
  if (street.decision === 'REFUSE') return { outcome: 'REFUSED', by: opinions.at(-1)! };
  const isSame = new Set([...community.matters, ...street.matters]).size === new Set(street.matters).size;
  const isWhole = new Set(community.matters).size === new Set(street.matters).size;
  return isSame && isWhole ? { outcome: 'TAKEN', matters: [...new Set(street.matters)] } : { outcome: 'OPEN' };
}
