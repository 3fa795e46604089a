import { incidentEvents } from '@wufang/contracts';
import { fact, type ClockRules, type DeadlineRow, type FiredStage } from '@wufang/service';
import { crews, incidentBeside } from '../db/crews.store.js';
import type { CrewRow } from '../db/incidents.schema.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { crewSteps, type Shift } from '../domain/crew.js';
import { inChargeTold } from './in-charge-told.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

/** A crew is on site: from now on somebody watches how long. Answers the shift with its clock. */
export function watchCrew(tx: DispatchTx, incidentId: string, shift: Shift, rules: ClockRules, id = tx.newId()): Shift {
  const onAt = new Date(shift.onAt);
  const [clock] = takeClockSteps(tx, rules, id, crewSteps({ fact: 'came', at: onAt }));
  const relieveBy = clock!.dueAt.toISOString();
  const crew = { incidentId, shiftId: shift.id, unitId: shift.unitId };
  tx.create(crews, { id, ...crew, onAt, dueAt: clock!.dueAt, endedAt: null }, [
    fact(incidentEvents.crewWatched, { ...crew, onAt: shift.onAt, dueAt: relieveBy, ...countedBy(rules) }),
  ]);
  return { ...shift, crewId: id, relieveBy };
}

/** A crew has handed over, or left; one from before crews had a clock was given that of its shift at the next start (`watch-old-crews.ts`). */
export async function relieveCrew(tx: DispatchTx, { id: shift, crewId = shift }: Shift, how: 'HANDED_OVER' | 'LEFT'): Promise<void> {
  const crew = await tx.lock(crews, crewId);
  if (!crew || crew.endedAt !== null) return;
  const { id, incidentId, shiftId, unitId } = crew;
  takeClockSteps(tx, null, id, crewSteps({ fact: 'relieved' }));
  tx.save(crews, { ...crew, endedAt: tx.now }, [
    fact(incidentEvents.crewRelieved, { incidentId, shiftId, unitId, how, at: tx.now.toISOString() }),
  ]);
}

/** A crew has been on site for long: its own unit is told while there is time to send another one, then who leads the incident, its section chief and the leader in charge. */
export async function recordFiredCrew(
  tx: DispatchTx,
  crew: CrewRow,
  clock: DeadlineRow,
  fired: FiredStage,
  streets: StreetBook,
): Promise<void> {
  const { incidentId, shiftId, unitId } = crew;
  const { title, leadUnitId, communityIds } = (await tx.load(incidentBeside, incidentId))!;
  const { stage, kind, tell, skipped: skippedStages } = fired;
  const place = { communityId: communityIds.length === 1 ? communityIds[0]! : null };
  tx.save(crews, crew, [
    fact(incidentEvents.crewClockFired, {
      ...{
        incidentId,
        shiftId,
        unitId,
        leadUnitId,
        title,
        code: clock.code,
        stage,
        kind,
        tell,
        dueAt: clock.dueAt.toISOString(),
        skippedStages,
      },
      ...(await inChargeTold(tx, fired, { leadUnitId, place }, streets)),
    }),
  ]);
}
