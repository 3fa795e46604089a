import { labels, problemFor, voteKinds, voteMatters, type VoteKind, type VoteMatter } from '@wufang/contracts';
import {
  countedBallots,
  defaultRollSettings,
  officialTally,
  questionResult,
  rollOf,
  tallyOf,
  turnoutOf,
  votePackAt,
  type Ballot,
  type OfficialSums,
  type RollHome,
  type Tally,
  type VoteCount,
  type VoteQuestion,
  type VoteRulePack,
  type VotingTime,
  type Weight,
} from '@wufang/deliberation/rules';
import { DomainError, readExportTime } from '@wufang/kernel';
import { FaultyFile, type FileFault, type TableFile, type TableRow } from '../table-file.js';
import { areaOf, homeHeadings, homeName, readHomes } from './homes.js';

/** One ballot as an auditor of the counting group looks at it again. */
export interface CountedOwner extends Weight {
  home: string;
  homes: number;
  serial: number | null;
  choices: Readonly<Record<string, string>>;
}

export interface ComputedVote {
  count: VoteCount;
  owners: readonly CountedOwner[];
}

type Fault = (row: number | null, reason: string) => void;
const onSheet =
  (faults: FileFault[], sheet: string): Fault =>
  (row, reason) =>
    void faults.push({ sheet, row, reason });

/** Names of the units that own homes, where the file lists them as the register does. */
const unitsOf = (file: TableFile) =>
  file.has('单位') ? file.rows('单位', ['单位名称']).flatMap(({ cells }) => cells['单位名称'] || []) : [];

/** Computes a vote from its file alone (docs/vote-file.md); whatever cannot be counted is refused with its sheet and row. */
export function computeVote(file: TableFile): ComputedVote {
  const faults: FileFault[] = [];
  const head = readHead(file, onSheet(faults, '表决'));
  const pack = head && packOn(head.frozenOn, onSheet(faults, '表决'));
  const questions = readQuestions(file.rows('事项', ['编号', '标题', '类别']), onSheet(faults, '事项'));
  const homes = readHomes(file.rows('名册', homeHeadings), onSheet(faults, '名册'), unitsOf(file));
  const isOfficial = head?.kind === 'OFFICIAL';
  const ballots = isOfficial ? [] : readBallots(file, questions, homes, onSheet(faults, '选票'));
  const sums = isOfficial ? readSums(file, questions, onSheet(faults, '官方结果')) : new Map<string, OfficialSums>();
  if (faults.length > 0 || !head || !pack) throw new FaultyFile(faults);

  try {
    return counted(head, pack, questions, homes, ballots, sums);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new FaultyFile([{ sheet: isOfficial ? '官方结果' : '文件', row: null, reason: problemFor(error.code, error.facts).detail }]);
  }
}

function counted(
  { title, kind, source, time, hasParking, unsoldHeads }: Head,
  pack: VoteRulePack,
  questions: readonly VoteQuestion[],
  homes: readonly RollHome[],
  ballots: readonly Ballot[],
  sums: ReadonlyMap<string, OfficialSums>,
): ComputedVote {
  const defaults = defaultRollSettings(pack);
  const roll = rollOf(homes, { hasParking: hasParking ?? defaults.hasParking, unsoldHeads: unsoldHeads ?? defaults.unsoldHeads });
  const { counted: valid, ...others } = countedBallots(roll, ballots, time);
  const tallyFor = (question: VoteQuestion): Tally =>
    kind === 'OFFICIAL'
      ? officialTally(roll, question, sums.get(question.code)!)
      : tallyOf(
          roll,
          valid,
          question.code,
          question.options.map(({ code }) => code),
        );
  const firstHome = new Map<string, string>();
  for (const { id, ownerKey } of homes) if (!firstHome.has(ownerKey)) firstHome.set(ownerKey, id);
  return {
    count: {
      title,
      kind,
      source,
      pack,
      roll,
      time,
      ballots: kind === 'OFFICIAL' ? null : { ...others, returned: turnoutOf(roll, valid).returned },
      results: questions.map((question) => questionResult(pack, question, tallyFor(question))),
    },
    owners: [...roll.owners.values()].map(({ key, area, heads, homes: own }) => {
      const ballot = valid.get(key);
      return { home: firstHome.get(key)!, homes: own, area, heads, serial: ballot?.serial ?? null, choices: ballot?.choices ?? {} };
    }),
  };
}

