import { legEvents, type HandUpPilot } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { idOfStreets } from '../db/directories.store.js';
import { handUpPilots, handUpPilotVersions } from '../db/legs.store.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { handUpFaults } from '../domain/hand-up.js';

/** From a day on, which demands are 有事您找我 and how they are handed up. Orders that are out keep the ladder they were dispatched by. */
export async function publishHandUpPilot(
  tx: DispatchTx,
  pilot: HandUpPilot,
  streets: StreetBook,
): Promise<{ version: number; from: string }> {
  const street = await streets.fresh(tx.streetId);
  const faults = handUpFaults(pilot, (id) => street.estates.has(id));
  if (faults.length > 0) throw new DomainError('hand-up.invalid', { faults: faults.slice(0, 10).join('；') });
  for (const rung of pilot.ladder)
    if (rung.step === 'SECTION' && !street.units.has(rung.unitId)) throw new DomainError('unit.unknown', { unit: rung.unitId });
  const id = idOfStreets(tx.streetId, 'hand-up-pilot');
  const head = await tx.lock(handUpPilots, id);
  const pilotVersion = (head?.pilotVersion ?? 0) + 1;
  const facts = [fact(legEvents.handUpPilotPublished, { pilotVersion, from: pilot.from, estates: pilot.estateIds.length })];
  if (head) tx.save(handUpPilots, { ...head, pilotVersion }, facts);
  else tx.create(handUpPilots, { id, pilotVersion }, facts);
  tx.insert(handUpPilotVersions, { pilotVersion, pilot });
  return { version: pilotVersion, from: pilot.from };
}
