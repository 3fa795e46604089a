/** A policy value that holds from a day on, with the paper it comes from. */
interface Dated<V> {
  from: string;
  value: V;
  source: string;
}

/** Minutes without a request after which an official's session ends. */
export const idleMinutes: readonly Dated<number>[] = [
  { from: '2019-12-01', value: 15, source: 'GB/T 22239-2019 8.1.4.1 b): leave automatically when idle; 15 minutes by the street' },
];

/** Hours after which a session ends whatever happens. */
export const sessionHours = 12;

/** The value in force on a day; the list is in order of days. Example: idle minutes on 2026-10-01 are 15. */
export function valueAt<V>(values: readonly Dated<V>[], day: string): V {
  const found = values.findLast(({ from }) => from <= day) ?? values[0];
  if (!found) throw new Error('a policy without a value');
  return found.value;
}

/** How often something may be tried within a time. */
export interface Budget {
  readonly kind: string;
  readonly times: number;
  readonly withinSeconds: number;
}

/** Failed sign-ins until an account is locked, and for how long (GB/T 22239-2019 8.1.4.1 b): limit failed log-ins). */
export const accountFailures: Budget = { kind: 'sign-in-account', times: 5, withinSeconds: 900 };
/** Failed sign-ins from one source, whatever accounts they name. */
export const sourceFailures: Budget = { kind: 'sign-in-source', times: 30, withinSeconds: 900 };
/** Questions for one demand number, so that four digits cannot be tried through. */
export const trackingOfNumber: Budget = { kind: 'track-number', times: 20, withinSeconds: 3600 };
