import {
  addableDuties,
  communityList,
  CoTarget,
  demandTypes,
  DirectoryRow,
  estateTypes,
  labels,
  levels,
  type LeadTarget,
  type Level,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { coTargetText, coUnitText, leadText, placeKindText, type NameOf } from './directory-words.js';

/** The ids behind the names that people write. */
export interface IdsByName {
  unitIdByName: ReadonlyMap<string, string>;
  estateIdByName: ReadonlyMap<string, string>;
}

type Cells = readonly (readonly string[])[];

const columns = [
  ...['编号', '一级分类', '二级分类', '三级分类', '限诉求类型', '地点类型', '地点', '小区类型', '适用级别'],
  ...['有效期起', '有效期止', '季节', '时段', '级别', '主办', '协办', '增加时限', '社区可主办', '依据'],
] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['一级分类', '级别', '主办'];

const firmText = /^小区的物业公司（无物业的由(.+?)主办(?:、社区协办)?）$/;

/** A directory as a table, as an administrator edits it: one row a line, names instead of ids. `rowsOfTable` reads it back. */
export function tableOfRows(rows: readonly DirectoryRow[], nameOf: NameOf): string[][] {
  return [[...columns], ...rows.map((row) => columns.map((column) => cellOf(row, column, nameOf)))];
}

function cellOf(row: DirectoryRow, column: Column, nameOf: NameOf): string {
  switch (column) {
    case '编号':
      return row.id;
    case '一级分类':
      return row.category[0] ?? '';
    case '二级分类':
      return row.category[1] ?? '';
    case '三级分类':
      return row.category[2] ?? '';
    case '限诉求类型':
      return (row.demandTypes ?? []).map((type) => labels.demandType[type]).join('、');
    case '地点类型':
      return row.place ? placeKindText[row.place.kind] : '';
    case '地点':
      return row.place ? nameOf(row.place.id) : '';
    case '小区类型':
      return row.estateType ? labels.estateType[row.estateType] : '';
    case '适用级别':
      return row.level ?? '';
    case '有效期起':
      return row.times?.from ?? '';
    case '有效期止':
      return row.times?.to ?? '';
    case '季节':
      return row.times?.season ? `${row.times.season.from}至${row.times.season.to}` : '';
    case '时段':
      return row.times?.hours ? `${row.times.hours.from}至${row.times.hours.to}` : '';
    case '级别':
      return row.setLevel ?? '';
    case '主办':
      return leadText(row.lead, nameOf);
    case '协办':
      return (row.coUnits ?? []).map((target) => coUnitText(target, nameOf)).join('、');
    case '增加时限':
      return (row.duties ?? []).map((code) => labels.deadlineCode[code]).join('、');
    case '社区可主办':
      return row.communityMayLead ? '是' : '否';
    case '依据':
      return row.source;
  }
}

/**
 * A dispatch directory read from a table. 一级分类, 级别 and 主办 are needed, every other column may be missing; a row without 编号 is called by its
 * place. The column 工单类型 of the hotline says which type is usual for a category and is no condition: there every category goes to one lead
 * whatever the type. What cannot be read is refused with the line and the reason, all lines at once.
 * Example: '小区的物业公司（无物业的由城乡建设办公室主办、社区协办）' -> the estate's firm, else 城乡建设办公室.
 */
export function rowsOfTable(table: Cells, ids: IdsByName): DirectoryRow[] {
  const [header, ...lines] = table;
  const missing = required.filter((name) => !header?.includes(name));
  if (!header || missing.length > 0) throw new DomainError('file.unreadable', { reason: `没有找到表头“${missing.join('、')}”。` });
  if (lines.length === 0) throw new DomainError('file.unreadable', { reason: '表里没有一行规则。' });
  const faults: string[] = [];
  const rows = lines.flatMap((cells, i): DirectoryRow[] => {
    const line: Line = {
      cell: (name) => cells[header.indexOf(name)]?.trim() ?? '',
      has: (name) => header.includes(name),
      fault: (what) => faults.push(`第${i + 1}行的${what}`),
      ids,
    };
    const row = DirectoryRow.safeParse(rowOf(line, i + 1));
    if (row.success) return [row.data];
    if (!faults.some((fault) => fault.startsWith(`第${i + 1}行`))) line.fault(row.error.issues[0]!.message);
    return [];
  });
  if (faults.length > 0) throw new DomainError('directory.invalid', { faults: faults.slice(0, 10).join('；') });
  return rows;
}

interface Line {
  cell(name: Column): string;
  has(name: Column): boolean;
  fault(what: string): void;
  ids: IdsByName;
}

function rowOf({ cell, has, fault, ids }: Line, no: number): unknown {
  const category = [cell('一级分类'), cell('二级分类'), cell('三级分类')];
  while (category.at(-1) === '') category.pop();
  const known = <K extends string>(column: Column, names: Record<K, string>, keys: readonly K[], text = cell(column)): K | undefined => {
    if (text === '') return undefined;
    const found = keys.find((key) => key === text.toUpperCase() || names[key] === text);
    if (!found) fault(`${column}“${text}”不认识`);
    return found;
  };
  const each = (column: Column) =>
    cell(column)
      .split(/[、,，;；]/)
      .map((text) => text.trim())
      .filter(Boolean);
  const level = (column: Column): Level | undefined => known(column, labels.level, levels);
  const span = (column: Column) => {
    const text = cell(column);
    if (text === '') return undefined;
    const [from, to, ...rest] = text.split(/[至~—]/).map((part) => part.trim());
    if (!from || !to || rest.length > 0) fault(`${column}“${text}”请写成“起至止”`);
    return { from, to };
  };
  const times = { from: cell('有效期起') || undefined, to: cell('有效期止') || undefined, season: span('季节'), hours: span('时段') };
  const lead = leadOf(cell('主办'), ids);
  const demandTypesAsked = each('限诉求类型').map((text) => known('限诉求类型', labels.demandType, demandTypes, text));
  const duties = each('增加时限').map((text) => known('增加时限', labels.deadlineCode, addableDuties, text));
  const mayLead = has('社区可主办')
    ? cell('社区可主办') === '是'
    : lead.kind === 'COMMUNITY' && (communityList.value as readonly string[]).includes(category[0] ?? '');
  const kind = known('地点类型', placeKindText, ['POINT', 'BUILDING', 'ESTATE', 'COMMUNITY', 'AREA']);
  if (cell('地点') && !kind) fault('地点没有写明地点类型');
  return withoutEmpty({
    id: cell('编号') || String(no),
    category,
    demandTypes: demandTypesAsked,
    place: kind && { kind, id: placeIdOf(kind, cell('地点'), ids) },
    estateType: known('小区类型', labels.estateType, estateTypes),
    level: level('适用级别'),
    times: Object.values(times).some(Boolean) ? withoutEmpty(times) : undefined,
    lead,
    coUnits: each('协办').map((text) => coTargetOf(text, ids)),
    setLevel: level('级别'),
    duties,
    communityMayLead: mayLead,
    source: cell('依据') || '表格',
  });
}

/** Empty lists and what is not set are left out, so that a row read back is the row that was written. */
function withoutEmpty(row: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (key: string, value: unknown) =>
    value === undefined || (key !== 'category' && Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => !isEmpty(key, value)));
}

