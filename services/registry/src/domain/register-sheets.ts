import { labels, type AreaSource, type EstateType, type HomeNature, type UnitKind } from '@wufang/contracts';
import { areaFromText, fenFromYuan, type Area, type Fen } from '@wufang/kernel';

/** One row of a sheet as people see it: its number in the sheet and the texts under their headings. */
export interface SheetRow {
  row: number;
  cells: Record<string, string>;
}

/** The sheets of a register file (名册) in the order in which they lean on each other, and the headings without which one cannot be read. */
export const sheets = {
  单位: ['单位名称', '单位类型'],
  小区: ['小区名称', '所属社区', '小区类型'],
  楼栋: ['小区名称', '楼号', '单元数', '层数'],
  房屋: ['小区名称', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主'],
} as const;
export type SheetName = keyof typeof sheets;

/** Why a row cannot go in, in words for the clerk. It names no owner and no room: who sees the faults need not see the register. */
export interface Fault {
  fault: string;
}
export const isFault = (read: object): read is Fault => 'fault' in read;

export interface UnitEntry {
  name: string;
  kind: UnitKind;
  parentName: string | null;
  dutyPhone: string | null;
  contactName: string | null;
  contactPhone: string | null;
}

export interface EstateEntry {
  name: string;
  communityName: string;
  type: EstateType;
  builtYear: number | null;
  declaredHomes: number;
  firmName: string | null;
  rightsUnitName: string | null;
  ownersBody: 'OWNERS_COMMITTEE' | 'PROPERTY_MGMT_COMMITTEE' | null;
  fundCustodian: string | null;
}

export interface BuildingEntry {
  estateName: string;
  name: string;
  stairwells: number;
  floors: number;
  hasLift: boolean;
}

export interface HomeEntry {
  estateName: string;
  buildingName: string;
  stairwell: string;
  room: string;
  /** Null where the row names none (面积不明): the home is in the register all the same, and blocks what is counted by areas (司法解释 art. 8). */
  area: Area | null;
  areaSource: AreaSource | null;
  nature: HomeNature;
  ownerName: string;
  ownerPhone: string | null;
  ownerDepositFen: Fen;
  sellerDepositFen: Fen;
}

const byLabel = <K extends string>(words: Record<K, string>) =>
  new Map(Object.entries(words).map(([key, word]) => [word as string, key as K]));
const unitKinds = byLabel<UnitKind>(labels.unitKind);
const estateTypes = byLabel<EstateType>(labels.estateType).set('失管', 'UNMANAGED');
const homeNatures = byLabel<HomeNature>(labels.homeNature);
const areaSources = byLabel<AreaSource>(labels.areaSource);
const ownersBodies = new Map([
  ['业委会', 'OWNERS_COMMITTEE'],
  ['业主委员会', 'OWNERS_COMMITTEE'],
  ['物管会', 'PROPERTY_MGMT_COMMITTEE'],
  ['物业管理委员会', 'PROPERTY_MGMT_COMMITTEE'],
] as const);

export function readUnit({ cells }: SheetRow): UnitEntry | Fault {
  const name = text(cells, '单位名称');
  if (!name) return missing('单位名称');
  const kind = unitKinds.get(cells['单位类型'] ?? '');
  if (!kind) return unknown('单位类型', cells['单位类型'], unitKinds);
  return {
    name,
    kind,
    parentName: text(cells, '上级'),
    dutyPhone: text(cells, '值班电话'),
    contactName: text(cells, '联系人'),
    contactPhone: text(cells, '联系电话'),
  };
}

export function readEstate({ cells }: SheetRow): EstateEntry | Fault {
  const name = text(cells, '小区名称');
  if (!name) return missing('小区名称');
  const communityName = text(cells, '所属社区');
  if (!communityName) return missing('所属社区');
  const type = estateTypes.get(cells['小区类型'] ?? '');
  if (!type) return unknown('小区类型', cells['小区类型'], estateTypes);
  const builtYear = count(cells, '建成年份');
  if (builtYear === undefined || (builtYear !== null && (builtYear < 1800 || builtYear > 2200))) return { fault: '建成年份应为四位年份' };
  const declaredHomes = count(cells, '户数');
  if (declaredHomes === undefined) return { fault: '户数应为整数' };
  const body = text(cells, '业主组织');
  const ownersBody = body ? ownersBodies.get(body as '业委会') : null;
  if (ownersBody === undefined) return unknown('业主组织', body ?? '', ownersBodies);
  return {
    name,
    communityName,
    type,
    builtYear,
    declaredHomes: declaredHomes ?? 0,
    firmName: text(cells, '物业公司'),
    rightsUnitName: text(cells, '产权单位'),
    ownersBody,
    fundCustodian: text(cells, '维修资金保管'),
  };
}

export function readBuilding({ cells }: SheetRow): BuildingEntry | Fault {
  const estateName = text(cells, '小区名称');
  if (!estateName) return missing('小区名称');
  const name = text(cells, '楼号');
  if (!name) return missing('楼号');
  const stairwells = count(cells, '单元数');
  if (!stairwells) return { fault: '单元数应为正整数' };
  const floors = count(cells, '层数');
  if (!floors) return { fault: '层数应为正整数' };
  const lift = cells['有电梯'] ?? '';
  if (!['是', '有', '否', '无', ''].includes(lift)) return { fault: '“有电梯”应填是或否' };
  return { estateName, name, stairwells, floors, hasLift: lift === '是' || lift === '有' };
}

/**
 * One home (专有部分). Its area is exact to 0.01 m²: shares and votes are counted by it. One of 0 is not known yet, like one that is not named.
 * Where the area is from (面积来源) is the register unless the row says otherwise.
 * Example: 专有面积 '36.5' -> 3650; '' or '0' -> null.
 */
export function readHome({ cells }: SheetRow): HomeEntry | Fault {
  for (const column of ['小区名称', '楼号', '单元', '房号', '业主'] as const) if (!cells[column]) return missing(column);
  const nature = homeNatures.get(cells['房屋性质'] ?? '');
  if (!nature) return unknown('房屋性质', cells['房屋性质'], homeNatures);
  const area = areaOf(cells['专有面积'] ?? '');
  if (area !== null && typeof area === 'object') return area;
  const areaSource = areaSources.get(cells['面积来源'] || labels.areaSource.REGISTERED);
  if (!areaSource) return unknown('面积来源', cells['面积来源'], areaSources);
  const ownerDepositFen = depositOf(cells, '业主交存维修资金');
  if (typeof ownerDepositFen === 'object') return ownerDepositFen;
  const sellerDepositFen = depositOf(cells, '售房单位交存维修资金');
  if (typeof sellerDepositFen === 'object') return sellerDepositFen;
  return {
    estateName: cells['小区名称']!,
    buildingName: cells['楼号']!,
    stairwell: cells['单元']!,
    room: cells['房号']!,
    area,
    areaSource: area === null ? null : areaSource,
    nature,
    ownerName: cells['业主']!,
    ownerPhone: text(cells, '业主电话'),
    ownerDepositFen,
    sellerDepositFen,
  };
}

function areaOf(written: string): Area | null | Fault {
  if (!written) return null;
  try {
    const area = areaFromText(written, { allowZero: true });
    // A home's area is an int4 column; ten thousand square metres are no home but a slip of the hand.
    if (area > 100_000_000) return { fault: `专有面积“${written}”过大` };
    return area === 0 ? null : area;
  } catch {
    return { fault: `专有面积“${written}”应为最多两位小数的数` };
  }
}

function depositOf(cells: Record<string, string>, column: string): Fen | Fault {
  const written = text(cells, column) ?? '0';
  try {
    const amount = fenFromYuan(written);
    return amount < 0n ? { fault: `${column}不能是负数` } : amount;
  } catch {
    return { fault: `${column}“${written}”应为最多两位小数的金额（元）` };
  }
}

const text = (cells: Record<string, string>, column: string): string | null => cells[column] || null;
const missing = (column: string): Fault => ({ fault: `缺少${column}` });

function unknown(column: string, written: string | undefined, known: ReadonlyMap<string, string>): Fault {
  if (!written) return missing(column);
  return { fault: `${column}“${written}”不认识，应为：${[...known.keys()].join('、')}` };
}

/** A whole number; null where nothing is written, undefined where something else is. */
function count(cells: Record<string, string>, column: string): number | null | undefined {
  const written = text(cells, column);
  if (written === null) return null;
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
