import { clusterEvents, type Category, type clusters as operations, type ClusterView, type Ctx } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { ClusterRow } from '../db/petitions.schema.js';
import { alikeOrders, clusters, groupOf, lockCluster, openCluster } from '../db/petitions.store.js';
import { clusterView } from '../db/petitions.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById, orderById, orders } from '../db/tables.store.js';
import { clusterOf, clusterRule, nextOfCluster, type AlikeOrder } from '../domain/petition-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { tableFor } from './open-table.js';
import { bringToTable } from './propose-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Told = Pick<ClusterRow, 'estateId' | 'communityId' | 'category' | 'orderIds'>;

const told = ({ estateId, communityId, category, orderIds }: Told) => ({ estateId, communityId, group: category, orderIds });

/**
 * A demand has been dispatched: with those alike it may be one too many (domain rules 4.9). It joins the suggestion that waits for the street, or makes
 * one. What has been in a suggestion is not counted again, whatever the street decided. `mustSeeAll`: what an earlier event of the batch left is seen.
 */
export async function noteAlike(
  tx: DeliberationTx,
  order: AlikeOrder & { estateId: string | null; buildingId: string | null; category: Category },
): Promise<void> {
  const { id, receivedAt, estateId, buildingId } = order;
  const estate = estateId === null ? undefined : await tx.load(estateById, estateId);
  if (!estate) return;
  const key = { estateId: estate.id, buildingId, group: groupOf(order.category) };
  const place = `demands alike ${key.estateId} ${buildingId ?? ''} ${key.group.join(' ')}`;
  await tx.hold(place);
  tx.mustSeeAll(place);
  tx.remember(place, true);
  const waiting = await openCluster(tx, key);
  if (waiting !== undefined) {
    const row = (await tx.lock(clusters, waiting))!;
    if (row.orderIds.includes(id)) return;
    const next = { ...row, state: nextOfCluster(row.state, 'grow'), orderIds: [...row.orderIds, id] };
    tx.put(orders, { id, clusterId: row.id });
    tx.save(clusters, next, [fact(clusterEvents.clusterGrown, told(next))]);
    return;
  }
  const since = new Date(receivedAt.getTime() - clusterRule.value.days * 86_400_000);
  const alike = clusterOf(await alikeOrders(tx, key, since), { id, receivedAt });
  if (alike === null) return;
  const { communityId } = estate;
  const clusterId = tx.newId();
  const draft = { estateId: estate.id, communityId, category: key.group as string[], orderIds: alike.map((one) => one.id) };
  for (const { id: orderId } of alike) tx.put(orders, { id: orderId, clusterId });
  const row = { id: clusterId, ...draft, buildingId, state: 'SUGGESTED' as const, suggestedAt: tx.now, reason: null, issueId: null };
  tx.create(clusters, { ...row, concernedUnitIds: [communityId] }, [
    fact(clusterEvents.clusterSuggested, { ...told(draft), suggestedAt: tx.now.toISOString() }),
  ]);
}

/** The street takes them up together: they become one issue on the estate's table. What has been closed or brought to a table meanwhile stays out. */
export async function confirmCluster(tx: DeliberationTx, input: Input<'confirmCluster'>, ctx: Ctx, rules: RuleBook): Promise<ClusterView> {
  const row = await lockCluster(tx, input.id, ctx);
  if (row.state === 'CONFIRMED' && row.issueId === input.issueId) return clusterView(row);
  const state = nextOfCluster(row.state, 'confirm');
  const { estateId, buildingId, id: sourceId } = row;
  const orderIds: string[] = [];
  for (const orderId of row.orderIds) {
    const order = await tx.load(orderById, orderId);
    if (order?.isOpen && order.issueId === null) orderIds.push(orderId);
  }
  const scope = { level: buildingId === null ? ('ESTATE' as const) : ('BUILDING' as const), estateId, buildingId, stairwell: null };
  const source = { origin: 'CLUSTER' as const, sourceId, proposedBy: 'STREET' as const, households: 0 };
  const { title, problem, issueId } = input;
  await bringToTable(tx, issueId, await tableFor(tx, estateId), { title, problem, scope, orderIds }, source, rules);
  return clusterView(tx.save(clusters, { ...row, state, issueId }, [fact(clusterEvents.clusterConfirmed, { ...told(row), issueId })]));
}

/** The street does not take them up, and says why. */
export async function dismissCluster(tx: DeliberationTx, { id, reason }: Input<'dismissCluster'>, ctx: Ctx): Promise<ClusterView> {
  const row = await lockCluster(tx, id, ctx);
  const state = nextOfCluster(row.state, 'dismiss');
  refusePrivate(reason);
  return clusterView(tx.save(clusters, { ...row, state, reason }, [fact(clusterEvents.clusterDismissed, { ...told(row), reason })]));
}
