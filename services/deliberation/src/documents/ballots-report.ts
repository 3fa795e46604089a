import { labels, type OfficialDocument } from '@wufang/contracts';
import { formatArea, formatBeijing, type Area, type DateText } from '@wufang/kernel';
import type { VoteCheck, VoteTest, QuestionResult } from '../domain/vote-rules.js';
import { rollLines, testLine, type VoteCount } from '../domain/vote-statement.js';
import { document, facts, heading, lines, note, ordinal, seal, subheading, table, text, type Frame } from './blocks.js';

const limitOf = ({ threshold: { num, den, isStrict, of } }: VoteTest) =>
  `${of === 'ALL' ? '全体' : '参与'} ${isStrict ? '>' : '≥'} ${num}/${den}`;
const shown = (measure: 'area' | 'heads', value: number) => (measure === 'area' ? formatArea(value as Area) : String(value));

/**
 * The report on a vote (计票报告) that is posted: sums alone, and of every test numerator, denominator, threshold, the smallest count that
 * passes and what is missing. Areas stand only where a test needs one (I-35).
 */
export function ballotsReport(frame: Frame, count: VoteCount, { countedBy, on }: { countedBy: string; on: DateText }): OfficialDocument {
  const { title, kind, source, pack, roll, time, ballots, results } = count;
  return document(frame, 'BALLOTS_REPORT', 'RECORD', `${title}计票报告`, [
    ...(kind === 'ADVISORY' ? [note('本次为意向征询：不是业主共同决定，不产生表决效力，以下仅比照法定标准计算。')] : []),
    facts([
      ['表决方式', `${labels.voteKind[kind]}${source ? `（${source}）` : ''}`],
      [
        '表决时间',
        `${formatBeijing(time.opensAt).slice(0, 16)} 至 ${formatBeijing(time.closesAt).slice(0, 16)}（截止时刻及以后交回的不计）`,
      ],
      ['计算规则', `${pack.version}（自 ${pack.from} 起）`],
    ]),
    heading('一、名册（表决权基数）'),
    lines(rollLines(roll, pack)),
    heading('二、选票'),
    text(
      ballots
        ? `交回选票的业主 ${ballots.returned.heads} 人；同一业主只计一票，以截止前最后一次交回的为准。被本人后交选票替代 ${ballots.replaced} 张，开始前 ${ballots.early} 张、截止后 ${ballots.late} 张不计。`
        : '选票在市业主决策平台，此处只有公布的合计；基数已与冻结的名册核对一致。',
    ),
    ...results.flatMap((result, i) => questionBlocks(result, count, `${ordinal(i + 3)}、`)),
    note(
      '本报告只公布合计。个人选票只有计票组可以查看；业主认为决定侵害其合法权益的，可以自知道之日起一年内请求人民法院撤销（民法典第二百八十条）。',
    ),
    seal(countedBy, on),
  ]);
}

function questionBlocks(result: QuestionResult, { pack, kind }: VoteCount, no: string) {
  const { question, voteClass, tally, participation, agreement, outcome, passed } = result;
  const titleOf = (code: string) => question.options.find((option) => option.code === code)!.title;
  const isRival = question.options.length > 1;
  const verdict = outcome === 'PASSED' && isRival ? `通过“${titleOf(passed!)}”` : labels.voteOutcome[outcome];
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
        ...tally.agreeing.map(({ option, weight }) => [titleOf(option), String(weight.heads), formatArea(weight.area as Area)]),
        ['反对', String(tally.disagreeing.heads), '—'],
        ['弃权（算参与，不算同意）', String(tally.abstaining.heads), '—'],
        ['空白或无效（不算参与）', String(tally.invalid.heads), '—'],
        ['未交回（不算参与）', String(tally.silent.heads), '—'],
        ['参与合计', String(tally.takingPart.heads), formatArea(tally.takingPart.area as Area)],
      ],
      ['全体业主', String(tally.all.heads), formatArea(tally.all.area as Area)],
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