interface Head {
  title: string;
  kind: VoteKind;
  source: string | undefined;
  frozenOn: string;
  time: VotingTime;
  hasParking: boolean | undefined;
  unsoldHeads: 'ONE' | 'ONE_PER_HOME' | undefined;
}

const kinds = new Map<string, VoteKind>(voteKinds.map((kind) => [labels.voteKind[kind], kind]));
const matters = new Map<string, VoteMatter>(
  voteMatters.flatMap((matter) => [[labels.voteMatter[matter], matter] as const, [matter, matter] as const]),
);
const plain = new Map([
  ['反对', 'DISAGREE'],
  ['不同意', 'DISAGREE'],
  ['弃权', 'ABSTAIN'],
  ['无效', 'INVALID'],
]);

function readHead(file: TableFile, fault: Fault): Head | null {
  const rows = new Map(file.rows('表决', ['项目', '内容']).map(({ row, cells }) => [cells['项目']!, { row, text: cells['内容'] ?? '' }]));
  const text = (name: string) => rows.get(name)?.text || undefined;
  const wrong = (name: string, wanted: string) => {
    const at = rows.get(name);
    fault(at?.row ?? null, at?.text ? `${name}“${at.text}”应为${wanted}` : `缺少“${name}”，请加一行：${wanted}`);
    return undefined;
  };
  const oneOf = <T>(name: string, known: ReadonlyMap<string, T>, needed = false): T | undefined => {
    const written = text(name);
    if (!written && !needed) return undefined;
    return known.get(written ?? '') ?? wrong(name, [...known.keys()].join('、'));
  };
  const instant = (name: string) => readTime(text(name) ?? '') ?? wrong(name, '“2026-11-02 09:00”这样的日期和时间');

  const title = text('标题') ?? wrong('标题', '这次表决的名称');
  const kind = oneOf('类型', kinds, true);
  const frozenOn = /^\d{4}-\d{2}-\d{2}$/.test(text('名册冻结日') ?? '')
    ? text('名册冻结日')
    : wrong('名册冻结日', '“2026-11-01”这样的日期');
  const [opensAt, closesAt] = [instant('开始时间'), instant('截止时间')];
  const hasParking = oneOf('车位计入', new Map([['是', true], ['否', false]])); // prettier-ignore
  const unsoldHeads = oneOf('未售房屋人数', new Map([['每单位1人', 'ONE'], ['每套1人', 'ONE_PER_HOME']] as const)); // prettier-ignore
  const source = kind === 'OFFICIAL' ? (text('公布处') ?? wrong('公布处', '官方结果在哪里公布、文号或网址')) : text('公布处');
  if (!title || !kind || !frozenOn || !opensAt || !closesAt) return null;
  return { title, kind, source, frozenOn, time: { opensAt, closesAt }, hasParking, unsoldHeads };
}

function packOn(date: string, fault: Fault): VoteRulePack | null {
  try {
    return votePackAt(date);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    fault(null, problemFor(error.code, error.facts).detail);
    return null;
  }
}

/** Beijing time as people and spreadsheets write it, or with an offset. */
function readTime(written: string): Date | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return readExportTime(`${written} 00:00`);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(written)) {
    const at = new Date(written);
    return Number.isNaN(at.getTime()) ? null : at;
  }
  return readExportTime(written);
}

function readQuestions(rows: readonly TableRow[], fault: Fault): VoteQuestion[] {
  if (rows.length === 0) fault(null, '至少要有一个事项');
  const codes = new Set<string>();
  return rows.flatMap(({ row, cells }) => {
    const { 编号: code = '', 标题: title = '', 类别: written = '', 选项: options = '' } = cells;
    const matter = matters.get(written);
    if (!code || !title) fault(row, '编号和标题都要填');
    if (codes.has(code)) fault(row, `编号“${code}”重复，请换一个编号`);
    codes.add(code);
    if (!matter) fault(row, `类别“${written}”不认识，应为：${voteMatters.map((one) => labels.voteMatter[one]).join('、')}`);
    const titles = options
      .split(/[；;]/)
      .map((one) => one.trim())
      .filter(Boolean);
    if (new Set(titles).size !== titles.length || titles.some((one) => plain.has(one)))
      fault(row, '选项不能重复，也不能叫反对、不同意、弃权、无效');
    return matter
      ? [{ code, title, matter, options: (titles.length > 0 ? titles : ['同意']).map((one) => ({ code: one, title: one })) }]
      : [];
  });
}

