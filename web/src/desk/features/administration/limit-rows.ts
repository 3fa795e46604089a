import type { Limit, Row, Stage } from './limit-words.js';

/** What a form holds of a limit; each kind of clock takes its own part of it. */
export interface FilledLimit {
  clock: Limit['clock'];
  minutes?: number;
  days?: number;
  unit?: 'calendar' | 'working';
  roll?: boolean;
  from?: string;
  to?: string;
  at?: string;
  until?: string;
}

/** How the moment of a warning is said. */
export type When = 'minutes' | 'days' | 'clockTime' | 'fraction';

export interface FilledStage {
  kind: Stage['kind'];
  when?: When;
  minutes?: number;
  days?: number;
  clockTime?: string;
  part?: number;
  of?: number;
  afterDueMinutes?: number;
  tell: Stage['tell'];
}

export interface FilledRow extends FilledLimit {
  code: Row['code'];
  levels?: Row['levels'];
  demandTypes?: Row['demandTypes'];
  /** Applies to no order by itself: rows of the dispatch directory add it. */
  isNamedByDirectory?: boolean;
  stages: FilledStage[];
  source: string;
}

/** The limit of a form: what another kind of clock had is left behind. Example: a D of 5 working days turned into C of 90 minutes -> `{ clock: 'C', minutes: 90 }`. */
export function limitOf({
  clock,
  minutes = 0,
  days = 0,
  unit = 'calendar',
  roll = false,
  from = '',
  to = '',
  at = '',
  until = '',
}: FilledLimit): Limit {
  switch (clock) {
    case 'C':
    case 'W':
      return { clock, minutes };
    case 'CW':
      return { clock, minutes, from, to };
    case 'SAME_DAY':
      return { clock, at, until };
    case 'D':
      return { clock, days, unit, roll };
  }
}

/** A stage of a form. A breach is exactly when it is due; what comes after it is counted from there. Example: warning, 1 of 2 -> half of the limit. */
export function stageOf({
  kind,
  when = 'minutes',
  minutes = 0,
  days = 0,
  clockTime = '',
  part = 0,
  of = 0,
  afterDueMinutes = 0,
  tell,
}: FilledStage): Stage {
  if (kind === 'breach') return { kind, at: { afterDueMinutes: 0 }, tell };
  if (kind === 'after') return { kind, at: { afterDueMinutes }, tell };
  const at = { minutes: { minutes }, days: { days }, clockTime: { clockTime }, fraction: { fraction: [part, of] as const } }[when];
  return { kind, at, tell } as Stage;
}

export function rowOf({ code, levels, demandTypes, isNamedByDirectory, stages, source, ...limit }: FilledRow): Row {
  return {
    code,
    ...(isNamedByDirectory ? { levels: [] } : levels && levels.length > 0 && { levels }),
    ...(demandTypes && demandTypes.length > 0 && { demandTypes }),
    limit: limitOf(limit),
    stages: stages.map(stageOf),
    source: source.trim(),
  };
}

/** A row as a form shows it; `rowOf` makes the same row of it again. */
export function filledOf({ code, levels, demandTypes, limit, stages, source }: Row): FilledRow {
  const isNamedByDirectory = levels?.length === 0;
  return {
    ...{ code, isNamedByDirectory, source, ...limit, stages: stages.map(filledStage) },
    ...(levels && levels.length > 0 && { levels }),
    ...(demandTypes && { demandTypes }),
  };
}

function filledStage({ kind, at, tell }: Stage): FilledStage {
  if (kind !== 'warning' || 'afterDueMinutes' in at) return { kind, tell, ...at };
  if ('fraction' in at) return { kind, tell, when: 'fraction', part: at.fraction[0], of: at.fraction[1] };
  return { kind, tell, when: Object.keys(at)[0] as When, ...at };
}
