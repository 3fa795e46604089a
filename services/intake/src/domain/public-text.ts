import { labels, type Category, type DemandType } from '@wufang/contracts';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '（证件号略）'],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g, '（电话略）'],
  [/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, '（电话略）'],
  [/(?<!\d)\d{7,}(?!\d)/g, '（号码略）'],
  // Building, stairwell and floor may be told; the home may not.
  [/(?<![\d-])(\d{1,3})[-—－]\d{1,2}[-—－]\d{2,4}(?!\d)/g, '$1号楼'],
  [/(单元|门|号楼|栋|幢|层)\s*\d{3,4}(?:室|户|号(?![楼院])|(?![\d号楼栋弄院平米]))/g, '$1'],
  [/\d{2,4}\s*(?:室|户)(?!外)/g, ''],
];

/**
 * A text fit for events, lists and other people: without phone and document numbers, without the home within a building, without the
 * caller's name. The whole text stays in the vault.
 * Example: '28号楼5单元602室漏水，电话13503778314' -> '28号楼5单元漏水，电话（电话略）'.
 */
export function withoutPersonal(text: string, callerName?: string | null): string {
  let clean = text;
  for (const [pattern, instead] of patterns) clean = clean.replace(pattern, instead);
  const name = callerName?.trim() ?? '';
  if (name.length >= 2) clean = clean.replaceAll(name, '来电人');
  return clean.trim();
}

/**
 * The title a demand carries in lists and events. What a resident wrote as a title may hold anything, so theirs is made of place and
 * category; a desk's own title is only cleaned.
 * Example: 西大院, 暖气不热 -> '西大院暖气不热'; nothing known yet -> '新诉求'.
 */
export function titleOf(demand: {
  title?: string;
  isPublic: boolean;
  callerName?: string | null;
  placeName: string | null;
  category?: Category | null;
  demandType?: DemandType | null;
}): string {
  const own = demand.isPublic ? '' : withoutPersonal(demand.title ?? '', demand.callerName);
  if (own) return own;
  const matter = demand.category?.[2] ?? (demand.demandType ? labels.demandType[demand.demandType] : '新诉求');
  return `${demand.placeName ?? ''}${matter}`;
}
