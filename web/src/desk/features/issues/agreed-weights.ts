/** A home as one may name it on a line: by its number in the plan, its place, or its place with the room. */
export interface NamedHome {
  homeId: string;
  code: string;
  name: string;
  label: string;
}

export interface LineFault {
  /** From 1. */
  line: number;
  kind: 'UNKNOWN' | 'TWICE' | 'NO_WEIGHT';
  text: string;
}

/** Agreed weights as they were written, and what they say of the homes. */
export interface Weighed {
  text: string;
  weights: { homeId: string; weight: number }[];
  faults: LineFault[];
  /** Homes that no line names. */
  missing: string[];
}

const most = 1_000_000;

/**
 * The agreed weights (约定系数) of homes, a home a line with its weight last, as they are written or pasted from a sheet. Weights are whole numbers up to a million.
 * Example: '1号楼1单元第1户 12' and '第2户\t10' -> two weights; '第9户 1' where there is none, '第1户 1.2' and a home named twice -> a fault of that line.
 */
export function readWeights(text: string, homes: readonly NamedHome[]): Weighed {
  const homeOf = new Map(homes.flatMap((home) => [home.code, home.name, home.label].map((word) => [word, home] as const)));
  const weights = new Map<string, number>();
  const faults: LineFault[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const fault = (kind: LineFault['kind']) => faults.push({ line: index + 1, kind, text: line });
    const [, called, written] = /^(.*?)(?:[\s,，;；:：]+(\S*))?$/.exec(line)!;
    const home = homeOf.get(called!);
    if (!home) return fault('UNKNOWN');
    if (weights.has(home.homeId)) return fault('TWICE');
    const weight = /^\d{1,7}$/.test(written ?? '') ? Number(written) : most + 1;
    if (weight > most) return fault('NO_WEIGHT');
    weights.set(home.homeId, weight);
  });
  return {
    ...{ text, faults, weights: [...weights].map(([homeId, weight]) => ({ homeId, weight })) },
    missing: homes.filter(({ homeId }) => !weights.has(homeId)).map(({ name }) => name),
  };
}
