import { labels, type LedgerEntry, type LivelihoodCode } from '@wufang/contracts';
import { toIsoBeijing } from '@wufang/kernel';
import writeXlsx from 'write-excel-file/node';

/** What the workbook says beside what stands in an entry: units by name, who answers for an order, and its code (民情码). */
export interface LedgerNames {
  units: ReadonlyMap<string, string>;
  answererOf(entry: LedgerEntry): string;
  codeOf(entry: LedgerEntry): LivelihoodCode;
}

const columns: readonly [string, (entry: LedgerEntry, names: LedgerNames) => string][] = [
  ['工单编号', ({ no }) => no],
  ['状态', ({ state }) => labels.workOrderState[state]],
  ['紧急程度', ({ level }) => labels.level[level]],
  ['分类', ({ category }) => category.join('/')],
  ['标题', ({ title }) => title],
  ['社区', ({ communityId }, { units }) => (communityId === null ? '' : (units.get(communityId) ?? ''))],
  ['主办单位', ({ leadUnitId }, { units }) => units.get(leadUnitId) ?? ''],
  ['受理时间', ({ receivedAt }) => clerkTime(receivedAt)],
  ['办理时限', ({ dueAt }) => clerkTime(dueAt)],
  ['是否超时', ({ colour }) => ({ RED: '超时', YELLOW: '临近', GREEN: '' })[colour]],
  ['下一时限', ({ next }) => clerkTime(next.dueAt)],
  ['措施', ({ measure }) => measure ?? ''],
  ['责任人', (entry, { answererOf }) => answererOf(entry)],
  ['计划完成', ({ plannedAt }) => (plannedAt === null ? '' : clerkTime(plannedAt))],
  ['没有收到的照片', ({ photosUnseen }) => (photosUnseen === 0 ? '' : String(photosUnseen))],
  ['问题工单', ({ isProblemOrder }) => (isProblemOrder ? '是' : '')],
  ['民情码', (entry, { codeOf }) => codeOf(entry).text],
  ['民情码颜色', (entry, { codeOf }) => colourText(codeOf(entry))],
];

const colourText = ({ colour }: LivelihoodCode) => (colour === null ? '' : labels.codeColour[colour]);
const clerkTime = (at: string) => toIsoBeijing(new Date(at)).slice(0, 16).replace('T', ' ');

/** The ledger as a workbook: for every open order its measure, who answers for it and until when. Every cell is text, so that nothing in it is ever taken for a formula, a number or a date. */
export async function ledgerFile(entries: readonly LedgerEntry[], names: LedgerNames): Promise<Buffer> {
  const head = columns.map(([value]) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = entries.map((entry) => columns.map(([, textOf]) => ({ value: textOf(entry, names), type: String })));
  return writeXlsx([head, ...rows], { sheet: '台账', stickyRowsCount: 1 }).toBuffer();
}
