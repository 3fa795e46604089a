import type { Category, ClassFigures, ClassifierFigures, DemandType, Level } from '@wufang/contracts';
import { certainties, learn, scores, type Bayes, type Lesson } from './bayes.js';
import { calibrationError, chooseThreshold, fitTemperature, startThreshold, type Judged } from './calibration.js';
import { hashOf, nearCopies } from './near-copies.js';
import { readText } from './segment.js';
import { categoryOfLabel, labelOf, thresholdOf, untriedDictionary, weigh, type Weighed } from './weigh.js';

/** A demand whose category a person gave. Its text is in memory only. */
export interface Example {
  text: string;
  category: Category;
  demandType: DemandType;
  level: Level;
  isCorrected: boolean;
}

/** A trained model: everything a suggestion needs, as data. */
export interface ClassifierModel {
  bayes: Bayes;
  temperature: number;
  threshold: number;
  /** The usual type and level of each category, as the street gave them. */
  kinds: Record<string, { demandType: DemandType; level: Level }>;
  /** How often each row of the dictionary is right here. */
  dictionary: Record<string, number>;
}

/** Fewer examples teach nothing. */
export const fewestExamples = { from: '2020-01-01', value: 10, unit: 'examples', source: 'P' } as const;
/** A word that fewer demands use is left out: it tells little, and may be somebody's name. */
export const rareBelow = { from: '2020-01-01', value: 3, unit: 'demands', source: 'P; 个人信息保护法 art. 6' } as const;

const FOLDS = 5;

/** Texts of one template with one label: one lesson. A group of near copies weighs little more than one text, by the logarithm of its size. */
interface Case extends Lesson {
  text: string;
  examples: number;
  /** Names the group of near copies. */
  group: number;
  fold: number;
  half: 0 | 1;
}

/**
 * Trains a model and tries it on what it has not seen. Near copies never stand on both sides: each group of them is judged by a model
 * that was trained without its fold, and by a temperature and threshold fitted on the other half. The model in use is then trained on
 * everything, with temperature and threshold fitted on all those judgements.
 */
export function trainClassifier(
  examples: readonly Example[],
  placeNames: readonly string[],
): { model: ClassifierModel; figures: ClassifierFigures } {
  const { cases, isRare } = casesOf(examples, placeNames);
  const withoutFold = Array.from({ length: FOLDS }, (_, fold) =>
    learn(
      cases.filter((one) => one.fold !== fold),
      isRare,
    ),
  );
  const judgeCase = (one: Case, temperature: number) => {
    const bayes = withoutFold[one.fold]!;
    return { bayes, shares: certainties(scores(bayes, one.features), temperature) };
  };
  const judge = (some: readonly Case[], temperature: number): Judged[] =>
    some.map((one) => {
      const { bayes, shares } = judgeCase(one, temperature);
      const best = indexOfMost(shares);
      return { certainty: shares[best] ?? 0, isRight: bayes.labels[best] === one.label, weight: one.weight };
    });
  const fit = (some: readonly Case[]) => {
    if (some.length === 0) return { temperature: 1, threshold: startThreshold.value };
    const temperature = fitTemperature((t) => judge(some, t));
    return { temperature, threshold: chooseThreshold(judge(some, temperature)) };
  };

  const halves = [cases.filter(({ half }) => half === 0), cases.filter(({ half }) => half === 1)] as const;
  const fitted = [fit(halves[1]), fit(halves[0])] as const;
  const dictionaries = [tryDictionary(halves[1]), tryDictionary(halves[0])] as const;
  const tried = cases.map((one) => {
    const { temperature, threshold } = fitted[one.half];
    const { bayes, shares } = judgeCase(one, temperature);
    const best = indexOfMost(shares);
    const together = weigh(
      one.text,
      bayes.labels.map((label, i) => [label, shares[i]!]),
      dictionaries[one.half],
    );
    return {
      ...one,
      suggestion: bayes.labels[best] ?? '',
      certainty: shares[best] ?? 0,
      threshold,
      together: together.find((found) => found.certainty >= thresholdOf(found.source, { threshold })),
    };
  });

  const bayes = learn(cases, isRare);
  const whole = fit(cases);
  const model = { bayes, ...whole, kinds: kindsOf(examples), dictionary: tryDictionary(cases) };
  const seen = cases.filter((one) => bayes.labels[indexOfMost(scores(bayes, one.features))] === one.label);
  return {
    model,
    figures: {
      ...figuresOf(tried),
      corrected: examples.filter(({ isCorrected }) => isCorrected).length,
      accuracyOfSeenTemplates: share(countOf(seen), countOf(cases)),
    },
  };
}

