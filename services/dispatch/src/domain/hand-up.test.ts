import { describe, expect, test } from '@jest/globals';
import type { Category, DirectoryRow, HandUpRung, HandUpStep } from '@wufang/contracts';
import { indexDirectory } from './directory.js';
import type { Street, UnitFacts } from './decide.js';
import { handUpFaults, mustHandUp, nextRung, pilotFor, type PublishedPilot } from './hand-up.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const [firm, community, section, estateId, bareEstateId] = [id(1), id(2), id(3), id(4), id(5)];
const unit = (unitId: string, kind: UnitFacts['kind']): [string, UnitFacts] => [
  unitId,
  { id: unitId, name: unitId, kind, parentName: null },
];
const listed: Category = ['社区服务', '邻里', '楼道堆物'];
const unlisted: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
const row = (category: Category, communityMayLead: boolean): DirectoryRow => ({
  id: category[0],
  category,
  lead: { kind: 'UNIT', unitId: section },
  communityMayLead,
  source: 'test',
});
const estate = { communityId: community, type: 'COMMODITY' as const, rightsUnitId: null };
const street: Street = {
  units: new Map([unit(firm, 'PROPERTY_FIRM'), unit(community, 'COMMUNITY'), unit(section, 'STREET_OFFICE')]),
  estates: new Map([
    [estateId, { ...estate, id: estateId, firmId: firm }],
    [bareEstateId, { ...estate, id: bareEstateId, firmId: null }],
  ]),
  centre: { id: section, name: '诉求中心' },
  directories: [{ from: new Date(0), directory: indexDirectory(1, [row(listed, true), row(unlisted, false)]) }],
};
const ladder: HandUpRung[] = [{ step: 'FIRM' }, { step: 'COMMUNITY' }, { step: 'SECTION', unitId: section }, { step: 'WHISTLE' }];
const at = (category: Category, where = estateId) => ({
  category,
  demandType: 'COMPLAINT' as const,
  level: 'N' as const,
  place: { communityId: null, estateId: where, buildingId: null, point: null },
  at: new Date('2026-11-10T10:00+08:00'),
});

describe('the ladder of 有事您找我', () => {
  test.each<[string, HandUpStep | null, Category, string, object | null]>([
    ['a new demand begins at the firm', null, listed, estateId, { step: 'FIRM', leadUnitId: firm, coUnitIds: [] }],
    ['no firm: the community', null, listed, bareEstateId, { step: 'COMMUNITY', leadUnitId: community, coUnitIds: [] }],
    ['the firm hands up to the community', 'FIRM', listed, estateId, { step: 'COMMUNITY', leadUnitId: community, coUnitIds: [] }],
    [
      'off its list: the section, and the community assists',
      'FIRM',
      unlisted,
      estateId,
      { step: 'SECTION', leadUnitId: section, coUnitIds: [community] },
    ],
    ['the community to the section', 'COMMUNITY', listed, estateId, { step: 'SECTION', leadUnitId: section, coUnitIds: [] }],
    ['the section whistles and goes on leading', 'SECTION', listed, estateId, { step: 'WHISTLE', leadUnitId: null, coUnitIds: [] }],
    ['above the whistle is nobody', 'WHISTLE', listed, estateId, null],
  ])('%s', (_, from, category, where, expected) => {
    expect(nextRung(ladder, from, street, at(category, where))).toEqual(expected);
  });
});

describe('who is complained about stands on no rung (4.5, step 7)', () => {
  test.each<[string, HandUpStep | null, string, object | null]>([
    ['the firm: a new demand begins at the community', null, firm, { step: 'COMMUNITY', leadUnitId: community, coUnitIds: [] }],
    ['the community: the firm hands up to the section', 'FIRM', community, { step: 'SECTION', leadUnitId: section, coUnitIds: [] }],
    ['the section: the community hands up to the whistle', 'COMMUNITY', section, { step: 'WHISTLE', leadUnitId: null, coUnitIds: [] }],
  ])('%s', (_, from, aboutUnitId, expected) => {
    expect(nextRung(ladder, from, street, { ...at(listed), aboutUnitId })).toEqual(expected);
  });
});

test.each<[string, HandUpStep | null, boolean, boolean]>([
  ['the firm', 'FIRM', true, true],
  ['the community', 'COMMUNITY', true, true],
  ['the section, above which is only the whistle', 'SECTION', true, false],
  ['the section that whistled and goes on leading', 'WHISTLE', true, false],
  ['who got it beside the ladder', 'FIRM', false, false],
  ['who leads an order of no pilot', null, true, false],
])('%s: hands up instead of objecting: %s', (_, handUpStep, isOnLadder, must) => {
  expect(mustHandUp({ handUpStep, isOnLadder })).toBe(must);
});

describe('which demands a pilot takes', () => {
  const pilot: PublishedPilot = {
    version: 1,
    from: '2026-11-01',
    estateIds: [estateId],
    channels: ['QR'],
    categories: [['社区服务']],
    levels: ['N', 'C'],
    ladder,
    source: '试点方案',
  };
  const demand = { place: at(listed).place, channel: 'QR' as const, category: listed, level: 'N' as const };
  const day = new Date('2026-11-10T10:00+08:00');

  test.each<[string, Partial<typeof demand> | object, boolean]>([
    ['estate, channel, category and level named', {}, true],
    ['another estate', { place: at(listed, bareEstateId).place }, false],
    ['another channel', { channel: 'PHONE_DESK' }, false],
    ['another category', { category: unlisted }, false],
    ['an emergency', { level: 'E' }, false],
  ])('%s: %s', (_, part, taken) => {
    expect(pilotFor([pilot], { ...demand, ...part }, day) !== null).toBe(taken);
  });

  test('from its first day on, until a later one takes its place', () => {
    const ended = { ...pilot, version: 2, from: '2026-11-20', estateIds: [] };
    expect(pilotFor([pilot, ended], demand, new Date('2026-10-31T23:59+08:00'))).toBeNull();
    expect(pilotFor([pilot, ended], demand, new Date('2026-11-01T00:00+08:00'))?.version).toBe(1);
    expect(pilotFor([pilot, ended], demand, new Date('2026-11-20T00:00+08:00'))).toBeNull();
    // Two of the same day: the newer publication counts.
    expect(pilotFor([{ ...pilot, version: 3 }, pilot], demand, day)?.version).toBe(3);
  });

  test.each([
    ['a ladder in order', ladder, 0],
    ['not from the firm', ladder.slice(1), 1],
    ['a rung twice', [ladder[0]!, ladder[1]!, ladder[1]!], 1],
  ])('%s', (_, rungs, faults) => {
    expect(handUpFaults({ ...pilot, ladder: rungs }, () => true)).toHaveLength(faults as number);
  });
});
