import { labels, type Category, type DemandType, type MappingProfile, type Satisfaction } from '@wufang/contracts';
import { phoneDigits, readExportTime } from '@wufang/kernel';
import { bareHeader, exportFields, type ExportField } from './mapping-profile.js';

/** One order as an export tells it, before the registry's ids are known. */
export interface ExportOrder {
  no: string;
  demandType: DemandType;
  category: Category;
  title: string | null;
  content: string | null;
  callerName: string | null;
  callerPhone: string | null;
  receivedAt: Date;
  community: string | null;
  point: string | null;
  leadUnit: string | null;
  dueAt: Date | null;
  completedAt: Date | null;
  callback: { valid: boolean; contacted: boolean | null; solved: boolean | null; satisfaction: Satisfaction | null } | null;
  /** Everything else the row held, header by header. */
  extra: Record<string, string>;
}

const demandTypes = new Map(Object.entries(labels.demandType).map(([type, label]) => [label, type as DemandType]));
const satisfactions: Record<string, Satisfaction> = {
  满意: 'SATISFIED',
  非常满意: 'SATISFIED',
  基本满意: 'BASICALLY_SATISFIED',
  不满意: 'DISSATISFIED',
};
const UNSORTED = '未分类';
// These fields are read into columns of their own; of the others, every cell is kept beside.
const ownFields = new Set<ExportField>([
  'orderNo',
  'demandType',
  'category1',
  'category2',
  'category3',
  'title',
  'content',
  'callerName',
  'callerPhone',
  'receivedAt',
  'community',
  'point',
  'leadUnit',
  'dueAt',
  'closedAt',
  'callbackValid',
  'contacted',
  'resolved',
  'satisfaction',
]);

/** Which header of a row stands for which field. */
export function fieldHeaders(headers: readonly string[], profile: MappingProfile): Partial<Record<ExportField, string>> {
  const bare = headers.map(bareHeader);
  const found: Partial<Record<ExportField, string>> = {};
  for (const field of exportFields) {
    for (const alias of profile.columns[field] ?? []) {
      const column = bare.indexOf(bareHeader(alias));
      if (column < 0) continue;
      found[field] = headers[column]!;
      break;
    }
  }
  return found;
}

const phoneNumber = /^(?:1[3-9]\d{9}|0\d{9,11})$/;
const isPhone = (cell: string) => /^[+\d][\d\- ()]*$/.test(cell) && phoneNumber.test(phoneDigits(cell));
/** Columns with the numbers of those who handle or take down an order, not of who called. */
const staffHeader = /承办|经办|办理|处理|主办|协办|回访|受理|坐席|座席|话务|单位|社区|物业|管家|网格/;

/**
 * The headers with the caller's phone found where no header names it: the one column nobody knows that holds phone numbers and nothing else. Without it the caller
 * could neither track the matter nor be found when they ask for their data. Two such columns, or one of the staff's, are not guessed at.
 * Example: 来电主叫 13511112222 -> callerPhone; 经办人手机 13511112222 -> none.
 */
