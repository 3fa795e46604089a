/** Checks that failed, by name, for the player to report. */
export const failedChecks: string[] = [];
export let checks = 0;

export function check<T>(value: T, named: Record<string, (value: T) => boolean>): boolean {
  let all = true;
  for (const [name, holds] of Object.entries(named)) {
    checks += 1;
    if (holds(value)) continue;
    all = false;
    failedChecks.push(name);
  }
  return all;
}

export function fail(reason: string): never {
  throw new Error(reason);
}

export function sleep(seconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1_000);
}
