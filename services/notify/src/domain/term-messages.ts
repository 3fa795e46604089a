import { labels, type estateTermEvents, type PayloadOf } from '@wufang/contracts';
import { audienceOf, type Draft } from './messages.js';

type Told<K extends keyof typeof estateTermEvents> = PayloadOf<(typeof estateTermEvents)[K]>;

/** What a duty is about, so that a message names the estate. Example: 西大院业委会. */
export const aboutTerm = ({ estate, termKind }: Pick<Told<'termClockFired'>, 'estate' | 'termKind'>): string =>
  `${estate}${labels.estateTermKind[termKind]}`;

/**
 * Who sits for the owners changes: a committee of either kind was filed, has ended, or its term is over. The street says who takes the seat at the estate's table, and
 * at the issues that are under way there (`deliberation.seat.fill`, `deliberation.issue.reseat`).
 */
export function reseatMessages(
  told: Pick<Told<'termStepRecorded'>, 'estate' | 'termKind' | 'tableId' | 'communityId'>,
  why: string,
): Draft[] {
  if (told.termKind !== 'OWNERS_COMMITTEE' && told.termKind !== 'PROPERTY_MGMT_COMMITTEE') return [];
  const body = `${aboutTerm(told)}${why}。请在五方议事桌上为业主一方重新落座，进行中的议题逐件办理换席。`;
  return [{ kind: 'SEAT_TO_FILL', title: '业主一方席位须重新落座', body, subjectId: told.tableId, ...audienceOf('S', null) }];
}

/** Which steps change who sits. */
export function termStepMessages(told: Told<'termStepRecorded'>): Draft[] {
  const { kind, on } = told.recorded.step;
  if (kind === 'FILE') return reseatMessages(told, `已于 ${on} 备案`);
  return kind === 'END' ? reseatMessages(told, `已于 ${on} 结束`) : [];
}

/** The day a term ends its duty says so; whom that concerns hears beside it that the seat is to be filled anew. */
export function termOverMessages(told: Told<'termClockFired'>): Draft[] {
  return told.code === 'BODY_TERM_END' && told.kind === 'breach' ? reseatMessages(told, '任期已届满') : [];
}
