import { clusterEvents, type Category, type clusters as operations, type ClusterView, type Ctx } from '@wufang/contracts';
import { fact, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { ClusterRow } from '../db/petitions.schema.js';
import { alikeAt, clusters, groupOf, joinCluster, lockCluster, ordersOfCluster, placeOf, type Alike } from '../db/petitions.store.js';
import { clusterView } from '../db/petitions.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { estateById, orderById, orders } from '../db/tables.store.js';
import { clusterOf, nextOfCluster, type AlikeOrder } from '../domain/petition-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { tableFor } from './open-table.js';
import { bringToTable } from './propose-issue.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
const told = ({ estateId, communityId, category }: ClusterRow, orderIds: string[]) => ({
  estateId,
  communityId,
  group: category,
  orderIds,
});

/**
 * A demand has been dispatched: with those alike it may be one too many (domain rules 4.9). It joins the suggestion that waits for the street, or makes
 * one. What has been in a suggestion is not counted again, whatever the street decided. Which orders a suggestion holds is told when it is made and when
 * the street decides: seven hundred calls about one boiler are seven hundred rows, not a list that is written anew with each of them.
 */
export async function noteAlike(
  tx: DeliberationTx,
  order: AlikeOrder & { estateId: string | null; buildingId: string | null; category: Category },
): Promise<void> {
  const { id, receivedAt, estateId, buildingId } = order;
  const estate = estateId === null ? undefined : await tx.load(estateById, estateId);
  if (!estate) return;
  const key = { estateId: estate.id, buildingId, group: groupOf(order.category) };
  const place = `demands alike ${placeOf(key)}`;
  await tx.hold(place);
  const found = tx.recall<Alike>(place) ?? (await tx.load(alikeAt, placeOf(key)))!;
  const waiting = found.clusterId === null ? undefined : await tx.lock(clusters, found.clusterId);
  if (waiting?.state === 'SUGGESTED') {
    joinCluster(tx, waiting.id, [id]);
    tx.remember(place, found);
    return;
  }
  const open = [...found.orders.filter((one) => one.id !== id), { id, receivedAt }];
  const alike = clusterOf(open, { id, receivedAt });
  if (alike === null) {
    tx.remember(place, { clusterId: null, orders: open });
    return;
  }
  const { communityId } = estate;
  const row = tx.create(
    clusters,
    {
      ...{ id: tx.newId(), estateId: estate.id, buildingId, communityId, category: key.group, state: 'SUGGESTED', suggestedAt: tx.now },
      ...{ reason: null, issueId: null, concernedUnitIds: [communityId] },
    },
    [
      fact(clusterEvents.clusterSuggested, {
        ...{ estateId: estate.id, communityId, group: key.group, suggestedAt: tx.now.toISOString() },
        orderIds: alike.map((one) => one.id),
      }),
    ],
  );
  joinCluster(
    tx,
    row.id,
    alike.map((one) => one.id),
  );
  tx.remember(place, { clusterId: row.id, orders: open.filter((one) => !alike.includes(one)) });
}

/**
 * The desk has set right what a demand is about: it is alike to others from then on. One that has been in a suggestion, is on a table or closed is counted no second time.
 * Example: the fifth of 排水设施 in thirty days was filed under 电梯 -> set right, the suggestion is made.
 */
export async function refileOrder(tx: DeliberationTx, id: string, category: Category): Promise<void> {
  const order = await tx.load(orderById, id);
  if (!order) return;
  tx.put(orders, { id, category });
  const { estateId, buildingId, receivedAt, isOpen, issueId, clusterId } = order;
  if (!isOpen || receivedAt === null || issueId !== null || clusterId !== null) return;
  await noteAlike(tx, { id, estateId, buildingId, category, receivedAt });
}

/** The street takes them up together: they become one issue on the estate's table. What has been closed or brought to a table meanwhile stays out. */
export async function confirmCluster(tx: DeliberationTx, input: Input<'confirmCluster'>, ctx: Ctx, rules: RuleBook): Promise<ClusterView> {
  const row = await lockCluster(tx, input.id, ctx);
  if (row.state === 'CONFIRMED' && row.issueId === input.issueId) return clusterView(row, await ordersOfCluster(tx, row.id));
  const state = nextOfCluster(row.state, 'confirm');
  const { estateId, buildingId, id: sourceId } = row;
  const all = await ordersOfCluster(tx, row.id);
  const known = await Promise.all(all.map((orderId) => tx.load(orderById, orderId)));
  const orderIds = known.filter((order) => order?.isOpen && order.issueId === null).map((order) => order!.id);
  const scope = { level: buildingId === null ? ('ESTATE' as const) : ('BUILDING' as const), estateId, buildingId, stairwell: null };
  const source = { origin: 'CLUSTER' as const, sourceId, proposedBy: 'STREET' as const, households: 0 };
  const { title, problem, issueId } = input;
  await bringToTable(tx, issueId, await tableFor(tx, estateId), { title, problem, scope, orderIds }, source, rules);
  return clusterView(
    tx.save(clusters, { ...row, state, issueId }, [fact(clusterEvents.clusterConfirmed, { ...told(row, all), issueId })]),
    all,
  );
}

/** The street does not take them up, and says why. */
export async function dismissCluster(tx: DeliberationTx, { id, reason }: Input<'dismissCluster'>, ctx: Ctx): Promise<ClusterView> {
  const row = await lockCluster(tx, id, ctx);
  const state = nextOfCluster(row.state, 'dismiss');
  refusePrivate(reason);
  const all = await ordersOfCluster(tx, row.id);
  return clusterView(
    tx.save(clusters, { ...row, state, reason }, [fact(clusterEvents.clusterDismissed, { ...told(row, all), reason })]),
    all,
  );
}
