import { describe, expect, test } from '@jest/globals';
import { alikePlaces, type EstateProfile } from './alike-places.js';

const estate = (id: string, part: Partial<EstateProfile> = {}): EstateProfile => ({
  ...{ id, name: id, communityId: `社区${id}`, type: 'COMMODITY', builtYear: null, firmId: null, demands: 0 },
  ...part,
});
const own = estate('甲', { type: 'SGYY', builtYear: 1956, firmId: '物业', communityId: '南岗里' });
const from = { estateId: '甲', buildingId: null };

describe('places that are like the one where something was wrong', () => {
  test.each<[Partial<EstateProfile>, string, number]>([
    [{ type: 'SGYY' }, '同为三供一业', 2],
    [{ builtYear: 1961 }, '建成年代相近（1956、1961年）', 2], // five years are near
    [{ firmId: '物业' }, '同一物业公司', 1],
    [{ communityId: '南岗里' }, '同一社区', 1],
    [{ demands: 3 }, '近365天有3件同类诉求', 4],
    [{ demands: 1, type: 'SGYY', builtYear: 1956 }, '近365天有1件同类诉求；同为三供一业；建成年代相近（1956、1956年）', 8],
  ])('%j: %s', (part, reason, likeness) => {
    expect(alikePlaces(from, [own, estate('乙', part)], [])).toMatchObject([{ estateId: '乙', reason, likeness }]);
  });

  test.each<[string, Partial<EstateProfile>]>([
    ['six years apart', { builtYear: 1962 }],
    ['nothing known', {}],
  ])('%s: not named', (_, part) => {
    expect(alikePlaces(from, [own, estate('乙', part)], [])).toEqual([]);
  });

  test('the likest comes first; the firm looks, else the community', () => {
    const places = alikePlaces(from, [own, estate('乙', { type: 'SGYY' }), estate('丙', { demands: 1, firmId: '另一物业' })], []);
    expect(places.map(({ name, unitId }) => [name, unitId])).toEqual([
      ['丙', '另一物业'],
      ['乙', '社区乙'],
    ]);
  });

  test('the other buildings of the estate, those of its height first', () => {
    const building = (id: string, floors: number) => ({ id, estateId: '甲', name: id, floors });
    const places = alikePlaces(
      { estateId: '甲', buildingId: '3号楼' },
      [own],
      [building('3号楼', 6), building('4号楼', 12), building('5号楼', 6)],
    );
    expect(places.map(({ name, reason }) => [name, reason])).toEqual([
      ['甲5号楼', '与3号楼同一小区，同为6层'],
      ['甲4号楼', '与3号楼同一小区'],
    ]);
  });
});