function readBallots(file: TableFile, questions: readonly VoteQuestion[], homes: readonly RollHome[], fault: Fault): Ballot[] {
  const columns = questions.map(({ code }) => `事项${code}`);
  const ownerOf = new Map(homes.map(({ id, ownerKey }) => [id, ownerKey]));
  const serials = new Map<number, number>();
  return file.rows('选票', ['编号', '楼号', '单元', '房号', '交回时间', ...columns]).flatMap(({ row, cells }) => {
    const serial = /^\d{1,9}$/.test(cells['编号'] ?? '') ? Number(cells['编号']) : null;
    if (serial === null) fault(row, `编号“${cells['编号'] ?? ''}”应为选票上印的数字编号`);
    else if (serials.has(serial)) fault(row, `编号 ${serial} 与第 ${serials.get(serial)!} 行重复，请核对选票`);
    else serials.set(serial, row);
    const ownerKey = ownerOf.get(homeName(cells));
    if (!ownerKey) fault(row, '这套房屋不在名册里，请核对楼号、单元、房号（名册写了小区名称的，选票也要写）');
    const at = readTime(cells['交回时间'] ?? '');
    if (!at) fault(row, `交回时间“${cells['交回时间'] ?? ''}”应写成 2026-11-02 09:00 的样子`);
    // An answer to a question that is not asked must not be taken for silence.
    for (const [column, written] of Object.entries(cells))
      if (/^事项/.test(column) && written !== '' && !columns.includes(column))
        fault(row, `“${column}”不在事项表里，应为：${columns.join('、')}，请改正列名`);
    const choices: Record<string, string> = {};
    for (const { code, options } of questions) {
      const written = cells[`事项${code}`] ?? '';
      const choice = written === '' ? 'INVALID' : (plain.get(written) ?? options.find((option) => option.title === written)?.code);
      if (choice) choices[code] = choice;
      else
        fault(
          row,
          `事项${code}“${written}”不是选项，应为：${[...options.map(({ title }) => title), '反对', '弃权', '无效'].join('、')}，或空白`,
        );
    }
    return serial !== null && ownerKey && at ? [{ serial, ownerKey, at, choices }] : [];
  });
}

const sumHeadings = [
  '事项',
  '全体面积',
  '全体人数',
  '参与面积',
  '参与人数',
  '弃权面积',
  '弃权人数',
  '选项',
  '同意面积',
  '同意人数',
] as const;

/** The announced sums, one row for each option of a question. */
function readSums(file: TableFile, questions: readonly VoteQuestion[], fault: Fault): Map<string, OfficialSums> {
  const sums = new Map<string, OfficialSums & { agreeing: { option: string; weight: Weight }[] }>();
  for (const { row, cells } of file.rows('官方结果', sumHeadings)) {
    const heads = (written: string) => {
      if (!/^\d{1,7}$/.test(written)) fault(row, `人数“${written}”应为整数`);
      return Number(written);
    };
    const weight = (what: string): Weight => ({
      area: areaOf(cells[`${what}面积`] ?? '', (reason) => fault(row, `${what}${reason}`), true) ?? 0,
      heads: heads(cells[`${what}人数`] ?? ''),
    });
    const [code, option] = [cells['事项'] ?? '', cells['选项'] || '同意'];
    const question = questions.find((one) => one.code === code);
    if (!question) fault(row, `事项“${code}”不在“事项”表里，请核对编号`);
    else if (!question.options.some((one) => one.code === option)) fault(row, `选项“${option}”不在事项 ${code} 里`);
    const base = { all: weight('全体'), takingPart: weight('参与'), abstaining: weight('弃权') };
    const known = sums.get(code) ?? { ...base, agreeing: [] };
    for (const key of ['all', 'takingPart', 'abstaining'] as const)
      if (known[key].area !== base[key].area || known[key].heads !== base[key].heads) fault(row, '同一事项各行的全体、参与、弃权应相同');
    known.agreeing.push({ option, weight: weight('同意') });
    sums.set(code, known);
  }
  for (const { code } of questions) if (!sums.has(code)) fault(null, `缺少事项 ${code} 的结果，请补一行`);
  return sums;
}
