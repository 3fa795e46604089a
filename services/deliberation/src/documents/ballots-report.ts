import { labels, type OfficialDocument, type PostedResult, type VoteKind } from '@wufang/contracts';
import { formatArea, formatBeijing, type Area, type DateText } from '@wufang/kernel';
import type { VotingTime } from '../domain/ballots.js';
import type { VoteRulePack } from '../domain/vote-rule-pack.js';
import type { VoteCheck, VoteTest } from '../domain/vote-rules.js';
import { basesOf, testLine, verdictOf } from '../domain/vote-statement.js';
import { document, facts, heading, lines, longTime, note, ordinal, plain, seal, subheading, table, text, type Frame } from './blocks.js';

/** A vote as it was counted and may be posted: sums alone (I-35). */
export interface CountedVote {
  title: string;
  kind: VoteKind;
  /** Of an official result: where it was announced. */
  source: string | null;
  pack: VoteRulePack;
  time: VotingTime;
  /** The statement of the count, which holds what the roll and the ballots were. */
  statement: readonly string[];
  results: readonly PostedResult[];
}

const limitOf = ({ threshold: { num, den, isStrict, of } }: VoteTest) =>
  num === den ? '全体同意' : `${of === 'ALL' ? '全体' : '参与'} ${isStrict ? '>' : '≥'} ${num}/${den}`;
const shown = (measure: 'area' | 'heads', value: number) => (measure === 'area' ? formatArea(value as Area) : String(value));
const poll = note('本次为意向征询：不是业主共同决定，不产生表决效力，以下仅比照法定标准计算。');
const withdrawal =
  '业主认为决定侵害其合法权益的，可以自知道或者应当知道之日起一年内请求人民法院撤销（民法典第二百八十条、第一百五十二条）。';

/**
 * The report on a vote (计票报告) that is posted: of every test numerator, denominator, threshold, the smallest count that passes and what is missing.
 * Areas stand only where a test needs one (I-35). `counters`: who of the group counted, by name; each has declared to have no interest in the matter.
 */
export function ballotsReport(
  frame: Frame,
  count: CountedVote,
  { countedBy, counters, on }: { countedBy: string; counters: readonly string[]; on: DateText },
): OfficialDocument {
  const { title, kind, source, pack, time, statement, results } = count;
  const { roll, ballots } = basesOf(statement);
  return document(frame, 'BALLOTS_REPORT', 'RECORD', `${title}计票报告`, [
    ...(kind === 'ADVISORY' ? [poll] : []),
    facts([
      ['表决方式', `${labels.voteKind[kind]}${source ? `（${source}）` : ''}`],
      [
        '表决时间',
        `${formatBeijing(time.opensAt).slice(0, 16)} 至 ${formatBeijing(time.closesAt).slice(0, 16)}（截止时刻及以后交回的不计）`,
      ],
      ['计算规则', `${pack.version}（自 ${pack.from} 起）`],
      ...(counters.length > 0 ? [['计票小组', `${counters.join('、')}（均已声明与表决事项无利害关系）`] as [string, string]] : []),
    ]),
    heading('一、名册（表决权基数）'),
    lines(roll),
    heading('二、选票'),
    text(ballots.join('')),
    ...results.flatMap((result, i) => questionBlocks(result, count, `${ordinal(i + 3)}、`)),
    note(`本报告只公布合计。个人选票只有计票组可以查看；${withdrawal}`),
    seal(countedBy, on),
  ]);
}

