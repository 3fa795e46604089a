import { labels, levels, type DirectoryRow, type LeadTarget, type Level } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

const firmText = /^小区的物业公司（无物业的由(.+?)主办(?:、社区协办)?）$/;
const COMMUNITY_TEXT = '所属社区';
/** First-level categories on the community's own list, so that it may lead (条例第十七条). */
const communityList = ['邻里纠纷', '社区治理'];
const required = ['一级分类', '级别', '主办'];

/**
 * A dispatch directory written as a table: 一级分类, 二级分类, 三级分类, 级别, 主办. A row's id is its number. The column 工单类型 says which type is
 * usual for a category and is no condition: in the hotline's own export every category goes to one lead whatever the type.
 * Example: '小区的物业公司（无物业的由城乡建设办公室主办、社区协办）' -> the estate's firm, else 城乡建设办公室.
 */
export function directoryFromCsv(text: string, unitIdByName: (name: string) => string | undefined): DirectoryRow[] {
  const [header, ...lines] = readCsv(text);
  const missing = required.filter((name) => !header?.includes(name));
  if (!header || missing.length > 0) throw new DomainError('file.unreadable', { reason: `没有找到表头“${missing.join('、')}”。` });
  const faults: string[] = [];
  const rows: DirectoryRow[] = [];
  lines.forEach((cells, i) => {
    const cell = (name: string) => cells[header.indexOf(name)]?.trim() ?? '';
    const category = [cell('一级分类'), cell('二级分类'), cell('三级分类')];
    while (category.at(-1) === '') category.pop();
    const level = levelOf(cell('级别'));
    if (level === null) faults.push(`第${i + 1}行的级别“${cell('级别')}”不认识`);
    const lead = leadOf(cell('主办'), unitIdByName);
    if (level === null) return;
    rows.push({
      id: String(i + 1),
      category,
      lead,
      communityMayLead: lead.kind === 'COMMUNITY' && communityList.includes(category[0] ?? ''),
      source: 'CSV',
      ...(level && { setLevel: level }),
    });
  });
  if (faults.length > 0) throw new DomainError('directory.invalid', { faults: faults.slice(0, 10).join('；') });
  if (rows.length === 0) throw new DomainError('file.unreadable', { reason: '表里没有一行规则。' });
  return rows;
}

function leadOf(text: string, unitIdByName: (name: string) => string | undefined): LeadTarget {
  const idOf = (name: string) => {
    const id = unitIdByName(name);
    if (id === undefined) throw new DomainError('unit.unknown', { unit: name });
    return id;
  };
  if (text === COMMUNITY_TEXT) return { kind: 'COMMUNITY' };
  const firm = firmText.exec(text);
  return firm ? { kind: 'ESTATE_FIRM', elseUnitId: idOf(firm[1]!) } : { kind: 'UNIT', unitId: idOf(text) };
}

/** A level by its letter or its Chinese word; undefined where the cell is empty, null where it is neither. */
function levelOf(text: string): Level | undefined | null {
  if (text === '') return undefined;
  return levels.find((level) => level === text.toUpperCase() || labels.level[level] === text) ?? null;
}

/** The text of a file that was saved as UTF-8, with or without its mark, or by a Chinese Excel as GB18030. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Lines and cells of a CSV (RFC 4180): quotes, doubled quotes, line breaks within quotes; empty lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    const letter = text[i]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i];
      else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
