import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  clockEvents,
  dispatchEvents,
  disputeEvents,
  factsOfLead,
  factsOfStep,
  intake,
  legEvents,
  whistleEvents,
  type EventType,
} from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import { z } from 'zod';
import { aCall, desk, openStreet, resident, street, type Street } from './street.js';

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

interface Shape {
  $ref?: string;
  $defs?: Record<string, Shape>;
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  items?: Shape;
  prefixItems?: Shape[];
  minItems?: number;
  properties?: Record<string, Shape>;
  required?: string[];
}

/** What a fact says at least: what its shape asks for, and nothing else. Times are times by their names. */
function least(shape: Shape, name = '', named = shape.$defs ?? {}): unknown {
  if (shape.$ref) return least(named[shape.$ref.split('/').at(-1)!]!, name, named);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return least(either[0]!, name, named);
  if (shape.type === 'object')
    return Object.fromEntries((shape.required ?? []).map((key) => [key, least(shape.properties?.[key] ?? {}, key, named)]));
  if (shape.type === 'array') return (shape.prefixItems ?? []).map((item) => least(item, '', named));
  if (shape.type === 'integer' || shape.type === 'number') return 1;
  if (shape.type === 'boolean') return false;
  if (shape.format === 'uuid') return randomUUID();
  return /(At|until)$/.test(name) ? new Date().toISOString() : /On$/.test(name) ? '2026-11-01' : '一句给诉求人的话';
}

/** What matters in a fact beside its shape. */
const differs: ReadonlyMap<EventType, object> = new Map<EventType, object>([
  [legEvents.coUnitDone, { state: 'HANDLING' }],
  [whistleEvents.orderWhistleSettled, { state: 'HANDLING' }],
  [disputeEvents.disputeUpheld, { movesOrder: true }],
  [dispatchEvents.complainedAboutNamed, { coUnitIds: [] }],
]);

/** What must have been told first: what is done together, or an objection that holds the order back. */
const after: ReadonlyMap<EventType, readonly [EventType, object]> = new Map<EventType, readonly [EventType, object]>([
  [legEvents.coUnitDone, [legEvents.coUnitAdded, { state: 'JOINT' }]],
  [whistleEvents.orderWhistleSettled, [whistleEvents.orderJoined, { state: 'JOINT' }]],
  [disputeEvents.disputeRejected, [disputeEvents.disputeRaised, {}]],
]);

async function tracked(no: string) {
  return at.sut.ok(intake.track, { streetId: street, no, phoneTail: '1234' }, resident);
}

/** A demand that was dispatched, told of one more fact; what public tracking says of it then. */
async function toldOf(type: EventType, given: object = {}) {
  const { id: demandId, orderId, no } = await at.sut.ok(intake.receiveDemand, { ...aCall() }, desk);
  let version = 0;
  const tell = (fact: EventType, payload: object) =>
    at.sut.tell(
      fact as EventType<z.ZodType<object, object>>,
      { ...(least(z.toJSONSchema(fact.payload) as Shape) as object), ...payload, demandId },
      { aggregateId: orderId!, version: (version += 1) },
    );
  await tell(dispatchEvents.dispatched, { no, leadUnitId: at.units.heating, coUnitIds: [] });
  await eventually(async () => expect((await tracked(no)).handledBy).toBe('热力集团'));
  const first = after.get(type);
  if (first) await tell(...first);
  if (first) await eventually(async () => expect((await tracked(no)).state).not.toBe('DISPATCHED'));
  const before = (await tracked(no)).timeline.map(({ text }) => text);
  await tell(type, { leadUnitId: at.units.firm, unitId: at.units.firm, no, ...differs.get(type), ...given });
  return eventually(async () => {
    const { timeline, ...now } = await tracked(no);
    const words = timeline.map(({ text }) => text).filter((text) => !before.includes(text));
    if (words.length === 0) throw new Error(`${type.type}: tracking says nothing`);
    return { ...now, words: words.join('\n') };
  });
}

const every = [
  ...Object.entries(factsOfStep).flatMap(([step, facts]) => facts.map((fact) => [step, fact] as const)),
  ...factsOfLead.map((fact) => ['lead', fact] as const),
];

describe('no change of state or unit without words to the complainant (domain rules part 1, row 129)', () => {
  test.each(every.map(([step, fact]) => [step, fact.type, fact] as const))(
    '%s, by %s, is read in public tracking',
    async (_step, _type, fact) => {
      expect((await toldOf(fact)).words).toMatch(/[\u4e00-\u9fff]{3}/);
    },
  );

  test('handing over names the unit and says that the time stays; what the person wrote stands behind it', async () => {
    const { words, handledBy } = await toldOf(clockEvents.transferred, { publicText: '楼内管线归物业维护，请放心' });
    expect(words).toMatch(/^您的诉求已转由远征物业办理，时限不变，至 .*。楼内管线归物业维护，请放心$/);
    expect(handledBy).toBe('远征物业');
  });

  test('a unit that is asked to help is named', async () => {
    const { words } = await toldOf(legEvents.coUnitAdded, { state: 'JOINT' });
    expect(words).toBe('已请远征物业一起办理，办理时限不变');
  });
});
