import { labels, type DemandState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

export type DemandAction = 'screen' | 'forward' | 'answer' | 'redirect' | 'link';

/** What may become of a demand (诉求) before it is a work order (domain rules 4.4). What happens afterwards is dispatch's to say. */
export const demandTransitions: Record<DemandState, Partial<Record<DemandAction, DemandState>>> = {
  RECEIVED: { screen: 'SCREENING' },
  SCREENING: { forward: 'FORWARDED', answer: 'ANSWERED', redirect: 'REDIRECTED', link: 'LINKED' },
  ANSWERED: {},
  REDIRECTED: {},
  LINKED: {},
  FORWARDED: {},
};

/** How a demand comes to be: by a channel, or out of an import, where it was forwarded long ago. */
export const demandEntries = { receive: ['RECEIVED'], import: ['FORWARDED'] } as const satisfies Record<string, readonly DemandState[]>;

const actionLabels: Record<DemandAction, string> = {
  screen: '研判',
  forward: '转派单',
  answer: '直接答复',
  redirect: '转告其他渠道',
  link: '并单',
};

/** The state after an action, or a refusal that names both. Example: FORWARDED, answer -> demand.illegal-step. */
export function nextDemandState(state: DemandState, action: DemandAction): DemandState {
  const next = demandTransitions[state][action];
  if (!next) throw new DomainError('demand.illegal-step', { status: labels.demandState[state], action: actionLabels[action] });
  return next;
}

/**
 * Whether a demand has come to its end. `order` is the work order it follows, undefined while dispatch has told of none.
 * Example: FORWARDED with an open order -> false; ANSWERED -> true.
 */
export function isOver(state: DemandState, order: { isOpen: boolean } | undefined): boolean {
  return order ? !order.isOpen : state === 'ANSWERED' || state === 'REDIRECTED';
}
