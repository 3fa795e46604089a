import type { Input, Output } from '@wufang/api-client';

export type Entry = Output<'dispatch.ledger.list'>['entries'][number];

/** What the wall shows, in the words of the ledger: an address and a saved view say the same. */
export type Filter = Partial<Record<(typeof known)[number], string>>;

const known = ['level', 'unitId', 'overdue', 'problem', 'state', 'communityId', 'area', 'category1', 'unplanned', 'dueBefore'] as const;
/** What has a control of its own on the wall; the rest comes with a saved view. */
const shown: readonly string[] = ['level', 'unitId', 'area', 'overdue', 'problem'];

/** What an address, or a view, asks the wall to show; what the ledger does not know is left out. Example: `{ overdue: true, colour: 'red' }` -> `{ overdue: 'true' }`. */
export function filterOf(asked: Record<string, unknown>): Filter {
  const said = known
    .map((name) => [name, asked[name]] as const)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

/** How many conditions stand on the wall without a control. */
export const hiddenIn = (filter: Filter): number => Object.keys(filter).filter((name) => !shown.includes(name)).length;

/** As the ledger is asked: in an address every value is a text. */
export const asAsked = (filter: Filter) => filter as Omit<Input<'dispatch.ledger.list'>, 'limit' | 'after'>;
