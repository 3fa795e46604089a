import {
  assemblyShare,
  labels,
  type DeadlineCode,
  type ObjectionState,
  type OwnersVoteState,
  type TimeLimit,
  type VoteKind,
} from '@wufang/contracts';
import { formatFen, type Fen } from '@wufang/kernel';
import { limitFor, limitWords } from './notice.js';
import type { VoteQuestion } from './vote-rules.js';

/** What a publicity keeps of each objection, to count by. */
export interface Raised {
  id: string;
  /** The owner, or the seat, that objects. */
  ownerId: string | null;
  homeId: string | null;
  seat: string | null;
  state: ObjectionState;
}

/**
 * How long a plan hangs: what a property management committee (物管会) has decided 10 working days (北京市物业管理条例第五十七条), everything
 * else 7 days (P).
 */
export function publicityCode(ownersBody: string | null): Extract<DeadlineCode, 'PUBLICITY_7D' | 'PUBLICITY_10WD'> {
  return ownersBody === 'PROPERTY_MGMT_COMMITTEE' ? 'PUBLICITY_10WD' : 'PUBLICITY_7D';
}

export const openObjections = (raised: readonly Raised[]) => raised.filter(({ state }) => state === 'OPEN').length;

/** Owners who object, each counted once however many homes and objections; who has taken it back does not count. */
export function objectingOwners(raised: readonly Raised[]): number {
  return new Set(raised.filter(({ ownerId, state }) => ownerId !== null && state !== 'WITHDRAWN').map(({ ownerId }) => ownerId)).size;
}

/**
 * Whether so many of the affected owners object that a temporary assembly has to decide (北京市物业管理条例第三十五条: 20 % of the owners).
 * Example: 1 of 5 -> yes; 19 of 96 -> no.
 */
export function needsAssembly(objecting: number, affected: number): boolean {
  const { num, den } = assemblyShare.value;
  return affected > 0 && objecting * den >= affected * num;
}

/** A vote of the owners, as far as it says whether their assembly keeps a plan. */
export interface KeepingVote {
  estateId: string;
  buildingId: string | null;
  stairwell: string | null;
  kind: VoteKind;
  state: OwnersVoteState;
  announcedAt: Date;
  /** The issue it was called for, if any. */
  issueId: string | null;
  questions: readonly Pick<VoteQuestion, 'matter' | 'options'>[];
  results: readonly { passed: string | null }[] | null;
}

/**
 * What a vote lacks for a plan to be kept by it (北京市物业管理条例第三十五条), in words; null where nothing. It is of the same estate, of all its owners or of those the
 * issue is about; it was called once the assembly was needed, since nobody could be asked before, and asks this alone: other matters of all owners
 * (民法典第二百七十八条第一款第九项), with a yes that keeps the plan; it binds, was counted, passed and stands.
 * Examples: announced the day before one fifth objected -> 早于; on another firm -> 没有就维持方案征求; a poll -> 意向征询; annulled -> 没有通过.
 */
export function lacksToKeep(
  vote: KeepingVote | null,
  of: { issueId: string; estateId: string; scope: { buildingId: string | null; stairwell: string | null }; neededAt: string },
): string | null {
  if (vote === null || vote.estateId !== of.estateId) return '维持方案须写明业主为此作出的表决，请先组织临时业主大会表决，计票后再登记。';
  const isOfAll = vote.buildingId === null && vote.stairwell === null;
  const isOfScope = vote.buildingId === of.scope.buildingId && vote.stairwell === of.scope.stairwell;
  if (!isOfAll && !isOfScope) return '这次表决的范围与议题不一致：须是全体业主或议题范围内业主的表决。';
  if (vote.announcedAt < new Date(of.neededAt)) return '这次表决的公告早于须召开临时业主大会的时间，没有就维持方案征求业主意见。';
  if (!asksToKeep(vote.questions) || (vote.issueId !== null && vote.issueId !== of.issueId))
    return '这次表决没有就维持方案征求业主意见：须以“其他重大事项”单独设问，只设“同意维持”一个选项，并且不属于其他议题。';
  if (vote.kind === 'ADVISORY') return '意向征询不产生表决效力，不能据此维持方案。';
  const hasPassed = vote.results !== null && vote.results.length > 0 && vote.results.every(({ passed }) => passed !== null);
  return vote.state === 'COUNTED' && hasPassed ? null : '这次表决还没有计票，或者没有通过，或者已被撤销。';
}

