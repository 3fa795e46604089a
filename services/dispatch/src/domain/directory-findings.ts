import { labels, type DirectoryRow, type Finding } from '@wufang/contracts';
import { beijingDate, beijingDay, dateOfDay } from '@wufang/kernel';
import { isArea } from './areas.js';
import { mayLead } from './decide.js';
import { outranked } from './directory-outranked.js';
import { estateTypesAt, isCommunity, lets, situations, type CheckedAgainst, type Situation } from './directory-situations.js';
import { placeKindText } from './directory-words.js';
import { indexDirectory, type IndexedRow } from './directory.js';
import { canMeet, layTimes, type Looks } from './row-times.js';

/** More ties of one table are not told; the first ones show what is wrong. */
const MAX_TIES = 50;
/**
 * Comparisons that the whole check of a table may cost: about a second of the process that fires the clocks as well (5,000 rows). Ties come first, since they keep a table from
 * being published; what is left over for the rest is said.
 */
const MAX_LOOKS = 5_000_000;

/**
 * Everything worth saying about a table before it is published, row by row. Errors keep it from being published, for such a row would decide
 * wrongly or silently never: no row at all, an id used twice, an open category, a unit or place nobody knows, a duty without a time limit, a community as lead
 * of what is off its list (条例第十七条), times or an estate type that never come true, and two rows that could both win for the same demand.
 * Warnings: a row that others of its cell always beat, or deeper ones in every category it is for, one whose time is over, a category nobody has ever asked about, a category no row is for.
 * Example: rows for 供暖 at level E and for 供暖 by complaints -> TIE, for a complaint of level E fits both.
 */
export function directoryFindings(rows: readonly DirectoryRow[], against: CheckedAgainst, looks: Looks = { left: MAX_LOOKS }): Finding[] {
  const { byCategory } = indexDirectory(0, rows);
  const findings: Finding[] = rows.length === 0 ? [error('EMPTY', [], '派单目录没有一行，发布后所有诉求都只能由诉求中心指派')] : [];
  findings.push(...rows.flatMap((row, i) => findingsOfRow(row, i + 1, against)));
  findings.push(...repeatedIds(rows));
  const cells = [...byCategory.values()].flatMap((places) => [...places.values()].filter((cell) => cell.length > 1));
  for (const cell of cells) findings.push(...ties(cell, looks));
  for (const cell of cells) findings.push(...shadows(cell, against, looks));
  findings.splice(0, findings.length, ...withoutTooManyTies(findings));
  findings.push(
    ...outranked(
      byCategory,
      against,
      new Set(findings.flatMap(({ kind, rows: [first] }) => (kind === 'SHADOWED' && first ? [first.no] : []))),
      looks,
    ),
  );
  findings.push(...gaps(byCategory, against, looks));
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** The sentence of a refusal: the first errors, and how many more there are. */
export function refusalText(findings: readonly Finding[], most = 10): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const more = errors.length > most ? `；另有 ${errors.length - most} 处` : '';
  return (
    errors
      .slice(0, most)
      .map(({ text }) => text)
      .join('；') + more
  );
}

const nameOf = (no: number, id: string) => `第${no}行（${id}）`;
const error = (kind: Finding['kind'], rows: Finding['rows'], text: string): Finding => ({ kind, severity: 'error', rows, text });
const warning = (kind: Finding['kind'], rows: Finding['rows'], text: string): Finding => ({ kind, severity: 'warning', rows, text });
const placeOf = ({ no, row }: IndexedRow) => ({ no, id: row.id });

