import { randomUUID } from 'node:crypto';
import { defaultTimeLimits, intake, registryEvents, type UnitKind } from '@wufang/contracts';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import type { z } from 'zod';
import { migrations } from '../src/db/migrations/index.js';
import { intakeParts } from '../src/parts.js';

export const desk: Caller = { role: 'phone_desk', accountId: 'desk-1' };
export const callbackDesk: Caller = { role: 'callback_desk', accountId: 'callback-1' };
export const resident: Caller = { role: 'resident', accountId: 'public', scope: 'public' };
export const street = 'qingyun';

export const heat: [string, string, string] = ['水电气热', '供暖', '暖气不热'];

/** Intake with a street that has opened: time limits, two communities, a utility, a firm that looks after one of two estates, a QR code. */
export interface Street {
  sut: ServiceUnderTest;
  units: { eastYard: string; northGate: string; heating: string; firm: string };
  estates: { eastYard: string; northGateEast: string };
  building: string;
}

export async function openStreet(): Promise<Street> {
  const sut = await ServiceUnderTest.start(intakeParts, migrations);
  const units = { eastYard: randomUUID(), northGate: randomUUID(), heating: randomUUID(), firm: randomUUID() };
  const estates = { eastYard: randomUUID(), northGateEast: randomUUID() };
  const building = randomUUID();
  const about = (aggregateId: string) => ({ aggregateId, version: 1 });
  await sut.tell(
    registryEvents.timeLimitsPublished,
    { limitsVersion: 1, from: '2020-01-01', rows: [...defaultTimeLimits] },
    about(randomUUID()),
  );
  await tellUnit(sut, units.eastYard, '东大院社区', 'COMMUNITY');
  await tellUnit(sut, units.northGate, '镇北里社区', 'COMMUNITY');
  await tellUnit(sut, units.heating, '热力集团', 'UTILITY');
  await tellUnit(sut, units.firm, '远征物业', 'PROPERTY_FIRM');
  for (const [id, name, communityId] of [
    [estates.eastYard, '东大院', units.eastYard],
    [estates.northGateEast, '镇北里东区', units.northGate],
  ] as const) {
    const rest = {
      type: 'SGYY' as const,
      builtYear: 1950,
      firmId: communityId === units.northGate ? units.firm : null,
      rightsUnitId: null,
      ownersBody: null,
      fundCustodian: null,
      homes: 10,
    };
    await sut.tell(registryEvents.estateRegistered, { id, name, communityId, ...rest }, about(id));
  }
  await sut.tell(
    registryEvents.buildingRegistered,
    { id: building, estateId: estates.northGateEast, name: '3号楼', stairwells: 2, floors: 6, hasLift: false },
    about(building),
  );
  const place = { code: 'LIFT-3', name: '3号楼电梯', communityId: units.northGate, estateId: estates.northGateEast, buildingId: building };
  await sut.tell(registryEvents.placeRegistered, { ...place, stairwell: null }, about(randomUUID()));
  await eventually(async () => {
    const [told] = await sut.rows(
      'select (select count(*)::int from units) u, (select count(*)::int from places) p, (select count(*)::int from time_limits) t',
    );
    if (told!['u'] < 4 || told!['p'] < 1 || told!['t'] < 1) throw new Error('the registry has not told everything yet');
  });
  return { sut, units, estates, building };
}

export function tellUnit(sut: ServiceUnderTest, id: string, name: string, kind: UnitKind): Promise<object> {
  return sut.tell(registryEvents.unitRegistered, { id, name, kind, parentName: null }, { aggregateId: id, version: 1 });
}

type Receive = z.input<typeof intake.receiveDemand.input>;

/** A phone call about cold heating at 镇北里东区; complete, so that it goes on at once. */
export function aCall(differs: Partial<Receive> = {}): Receive {
  return {
    id: randomUUID(),
    channel: 'PHONE_DESK',
    demandType: 'HELP',
    category: heat,
    content: '镇北里东区3号楼2单元501室暖气冰凉',
    callerName: '欧阳文',
    callerPhone: '13812341234',
    room: '3号楼2单元501',
    ...differs,
  };
}

/** The same without type and category: a person screens it. */
export function anUnsortedCall(differs: Partial<Receive> = {}): Receive {
  return aCall({ demandType: undefined, category: undefined, ...differs });
}

// One white pixel.
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC';

/** A photo; each number is another file. */
export const png = (n: number) => Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from([n])]).toString('base64');
