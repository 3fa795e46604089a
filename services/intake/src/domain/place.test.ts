import { describe, expect, test } from '@jest/globals';
import { isSamePlace, recognisePlace, withAliases, type PlaceNames } from './place.js';

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

  test.each([
    ['云台路一号院门口', 'yard', null], // the number in Chinese
    ['东大院三号楼', 'dadong', null],
    ['镇北里东区三栋的灯', 'east', 'east-3'],
    ['松林里7号楼', 'pines', null], // without 小区
    ['东区电梯坏了', null, null], // half a name is none
    ['便民服务大厅门口', 'yard', 'yard-16'], // a point with a name of its own
    ['镇北里东区北门', 'east', null],
  ])('by alias in “%s” is estate %s, building %s', (text, estateId, buildingId) => {
    const estates = withAliases([...names.estates, { id: 'pines', name: '松林里小区', communityId: 'sll' }], names.communities);
    const points = [
      { name: '便民服务大厅', communityId: 'ytl', estateId: 'yard', buildingId: 'yard-16' },
      { name: '北门', communityId: 'ytl', estateId: 'yard', buildingId: 'yard-16' },
    ];
    expect(recognisePlace([text], { ...names, estates, points })).toMatchObject({ estateId, buildingId });
  });

  test('has no alias that another estate or community goes by too', () => {
    const two = [
      { id: 'a', name: '松林里小区', communityId: 'x' },
      { id: 'b', name: '松林里东区', communityId: 'x' },
    ];
    expect(withAliases(two, []).map(({ name }) => name)).toEqual(['松林里东区', '松林里小区']);
    expect(withAliases(two.slice(0, 1), [{ id: 'y', name: '松林里社区' }]).map(({ name }) => name)).toEqual(['松林里小区']);
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
