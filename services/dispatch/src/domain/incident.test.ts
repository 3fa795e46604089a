import { describe, expect, test } from '@jest/globals';
import { incidentStates, type Category, type PlaceRef, type ScopePart } from '@wufang/contracts';
import {
  homesWithin,
  incidentTransitions,
  isIncidentInTheMaking,
  matchIncident,
  nextIncidentState,
  type IncidentAction,
} from './incident.js';

const nowhere: PlaceRef = { communityId: null, estateId: null, buildingId: null, point: null };
const noHeat: Category = ['水电气热', '供暖', '大面积停暖'];
const part = (estateId: string, buildingId: string | null = null, stairwell: string | null = null): ScopePart => ({
  estateId,
  buildingId,
  stairwell,
});

describe('whether a demand is about an incident', () => {
  test.each<[string, ScopePart, Partial<PlaceRef>, Category, string]>([
    ['the estate is', part('甲'), { estateId: '甲' }, noHeat, 'inside'],
    ['its building too', part('甲'), { estateId: '甲', buildingId: '3号楼' }, noHeat, 'inside'],
    ['another matter of the same branch', part('甲'), { estateId: '甲' }, ['水电气热', '供暖', '暖气不热'], 'inside'],
    ['another matter', part('甲'), { estateId: '甲' }, ['水电气热', '供水', '停水水压低'], 'outside'],
    ['another estate', part('甲'), { estateId: '乙' }, noHeat, 'outside'],
    ['nowhere', part('甲'), {}, noHeat, 'outside'],
    ['the building is', part('甲', '3号楼'), { estateId: '甲', buildingId: '3号楼' }, noHeat, 'inside'],
    ['the building is not said', part('甲', '3号楼'), { estateId: '甲' }, noHeat, 'maybe'],
    ['another building', part('甲', '3号楼'), { estateId: '甲', buildingId: '4号楼' }, noHeat, 'outside'],
    ['the stairwell is not known', part('甲', '3号楼', '1单元'), { estateId: '甲', buildingId: '3号楼' }, noHeat, 'maybe'],
  ])('%s', (_, scope, place, category, found) => {
    expect(matchIncident({ category: ['水电气热', '供暖'], scope: [scope] }, { category, place: { ...nowhere, ...place } })).toBe(found);
  });

  test('the surest part of the scope counts', () => {
    const scope = [part('甲', '3号楼', '1单元'), part('甲')];
    expect(matchIncident({ category: ['水电气热'], scope }, { category: noHeat, place: { ...nowhere, estateId: '甲' } })).toBe('inside');
  });
});

describe('the homes of a scope', () => {
  const register = [
    { estateId: '甲', buildingId: '1号楼', stairwell: '1单元', homeIds: ['a', 'b'] },
    { estateId: '甲', buildingId: '1号楼', stairwell: '2单元', homeIds: ['c'] },
    { estateId: '乙', buildingId: '9号楼', stairwell: '1单元', homeIds: ['d'] },
  ];
  test.each<[ScopePart[], string[]]>([
    [[part('甲')], ['a', 'b', 'c']],
    [[part('甲', '1号楼', '2单元')], ['c']],
    [
      [part('甲', '1号楼'), part('甲', '1号楼', '1单元'), part('乙')],
      ['a', 'b', 'c', 'd'],
    ], // overlapping parts count once
    [[part('丙')], []], // an estate without a roll yet
  ])('%j -> %j', (scope, homes) => {
    expect(homesWithin(scope, register)).toMatchObject({ homes: homes.map((homeId) => ({ homeId })), missing: [] });
  });

  test('a building or stairwell that nobody registered is named', () => {
    const missing = [part('甲', '7号楼'), part('甲', '1号楼', '3单元')];
    expect(homesWithin([part('甲'), ...missing], register).missing).toEqual(missing);
  });
});

test.each([
  [4, false],
  [5, true],
])('%i demands within the window make an incident: %s', (demands, isOne) => {
  expect(isIncidentInTheMaking(demands)).toBe(isOne);
});

describe('every state and step of an incident', () => {
  const actions = [...new Set(Object.values(incidentTransitions).flatMap((row) => Object.keys(row)))] as IncidentAction[];
  test.each(incidentStates.flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    const to = incidentTransitions[state][action];
    if (to) expect(nextIncidentState(state, action)).toBe(to);
    else expect(() => nextIncidentState(state, action)).toThrow('incident.illegal-step');
  });
});
