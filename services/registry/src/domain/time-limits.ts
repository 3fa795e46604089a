import { handlingCode, labels, levels, type Level, type StageAt, type TimeLimit } from '@wufang/contracts';

/**
 * What is wrong with a time-limit table (时限表), in words for the person who publishes it; empty when it may be published (domain rules
 * 4.6). A code stands once for each level and demand type; every level has its handling limit (办理时限); stages rise, warnings come before
 * the due time, there is one breach and it comes exactly at it.
 * Example: two rows NORMAL for level N -> 「一般办理时限」重复.
 */
export function faultsOfTimeLimits(rows: readonly TimeLimit[]): string[] {
  const faults: string[] = [];
  rows.forEach((row, i) => {
    const twin = rows.findIndex(
      (other, j) => j < i && other.code === row.code && meet(other.levels, row.levels) && meet(other.demandTypes, row.demandTypes),
    );
    if (twin >= 0) faults.push(`第 ${i + 1} 行：“${labels.deadlineCode[row.code]}”与第 ${twin + 1} 行重复`);
    for (const fault of faultsOfRow(row)) faults.push(`第 ${i + 1} 行（${labels.deadlineCode[row.code]}）：${fault}`);
  });
  for (const level of levels) {
    if (!rows.some((row) => row.code === handlingCode[level] && covers(row.levels, level)))
      faults.push(`缺少“${labels.level[level]}”级的办理时限（${labels.deadlineCode[handlingCode[level]]}）`);
  }
  return faults;
}

function faultsOfRow({ limit, stages }: TimeLimit): string[] {
  const faults: string[] = [];
  if (limit.clock === 'CW' && !(isTime(limit.from) && isTime(limit.to) && limit.from < limit.to))
    faults.push('每日起止时间应形如 08:00 至 20:00');
  if (limit.clock === 'SAME_DAY' && !(isEnd(limit.at) && isEnd(limit.until) && limit.until <= limit.at))
    faults.push('当日截止与收件时间应形如 18:00 与 16:00，收件不晚于截止');
  const breaches = stages.filter((stage) => stage.kind === 'breach');
  if (breaches.length !== 1) faults.push('应当有且只有一个到期环节');
  const total = limit.clock === 'D' ? limit.days * 1440 : limit.clock === 'SAME_DAY' ? minutesOf(limit.at) : limit.minutes;
  let before = 0;
  for (const { kind, at, tell } of stages) {
    if (tell.length === 0) faults.push('有环节没有写明提醒谁');
    if ('clockTime' in at && !(isTime(at.clockTime) && limit.clock === 'SAME_DAY')) faults.push('钟点提醒只用于当日时限，形如 16:00');
    const isAfterDue = 'afterDueMinutes' in at;
    const place = placeOf(at, total);
    if (kind === 'warning' && (isAfterDue || place >= total)) faults.push('提醒应当早于到期');
    if (kind === 'breach' && !(isAfterDue && at.afterDueMinutes === 0)) faults.push('到期环节应当正好在到期时');
    if (kind === 'after' && !(isAfterDue && at.afterDueMinutes > 0)) faults.push('到期之后的环节应当晚于到期');
    if ('fraction' in at && !(at.fraction[0] > 0 && at.fraction[0] < at.fraction[1])) faults.push('提醒的分数应当在 0 与 1 之间');
    if (place < before) faults.push('各环节应当按先后排列');
    before = place;
  }
  return [...new Set(faults)];
}

/** Minutes from the start, days taken as whole ones: good enough to put stages of one clock in order. */
function placeOf(at: StageAt, total: number): number {
  if ('minutes' in at) return at.minutes;
  if ('days' in at) return at.days * 1440;
  if ('clockTime' in at) return minutesOf(at.clockTime);
  if ('fraction' in at) return (at.fraction[0] / at.fraction[1]) * total;
  return total + at.afterDueMinutes;
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
/** A day may end at midnight, which is written as its last moment. */
const isEnd = (text: string) => text === '24:00' || isTime(text);
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const covers = (named: readonly Level[] | undefined, level: Level) => !named || named.includes(level);

/** Whether two conditions can hold for the same order; one that is not written holds for all. */
function meet<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return !a || !b || a.some((one) => b.includes(one));
}