export function withPhoneFound(
  header: Partial<Record<ExportField, string>>,
  rows: readonly Readonly<Record<string, string>>[],
): Partial<Record<ExportField, string>> {
  if (header.callerPhone !== undefined) return header;
  const known = new Set<string>(Object.values(header));
  const names = new Set(rows.flatMap((cells) => Object.keys(cells)).filter((name) => !known.has(name) && !staffHeader.test(name)));
  const found = [...names].filter((name) => {
    const cells = rows.map((row) => (row[name] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every(isPhone);
  });
  return found.length === 1 ? { ...header, callerPhone: found[0]! } : header;
}

/**
 * Reads one row: an order, or the reasons why it must wait for a person. Nothing is guessed: a row without number, without matter, or with
 * a time that does not exist is not an order.
 * Example: 来电时间 '2026-02-30 08:00' -> ['来电时间“2026-02-30 08:00”不是有效的时间'].
 */
export function readExportRow(
  cells: Readonly<Record<string, string>>,
  header: Partial<Record<ExportField, string>>,
  profile: MappingProfile,
): { order: ExportOrder } | { reasons: string[] } {
  const reasons: string[] = [];
  const cell = (field: ExportField): string | null => (header[field] === undefined ? null : cells[header[field]]?.trim() || null);
  const time = (field: ExportField): Date | null => {
    const written = cell(field);
    if (written === null) return null;
    const at = readExportTime(written);
    if (!at) reasons.push(`${header[field]}“${written}”不是有效的时间`);
    return at;
  };
  const yesNo = (field: ExportField): boolean | null => {
    const written = cell(field);
    if (written === null) return null;
    if (['是', '有', '已联系', '已解决', '有效', '1', 'Y'].includes(written)) return true;
    if (['否', '无', '未联系', '未解决', '无效', '0', 'N'].includes(written)) return false;
    reasons.push(`${header[field]}“${written}”应当是“是”或“否”`);
    return null;
  };

  const no = cell('orderNo');
  const title = cell('title');
  const content = cell('content');
  if (no === null) reasons.push('没有工单编号');
  else if (no.length > 40) reasons.push('工单编号过长');
  if (title === null && content === null) reasons.push('没有诉求内容');
  const receivedAt = time('receivedAt');
  if (cell('receivedAt') === null) reasons.push('没有来电时间');
  for (const field of profile.required) {
    if (['orderNo', 'receivedAt', 'matter'].includes(field)) continue;
    if (cell(field as ExportField) === null) reasons.push(`没有${header[field as ExportField] ?? field}`);
  }

  const typeLabel = cell('demandType');
  const demandType = typeLabel === null ? 'HELP' : demandTypes.get(typeLabel);
  if (demandType === undefined) reasons.push(`${header.demandType}“${typeLabel}”不是咨询、求助、投诉、举报、建议之一`);

  const dueAt = time('dueAt');
  if (receivedAt && dueAt && dueAt < receivedAt) reasons.push('办理时限早于来电时间');
  const closedAt = time('closedAt');
  const status = cell('status');
  const isDone = status === null ? closedAt !== null : profile.doneStates.includes(status);
  if (isDone && closedAt === null && cell('closedAt') === null) reasons.push('已办结但没有办结时间');
  if (isDone && receivedAt && closedAt && closedAt < receivedAt) reasons.push('办结时间早于来电时间');

  const valid = yesNo('callbackValid');
  const contacted = yesNo('contacted');
  const solved = yesNo('resolved');
  const said = cell('satisfaction');
  const satisfaction = said === null ? null : satisfactions[said];
  if (satisfaction === undefined) reasons.push(`${header.satisfaction}“${said}”不是满意、基本满意、不满意之一`);
  if (valid !== null && !isDone) reasons.push('有回访结果但没有办结');
  if (reasons.length > 0) return { reasons };

  const own = new Set([...ownFields].map((field) => header[field]));
  const extra: Record<string, string> = {};
  for (const [name, value] of Object.entries(cells)) if (!own.has(name) && value !== '') extra[name] = value;
  const place = (field: ExportField) => {
    const named = cell(field);
    return named === null || profile.unknownPlace.includes(named) ? null : named;
  };
  return {
    order: {
      no: no!,
      demandType: demandType!,
      category: [cell('category1') ?? UNSORTED, cell('category2') ?? UNSORTED, cell('category3') ?? UNSORTED],
      title,
      content,
      callerName: cell('callerName'),
      callerPhone: cell('callerPhone'),
      receivedAt: receivedAt!,
      community: place('community'),
      point: place('point'),
      leadUnit: cell('leadUnit'),
      dueAt,
      completedAt: isDone ? closedAt : null,
      callback:
        valid === null
          ? null
          : valid
            ? { valid, contacted, solved, satisfaction: satisfaction! }
            : { valid, contacted: null, solved: null, satisfaction: null },
      extra,
    },
  };
}