/** Whether a vote asks what an assembly is called for, whether a plan is kept, and nothing else. Example: OTHER_MAJOR with 维持 alone -> yes; with 维持 and 修改 -> no. */
export const asksToKeep = (questions: KeepingVote['questions']): boolean =>
  questions.every(({ matter, options }) => matter === 'OTHER_MAJOR' && options.length === 1);

export interface PublicityEnd {
  isOver: boolean;
  raised: readonly Raised[];
  assembly: { outcome: 'KEEP' | 'CHANGE' | null } | null;
}

/** Signing opens when the period is over, no objection is open, and an assembly that had to be called has kept the plan. */
export function maySign({ isOver, raised, assembly }: PublicityEnd): boolean {
  return isOver && openObjections(raised) === 0 && (assembly === null || assembly.outcome === 'KEEP');
}

/** The period in words for the board, as long as the table in force has it. Example: 公示 7 日，自张贴次日起算. */
export function periodText(rules: { limits: readonly TimeLimit[] }, code: DeadlineCode, isRestart: boolean): string {
  if (!isRestart) return '方案修改后没有一方多出，公示期接续计算';
  return `公示 ${limitWords(rules, code)}，${limitFor(rules, code).clock === 'D' ? '自张贴次日起算' : '自张贴时起算'}`;
}

const periodHead = '六、期限：';
/** The period as a text that hangs says it. Example: 公示 7 日，自张贴次日起算. */
export const periodOf = (lines: readonly string[]): string =>
  lines
    .find((line) => line.startsWith(periodHead))
    ?.slice(periodHead.length)
    .replace(/，至 .*$/, '') ?? '';

/** Within what an objection is answered, as a text that hangs says it. Example: 5 个工作日. */
export const answerPeriodOf = (lines: readonly string[]): string => /异议在 (.+?)内答复/.exec(lines.join('\n'))?.[1] ?? '';

/** The scope and the costs as a text that hangs says them, without their numbers. */
export const bodyOf = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^[一二]、/.test(line)).map((line) => `${line.slice(2)}。`);

const yuan = (amount: Fen) => `¥${formatFen(amount)}`;

export interface PostedPlan {
  title: string;
  numberText: string;
  scenario: string;
  scopeText: string;
  items: readonly { name: string; amountFen: Fen }[];
  totalFen: Fen;
  payers: readonly { name: string; amountFen: Fen }[];
  homes: readonly { place: string; mark: string; shareFen: Fen }[];
  contractor: { firm: string; reason: string } | null;
  quotes: readonly { firm: string; amountFen: Fen }[];
  ownersMoney: keyof typeof labels.ownersMoney;
  hash: string;
}

/** What hangs on the board (公示文本). Nobody is named; a home is known by the last places of its code, which its owner has in hand. */
export function publicityText(plan: PostedPlan, days: { text: string; through: string; answer: string }, communityName: string): string[] {
  const { num, den } = assemblyShare.value;
  return [
    `关于“${plan.title}”分摊方案的公示`,
    '',
    `一、范围：${plan.scopeText}`,
    `二、费用：${plan.items.map(({ name, amountFen }) => `${name} ${yuan(amountFen)}`).join('；')}；合计 ${yuan(plan.totalFen)}`,
    `三、出资（${plan.scenario}）：${plan.payers.map(({ name, amountFen }) => `${name} ${yuan(amountFen)}`).join('；')}；业主部分${labels.ownersMoney[plan.ownersMoney]}`,
    plan.contractor === null
      ? '四、施工单位：尚未选定，选定后另行公示。'
      : `四、施工单位：${plan.contractor.firm}。理由：${plan.contractor.reason}${plan.quotes.length === 0 ? '' : `。报价：${plan.quotes.map(({ firm, amountFen }) => `${firm} ${yuan(amountFen)}`).join('；')}`}`,
    ...(plan.homes.length === 0
      ? ['五、本方案不分摊到户。']
      : [
          `五、各户份额（共 ${plan.homes.length} 户，房号隐去，凭分户说明上查询码末三位辨认）：`,
          ...plan.homes.map(({ place, mark, shareFen }) => `  ${place}　＊＊＊${mark}　${yuan(shareFen)}`),
        ]),
    `${periodHead}${days.text}，至 ${days.through} 止。`,
    `七、有异议的业主和单位，请在公示期内书面提出并说明理由：凭分户说明上的编号和查询码在网上提出，或把书面意见交${communityName}。异议在 ${days.answer}内答复；提出异议的业主达到受影响业主的 ${(num * 100) / den}% 的，召开临时业主大会。`,
    `八、每一户都可以凭分户说明自行验算。方案编号 ${plan.numberText}，定稿摘要 ${plan.hash.slice(0, 16)}。`,
  ];
}
