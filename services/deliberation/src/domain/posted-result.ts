import type { PostedResult, VoteBar, VoteClass } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { plainChoices } from './ballots.js';
import type { Weight } from './owner-roll.js';
import type { VoteRulePack } from './vote-rule-pack.js';
import { smallestCount, testOf, type QuestionResult, type VoteQuestion } from './vote-rules.js';

/**
 * A result as it may be posted: areas only where a test of the law needs one. How large the single no is, would say whose it is (I-35), and so would how large
 * the only yes of three is, where too few took part for agreement to be tested at all: then an option has its heads alone.
 */
export function postedResult({ question, voteClass, tally, participation, agreement, outcome, passed }: QuestionResult): PostedResult {
  const { all, takingPart, agreeing, disagreeing, abstaining, invalid, silent } = tally;
  return {
    ...{ question: { ...question, options: [...question.options] }, voteClass, outcome, passed },
    participation: participation && { passes: participation.passes, tests: [...participation.tests] },
    agreement: agreement.map(({ option, check }) => ({ option, check: { passes: check.passes, tests: [...check.tests] } })),
    ...{ all, takingPart },
    agreeing: agreeing.map(({ option, weight: { heads, area } }) => ({
      ...{ option, weight: { heads, area: agreement.some((tested) => tested.option === option) ? area : null } },
    })),
    ...{ disagreeingHeads: disagreeing.heads, abstainingHeads: abstaining.heads, invalidHeads: invalid.heads, silentHeads: silent.heads },
  };
}

/** A result as it was kept before an area that nobody may know was told as null: it has 0 there. */
export function withoutUntestedAreas(result: PostedResult): PostedResult {
  const isTested = (code: string) => result.agreement.some(({ option }) => option === code);
  return {
    ...result,
    agreeing: result.agreeing.map((one) => (isTested(one.option) ? one : { ...one, weight: { ...one.weight, area: null } })),
  };
}

/** Refuses what does not stand on the ballot: another question, or another choice. Blank is allowed. */
export function refuseUnknownChoices(questions: readonly VoteQuestion[], choices: Readonly<Record<string, string>>, serial: number): void {
  for (const [code, choice] of Object.entries(choices)) {
    const question = questions.find((one) => one.code === code);
    const isKnown =
      question && (question.options.some((option) => option.code === choice) || plainChoices.some((plain) => plain === choice));
    if (!isKnown) throw new DomainError('vote.unknown-choice', { serial, question: code });
  }
}

/**
 * Whether enough owners have voted so far to take part, told as yes or no: how large the part is, would tell the area of each who comes in. Where the law asks
 * for everybody's consent, everybody has to have voted.
 */
export function isParticipationReached(pack: VoteRulePack, voteClass: VoteClass, all: Weight, returned: Weight): boolean {
  const { participation, agreement } = pack.classes[voteClass];
  return (['area', 'heads'] as const).every(
    (measure) => testOf(measure, returned[measure], all[measure], participation ?? agreement).passes,
  );
}

/**
 * What a question has to reach, by the rules of its vote; how large a part that is, once the roll is frozen.
 * Example: FUND_USE on a roll of 1 297 heads -> two thirds take part, 865 heads at least; of those, more than half by area and by heads agree.
 */
export function barOf(pack: VoteRulePack, { code, matter }: Pick<VoteQuestion, 'code' | 'matter'>, all: Weight | null): VoteBar {
  const voteClass = pack.matters[matter].value;
  const { participation, agreement } = pack.classes[voteClass];
  const least = participation && all && { area: smallestCount(all.area, participation), heads: smallestCount(all.heads, participation) };
  return { question: code, voteClass, participation, agreement, least };
}