function unitIdOf(name: string, { unitIdByName }: IdsByName): string {
  const id = unitIdByName.get(name);
  if (id === undefined) throw new DomainError('unit.unknown', { unit: name });
  return id;
}

function leadOf(text: string, ids: IdsByName): LeadTarget {
  if (text === coTargetText.COMMUNITY) return { kind: 'COMMUNITY' };
  const firm = firmText.exec(text);
  return firm ? { kind: 'ESTATE_FIRM', elseUnitId: unitIdOf(firm[1]!, ids) } : { kind: 'UNIT', unitId: unitIdOf(text, ids) };
}

function coTargetOf(text: string, ids: IdsByName): CoTarget {
  const kind = (['COMMUNITY', 'ESTATE_FIRM', 'RIGHTS_UNIT'] as const).find((one) => coTargetText[one] === text);
  return kind ? { kind } : { kind: 'UNIT', unitId: unitIdOf(text, ids) };
}

/** Estates and communities are written by name, an estate whose name is not kept by its id; all else as it stands. */
function placeIdOf(kind: keyof typeof placeKindText, text: string, { unitIdByName, estateIdByName }: IdsByName): string {
  if (kind === 'ESTATE') return estateIdByName.get(text) ?? text;
  return kind === 'COMMUNITY' ? (unitIdByName.get(text) ?? text) : text;
}
