/** A text as the model reads it, with what it is about. */
export interface Lesson {
  features: readonly string[];
  label: string;
  weight: number;
}

/** Multinomial naive Bayes: for each label how often it and its features occur. Plain data, so that it is stored as JSON. */
export interface Bayes {
  labels: string[];
  /** Logarithm of each label's share. */
  priors: number[];
  /** Logarithm of the share of a feature that a label has never had. */
  floors: number[];
  /** For each feature, by the label's place, the logarithm of its share; what is missing is the floor. */
  features: Record<string, Record<number, number>>;
}

/** Added to every count, so that a word never seen with a label does not exclude it. */
const SMOOTHING = 0.3;

/** Learns from lessons; the same lessons in any order give the same model. `rare` features are left out. */
export function learn(lessons: readonly Lesson[], isRare: (feature: string) => boolean): Bayes {
  const labels = [...new Set(lessons.map(({ label }) => label))].sort();
  const place = new Map(labels.map((label, i) => [label, i]));
  const docs = labels.map(() => 0);
  const sums = labels.map(() => 0);
  const counts = new Map<string, Map<number, number>>();
  for (const { features, label, weight } of lessons) {
    const at = place.get(label)!;
    docs[at]! += weight;
    for (const feature of features) {
      if (isRare(feature)) continue;
      sums[at]! += weight;
      const count = counts.get(feature) ?? new Map<number, number>();
      count.set(at, (count.get(at) ?? 0) + weight);
      counts.set(feature, count);
    }
  }
  const all = docs.reduce((sum, n) => sum + n, 0);
  const below = sums.map((sum) => sum + SMOOTHING * counts.size);
  const features: Bayes['features'] = {};
  for (const feature of [...counts.keys()].sort()) {
    const shares: Record<number, number> = {};
    for (const [at, n] of [...counts.get(feature)!].sort(([a], [b]) => a - b)) shares[at] = round(Math.log((n + SMOOTHING) / below[at]!));
    features[feature] = shares;
  }
  return {
    labels,
    priors: docs.map((n) => round(Math.log((n + SMOOTHING) / (all + SMOOTHING * labels.length)))),
    floors: below.map((n) => round(Math.log(SMOOTHING / n))),
    features,
  };
}

// Sums of floating numbers depend on their order in the last digits; a stored model must not.
const round = (n: number) => Math.round(n * 1e6) / 1e6;

/** Whether a model knows anything of a text; else it has nothing to say but which label is most usual. */
export function knows({ features }: Bayes, read: readonly string[]): boolean {
  return read.some((feature) => Object.hasOwn(features, feature));
}

/** Log odds of every label for a text, not yet calibrated. Features the model does not know tell nothing. */
export function scores({ labels, priors, floors, features }: Bayes, read: readonly string[]): number[] {
  const sums = [...priors];
  for (const feature of read) {
    const shares = Object.hasOwn(features, feature) ? features[feature] : undefined;
    if (!shares) continue;
    for (let at = 0; at < labels.length; at++) sums[at]! += shares[at] ?? floors[at]!;
  }
  return sums;
}

/** Certainties out of log odds: a softmax, made flatter (temperature above 1) or steeper. They add up to one. */
export function certainties(logOdds: readonly number[], temperature: number): number[] {
  const most = Math.max(...logOdds);
  const parts = logOdds.map((odds) => Math.exp((odds - most) / temperature));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/**
 * The features of a text that speak most for one label, with their weight: how much likelier they are under it than under the others on
 * average. A word within a pair that says more is left out.
 */
export function reasonsFor({ labels, floors, features }: Bayes, read: readonly string[], label: string, most: number): [string, number][] {
  const at = labels.indexOf(label);
  if (at < 0) return [];
  const weighed: [string, number][] = [];
  for (const feature of read) {
    const shares = Object.hasOwn(features, feature) ? features[feature] : undefined;
    if (!shares) continue;
    let others = 0;
    for (let other = 0; other < labels.length; other++) if (other !== at) others += shares[other] ?? floors[other]!;
    const weight = (shares[at] ?? floors[at]!) - (labels.length > 1 ? others / (labels.length - 1) : 0);
    if (weight > 0) weighed.push([feature, Math.round(weight * 100) / 100]);
  }
  weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const told: [string, number][] = [];
  for (const [feature, weight] of weighed) {
    if (told.length === most) break;
    if (!told.some(([other]) => other.includes(feature) || feature.includes(other))) told.push([feature, weight]);
  }
  return told;
}
