import { levels, type DirectoryRow, type PilotOfTable } from '@wufang/contracts';
import { levelOf, type Street } from './decide.js';
import { pilotInForce, type PublishedPilot } from './hand-up.js';

/**
 * The pilot of 有事您找我 in force beside a table, and the rows whose demands it may take to whoever answers first: rows that can meet an estate, a category and a
 * level of the pilot. Of those the row says only who assists, at which level, and where it goes when it is handed up. Null where no pilot runs.
 * Examples: pilot in 南岗里一区; a row for any place -> named; a row for another estate, or one that sets level E -> not.
 */
export function pilotOfTable(
  rows: readonly DirectoryRow[],
  street: Pick<Street, 'estates'> & { pilots: readonly PublishedPilot[] },
  buildings: ReadonlyMap<string, { estateId: string }>,
  at: Date,
): PilotOfTable | null {
  const pilot = pilotInForce(street.pilots, at);
  if (!pilot || pilot.estateIds.length === 0) return null;
  const { version, from, estateIds, channels, source } = pilot;
  const isNamed = (row: DirectoryRow) =>
    meetsCategory(row, pilot) && meetsLevel(row, pilot) && estateIds.some((id) => meetsEstate(row, id, street.estates.get(id), buildings));
  return { version, from, estateIds, channels, source, ruleIds: rows.filter(isNamed).map(({ id }) => id) };
}

/** Two paths meet where one goes on from the other. */
function meetsCategory({ category }: DirectoryRow, { categories }: PublishedPilot): boolean {
  return categories.length === 0 || categories.some((path) => path.every((part, i) => category[i] === undefined || category[i] === part));
}

/** The level that counts is the one after the row: an emergency stays one, utilities are never taken lower. */
function meetsLevel({ level, setLevel }: DirectoryRow, pilot: PublishedPilot): boolean {
  return (level === undefined ? levels : [level]).some((given) => pilot.levels.includes(levelOf(given, setLevel)));
}

function meetsEstate(
  { place, estateType }: DirectoryRow,
  estateId: string,
  estate: { communityId: string; type: string } | undefined,
  buildings: ReadonlyMap<string, { estateId: string }>,
): boolean {
  if (estateType !== undefined && estate?.type !== estateType) return false;
  switch (place?.kind) {
    case 'ESTATE':
      return place.id === estateId;
    case 'COMMUNITY':
      return place.id === estate?.communityId;
    case 'BUILDING':
      return buildings.get(place.id)?.estateId === estateId;
    // Where a point or an area lies is not known here: it may be in the estate.
    default:
      return true;
  }
}