function casesOf(examples: readonly Example[], placeNames: readonly string[]): { cases: Case[]; isRare: (feature: string) => boolean } {
  const texts = new Map<string, { features: string[]; text: string; all: Example[] }>();
  const uses = new Map<string, number>();
  for (const example of examples) {
    const { features, template } = readText(example.text, placeNames);
    for (const feature of features) uses.set(feature, (uses.get(feature) ?? 0) + 1);
    const same = texts.get(template);
    if (same) same.all.push(example);
    else texts.set(template, { features, text: example.text, all: [example] });
  }
  const templates = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([template, rest]) => ({ ...rest, hash: hashOf(template) }));
  const groups = nearCopies(templates.map(({ features }) => features));
  const ofGroup = new Map<number, { hash: number; examples: number }>();
  templates.forEach(({ hash, all }, i) => {
    const group = ofGroup.get(groups[i]!) ?? { hash, examples: 0 };
    ofGroup.set(groups[i]!, { hash: Math.min(group.hash, hash), examples: group.examples + all.length });
  });
  const cases = templates.flatMap(({ features, text, all }, i) => {
    // What a person corrected stands against what the same words were filed under before.
    const corrected = all.filter(({ isCorrected }) => isCorrected);
    const counted = corrected.length > 0 ? corrected : all;
    const group = ofGroup.get(groups[i]!)!;
    const perExample = (1 + Math.log(group.examples)) / group.examples;
    const labels = new Map<string, number>();
    for (const { category } of counted) labels.set(labelOf(category), (labels.get(labelOf(category)) ?? 0) + 1);
    return [...labels].map(([label, n]) => ({
      ...{ features, text, label, examples: n, group: group.hash },
      weight: (perExample * all.length * n) / counted.length,
    }));
  });
  // By hash, so that the split is the same whenever and in whatever order the examples come; within a label groups are dealt out in turn.
  cases.sort((a, b) => a.group - b.group || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const dealt = new Map<string, number>();
  const turns = new Map<string, number>();
  for (const { group, label } of cases) {
    const place = `${group} ${label}`;
    if (turns.has(place)) continue;
    turns.set(place, dealt.get(label) ?? 0);
    dealt.set(label, turns.get(place)! + 1);
  }
  // Of a group with two labels both go into one fold, the first one's.
  const foldOf = new Map<number, number>();
  return {
    isRare: (feature) => (uses.get(feature) ?? 0) < rareBelow.value,
    cases: cases.map((one) => {
      const fold = foldOf.get(one.group) ?? turns.get(`${one.group} ${one.label}`)! % FOLDS;
      foldOf.set(one.group, fold);
      return { ...one, fold, half: ((one.group >>> 7) & 1) as 0 | 1 };
    }),
  };
}

/** How often each row of the dictionary, where it speaks first, is right about these texts; the untried share counts as ten trials. */
function tryDictionary(cases: readonly Case[]): Record<string, number> {
  const { value, trials } = untriedDictionary;
  const tallies = new Map<string, { right: number; all: number }>();
  for (const { text, label, weight } of cases) {
    const first = weigh(text, [], {})[0];
    if (!first || first.certainty < startThreshold.value) continue;
    const tally = tallies.get(first.label) ?? { right: 0, all: 0 };
    tallies.set(first.label, { right: tally.right + (first.label === label ? weight : 0), all: tally.all + weight });
  }
  const shares = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(shares.map(([label, { right, all }]) => [label, round((right + value * trials) / (all + trials))]));
}

function kindsOf(examples: readonly Example[]): ClassifierModel['kinds'] {
  const kinds = new Map<string, { types: Map<DemandType, number>; levels: Map<Level, number> }>();
  for (const { category, demandType, level } of examples) {
    const kind = kinds.get(labelOf(category)) ?? { types: new Map<DemandType, number>(), levels: new Map<Level, number>() };
    kind.types.set(demandType, (kind.types.get(demandType) ?? 0) + 1);
    kind.levels.set(level, (kind.levels.get(level) ?? 0) + 1);
    kinds.set(labelOf(category), kind);
  }
  const usual = <K extends string>(counts: Map<K, number>) => [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
  return Object.fromEntries([...kinds].map(([label, { types, levels }]) => [label, { demandType: usual(types), level: usual(levels) }]));
}

interface Tried extends Case {
  suggestion: string;
  certainty: number;
  threshold: number;
  together: Weighed | undefined;
}

function figuresOf(tried: readonly Tried[]): Omit<ClassifierFigures, 'corrected' | 'accuracyOfSeenTemplates'> {
  const suggested = tried.filter(({ certainty, threshold }) => certainty >= threshold);
  const isRight = ({ suggestion, label }: Tried) => suggestion === label;
  const together = tried.filter((one) => one.together !== undefined);
  const all = countOf(tried);
  const classes: ClassFigures[] = [...new Set(tried.map(({ label }) => label))].sort().map((label) => {
    const mine = tried.filter((one) => one.label === label);
    const named = suggested.filter(({ suggestion }) => suggestion === label);
    const right = countOf(named.filter(isRight));
    return {
      category: categoryOfLabel(label),
      examples: countOf(mine),
      templates: groupsOf(mine),
      heldOut: countOf(mine),
      suggested: countOf(named),
      right,
      precision: named.length === 0 ? null : share(right, countOf(named)),
      recall: share(right, countOf(mine)),
    };
  });
  return {
    examples: all,
    templates: groupsOf(tried),
    heldOut: all,
    accuracy: share(countOf(tried.filter(isRight)), all),
    suggested: countOf(suggested),
    suggestedRight: countOf(suggested.filter(isRight)),
    abstainedShare: share(all - countOf(suggested), all),
    calibrationError: round(calibrationError(tried.map((one) => ({ ...one, isRight: isRight(one) })))),
    withDictionary: {
      suggested: countOf(together),
      right: countOf(together.filter(({ together, label }) => together!.label === label)),
      abstainedShare: share(all - countOf(together), all),
    },
    classes,
  };
}

const groupsOf = (some: readonly Case[]) => new Set(some.map(({ group }) => group)).size;
const countOf = (some: readonly Case[]) => some.reduce((sum, { examples }) => sum + examples, 0);
const round = (n: number) => Math.round(n * 10_000) / 10_000;
const share = (part: number, whole: number) => (whole === 0 ? 0 : round(part / whole));

function indexOfMost(numbers: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! > numbers[best]!) best = i;
  return best;
}
