import { clusterRule, labels, type ClusterState, type PetitionState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type PetitionAction = keyof typeof labels.petitionAction;
export type ClusterAction = keyof typeof labels.clusterAction;

/** A petition of households (联名): support may still come when it lies on the table; it is brought once, or expires. What has expired may be started anew. */
export const petitionTransitions: Transitions<PetitionState, PetitionAction> = {
  OPEN: { support: 'OPEN', bring: 'BROUGHT', expire: 'EXPIRED' },
  BROUGHT: { support: 'BROUGHT' },
  EXPIRED: {},
};
export const petitionEntries = ['OPEN'] as const satisfies readonly PetitionState[];

/** A suggestion to take repeated demands up together (聚集诉求建议): it grows until the street has decided. */
export const clusterTransitions: Transitions<ClusterState, ClusterAction> = {
  SUGGESTED: { confirm: 'CONFIRMED', dismiss: 'DISMISSED' },
  CONFIRMED: {},
  DISMISSED: {},
};
export const clusterEntries = ['SUGGESTED'] as const satisfies readonly ClusterState[];

export const nextOfCluster = stepsOf(clusterTransitions, {
  refusal: 'cluster.illegal-step',
  states: labels.clusterState,
  actions: labels.clusterAction,
});

/** Whether a petition takes no household any more: by its state, or by its time when its clock has not been heard yet. */
export function isExpired({ state, expiresAt }: { state: PetitionState; expiresAt: Date | null }, now: Date): boolean {
  return state === 'EXPIRED' || (state === 'OPEN' && expiresAt !== null && expiresAt <= now);
}

export interface Supporter {
  accountId: string;
  homeId: string;
}

/**
 * Supporters with one more household; the same list when this home or this account is among them already: a home counts once, and nobody brings a
 * matter alone by owning ten. Example: home 3 by account B when home 3 of account A is there -> unchanged.
 */
export function withSupporter(supporters: readonly Supporter[], { accountId, homeId }: Supporter): readonly Supporter[] {
  const isThere = supporters.some((one) => one.homeId === homeId || one.accountId === accountId);
  return isThere ? supporters : [...supporters, { accountId, homeId }];
}

export interface AlikeOrder {
  id: string;
  receivedAt: Date;
}

/**
 * The demands that, with the newest, make a cluster (重复诉求): those inside the days before it; null while they are too few.
 * Example: five within 30 days -> all five; four, or a fifth 31 days before -> null.
 */
export function clusterOf(orders: readonly AlikeOrder[], newest: AlikeOrder): AlikeOrder[] | null {
  const { orders: wanted, days } = clusterRule.value;
  const from = newest.receivedAt.getTime() - days * 86_400_000;
  const near = [...orders.filter(({ id }) => id !== newest.id), newest].filter(
    ({ receivedAt }) => receivedAt.getTime() >= from && receivedAt <= newest.receivedAt,
  );
  return near.length >= wanted ? near : null;
}
