import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defaultTimeLimits,
  intakeEvents,
  legs,
  registryEvents,
  type Category,
  type EstateType,
  type TimeLimit,
  type UnitKind,
  type WorkOrderState,
} from '@wufang/contracts';
import { eventually, type Caller, type ServiceUnderTest } from '@wufang/testing';
import { expect } from '@jest/globals';
import type { z } from 'zod';

/** The same name has the same id in every test. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const directoryCsv = readFileSync(join(import.meta.dirname, '../../data/directory.csv'));

const units: [string, UnitKind][] = [
  ['青云街道', 'STREET'],
  ['市民诉求处置中心', 'STREET_OFFICE'],
  ['城乡建设办公室', 'STREET_OFFICE'],
  ['民生保障办公室', 'STREET_OFFICE'],
  ['综合行政执法队', 'STREET_OFFICE'],
  ['南岗里社区', 'COMMUNITY'],
  ['云台路社区', 'COMMUNITY'],
  ['远征物业', 'PROPERTY_FIRM'],
  ['远征集团三院', 'PROPERTY_RIGHTS_UNIT'],
  ['远征集团十一所', 'PROPERTY_RIGHTS_UNIT'],
  ['热力集团', 'UTILITY'],
  ['自来水集团', 'UTILITY'],
  ['排水集团二分公司', 'UTILITY'],
  ['供电公司', 'UTILITY'],
  ['燃气集团', 'UTILITY'],
  ['交通支队', 'DISTRICT_DEPARTMENT'],
];
const estates: [string, string, EstateType, string | null, string | null][] = [
  ['南岗里一区', '南岗里社区', 'SGYY', '远征物业', '远征集团三院'],
  ['云台路甲3号院', '云台路社区', 'SGYY', null, '远征集团十一所'],
];

/** Days off of two years, as far as these tests come near them. */
export const calendar2026 = {
  year: 2026,
  papers: ['国办发明电〔2025〕7号'],
  days: [{ name: '元旦', date: '2026-01-01', isOffDay: true }],
};

export interface StreetSetup {
  streetId?: string;
  limits?: readonly TimeLimit[];
  register?: boolean;
  years?: readonly { year: number; papers: string[]; days: { name: string; date: string; isOffDay: boolean }[] }[];
}

/** Two photos of one pixel each (PNG), one black and one white. */
export const photos = {
  black: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  white: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
};

/** Opens a street: its rules, and its register unless told otherwise. Waits until the service knows them. */
export async function openStreet(sut: ServiceUnderTest, setup: StreetSetup = {}): Promise<void> {
  const { streetId = 'qingyun', limits = defaultTimeLimits, register = true, years = [calendar2026] } = setup;
  const about = (name: string) => ({ aggregateId: idOf(`${streetId} ${name}`), version: 1, streetId });
  for (const year of years)
    await sut.tell(registryEvents.calendarPublished, { ...year, calendarVersion: 1, provisional: false }, about(`calendar ${year.year}`));
  await sut.tell(registryEvents.timeLimitsPublished, { limitsVersion: 1, from: '2020-01-01', rows: [...limits] }, about('limits'));
  if (register) {
    for (const [name, kind] of units)
      await sut.tell(registryEvents.unitRegistered, { id: idOf(name), name, kind, parentName: '青云街道' }, about(name));
    for (const [name, community, type, firm, rights] of estates) {
      await sut.tell(
        registryEvents.estateRegistered,
        {
          ...{ id: idOf(name), name, communityId: idOf(community), type, builtYear: 1956, ownersBody: null, fundCustodian: null, homes: 1 },
          firmId: firm === null ? null : idOf(firm),
          rightsUnitId: rights === null ? null : idOf(rights),
        },
        about(name),
      );
    }
  }
  await eventually(async () => {
    const known = await sut.rows(`select 1 from time_limits where street_id = $1`, [streetId]);
    expect(known).toHaveLength(1);
    if (register) expect(await sut.rows('select 1 from estates where street_id = $1', [streetId])).toHaveLength(estates.length);
  });
}

type Forwarded = z.input<typeof intakeEvents.demandForwarded.payload>;

export const heating: Category = ['水电气热', '供暖', '暖气不热'];
export const leaking: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
export const noWhere = { communityId: null, estateId: null, buildingId: null, point: null };
export const nangangli = { ...noWhere, communityId: idOf('南岗里社区'), estateId: idOf('南岗里一区') };

