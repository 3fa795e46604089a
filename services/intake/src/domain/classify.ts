import {
  labels as words,
  type Category,
  type Confidence,
  type DemandType,
  type Level,
  type PlaceRef,
  type Suggestion,
  type WordOfReason,
} from '@wufang/contracts';
import { certainties, knows, reasonsFor, scores } from './bayes.js';
import { levelOfCategory } from './categories.js';
import { dictionary, lookUp } from './dictionary.js';
import { dangersIn, type Danger } from './emergency.js';
import { readText } from './segment.js';
import type { ClassifierModel } from './train-classifier.js';
import { categoryOfLabel, labelOf, thresholdOf, untriedDictionary, weigh, type Weighed } from './weigh.js';

/** What goes out before anybody could say what it is about; the demand centre sends it on. */
export const unsorted: Category = ['未分类', '未分类', '未分类'];

/** A model in use, with its number; none while a street has trained none. */
export interface ModelInUse {
  modelNo: number;
  model: ClassifierModel;
}

const MOST_WORDS = 5;
const MOST_ALTERNATIVES = 3;

/**
 * What a text suggests, and the words that cause it: danger first, then dictionary and model by certainty; below the threshold no category,
 * and the message says that a person must judge. The place is what was found in the register.
 */
export function suggest(
  text: string,
  {
    place,
    placeNames,
    inUse,
  }: { place: { found: PlaceRef; names: readonly string[] }; placeNames: readonly string[]; inUse: ModelInUse | null },
): Suggestion {
  const dangers = dangersIn(text);
  const model = inUse?.model;
  const { features } = readText(text, placeNames);
  const shares = model && knows(model.bayes, features) ? certainties(scores(model.bayes, features), model.temperature) : [];
  const weighed = weigh(
    text,
    shares.map((certainty, i) => [model!.bayes.labels[i]!, certainty] as const),
    model?.dictionary ?? {},
  );
  const danger = dangers.find(({ category }) => category !== null);
  const sure = danger
    ? { label: labelOf(danger.category!), certainty: untriedDictionary.value, source: 'DICTIONARY' as const }
    : weighed.find(({ certainty, source }) => certainty >= thresholdOf(source, model));
  const first = sure ?? weighed[0];
  const label = sure?.label ?? null;
  const threshold = thresholdOf(first?.source ?? 'DICTIONARY', model);
  const category = label === null ? null : categoryOfLabel(label);
  const kind = label === null ? undefined : model?.kinds[label];
  const said = saidType(text);
  const demandType = said?.demandType ?? (label === null ? null : (kind?.demandType ?? usualType(label)));
  const level: Level | null = dangers.length > 0 ? 'E' : category && (levelOfCategory(category) ?? kind?.level ?? null);

  const reasons: WordOfReason[] = dangers.map(({ word }) => ({ about: 'LEVEL', word, source: 'DANGER', weight: null }));
  if (danger) reasons.push({ about: 'CATEGORY', word: danger.word, source: 'DANGER', weight: null });
  else if (first) reasons.push(...reasonsOf(first, text, features, model));
  if (said) reasons.push({ about: 'DEMAND_TYPE', word: said.word, source: 'DICTIONARY', weight: null });
  for (const word of place.names) reasons.push({ about: 'PLACE', word, source: 'REGISTER', weight: null });

  const certainty = percentOf(first?.certainty ?? 0);
  return {
    category,
    certainty,
    threshold,
    isAbstained: category === null,
    alternatives: weighed
      .filter((one) => one.label !== label)
      .slice(0, MOST_ALTERNATIVES)
      .map((one) => ({ category: categoryOfLabel(one.label), certainty: percentOf(one.certainty) })),
    demandType,
    level,
    isEmergency: dangers.length > 0,
    place: place.found,
    words: reasons,
    message: messageOf({ dangers, category, first, threshold }),
    dictionaryVersion: dictionary.version,
    modelNo: inUse?.modelNo ?? null,
  };
}

