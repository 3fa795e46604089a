import { labels } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import writeXlsx from 'write-excel-file/node';
import type { DispatchedOrder } from '../db/dispatched-orders.view.js';

type NameOf = (id: string) => string;

const columns: readonly [string, (order: DispatchedOrder, nameOf: NameOf) => string][] = [
  ['工单编号', ({ sent }) => sent.no],
  ['受理时间', ({ sent }) => clerkTime(sent.receivedAt)],
  ['派单时间', ({ sent }) => clerkTime(sent.dispatchedAt)],
  ['紧急程度', ({ sent }) => labels.level[sent.level]],
  ['分类', ({ sent }) => sent.category.join('/')],
  ['标题', ({ title }) => title],
  ['社区', ({ sent: { place } }, nameOf) => (place.communityId === null ? '' : nameOf(place.communityId))],
  ['小区', ({ sent: { place } }, nameOf) => (place.estateId === null ? '' : nameOf(place.estateId))],
  ['主办单位', ({ sent }, nameOf) => nameOf(sent.leadUnitId)],
  ['协办单位', ({ sent }, nameOf) => sent.coUnitIds.map(nameOf).join('、')],
  ['办理时限', ({ sent }) => clerkTime(sent.dueAt)],
  ['派单依据', ({ sent }) => sent.decision.reason],
];

const clerkTime = (at: string) => toIsoBeijing(new Date(at)).slice(0, 16).replace('T', ' ');

/**
 * What was dispatched, for the district's centre (条例第十二条: 同时抄送区): as it was dispatched, whatever has become of it since. Nothing is sent by itself; who copies it to the
 * district takes this workbook. Every cell is text.
 */
export async function dispatchedFile(orders: readonly DispatchedOrder[], nameOf: NameOf): Promise<Buffer> {
  const head = columns.map(([value]) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = orders.map((order) => columns.map(([, textOf]) => ({ value: textOf(order, nameOf), type: String })));
  return writeXlsx([head, ...rows], { sheet: '派单抄送', stickyRowsCount: 1 }).toBuffer();
}
