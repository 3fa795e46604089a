import { areaSources, labels, type AreaSource } from '@wufang/contracts';
import type { RollHome } from '@wufang/deliberation/rules';
import { areaFromText, ownerIdentity, plainName, type Area } from '@wufang/kernel';
import type { TableRow } from '../table-file.js';

export const homeHeadings = ['楼号', '单元', '房号', '专有面积', '房屋性质', '业主'] as const;

const natures = new Set<string>([...Object.values(labels.homeNature), '车位']);
const sources = new Map<string, AreaSource>(areaSources.map((source) => [labels.areaSource[source], source]));

/** What a home is called in a file. Example: 西大院 1号楼 1单元 402. */
export const homeName = (cells: Record<string, string>) =>
  ['小区名称', '楼号', '单元', '房号']
    .map((heading) => cells[heading])
    .filter(Boolean)
    .join(' ');

/**
 * The homes of a roll, in the columns of the register. The same owner is the same name and phone; the owner of unsold homes is a unit and known
 * by its name, with or without a phone, and so is every unit that the file lists (单位), in all homes it owns; of others without a phone nobody is taken for somebody
 * else of that name.
 */
export function readHomes(
  rows: readonly TableRow[],
  fault: (row: number, reason: string) => void,
  unitNames: readonly string[] = [],
): RollHome[] {
  const names = new Map<string, number>();
  const units = new Set([...unitNames.map(plainName), ...rows.filter(({ cells }) => isUnsold(cells)).map(({ cells }) => nameOf(cells))]);
  const homes: RollHome[] = [];
  for (const { row, cells } of rows) {
    const id = homeName(cells);
    const missing = homeHeadings.filter((heading) => !cells[heading]);
    if (missing.length > 0)
      fault(row, `缺少${missing.join('、')}${missing.includes('专有面积') ? '；面积请按登记簿、实测或合同补全' : ''}`);
    const earlier = names.get(id);
    if (earlier !== undefined) fault(row, `与第 ${earlier} 行是同一套房屋，请删去重复的一行`);
    names.set(id, row);
    if (cells['房屋性质'] && !natures.has(cells['房屋性质']))
      fault(row, `房屋性质“${cells['房屋性质']}”不认识，应为：${[...natures].join('、')}`);
    const areaSource = sources.get(cells['面积来源'] || labels.areaSource.REGISTERED);
    if (!areaSource) fault(row, `面积来源“${cells['面积来源']!}”不认识，应为：${[...sources.keys()].join('、')}`);
    homes.push({
      id,
      ownerKey: ownerKeyOf(cells, units),
      area: cells['专有面积'] ? areaOf(cells['专有面积'], (reason) => fault(row, reason)) : null,
      areaSource: areaSource ?? null,
      isUnsold: isUnsold(cells),
      isParking: cells['房屋性质'] === '车位',
    });
  }
  return homes;
}

const isUnsold = (cells: Record<string, string>) => cells['房屋性质'] === labels.homeNature.UNSOLD_PUBLIC;
const nameOf = (cells: Record<string, string>) => plainName(cells['业主'] ?? '');

function ownerKeyOf(cells: Record<string, string>, units: ReadonlySet<string>): string {
  const name = nameOf(cells);
  const place = ['小区名称', '楼号', '单元', '房号'].map((heading) => cells[heading] ?? '');
  return ownerIdentity({ name, phone: cells['业主电话'] || null, isUnit: units.has(name), place });
}

/** An area as it must be, or a fault that says what it should be. */
export function areaOf(written: string, fault: (reason: string) => void, allowZero = false): Area | null {
  try {
    return areaFromText(written, { allowZero });
  } catch {
    fault(`面积“${written}”应为大于 0、最多两位小数的平方米数，请按登记簿、实测或合同核对`);
    return null;
  }
}
