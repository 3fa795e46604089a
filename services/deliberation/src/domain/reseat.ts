import { labels, type IssueState, type Seat } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

/** What decides whether another unit may take a seat of an issue over now. */
export interface Reseating {
  state: IssueState;
  /** The unit that sits there at the issue. */
  before: string | null;
  /** The seat as it is at the table. */
  now: Pick<Seat, 'kind' | 'unitId' | 'representative' | 'deputy'>;
  /** It has signed in for a round that is called and not open yet. */
  isThere: boolean;
  /** A resolution waits for signatures. */
  isDrawn: boolean;
}

const unfit = (reason: string) => new DomainError('issue.reseat-unfit', { reason });

/**
 * When a seat of a convened issue may pass to who sits there at the table now. Not in the middle of what others do with the one before: a round that it has signed in
 * for or that is open, a resolution in whose bytes its name stands. Who takes over has somebody to speak for it.
 * Examples: AGREED, another unit with a representative -> yes; PROPOSED -> no, the table's seats count anyway; ROUND_OPEN -> no; SIGNING, drawn -> no.
 */
export function refuseReseat({ state, before, now, isThere, isDrawn }: Reseating): void {
  const seat = labels.seatKind[now.kind];
  if (state === 'PROPOSED' || state === 'SCREENED') throw unfit('议题还没有召集，各席位以议事桌上的为准，不用接手。');
  if (now.unitId === null) throw unfit(`议事桌上“${seat}”席位空缺，请先确定由谁出席。`);
  if (now.unitId === before) throw unfit(`这件议题的“${seat}”席位已经是议事桌上的这一方。`);
  if (now.representative === null && now.deputy === null) throw unfit(`“${seat}”一方还没有委派代表，请先由其在议事桌上委派。`);
  if (state === 'ROUND_OPEN') throw unfit('会商正在进行，请在本轮结束后再接手。');
  if (isThere) throw unfit(`“${seat}”席位已为本轮会商签到，请在本轮结束后再接手。`);
  if (isDrawn) throw unfit('决议正在签署，请召集人先收回决议，再由现在的一方接手。');
}
