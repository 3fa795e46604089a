import type { RotationList, RotationTurn, SuggestedCadre } from '@wufang/contracts';

/**
 * Whose turn it is to take an order up (干部轮转办件; domain rules part 1, row 83): of those whose turn it is on the day, the one whose line is the deepest of its
 * category. Not of the unit that is complained about. A suggestion only: nobody has to take it up.
 * Example: 甲 has 水电气热, 乙 has 暖气不热, both this month; 水电气热/供暖/暖气不热 -> 乙; 水电气热/供水/停水 -> 甲; next month -> nobody.
 */
export function cadreOnTurn(
  list: Pick<RotationList, 'turns'> | null,
  { category, aboutUnitId }: { category: readonly string[]; aboutUnitId: string | null },
  day: string,
): SuggestedCadre | null {
  let found: { turn: RotationTurn; depth: number } | null = null;
  for (const turn of list?.turns ?? []) {
    if (day < turn.from || day > turn.until || turn.unitId === aboutUnitId) continue;
    const depth = category.findLastIndex((word) => turn.lines.includes(word));
    if (depth > (found?.depth ?? -1)) found = { turn, depth };
  }
  if (!found) return null;
  const { accountId, unitId, from, until } = found.turn;
  return { accountId, unitId, line: category[found.depth]!, from, until };
}

/** What keeps a roster from being published: a turn that ends before it begins, or two whose turn it is for one line on one day. */
export function rotationFaults({ turns }: Pick<RotationList, 'turns'>): string[] {
  const faults: string[] = [];
  turns.forEach((turn, i) => {
    if (turn.until < turn.from) faults.push(`第 ${i + 1} 行止于开始之前`);
    turns.slice(0, i).forEach((other, j) => {
      const line = turn.lines.find((word) => other.lines.includes(word));
      if (line !== undefined && turn.from <= other.until && other.from <= turn.until)
        faults.push(`第 ${j + 1} 行和第 ${i + 1} 行同一天都轮到“${line}”`);
    });
  });
  return faults;
}
