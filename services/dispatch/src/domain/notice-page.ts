import { formatBeijing } from '@wufang/kernel';

/** What a notice for the door of a building says. Every word of it is public. */
export interface Notice {
  title: string;
  estate: string;
  building: string;
  publicText: string;
  toldAt: Date;
  /** When the next status is owed at the latest; null once all is restored. */
  nextAt: Date | null;
  leadUnit: string;
  community: string;
}

/**
 * A notice (告知书) of one page to be printed and put on a building's door: what has happened or been restored, since when, when there is more news, and who
 * is at work. It needs no other file, so that it prints the same anywhere; whatever is in it is text, never markup.
 */
export function noticePage(notice: Notice): string {
  const { publicText, nextAt, leadUnit } = notice;
  return pageOf('告知书', notice, [
    ...publicText.split(/\r?\n/),
    nextAt ? `下一次通报不晚于 ${minuteOf(nextAt)}。` : '已恢复正常。如您家中仍有问题，请告诉社区或拨打 12345。',
    `牵头单位：${leadUnit}`,
    '家中有老人、病人、婴幼儿或行动不便需要帮助的，请告诉社区。',
  ]);
}

/**
 * A notice (告知单) of one page about an order, for the door of the building it is about (S4: 核实 + 张贴告知单): what was found, who is at work, by when it is
 * to be done. It names neither who complained nor the home.
 */
export function orderNoticePage(notice: Omit<Notice, 'nextAt'> & { doneBy: Date | null }): string {
  const { publicText, leadUnit, doneBy } = notice;
  return pageOf('告知单', notice, [
    ...publicText.split(/\r?\n/),
    `由${leadUnit}处理${doneBy ? `，最迟 ${untilOf(doneBy)} 前办好` : ''}。`,
    '有紧急情况请先拨打 110、119、120。',
  ]);
}

function pageOf(
  heading: string,
  { title, estate, building, community, toldAt }: Omit<Notice, 'publicText' | 'nextAt' | 'leadUnit'>,
  lines: readonly string[],
): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${asText(title)} ${asText(building)}</title>
<style>
@page { size: A4; margin: 25mm }
body { font: 20pt/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; max-width: 160mm; margin: auto }
h1 { font-size: 30pt; text-align: center }
footer { margin-top: 2em; text-align: right }
</style>
</head>
<body>
<h1>${heading}</h1>
<p><strong>${asText(title)}</strong></p>
<p>${asText(estate)}${asText(building)}的居民：</p>
${lines.map((line) => `<p>${asText(line)}</p>`).join('\n')}
<footer>${asText(community)}<br>${minuteOf(toldAt)}</footer>
</body>
</html>
`;
}

/** By when something is done: midnight is the end of the day before, so that nobody takes it for the day that begins then. Example: 2026-11-20T16:00:00Z -> '2026年11月20日 24:00'. */
function untilOf(at: Date): string {
  const text = minuteOf(at);
  return text.endsWith(' 00:00') ? minuteOf(new Date(at.getTime() - 1)).replace('23:59', '24:00') : text;
}

/** A minute as it stands on paper. Example: 2026-11-20T02:05:30Z -> '2026年11月20日 10:05'. */
function minuteOf(at: Date): string {
  const [, year, month, day, minute] = /^(\d+)-(\d+)-(\d+).(\d\d:\d\d)/.exec(formatBeijing(at))!;
  return `${year}年${Number(month)}月${Number(day)}日 ${minute}`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const asText = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark]!);
