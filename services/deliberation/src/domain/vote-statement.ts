import { areaSources, labels, type VoteKind } from '@wufang/contracts';
import { formatArea, formatBeijing, type Area } from '@wufang/kernel';
import type { CountedBallots, VotingTime } from './ballots.js';
import type { OwnerRoll, Weight } from './owner-roll.js';
import type { Threshold, VoteRulePack } from './vote-rule-pack.js';
import type { QuestionResult, VoteCheck, VoteTest } from './vote-rules.js';

/**
 * All that a statement says. It holds sums alone, and an area only where the law's tests need one: the area of a single no, or of a single invalid
 * ballot, would name its owner (I-35).
 */
export interface VoteCount {
  title: string;
  kind: VoteKind;
  /** Of an official result: where it was announced. */
  source?: string;
  pack: VoteRulePack;
  roll: OwnerRoll;
  time: VotingTime;
  /** Null for an official result, whose ballots stay in the city's system. */
  ballots: (Pick<CountedBallots, 'replaced' | 'early' | 'late'> & { returned: Weight; struck?: number }) | null;
  results: readonly QuestionResult[];
}

const areaText = (area: number) => `${formatArea(area as Area)} m²`;
const headsText = (heads: number) => `${heads} 人`;
const weightText = ({ area, heads }: Weight) => `${headsText(heads)}，${areaText(area)}`;
const valueText = (measure: keyof Weight, value: number) => (measure === 'area' ? areaText(value) : headsText(value));
const plain = (measure: keyof Weight, value: number) => (measure === 'area' ? formatArea(value as Area) : String(value));

/**
 * The statement of a count (计票说明), line by line, so that every figure can be done again with a pocket calculator: numerator, denominator,
 * threshold, the products compared, and the smallest count that would pass.
 * Example (V9): 「参与人数：67 ÷ 101，须达到全体业主的 2/3（含本数）。3 × 67 = 201，2 × 101 = 202，201 < 202，未达到；最少须 68 人，差 1 人。」
 */
export function voteStatement({ title, kind, source, pack, roll, time, ballots, results }: VoteCount): string[] {
  return [
    `计票说明：${title}`,
    ...(kind === 'ADVISORY' ? ['本次为意向征询：不是业主共同决定，不产生表决效力，以下仅比照法定标准计算。'] : []),
    `来源：${labels.voteKind[kind]}${source ? `（${source}）` : ''}　规则：${pack.version}（自 ${pack.from} 起）`,
    `表决时间：${formatBeijing(time.opensAt)} 起，${formatBeijing(time.closesAt)} 截止（截止时刻及以后交回的不计）`,
    '',
    rollHead,
    ...rollLines(roll, pack),
    '',
    ballotsHead,
    ...(ballots
      ? [
          `交回选票的业主 ${headsText(ballots.returned.heads)}；同一业主只计一票，以截止前最后一次交回的为准。`,
          `被本人后交选票替代 ${ballots.replaced} 张，开始前 ${ballots.early} 张、截止后 ${ballots.late} 张不计。`,
          ...(ballots.struck ? [`计票小组作废录错的选票 ${ballots.struck} 张，原件和理由留档，不计。`] : []),
        ]
      : ['选票在市业主决策平台，此处只有公布的合计；基数已与冻结的名册核对一致。']),
    ...results.flatMap((result, i) => ['', ...questionLines(result, pack, kind, `${'三四五六七八九十'[i] ?? `（${i + 3}）`}、`)]),
  ];
}

const rollHead = '一、名册（表决权基数）';
const ballotsHead = '二、选票';

/** What a statement that was kept says of its roll and of its ballots, as it was counted: everything under either head. */
export function basesOf(statement: readonly string[]): { roll: string[]; ballots: string[] } {
  const under = (head: string) => {
    const from = statement.indexOf(head) + 1;
    const end = statement.indexOf('', from);
    return statement.slice(from, end < 0 ? undefined : end);
  };
  return { roll: under(rollHead), ballots: under(ballotsHead) };
}

/** How a question ended, in the words of a board. Example: 通过; of rival plans 通过“加装挂梯”. */
export function verdictOf({ question, outcome, passed }: Pick<QuestionResult, 'question' | 'outcome' | 'passed'>): string {
  const isRival = question.options.length > 1;
  if (outcome !== 'PASSED' || !isRival) return labels.voteOutcome[outcome];
  return `通过“${question.options.find(({ code }) => code === passed)!.title}”`;
}