function findingsOfRow(row: DirectoryRow, no: number, against: CheckedAgainst): Finding[] {
  const { street, dutyCodes, from, seen } = against;
  const name = nameOf(no, row.id);
  const at = [{ no, id: row.id }];
  const found: Finding[] = [];
  const hasBlank = row.category.some((part) => part.trim() === '');
  if (hasBlank) found.push(error('CATEGORY_BLANK', at, `${name}的分类有空白`));

  const named = row.lead.kind === 'UNIT' ? row.lead.unitId : row.lead.kind === 'ESTATE_FIRM' ? row.lead.elseUnitId : null;
  const lead = named === null ? undefined : street.units.get(named);
  if (named !== null && !lead) found.push(error('UNIT_UNKNOWN', at, `${name}的主办单位没有登记`));
  for (const target of row.coUnits ?? []) {
    if (target.kind === 'UNIT' && !street.units.has(target.unitId)) found.push(error('UNIT_UNKNOWN', at, `${name}的协办单位没有登记`));
  }
  if ((row.lead.kind === 'COMMUNITY' && !row.communityMayLead) || (lead && !mayLead(lead, row))) {
    found.push(error('COMMUNITY_NOT_LEAD', at, `${name}由社区主办，但没有注明属于社区职责清单`));
  }
  for (const code of row.duties ?? []) {
    if (!dutyCodes.has(code)) found.push(error('DUTY_UNKNOWN', at, `${name}增加的时限“${labels.deadlineCode[code]}”不在时限表中`));
  }

  const times = layTimes(row.times);
  const today = beijingDay(from);
  if (times && !canMeet(times, times)) found.push(error('NEVER_IN_TIME', at, `${name}的有效期、季节与时段没有共同的时候，永远轮不到`));
  else if (times && times.toDay < today) found.push(warning('EXPIRED', at, `${name}的有效期已于${row.times!.to}结束，不再起作用`));

  const { place } = row;
  const isKnown = !place || isKnownPlace(place, against);
  if (!isKnown) found.push(error('PLACE_UNKNOWN', at, unknownPlaceText(name, place!)));
  else if (place?.kind === 'POINT' && !against.places.points.get(place.id)!.isRegistered)
    found.push(
      warning('POINT_BY_HEARSAY', at, `${name}的点位“${place.id}”没有登记，只在以往诉求中出现过；写法不同的诉求匹配不到，请登记点位`),
    );
  if (isKnown && row.estateType && !estateTypesAt(place, against).has(row.estateType)) {
    const type = labels.estateType[row.estateType];
    if (place?.kind === 'ESTATE' || place?.kind === 'BUILDING')
      found.push(error('NEVER_AT_PLACE', at, `${name}的小区不是${type}，永远轮不到`));
    else found.push(warning('NEVER_AT_PLACE', at, `${name}所指的地方目前没有${type}，暂时轮不到`));
  }
  const isJudged = !hasBlank && row.category.length > 0 && seen.length > 0;
  if (isJudged && !seen.some((category) => row.category.every((part, i) => category[i] === part))) {
    found.push(warning('CATEGORY_UNSEEN', at, `${name}的分类“${row.category.join('/')}”至今没有过诉求，请核对名称`));
  }
  return found;
}

type NamedPlace = NonNullable<DirectoryRow['place']>;

function isKnownPlace({ kind, id }: NamedPlace, { street, places, from }: CheckedAgainst): boolean {
  const { units, estates } = street;
  switch (kind) {
    case 'POINT':
      return places.points.has(id);
    case 'BUILDING':
      return places.buildings.has(id);
    case 'ESTATE':
      return estates.has(id);
    case 'COMMUNITY':
      return isCommunity(units.get(id));
    case 'AREA':
      return isArea(street, id, beijingDate(from), (unitId) => isCommunity(units.get(unitId)));
  }
}

function unknownPlaceText(name: string, { kind, id }: NamedPlace): string {
  if (kind === 'POINT') return `${name}的点位“${id}”没有登记，也没有诉求提到过，任何诉求都匹配不到；请先登记点位`;
  return `${name}的${placeKindText[kind]}没有登记`;
}

function repeatedIds(rows: readonly DirectoryRow[]): Finding[] {
  const first = new Map<string, number>();
  const found: Finding[] = [];
  rows.forEach(({ id }, i) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, i + 1);
    else {
      const places = [before, i + 1].map((no) => ({ no, id }));
      found.push(error('DUPLICATE_ID', places, `${nameOf(i + 1, id)}与第${before}行编号相同`));
    }
  });
  return found;
}

/** Pairs of one cell that could both win: as many further conditions, and none that keeps them apart. What is not looked at could decide wrongly: an error too. */
function ties(cell: readonly IndexedRow[], looks: Looks): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < cell.length && found.length <= MAX_TIES; i++) {
    for (let j = i + 1; j < cell.length && cell[j]!.conditions === cell[i]!.conditions; j++) {
      const [a, b] = [cell[i]!, cell[j]!];
      looks.left -= canBeShort(a, b) ? WALK : 1;
      if (looks.left < 0) return [...found, error('TIE', [placeOf(a)], `${tooMany(cell)}，没有逐一检查是否无法区分；请合并或按地点分开`)];
      if (!canBothFit(a, b)) continue;
      const text = `${nameOf(a.no, a.row.id)}与${nameOf(b.no, b.row.id)}同样具体，无法区分：${conditionsText(a.row)}`;
      found.push(error('TIE', [placeOf(a), placeOf(b)], text));
    }
  }
  return found;
}

/** What a pair with a season and a last day may cost: its days are walked (`canMeet`). */
const WALK = 500;
const canBeShort = ({ times: a }: IndexedRow, { times: b }: IndexedRow) =>
  Boolean((a?.season ?? b?.season) && [a, b].some((times) => times && (times.toDay < Infinity || times.fromDay > -Infinity)));

