import {
  completeLimits,
  labels,
  sourceInWords,
  type DeadlineCode,
  type Limit,
  type LimitFinding,
  type LimitSource,
  type TimeLimit,
} from '@wufang/contracts';

/** How long a limit is, in words. Examples: 120 minutes on the clock -> 2 小时; five working days -> 5 个工作日; closing time -> 当日 18:00 前. */
export function limitText(limit: Limit): string {
  switch (limit.clock) {
    case 'C':
      return lengthText(limit.minutes);
    case 'CW':
      return `${limit.from} 至 ${limit.to} 间 ${lengthText(limit.minutes)}`;
    case 'W':
      return `工作时间内 ${lengthText(limit.minutes)}`;
    case 'SAME_DAY':
      return `当日 ${limit.at} 前${limit.until === limit.at ? '' : `（${limit.until} 以后受理的，次日 ${limit.at} 前）`}`;
    case 'D':
      return `${limit.days} ${limit.unit === 'working' ? '个工作日' : '天'}`;
  }
}

const lengthText = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`);

/**
 * Where the limits of these clocks come from, each in a sentence: the street's own table, by its version, or the platform's row that stands in where that
 * table has none. A clock that no table counts (the system's own) has no source and is left out.
 */
export function limitSources(
  clocks: readonly { code: DeadlineCode; policyVersion: number }[],
  tables: ReadonlyMap<number, readonly TimeLimit[]>,
): LimitSource[] {
  const found = new Map<string, LimitSource>();
  for (const { code, policyVersion } of clocks) {
    const row = completeLimits(tables.get(policyVersion) ?? []).find((limit) => limit.code === code);
    if (!row) continue;
    const standsIn = row.standsIn ?? false;
    const name = labels.deadlineCode[code];
    const by = standsIn ? `街道时限表第 ${policyVersion} 版未列此项，按平台默认执行` : `按街道时限表第 ${policyVersion} 版`;
    const text = `${name}：${limitText(row.limit)}，${by}；依据：${sourceInWords(row.source)}。`;
    found.set(`${code} ${policyVersion}`, { code, name, policyVersion, source: row.source, standsIn, text });
  }
  return [...found.values()];
}

/** What a street's table lacks, with what counts meanwhile. Example: a table without CO_RETURN -> one finding that names 1 小时 and 条例第十四条. */
export function limitFindings(rows: readonly TimeLimit[]): LimitFinding[] {
  return completeLimits(rows).flatMap(({ code, limit, source, standsIn }) => {
    if (!standsIn) return [];
    const name = labels.deadlineCode[code];
    const text = `时限表没有“${name}”一项，现按平台默认执行：${limitText(limit)}，依据：${sourceInWords(source)}。请核定后写入下一版时限表。`;
    return [{ code, name, source, text }];
  });
}