/** A demand as intake forwards it: received, then forwarded. */
export function aDemand(part: Partial<Forwarded> = {}): { demandId: string; orderId: string; payload: Forwarded } {
  const orderId = part.orderId ?? randomUUID();
  return {
    demandId: randomUUID(),
    orderId,
    payload: {
      no: `T${orderId.slice(0, 8)}`,
      channel: 'WEB',
      demandType: 'COMPLAINT',
      category: leaking,
      level: 'N',
      place: nangangli,
      receivedAt: new Date().toISOString(),
      title: '南岗里一区房屋漏雨渗水',
      forwardedAt: new Date().toISOString(),
      ...part,
      orderId,
    },
  };
}

export async function forward(sut: ServiceUnderTest, part: Partial<Forwarded> = {}, streetId = 'qingyun') {
  const demand = aDemand(part);
  const { title: _, orderId: __, forwardedAt: ___, ...received } = demand.payload;
  await Promise.all([
    sut.tell(intakeEvents.demandReceived, received, { aggregateId: demand.demandId, version: 1, streetId }),
    sut.tell(intakeEvents.demandForwarded, demand.payload, { aggregateId: demand.demandId, version: 2, streetId }),
  ]);
  await stateOf(sut, demand.orderId, 'DISPATCHED');
  return demand;
}

/** Intake tells of a photo of a demand, as it does once it is kept; waits until it is known. Answers its id. */
export async function photoOf(
  sut: ServiceUnderTest,
  demandId: string,
  version = 3,
  id: string = randomUUID(),
  streetId = 'qingyun',
): Promise<string> {
  await sut.tell(intakeEvents.photoAdded, { photoId: id }, { aggregateId: demandId, version, streetId });
  await eventually(async () => expect(await sut.rows('select 1 from demand_photos where id = $1', [id])).toHaveLength(1));
  return id;
}

/** Waits until an order is in a state. */
export async function stateOf(sut: ServiceUnderTest, orderId: string, state: WorkOrderState): Promise<void> {
  // What leaks is looked at again: it is closed as solved all the same.
  const wanted = state === 'CLOSED_SOLVED' ? ['CLOSED_SOLVED', 'WATCHING'] : [state];
  await eventually(async () =>
    expect(wanted).toContain((await sut.rows<{ state: string }>('select state from work_orders where id = $1', [orderId]))[0]?.state),
  );
}

/** The complainant's answer, as intake tells it: a callback of its own each time. */
export async function answer(
  sut: ServiceUnderTest,
  demand: { demandId: string; orderId: string },
  said: Partial<z.input<typeof intakeEvents.callbackRecorded.payload>> = {},
  streetId = 'qingyun',
): Promise<string> {
  const callbackId = randomUUID();
  await sut.tell(
    intakeEvents.callbackOpened,
    { demandId: demand.demandId, orderId: demand.orderId, cause: 'COMPLETED' },
    { aggregateId: callbackId, version: 1, streetId },
  );
  await sut.tell(
    intakeEvents.callbackRecorded,
    {
      ...{
        callbackId,
        demandId: demand.demandId,
        orderId: demand.orderId,
        valid: true,
        contacted: true,
        solved: true,
        satisfaction: 'SATISFIED',
      },
      ...{ orderRework: false, reason: null, answeredAt: new Date().toISOString(), ...said },
    },
    { aggregateId: callbackId, version: 2, streetId },
  );
  return callbackId;
}

export const leadOf = (unit: string, part: Partial<Caller> = {}): Caller => ({
  role: 'firm_handler',
  unitIds: [idOf(unit)],
  scope: 'lead',
  ...part,
});
export const administrator: Caller = { role: 'administrator' };

/** Every co-unit of an order returns its result, so that the lead may complete. */
export async function returnLegs(sut: ServiceUnderTest, orderId: string, streetId = 'qingyun'): Promise<void> {
  const open = await sut.rows<{ id: string; unit_id: string }>('select id, unit_id from legs where order_id = $1 and is_open', [orderId]);
  for (const { id, unit_id: unitId } of open)
    await sut.ok(
      legs.returnLeg,
      { id: orderId, legId: id, outcome: 'RESULT', report: '已配合办理完毕', evidence: '配合记录' },
      { role: 'rights_unit_rep', unitIds: [unitId], scope: 'concerned', streetId },
    );
}

/** Types and payloads of what happened to an order, in order. */
/** What was told of an order when its limit was over: whoever asked is called back then. */
export async function calledBack(sut: ServiceUnderTest, orderId: string) {
  return (await history(sut, orderId)).filter(({ payload }) => payload['callsBack'] !== undefined);
}

export async function history(
  sut: ServiceUnderTest,
  orderId: string,
): Promise<{ type: string; payload: Record<string, unknown> & { tell: string[] } }[]> {
  return sut.rows(
    `select replace(replace(type, 'dispatch.work-order.', ''), '.v1', '') as type, payload from events where aggregate_id = $1 order by version`,
    [orderId],
  );
}
