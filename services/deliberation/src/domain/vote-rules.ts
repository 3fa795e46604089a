import type { VoteClass, VoteMatter, VoteOutcome } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { plainChoices, type Tally } from './ballots.js';
import type { Weight } from './owner-roll.js';
import type { Threshold, VoteRulePack } from './vote-rule-pack.js';

export interface VoteQuestion {
  code: string;
  title: string;
  matter: VoteMatter;
  /** One for yes or no; several for rival plans, each of which needs the whole majority for itself. */
  options: readonly { code: string; title: string }[];
}

/** One inequality, with all that is needed to do it again by hand. Areas in 0.01 m². */
export interface VoteTest {
  measure: keyof Weight;
  part: number;
  whole: number;
  threshold: Threshold;
  /** The smallest part that would pass. */
  smallest: number;
  passes: boolean;
}

/** By area and by heads; both have to pass. */
export interface VoteCheck {
  tests: readonly VoteTest[];
  passes: boolean;
}

export interface QuestionResult {
  question: VoteQuestion;
  voteClass: VoteClass;
  tally: Tally;
  /** Null where the law asks for no participation but for everybody's consent. */
  participation: VoteCheck | null;
  /** Empty when too few took part. */
  agreement: readonly { option: string; check: VoteCheck }[];
  outcome: VoteOutcome;
  /** The option that passed. */
  passed: string | null;
}

/**
 * The smallest whole number that reaches a threshold of `whole`: at least the fraction, or more than it.
 * Example: 2/3 of 101 -> 68; more than half of 68 -> 35; 3/4 of 68 -> 51.
 */
export function smallestCount(whole: number, { num, den, isStrict }: Threshold): number {
  const product = BigInt(num) * BigInt(whole);
  const divisor = BigInt(den);
  return Number(isStrict ? product / divisor + 1n : (product + divisor - 1n) / divisor);
}

/** Whether a part reaches a threshold, by cross multiplication. Example: 30 of 60 is not more than 1/2 (V2); 60 of 90 is at least 2/3 (V1). */
export function testOf(measure: keyof Weight, part: number, whole: number, threshold: Threshold): VoteTest {
  if (part < 0 || part > whole) throw new DomainError('vote.part-exceeds-whole', { measure, part, whole });
  const [left, right] = [BigInt(threshold.den) * BigInt(part), BigInt(threshold.num) * BigInt(whole)];
  const passes = whole > 0 && (threshold.isStrict ? left > right : left >= right);
  return { measure, part, whole, threshold, smallest: smallestCount(whole, threshold), passes };
}

function checkOf(part: Weight, whole: Weight, threshold: Threshold): VoteCheck {
  const tests = (['area', 'heads'] as const).map((measure) => testOf(measure, part[measure], whole[measure], threshold));
  return { tests, passes: tests.every(({ passes }) => passes) };
}

/** Whether enough owners took part: two thirds of all by area and by heads (art. 278-2). Example (V3): 59 of 90 heads are too few. */
export function participationOf({ all, takingPart }: Tally, threshold: Threshold): VoteCheck {
  return checkOf(takingPart, all, threshold);
}

/** Whether enough agree: of those who took part, or of all. Example (V6): 44 of 60 heads are more than half and less than three quarters. */
export function agreementOf({ all, takingPart }: Tally, agreeing: Weight, threshold: Threshold): VoteCheck {
  return checkOf(agreeing, threshold.of === 'ALL' ? all : takingPart, threshold);
}

/**
 * The result of one question. Two denominators: all owners for taking part, those who took part for agreeing. Of rival options each is asked
 * for itself; when none passes there is a new round and no casting vote.
 * Example (V18): two options with 30 of 60 each -> NOT_PASSED.
 */
export function questionResult(pack: VoteRulePack, question: VoteQuestion, tally: Tally): QuestionResult {
  refuseUnclearOptions(question);
  const voteClass = pack.matters[question.matter].value;
  const limits = pack.classes[voteClass];
  const participation = limits.participation && participationOf(tally, limits.participation);
  const isEnough = participation?.passes ?? true;
  const agreement = isEnough
    ? tally.agreeing.map(({ option, weight }) => ({ option, check: agreementOf(tally, weight, limits.agreement) }))
    : [];
  const passed = agreement.find(({ check }) => check.passes)?.option ?? null;
  return {
    question,
    voteClass,
    tally,
    participation,
    agreement,
    passed,
    outcome: !isEnough ? 'TOO_FEW' : passed ? 'PASSED' : 'NOT_PASSED',
  };
}

/** Refuses a question without options, with two alike, or with one that is called like a plain choice. */
export function refuseUnclearOptions({ code, options }: VoteQuestion): void {
  const codes = options.map((option) => option.code);
  const isClear =
    codes.length > 0 && new Set(codes).size === codes.length && !codes.some((one) => plainChoices.some((plain) => plain === one));
  if (!isClear) throw new DomainError('vote.options-unclear', { question: code });
}

/** What the city's own system announced: sums only. Its base has to be our roll. */
export interface OfficialSums {
  all: Weight;
  takingPart: Weight;
  agreeing: readonly { option: string; weight: Weight }[];
  abstaining: Weight;
}

/**
 * The tally of an official result. What does not add up, or has another base than the frozen roll, is refused: the sums are asked for again and
 * never mended here.
 */
export function officialTally(
  roll: { all: Weight },
  question: VoteQuestion,
  { all, takingPart, agreeing, abstaining }: OfficialSums,
): Tally {
  const refuse = (reason: string) => new DomainError('vote.official-unsound', { question: question.code, reason });
  const tally = {} as Record<'disagreeing' | 'silent', Weight>;
  tally.disagreeing = { area: 0, heads: 0 };
  tally.silent = { area: 0, heads: 0 };
  if (question.options.some(({ code }) => !agreeing.some(({ option }) => option === code)) || agreeing.length !== question.options.length)
    throw refuse('选项不齐');
  for (const measure of ['area', 'heads'] as const) {
    if (all[measure] !== roll.all[measure]) throw refuse(measure === 'area' ? '总面积与名册不符' : '总人数与名册不符');
    const voices = [...agreeing.map(({ weight }) => weight), abstaining].map((weight) => weight[measure]);
    const named = voices.reduce((sum, value) => sum + value, 0);
    if (voices.some((value) => value < 0) || named > takingPart[measure]) throw refuse('同意与弃权之和大于参与');
    if (takingPart[measure] > all[measure]) throw refuse('参与大于全体');
    tally.disagreeing[measure] = takingPart[measure] - named;
    tally.silent[measure] = all[measure] - takingPart[measure];
  }
  const ordered = question.options.map(({ code }) => agreeing.find(({ option }) => option === code)!);
  return { all, takingPart, agreeing: ordered, abstaining, invalid: { area: 0, heads: 0 }, ...tally };
}
