const DAY_MS = 86_400_000;
const dayOf = (iso: string) => Math.floor((Date.parse(iso) + 8 * 3_600_000) / DAY_MS);

/** How many days a stage took in Beijing, its first and its last counted. Example: begun on the 1st at 23:00, reached on the 3rd at 8:00 -> 3. */
export const daysOf = (begunAt: string, reachedAt: string): number => dayOf(reachedAt) - dayOf(begunAt) + 1;
