import { test } from '@jest/globals';
import { assertApply } from '../src/index.js';
import { drift, killPlaces, quick } from './places.js';
import { plantedBugs } from './planted-bugs.js';

test.each([...Object.entries(killPlaces), ...Object.entries({ ...quick, ...drift }).map(([name, one]) => [name, [one]] as const)])(
  'the place "%s" is still where it was in the plumbing',
  (_, mutations) => assertApply(mutations),
);

test.each(plantedBugs)('the planted bug "$name" still fits the plumbing', ({ run }) => assertApply(run.bug));