function questionBlocks(result: PostedResult, { pack, kind }: CountedVote, no: string) {
  const { question, voteClass, participation, agreement } = result;
  const titleOf = (code: string) => question.options.find((option) => option.code === code)!.title;
  const isRival = question.options.length > 1;
  const verdict = verdictOf(result);
  const checks: [string, VoteCheck][] = [
    ...(participation ? [['参与', participation] as [string, VoteCheck]] : []),
    ...agreement.map(({ option, check }): [string, VoteCheck] => [isRival ? `“${titleOf(option)}”` : '同意', check]),
  ];
  const tests = checks.flatMap(([what, { tests: list }]) => list.map((test) => ({ what, test })));
  return [
    heading(`${no}${question.title}`),
    lines([
      `事项：${labels.voteMatter[question.matter]}（${pack.matters[question.matter].source}），${labels.voteClass[voteClass]}（${pack.classes[voteClass].agreement.source}）。`,
    ]),
    table(
      [
        ['选项', 'TEXT', 3],
        ['人数', 'NUMBER', 1.4],
        ['专有面积（m²）', 'NUMBER', 2],
      ],
      [
        ...result.agreeing.map(({ option, weight }) => [
          titleOf(option),
          String(weight.heads),
          weight.area === null ? '—' : formatArea(weight.area as Area),
        ]),
        ['反对', String(result.disagreeingHeads), '—'],
        ['弃权（算参与，不算同意）', String(result.abstainingHeads), '—'],
        ['空白或无效（不算参与）', String(result.invalidHeads), '—'],
        ['未交回（不算参与）', String(result.silentHeads), '—'],
        ['参与合计', String(result.takingPart.heads), formatArea(result.takingPart.area as Area)],
      ],
      ['全体业主', String(result.all.heads), formatArea(result.all.area as Area)],
    ),
    table(
      [
        ['检验', 'TEXT', 1.5],
        ['分子', 'NUMBER', 1.4],
        ['分母', 'NUMBER', 1.4],
        ['标准', 'TEXT', 2.1],
        ['最少须', 'NUMBER', 1.4],
        ['差', 'NUMBER', 1.2],
        ['结果', 'MIDDLE', 1],
      ],
      tests.map(({ what, test }) => [
        `${what}${test.measure === 'area' ? '面积' : '人数'}`,
        shown(test.measure, test.part),
        shown(test.measure, test.whole),
        limitOf(test),
        shown(test.measure, test.smallest),
        test.passes ? '—' : shown(test.measure, test.smallest - test.part),
        test.passes ? '达到' : '未达到',
      ]),
    ),
    lines(tests.map(({ what, test }) => testLine(what, test))),
    subheading(`结论：${kind === 'ADVISORY' ? `意向征询，如按法定标准为“${verdict}”，不产生表决效力` : verdict}。`),
  ];
}

/** What is hung up of a vote (表决结果公告, 物业管理条例第三十七条): how each question ended, by which majority, and what an owner may do about it. */
export function voteResultNotice(
  frame: Frame,
  { title, kind, source, time, results }: CountedVote,
  { estate, by, on }: { estate: string; by: string; on: DateText },
): OfficialDocument {
  const [first] = results;
  const rows = results.flatMap((result) =>
    result.agreeing.map(({ option, weight }) => [
      result.agreeing.length > 1
        ? `${result.question.title}：${result.question.options.find(({ code }) => code === option)!.title}`
        : result.question.title,
      weight.area === null ? `${weight.heads} 人` : `${weight.heads} 人，${formatArea(weight.area as Area)} m²`,
      `${result.takingPart.heads} 人，${formatArea(result.takingPart.area as Area)} m²`,
      verdictOf(result),
    ]),
  );
  return document(frame, 'VOTE_RESULT', 'BOARD', '业主表决结果公告', [
    ...(kind === 'ADVISORY' ? [poll] : []),
    plain(`${estate}全体业主：`),
    text(
      `“${title}”于${longTime(time.opensAt)}开始表决，${longTime(time.closesAt)}截止，采用${labels.voteKind[kind]}${source ? `（${source}）` : ''}。现将结果公告如下。`,
    ),
    ...(first ? [text(`有表决权的业主共 ${first.all.heads} 人，专有部分面积共 ${formatArea(first.all.area as Area)} 平方米。`)] : []),
    table(
      [
        ['事项', 'TEXT', 2.4],
        ['同意', 'NUMBER', 1.7],
        ['参与', 'NUMBER', 1.7],
        ['结果', 'MIDDLE', 1.2],
      ],
      rows,
    ),
    ...results.map((result) =>
      text(
        `“${result.question.title}”属于${labels.voteMatter[result.question.matter]}，${labels.voteClass[result.voteClass]}，结果为：${verdictOf(result)}。`,
      ),
    ),
    text(
      '每一项检验的分子、分母、法定标准和最少须达到的数，见计票报告，任何业主都可以查阅并自行验算。本公告和计票报告只公布合计，不公布个人选票。',
    ),
    ...(kind === 'ADVISORY' ? [] : [text(withdrawal)]),
    seal(by, on),
  ]);
}
