import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HolidayYear } from '@wufang/contracts';

const folder = join(import.meta.dirname, '../../data/holidays');

/** The holiday notices of the State Council that this release knows, in the form of the public repository NateScarlet/holiday-cn. */
export const holidayYears: readonly HolidayYear[] = readdirSync(folder)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .sort()
  .map((name) => HolidayYear.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
