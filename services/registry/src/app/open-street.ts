import { defaultTimeLimits, registryEvents, type HolidayYear, type TimeLimit } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { streetIds, streets } from '../db/register.store.js';
import type { RegistryTx } from '../db/schema.js';
import { publishCalendar } from './publish-calendar.js';
import { publishTimeLimits } from './publish-time-limits.js';

/** Before this day nothing that is imported can have started. */
const inForceFrom = '2020-01-01';

/** Opens a street with its working calendars and its time-limit table, so that its clocks can run from the first demand on. */
export async function openStreet(
  tx: RegistryTx,
  input: { name: string; district: string; timeLimits?: TimeLimit[] | undefined },
  holidayYears: readonly HolidayYear[],
): Promise<{ id: string; name: string }> {
  const { streetId } = tx;
  await tx.hold('street');
  if (tx.recall('street') ?? (await tx.load(streetIds, streetId))) throw new DomainError('street.exists', { streetId });
  const { name, district } = input;
  const street = tx.create(streets, { id: tx.newId(), name, district }, [fact(registryEvents.streetOpened, { name, district })]);
  tx.remember('street', street.id);
  await publishTimeLimits(tx, { from: inForceFrom, rows: input.timeLimits ?? [...defaultTimeLimits] });
  for (const year of holidayYears) await publishCalendar(tx, year);
  return { id: streetId, name };
}
