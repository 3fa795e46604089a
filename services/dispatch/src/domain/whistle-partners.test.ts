import { describe, expect, test } from '@jest/globals';
import { partnersAmong } from './whistle-partners.js';

const units = new Map(['甲', '乙', '丙', '丁'].map((name) => [name, { name }]));
const among = (part: Partial<Parameters<typeof partnersAmong>[0]>) =>
  partnersAmong({ leads: [], coUnits: [], came: [], apart: [], ...part }, units);

describe('whom a whistle may well summon', () => {
  test('first who assists by the directory, then who came most often, then who leads by another row; each once, with every ground', () => {
    const came = [
      { unitId: '丙', times: 1 },
      { unitId: '丁', times: 3 },
      { unitId: '甲', times: 1 },
    ];
    expect(among({ coUnits: ['甲'], leads: ['甲', '乙'], came })).toEqual([
      { unitId: '甲', name: '甲', grounds: ['DIRECTORY_CO_UNIT', 'CAME_BEFORE'], times: 1 },
      { unitId: '丁', name: '丁', grounds: ['CAME_BEFORE'], times: 3 },
      { unitId: '丙', name: '丙', grounds: ['CAME_BEFORE'], times: 1 },
      { unitId: '乙', name: '乙', grounds: ['DIRECTORY_LEAD'], times: 0 },
    ]);
  });

  test('not who has it already, nor a unit that the register no longer knows', () => {
    expect(among({ coUnits: ['甲', '撤并的单位'], leads: ['乙'], apart: ['甲'] }).map(({ unitId }) => unitId)).toEqual(['乙']);
  });
});