const tooMany = (cell: readonly IndexedRow[]) => `分类“${cell[0]!.row.category.join('/')}”同一地点有 ${cell.length} 行，过多`;

function canBothFit({ row: a, times: timesOfA }: IndexedRow, { row: b, times: timesOfB }: IndexedRow): boolean {
  const share = !a.demandTypes?.length || !b.demandTypes?.length || a.demandTypes.some((type) => b.demandTypes!.includes(type));
  const isOneKind = (!a.estateType || !b.estateType || a.estateType === b.estateType) && (!a.level || !b.level || a.level === b.level);
  return share && isOneKind && canMeet(timesOfA, timesOfB);
}

function withoutTooManyTies(findings: readonly Finding[]): Finding[] {
  let told = 0;
  return findings.filter(({ kind }) => kind !== 'TIE' || ++told <= MAX_TIES);
}

/** Rows of one cell that fit and yet never win, because rows with more conditions are there whenever they fit. */
function shadows(cell: readonly IndexedRow[], against: CheckedAgainst, looks: Looks): Finding[] {
  const types = estateTypesAt(cell[0]!.row.place, against);
  const beatenBy = new Map(cell.map((row) => [row, new Set<IndexedRow>()]));
  const wins = new Set<IndexedRow>();
  for (const situation of situations(cell, types, beijingDay(against.from), looks)) {
    looks.left -= cell.length;
    if (looks.left < 0) return [warning('SHADOWED', [], `${tooMany(cell)}，没有逐一检查是否被遮住`)];
    let winner: IndexedRow | undefined;
    for (const row of cell) {
      if (!lets(row, situation)) continue;
      if (!winner || row.conditions === winner.conditions) wins.add((winner = row));
      else beatenBy.get(row)!.add(winner);
    }
  }
  return cell
    .filter((row) => !wins.has(row) && beatenBy.get(row)!.size > 0)
    .map((row) => {
      const winners = [...beatenBy.get(row)!].sort((a, b) => a.no - b.no);
      const by = winners.map(({ no, row: { id } }) => nameOf(no, id)).join('、');
      return warning('SHADOWED', [row, ...winners].map(placeOf), `${nameOf(row.no, row.row.id)}总被${by}遮住，永远轮不到`);
    });
}

/** Categories that demands have had and some situation of which no row of the whole street is for: such a demand goes to the centre. */
function gaps(
  byCategory: ReturnType<typeof indexDirectory>['byCategory'],
  { street, places, from, seen }: CheckedAgainst,
  looks: Looks,
): Finding[] {
  const today = beijingDay(from);
  const types = estateTypesAt(undefined, { street, places, from });
  const found: Finding[] = [];
  for (const category of seen) {
    const rows = [3, 2, 1, 0].flatMap((depth) => byCategory.get(category.slice(0, depth).join('\n'))?.get('') ?? []);
    for (const situation of situations(rows, types, today, looks)) {
      looks.left -= 1 + rows.length;
      if (looks.left < 0) return [...found, warning('GAP', [], `行数过多，从分类“${category.join('/')}”起没有逐一检查是否有规则可用`)];
      if (rows.some((row) => lets(row, situation))) continue;
      const when = rows.length === 0 ? '' : `（${situationText(situation, rows, today)}）`;
      found.push(warning('GAP', [], `分类“${category.join('/')}”${when}没有全街道的规则，地点没有专门规则时由${street.centre.name}指派`));
      break;
    }
  }
  return found;
}

function situationText({ demandType, estateType, level, moment }: Situation, rows: readonly IndexedRow[], today: number): string {
  return [
    rows.some(({ row }) => row.demandTypes?.length) && labels.demandType[demandType],
    rows.some(({ row }) => row.estateType) && (estateType ? labels.estateType[estateType] : '小区不详'),
    rows.some(({ row }) => row.level) && `级别“${labels.level[level]}”`,
    moment.day > today && `${dateOfDay(moment.day)}起`,
    rows.some(({ times }) => times?.hours) &&
      `${String(Math.floor(moment.minute / 60)).padStart(2, '0')}:${String(moment.minute % 60).padStart(2, '0')}`,
  ]
    .filter(Boolean)
    .join('，');
}

function conditionsText(row: DirectoryRow): string {
  return [
    row.category.join('/') || '全部分类',
    row.demandTypes?.map((type) => labels.demandType[type]).join('、'),
    row.estateType && labels.estateType[row.estateType],
    row.level && labels.level[row.level],
  ]
    .filter(Boolean)
    .join('，');
}
