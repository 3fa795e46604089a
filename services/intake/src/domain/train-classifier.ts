import type { Category, ClassFigures, ClassifierFigures, DemandType, Level } from '@wufang/contracts';
import { certainties, learn, scores, type Bayes, type Lesson } from './bayes.js';
import { calibrationError, chooseThreshold, fitTemperature, startThreshold, type Judged } from './calibration.js';
import { thresholdOf, weigh, type Weighed } from './classify.js';
import { readText } from './segment.js';

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
/** What a row of the dictionary counts for before it was tried, and how many trials that is worth. */
export const untriedDictionary = { from: '2020-01-01', value: 0.9, trials: 10, unit: 'share', source: 'P' } as const;

const FOLDS = 5;

/** Texts of one template with one label: one lesson, however often it was copied (the weight grows with the logarithm). */
interface Case extends Lesson {
  text: string;
  category: Category;
  examples: number;
  fold: number;
  half: 0 | 1;
}

export const labelOf = (category: Category) => category.join('/');
export const categoryOfLabel = (label: string) => label.split('/') as Category;

/**
 * Trains a model and tries it on what it has not seen. Texts of one template never stand on both sides: each template is judged by a model
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
  const templates = new Map<string, { features: string[]; text: string; all: Example[] }>();
  const uses = new Map<string, number>();
  for (const example of examples) {
    const { features, template } = readText(example.text, placeNames);
    for (const feature of features) uses.set(feature, (uses.get(feature) ?? 0) + 1);
    const same = templates.get(template);
    if (same) same.all.push(example);
    else templates.set(template, { features, text: example.text, all: [example] });
  }
  const cases: (Omit<Case, 'fold' | 'half'> & { hash: number })[] = [];
  for (const [template, { features, text, all }] of templates) {
    // What a person corrected stands against what the same words were filed under before.
    const corrected = all.filter(({ isCorrected }) => isCorrected);
    const counted = corrected.length > 0 ? corrected : all;
    const labels = new Map<string, number>();
    for (const { category } of counted) labels.set(labelOf(category), (labels.get(labelOf(category)) ?? 0) + 1);
    for (const [label, n] of labels) {
      const weight = ((1 + Math.log(counted.length)) * n) / counted.length;
      cases.push({ features, text, label, category: categoryOfLabel(label), weight, examples: n, hash: hashOf(template) });
    }
  }
  // By hash, so that the split is the same whenever and in whatever order the examples come; within a label dealt out in turn.
  cases.sort((a, b) => a.hash - b.hash || (a.label < b.label ? -1 : 1));
  const dealt = new Map<string, number>();
  return {
    isRare: (feature) => (uses.get(feature) ?? 0) < rareBelow.value,
    cases: cases.map(({ hash, ...one }) => {
      const turn = dealt.get(one.label) ?? 0;
      dealt.set(one.label, turn + 1);
      return { ...one, fold: turn % FOLDS, half: ((hash >>> 7) & 1) as 0 | 1 };
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
      templates: mine.length,
      heldOut: countOf(mine),
      suggested: countOf(named),
      right,
      precision: named.length === 0 ? null : share(right, countOf(named)),
      recall: share(right, countOf(mine)),
    };
  });
  return {
    examples: all,
    templates: tried.length,
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

const countOf = (some: readonly Case[]) => some.reduce((sum, { examples }) => sum + examples, 0);
const round = (n: number) => Math.round(n * 10_000) / 10_000;
const share = (part: number, whole: number) => (whole === 0 ? 0 : round(part / whole));

function indexOfMost(numbers: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! > numbers[best]!) best = i;
  return best;
}

/** FNV-1a: spreads templates over folds and halves. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
