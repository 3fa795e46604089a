import { registryEvents, type HolidayYear } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { calendarIds, workCalendars } from '../db/register.store.js';
import type { RegistryTx } from '../db/schema.js';
import { faultsOfHolidayYear, isProvisional } from '../domain/holiday-year.js';

/**
 * Publishes a year of the working calendar. Those who keep clocks hear of it and count the provisional ones anew; the same year published
 * again as it is changes nothing.
 */
export async function publishCalendar(
  tx: RegistryTx,
  input: HolidayYear,
): Promise<{ year: number; version: number; provisional: boolean }> {
  const { year, papers, days } = input;
  const faults = faultsOfHolidayYear(input);
  if (faults.length > 0) throw new DomainError('request.invalid', { issues: faults.slice(0, 10).join('；') });
  const place = `calendar:${year}`;
  await tx.hold(place);
  const id = tx.recall<string>(place) ?? (await tx.load(calendarIds, String(year)));
  const before = id === undefined ? undefined : await tx.lock(workCalendars, id);
  if (before && canonicalJson({ papers: before.papers, days: before.days }) === canonicalJson({ papers, days }))
    return { year, version: before.calendarVersion, provisional: before.provisional };
  const next = { year, calendarVersion: (before?.calendarVersion ?? 0) + 1, provisional: isProvisional(input), papers, days };
  const published = fact(registryEvents.calendarPublished, next);
  if (before) tx.save(workCalendars, { ...before, ...next }, [published]);
  else tx.remember(place, tx.create(workCalendars, { id: tx.newId(), ...next }, [published]).id);
  return { year, version: next.calendarVersion, provisional: next.provisional };
}
