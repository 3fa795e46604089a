import { describe, expect, test } from '@jest/globals';
import { isSamePlace, recognisePlace, type PlaceNames } from './place.js';

const names: PlaceNames = {
  estates: [
    { id: 'east', name: '镇北里东区', communityId: 'zbl' },
    { id: 'yard', name: '云台路1号院', communityId: 'ytl' },
    { id: 'dadong', name: '东大院', communityId: 'ddy' },
  ],
  communities: [
    { id: 'zbl', name: '镇北里社区' },
    { id: 'ytl', name: '云台路社区' },
    { id: 'ddy', name: '东大院社区' },
  ],
  buildings: new Map([
    ['east:3号楼', 'east-3'],
    ['yard:16号楼', 'yard-16'],
  ]),
};

describe('the place of a demand', () => {
  test.each([
    [['镇北里东区3号楼2单元'], 'zbl', 'east', 'east-3'],
    [['镇北里东区 3栋'], 'zbl', 'east', 'east-3'], // other words for a building
    [['镇北里东区3-2-501'], 'zbl', 'east', 'east-3'],
    [['镇北里东区13号楼'], 'zbl', 'east', null], // a building nobody registered
    [['云台路1号院16号楼3单元停水'], 'ytl', 'yard', 'yard-16'], // the house number of the estate is not a building
    [[null, '路灯坏了', '云台路1号院门口'], 'ytl', 'yard', null], // from the content
    [['镇北里路口违停'], 'zbl', null, null], // only the community's name
    [['不详'], null, null, null],
    [[undefined, ''], null, null, null],
  ])('from %j is community %s, estate %s, building %s', (texts, communityId, estateId, buildingId) => {
    expect(recognisePlace(texts, names)).toEqual({ communityId, estateId, buildingId });
  });

  const at = (place: object) => ({ communityId: null, estateId: null, buildingId: null, point: null, ...place });
  test.each([
    [{ estateId: 'a', buildingId: 'a1' }, { estateId: 'a', buildingId: 'a2' }, false],
    [{ estateId: 'a', buildingId: 'a1' }, { estateId: 'a' }, true], // one does not say which building
    [{ point: '镇北里路口' }, { point: '镇北里路口' }, true],
    [{ point: '不详' }, { point: '不详' }, false],
    [{}, {}, false],
  ])('%j and %j are the same place: %s', (a, b, same) => {
    expect(isSamePlace(at(a), at(b))).toBe(same);
  });
});
