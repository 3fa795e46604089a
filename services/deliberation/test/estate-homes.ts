import { randomUUID } from 'node:crypto';
import { registryEvents, type MeasuredHome } from '@wufang/contracts';
import { eventually, type Caller, type ServiceUnderTest } from '@wufang/testing';
import { expect } from '@jest/globals';
import { building1, idOf, yard } from './street.js';

/** A home of a test: whose it is, and how large in 0.01 m². */
export interface TestHome {
  owner: string;
  area: number;
  more?: Partial<MeasuredHome>;
}

export const homeId = (estateId: string, i: number) => idOf(`${estateId} home ${i}`);
export const ownerId = (name: string) => idOf(`owner ${name}`);
/** The owner with an account of their own. */
export const ownerCaller = (name: string): Caller => ({
  role: 'resident',
  accountId: idOf(`account of ${name}`),
  unitIds: [ownerId(name)],
  scope: 'own',
});

/** The registry tells the homes of an estate, as it does: by id, in one building. Waits until the service knows them. */
export async function tellHomes(
  sut: ServiceUnderTest,
  homes: readonly TestHome[],
  { estateId = yard, buildingId = building1, streetId = 'qingyun' } = {},
): Promise<void> {
  const told = homes.map(({ owner, area, more }, i) => ({
    ...{
      homeId: homeId(estateId, i),
      stairwell: `${(i % 3) + 1}单元`,
      ordinal: i + 1,
      areaHundredths: area,
      areaSource: 'REGISTERED' as const,
    },
    ...{ nature: 'COMMODITY' as const, ownerId: ownerId(owner), isUnit: false, ownerDepositFen: '0', sellerDepositFen: '0', ...more },
  }));
  for (let i = 0; i < told.length; i += 500)
    await sut.tell(
      registryEvents.homesMeasured,
      { estateId, buildingId, hash: 'h', homes: told.slice(i, i + 500) },
      { aggregateId: randomUUID(), version: 1, streetId },
    );
  await eventually(async () => {
    const known = await sut.rows<{ home_id: string; owner_id: string; area_hundredths: number }>(
      'select home_id, owner_id, area_hundredths from estate_homes where street_id = $1 and estate_id = $2 order by ordinal',
      [streetId, estateId],
    );
    expect(known).toEqual(told.map((home) => ({ home_id: home.homeId, owner_id: home.ownerId, area_hundredths: home.areaHundredths })));
  });
}

/** The registry lists homes of a stairwell of their own, whose areas nobody knows; none takes them off again. Waits until the service knows. */
export async function listUnmeasured(
  sut: ServiceUnderTest,
  homeIds: readonly string[],
  { estateId = yard, buildingId = building1, streetId = 'qingyun', stairwell = '9单元' } = {},
): Promise<void> {
  await sut.tell(
    registryEvents.homesListed,
    { estateId, buildingId, stairwells: [{ stairwell, homeIds: [...homeIds] }] },
    { aggregateId: randomUUID(), version: 1, streetId },
  );
  await eventually(async () => {
    const known = 'select home_ids from listed_homes where street_id = $1 and building_id = $2 and stairwell = $3';
    expect(await sut.rows(known, [streetId, buildingId, stairwell])).toEqual([{ home_ids: homeIds }]);
  });
}
