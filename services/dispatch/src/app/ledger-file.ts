import { labels, type LedgerEntry } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import writeXlsx from 'write-excel-file/node';

const columns: readonly [string, (entry: LedgerEntry, nameOf: ReadonlyMap<string, string>) => string][] = [
  ['工单编号', ({ no }) => no],
  ['状态', ({ state }) => labels.workOrderState[state]],
  ['紧急程度', ({ level }) => labels.level[level]],
  ['分类', ({ category }) => category.join('/')],
  ['标题', ({ title }) => title],
  ['社区', ({ communityId }, nameOf) => (communityId === null ? '' : (nameOf.get(communityId) ?? ''))],
  ['主办单位', ({ leadUnitId }, nameOf) => nameOf.get(leadUnitId) ?? ''],
  ['受理时间', ({ receivedAt }) => clerkTime(receivedAt)],
  ['办理时限', ({ dueAt }) => clerkTime(dueAt)],
  ['是否超时', ({ colour }) => ({ RED: '超时', YELLOW: '临近', GREEN: '' })[colour]],
  ['下一时限', ({ next }) => clerkTime(next.dueAt)],
  ['措施', ({ measure }) => measure ?? ''],
  ['计划完成', ({ plannedAt }) => (plannedAt === null ? '' : clerkTime(plannedAt))],
  ['问题工单', ({ isProblemOrder }) => (isProblemOrder ? '是' : '')],
];

const clerkTime = (at: string) => toIsoBeijing(new Date(at)).slice(0, 16).replace('T', ' ');

/** The ledger as a workbook. Every cell is text, so that nothing in it is ever taken for a formula, a number or a date. */
export async function ledgerFile(entries: readonly LedgerEntry[], nameOf: ReadonlyMap<string, string>): Promise<Buffer> {
  const head = columns.map(([value]) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = entries.map((entry) => columns.map(([, textOf]) => ({ value: textOf(entry, nameOf), type: String })));
  return writeXlsx([head, ...rows], { sheet: '台账', stickyRowsCount: 1 }).toBuffer();
}
