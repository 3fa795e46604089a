/** One finished line for the person who waits. */
export type Progress = (line: string) => void;

export const silent: Progress = () => {};

export function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
