import type { SentOrder } from '../db/directories.view.js';
import { decide, type Street } from '../domain/decide.js';

export interface DryRun {
  orders: number;
  same: number;
  different: { category: string; wentTo: string; wouldGoTo: string; orders: number }[];
}

const MAX_TOLD = 500;

/** Where the directory in force would send orders, beside where they went. Changes nothing. */
export async function dryRunDirectory(pages: AsyncIterable<SentOrder[]>, street: Street): Promise<DryRun> {
  const nameOf = (id: string) => street.units.get(id)?.name ?? (id === street.centre.id ? street.centre.name : '未登记的单位');
  const result: DryRun = { orders: 0, same: 0, different: [] };
  const ways = new Map<string, DryRun['different'][number]>();
  for await (const orders of pages) {
    for (const order of orders) {
      const { leadUnitId } = decide(street, { ...order, level: order.givenLevel });
      result.orders += 1;
      if (leadUnitId === order.sentToUnitId) {
        result.same += 1;
        continue;
      }
      const way = { category: order.category.join('/'), wentTo: nameOf(order.sentToUnitId), wouldGoTo: nameOf(leadUnitId) };
      const key = Object.values(way).join('\n');
      const known = ways.get(key);
      if (known) known.orders += 1;
      else ways.set(key, { ...way, orders: 1 });
    }
  }
  result.different = [...ways.values()].sort((a, b) => b.orders - a.orders).slice(0, MAX_TOLD);
  return result;
}
