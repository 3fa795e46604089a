import type { Output } from '@wufang/api-client';
import type { Row } from './row-fields.js';

export type Pilot = Output<'dispatch.hand-up-pilot.list'>['pilots'][number];
type Estate = Pick<Output<'registry.estate.list'>['estates'][number], 'id' | 'communityId' | 'type'>;
type Level = Pilot['levels'][number];

/** The pilot in force on a day: of those that have begun, the one that began last, of one day the one published last; none where it has no estates (ended). */
export function pilotOn(pilots: readonly Pilot[], day: string): Pilot | null {
  let inForce: Pilot | null = null;
  for (const pilot of pilots)
    if (pilot.from <= day && (!inForce || pilot.from > inForce.from || (pilot.from === inForce.from && pilot.version > inForce.version)))
      inForce = pilot;
  return inForce && inForce.estateIds.length > 0 ? inForce : null;
}

/**
 * The rows whose demands a pilot of 有事您找我 takes to whoever answers first: those that can meet an estate, a category and a level of it. Of such demands a row
 * says who assists, at which level, and where they would go without the pilot. A building, point or area may lie in the estate: such a row is named too.
 * Examples: pilot in 南岗里一区; a row for any place -> named; a row for another estate, or one that makes it an emergency -> not.
 */
export function rowsInPilot(rows: readonly Row[], pilot: Pilot, estates: readonly Estate[]): ReadonlySet<string> {
  const inPilot = (row: Row) =>
    meetsCategory(row, pilot) &&
    meetsLevel(row, pilot) &&
    pilot.estateIds.some((id) =>
      meetsEstate(
        row,
        id,
        estates.find((estate) => estate.id === id),
      ),
    );
  return new Set(rows.filter(inPilot).map(({ id }) => id));
}

/** Two paths meet where one goes on from the other. */
function meetsCategory({ category }: Row, { categories }: Pilot): boolean {
  return categories.length === 0 || categories.some((path) => path.every((part, i) => category[i] === undefined || category[i] === part));
}

/** The level that counts is the one after the row: an emergency stays one, utilities are never taken lower. */
function meetsLevel({ level, setLevel }: Row, { levels }: Pilot): boolean {
  const after = (given: Level): Level => {
    if (setLevel === undefined || given === 'E') return given;
    return given === 'U' && setLevel !== 'E' ? given : setLevel;
  };
  return (level === undefined ? (['E', 'U', 'N', 'C'] as const) : [level]).some((given) => levels.includes(after(given)));
}

function meetsEstate({ place, estateType }: Row, estateId: string, estate: Estate | undefined): boolean {
  if (estateType !== undefined && estate?.type !== estateType) return false;
  if (place?.kind === 'ESTATE') return place.id === estateId;
  return place?.kind !== 'COMMUNITY' || place.id === estate?.communityId;
}