/**
 * What a demand goes to dispatch as: as it was given; an emergency at once, by words of danger or because somebody says so, what is missing taken from the text
 * (domain rules 4.5, step 1: a person confirms in parallel, never instead of the dispatch). Null is for a person.
 * Examples: '隔壁着火了' without type and category -> 求助, 未分类, which the demand centre sends on; so does '外墙掉落', reported by the one tap.
 */
export function forwardedAs(
  demand: { demandType: DemandType | null; category: Category | null; isEmergency: boolean; dangers: readonly Danger[] },
  suggestion: () => Pick<Suggestion, 'category' | 'demandType' | 'certainty' | 'modelNo' | 'dictionaryVersion'>,
): { demandType: DemandType; category: Category; confidence?: Confidence } | null {
  const { demandType, category, isEmergency, dangers } = demand;
  if (demandType && category) return { demandType, category };
  if (!isEmergency) return null;
  const suggested = suggestion();
  const confidence = category === null && suggested.category !== null ? confidenceIn(suggested, dangers) : undefined;
  return {
    ...{ demandType: demandType ?? suggested.demandType ?? 'HELP', category: category ?? suggested.category ?? unsorted },
    ...(confidence && { confidence }),
  };
}

/** How sure a category is that nobody but the text gave, and by what it was found: the dangers by their names, never the person's own words. */
function confidenceIn(
  { certainty, modelNo, dictionaryVersion }: Pick<Suggestion, 'certainty' | 'modelNo' | 'dictionaryVersion'>,
  dangers: readonly Danger[],
): Confidence {
  return { certainty, modelNo, dictionaryVersion, words: [...new Set(dangers.map(({ name }) => name))] };
}

function reasonsOf(first: Weighed, text: string, features: readonly string[], model: ClassifierModel | undefined): WordOfReason[] {
  if (first.source === 'MODEL')
    return reasonsFor(model!.bayes, features, first.label, MOST_WORDS).map(([word, weight]) => ({
      about: 'CATEGORY',
      word,
      source: 'MODEL',
      weight,
    }));
  const hit = lookUp(text).find(({ row }) => labelOf(row.category) === first.label);
  return (hit?.words ?? []).map((word) => ({ about: 'CATEGORY', word, source: 'DICTIONARY', weight: null }));
}

/** Words by which people say themselves what they want; the first one written counts. */
const typeWords: readonly (readonly [DemandType, RegExp])[] = [
  ['INQUIRY', /咨询|请问|想了解|想问/],
  ['SUGGESTION', /建议|提议|倡议/],
  ['REPORT', /举报|检举/],
  ['COMPLAINT', /投诉/],
  ['HELP', /求助|救命|请求帮助|帮帮/],
];

/** The demand type a text names itself. Example: '咨询公租房补贴' -> INQUIRY; '电梯坏了' -> none. */
export function saidType(text: string): { demandType: DemandType; word: string } | null {
  let first: { demandType: DemandType; word: string; at: number } | null = null;
  for (const [demandType, pattern] of typeWords) {
    const hit = pattern.exec(text);
    if (hit && (first === null || hit.index < first.at)) first = { demandType, word: hit[0], at: hit.index };
  }
  return first && { demandType: first.demandType, word: first.word };
}

function usualType(label: string): DemandType | null {
  return dictionary.rows.find(({ category }) => labelOf(category) === label)?.demandType ?? null;
}

function messageOf(found: {
  dangers: readonly Danger[];
  category: Category | null;
  first: Weighed | undefined;
  threshold: number;
}): string {
  const { dangers, category, first, threshold } = found;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const names = dangers.map(({ word }) => `“${word}”`).join('、');
  const urgent = dangers.length > 0 ? `有危险词${names}：按“${words.level.E}”立即派单，同时请人确认。` : '';
  if (category) return `${urgent}建议分类“${category.join('/')}”，把握 ${percent(first!.certainty)}。`;
  if (!first) return `${urgent}没有可依据的词，请人工判断分类。`;
  return `${urgent}把握不足：最可能是“${first.label}”（${percent(first.certainty)}），低于 ${percent(threshold)}，请人工判断分类。`;
}

const percentOf = (share: number) => Math.round(share * 1000) / 1000;
