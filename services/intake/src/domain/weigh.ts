import type { Category } from '@wufang/contracts';
import { startThreshold } from './calibration.js';
import { lookUp } from './dictionary.js';

/** What a row of the dictionary counts for before it was tried, and how many trials that is worth. */
export const untriedDictionary = { from: '2020-01-01', value: 0.9, trials: 10, unit: 'share', source: 'P' } as const;

export const labelOf = (category: Category) => category.join('/');
export const categoryOfLabel = (label: string) => label.split('/') as Category;

/** One category with how sure a source is of it. */
export interface Weighed {
  label: string;
  certainty: number;
  source: 'DICTIONARY' | 'MODEL';
}

/**
 * Dictionary and model together, the surest first: the dictionary as sure as its row has been right in this street, less where words of
 * another row stand there too; the model as it is calibrated. What both name counts once, by the surer one.
 */
export function weigh(
  text: string,
  model: readonly (readonly [label: string, certainty: number])[],
  tried: Record<string, number>,
): Weighed[] {
  const all = new Map<string, Weighed>();
  const hits = lookUp(text);
  const sum = hits.reduce((total, { score }) => total + score ** 2, 0);
  for (const { row, score } of hits) {
    const label = labelOf(row.category);
    all.set(label, { label, certainty: ((tried[label] ?? untriedDictionary.value) * score ** 2) / sum, source: 'DICTIONARY' });
  }
  for (const [label, certainty] of model) {
    if (certainty > (all.get(label)?.certainty ?? 0)) all.set(label, { label, certainty, source: 'MODEL' });
  }
  return [...all.values()].sort((a, b) => b.certainty - a.certainty || (a.label < b.label ? -1 : 1));
}

/** From which certainty on a source is followed: the model from where it was right often enough here, the dictionary from a fixed share. */
export function thresholdOf(source: Weighed['source'], model: { threshold: number } | undefined): number {
  return source === 'MODEL' && model ? model.threshold : startThreshold.value;
}
