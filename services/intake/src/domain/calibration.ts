/** One judgement on a text the model had not seen: how sure, and whether right. `weight` keeps copies of one template from counting fully. */
export interface Judged {
  certainty: number;
  isRight: boolean;
  weight: number;
}

/** Suggestions must be right this often, where they are made. */
export const neededPrecision = { from: '2020-01-01', value: 0.9, unit: 'share', source: 'P' } as const;

/** Certainty from which a part is suggested while no model has been trained. */
export const startThreshold = { from: '2020-01-01', value: 0.8, unit: 'certainty', source: 'P' } as const;

/** No threshold is lower: what is as likely wrong as right is no suggestion. */
const LEAST = 0.6;
/** A threshold nothing reaches. */
const NEVER = 0.999;

/**
 * The temperature with which certainties come nearest to how often they are right (log loss of "is the first one right"), sought by golden
 * section between 1 and 50. Higher is more modest; never surer than the counts themselves, which few judgements would allow.
 */
export function fitTemperature(judge: (temperature: number) => readonly Judged[]): number {
  const loss = (log: number) => {
    let [sum, all] = [0, 0];
    for (const { certainty, isRight, weight } of judge(Math.exp(log))) {
      const c = Math.min(0.999, Math.max(0.001, certainty));
      sum -= weight * Math.log(isRight ? c : 1 - c);
      all += weight;
    }
    return all === 0 ? 0 : sum / all;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, Math.log(50)];
  for (let n = 0; n < 40; n++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (loss(a) <= loss(b)) high = b;
    else low = a;
  }
  return Math.round(Math.exp((low + high) / 2) * 1000) / 1000;
}

/**
 * The lowest certainty from which on judgements are right often enough, one wrong one more assumed, so that a few lucky ones prove nothing.
 * Example: twenty right from 0.8 on and one wrong at 0.7 among three, needed 0.9 -> 0.8; where even the surest are wrong too often, or are too
 * few, a threshold nothing reaches.
 */
export function chooseThreshold(judged: readonly Judged[], needed: number = neededPrecision.value): number {
  const surestFirst = [...judged].sort((a, b) => b.certainty - a.certainty);
  let [right, all, threshold] = [0, 0, NEVER];
  surestFirst.forEach(({ certainty, isRight, weight }, i) => {
    all += weight;
    if (isRight) right += weight;
    // Equal certainties stand or fall together.
    if (surestFirst[i + 1]?.certainty === certainty) return;
    if (right / (all + 1) >= needed) threshold = certainty;
  });
  return Math.round(Math.min(NEVER, Math.max(LEAST, threshold)) * 1000) / 1000;
}

/** Expected calibration error in ten bins: how far, on average, certainty is from being right. Example: sure by 0.8, right 3 of 5 -> 0.2. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, () => ({ weight: 0, right: 0, certainty: 0 }));
  let all = 0;
  for (const { certainty, isRight, weight } of judged) {
    const bin = bins[Math.min(9, Math.floor(certainty * 10))]!;
    bin.weight += weight;
    bin.certainty += weight * certainty;
    if (isRight) bin.right += weight;
    all += weight;
  }
  if (all === 0) return 0;
  return bins.reduce((sum, { weight, right, certainty }) => sum + (weight === 0 ? 0 : Math.abs(right - certainty)), 0) / all;
}