/** The base of the vote in sentences: homes, areas by source, who has several, what is unsold. */
export function rollLines(
  { all, homes, owners, areaBySource, unsold, parkingLeftOut, settings }: OwnerRoll,
  { roll }: VoteRulePack,
): string[] {
  const several = [...owners.values()].filter((owner) => owner.homes > 1);
  const sources = areaSources.filter((source) => areaBySource[source] > 0);
  return [
    `专有部分 ${homes} 套，面积合计 ${areaText(all.area)}；业主 ${headsText(all.heads)}。`,
    `面积来源：${sources.map((source) => `${labels.areaSource[source]} ${areaText(areaBySource[source])}`).join('，')}。`,
    `有多套的业主 ${several.length} 个，共 ${several.reduce((sum, owner) => sum + owner.homes, 0)} 套。`,
    ...(unsold.homes > 0
      ? [
          `其中未售 ${unsold.homes} 套，${areaText(unsold.area)}，业主为产权单位（或建设单位），` +
            `${settings.unsoldHeads === 'ONE' ? '每个单位计 1 人' : '每套计 1 人'}（${roll.unsoldHeads.source}）。`,
        ]
      : []),
    settings.hasParking ? '车位、摊位计入基数。' : `车位、摊位不计入基数${parkingLeftOut > 0 ? `（${parkingLeftOut} 个）` : ''}。`,
  ];
}

function questionLines(
  { question, voteClass, tally, participation, agreement, outcome, passed }: QuestionResult,
  pack: VoteRulePack,
  kind: VoteKind,
  no: string,
): string[] {
  const limit = pack.classes[voteClass];
  const titleOf = (code: string) => question.options.find((option) => option.code === code)!.title;
  const [isRival, first] = [question.options.length > 1, question.options[0]!.code];
  const verdict = verdictOf({ question, outcome, passed });
  return [
    `${no}${question.title}`,
    `事项：${labels.voteMatter[question.matter]}（${pack.matters[question.matter].source}），${labels.voteClass[voteClass]}（${limit.agreement.source}）。`,
    // Where agreement is not tested no test needs an option's area.
    ...tally.agreeing.map(
      ({ option, weight }) => `  ${titleOf(option)}　${agreement.length > 0 ? weightText(weight) : headsText(weight.heads)}`,
    ),
    `  反对　${headsText(tally.disagreeing.heads)}`,
    `  弃权　${headsText(tally.abstaining.heads)}（算参与，不算同意）`,
    `  空白或无效　${headsText(tally.invalid.heads)}（${pack.invalid.source}）`,
    `  未交回　${headsText(tally.silent.heads)}（${pack.silence.source}）`,
    `  参与合计　${weightText(tally.takingPart)}；全体　${weightText(tally.all)}`,
    ...(participation ? checkLines('参与', participation) : ['本事项不设参与比例，须全体有利害关系的业主同意。']),
    ...(outcome === 'TOO_FEW' ? [`参与不足，不再计算同意（${limit.participation!.source}）。`] : []),
    ...agreement.flatMap(({ option, check }) => checkLines(isRival || option !== first ? `“${titleOf(option)}”` : '同意', check)),
    ...(outcome === 'NOT_PASSED' && isRival ? ['没有一个选项达到标准：另行组织一轮表决，不由任何人投决定票。'] : []),
    `结论：${kind === 'ADVISORY' ? `意向征询，如按法定标准为“${verdict}”，不产生表决效力` : verdict}。`,
  ];
}

const checkLines = (what: string, { tests }: VoteCheck) => tests.map((test) => testLine(what, test));

/** One inequality as a sentence. Example: see `voteStatement`. */
export function testLine(what: string, { measure, part, whole, threshold, smallest, passes }: VoteTest): string {
  const { num, den } = threshold;
  const [left, right] = [den * part, num * whole];
  const sign = left < right ? '<' : left > right ? '>' : '=';
  return (
    `${what}${measure === 'area' ? '面积' : '人数'}：${plain(measure, part)} ÷ ${plain(measure, whole)}，须${thresholdText(threshold)}。` +
    `${den} × ${plain(measure, part)} = ${plain(measure, left)}，${num} × ${plain(measure, whole)} = ${plain(measure, right)}，` +
    `${plain(measure, left)} ${sign} ${plain(measure, right)}，${passes ? '达到' : '未达到'}；` +
    `最少须 ${valueText(measure, smallest)}${passes ? '' : `，差 ${valueText(measure, smallest - part)}`}。`
  );
}

/** A threshold as a sentence says it. Example: at least two thirds of all -> 达到全体业主的 2/3（含本数）. */
export const thresholdText = ({ num, den, isStrict, of }: Pick<Threshold, 'num' | 'den' | 'isStrict' | 'of'>): string =>
  isStrict ? `超过${base(of)}的 ${num}/${den}（不含本数）` : num === den ? `为${base(of)}` : `达到${base(of)}的 ${num}/${den}（含本数）`;

const base = (of: 'ALL' | 'TAKING_PART') => (of === 'ALL' ? '全体业主' : '参与表决业主');
