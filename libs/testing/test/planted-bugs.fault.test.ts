import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plantedBugs } from './planted-bugs.js';
import { ToyHouse } from './toy-house.js';

describe('the scenarios notice planted bugs', () => {
  let house: ToyHouse;
  let caught = 0;
  beforeAll(async () => {
    house = await ToyHouse.build();
  }, 120_000);
  afterAll(async () => {
    process.stdout.write(`caught ${caught}/${plantedBugs.length}\n`);
    await house?.end();
  }, 30_000);

  test.each(plantedBugs)('$name', async ({ name, scenario, run }) => {
    const { violations } = await scenario(house, run);
    const kinds = [...new Set(violations.map(({ invariant }) => invariant))].sort();
    process.stdout.write(`planted: ${name} — violations=${violations.length} ${kinds.join(' ')}\n`);
    expect(violations).not.toEqual([]);
    caught += 1;
  });
});
