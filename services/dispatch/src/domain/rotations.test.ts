import { expect, test } from '@jest/globals';
import type { RotationTurn } from '@wufang/contracts';
import { cadreOnTurn, rotationFaults } from './rotations.js';

const turn = (accountId: string, lines: string[], from = '2026-10-01', until = '2026-10-31'): RotationTurn => ({
  ...{ accountId, unitId: `${accountId}-office`, lines, from, until },
});
const heat = ['水电气热', '供暖', '暖气不热'];
const list = {
  turns: [turn('jia', ['水电气热', '物业服务']), turn('yi', ['暖气不热']), turn('bing', ['水电气热'], '2026-11-01', '2026-11-30')],
};

test.each<[string, readonly string[], string, string | null]>([
  ['the deepest line', heat, '2026-10-15', 'yi 暖气不热'],
  ['the first level', ['水电气热', '供水', '停水'], '2026-10-15', 'jia 水电气热'],
  ['the first day counts', heat, '2026-11-01', 'bing 水电气热'],
  ['the last day counts', ['物业服务', '保洁', '垃圾'], '2026-10-31', 'jia 物业服务'],
  ['the next turn', heat, '2026-11-15', 'bing 水电气热'],
  ['no such line', ['交通', '停车', '占道'], '2026-10-15', null],
  ['nobody any more', heat, '2026-12-01', null],
])('%s', (_, category, day, expected) => {
  const found = cadreOnTurn(list, { category, aboutUnitId: null }, day);
  expect(found && `${found.accountId} ${found.line}`).toBe(expected);
});

test('without a roster nobody is suggested, and nobody of the unit complained about', () => {
  expect(cadreOnTurn(null, { category: heat, aboutUnitId: null }, '2026-10-15')).toBeNull();
  expect(cadreOnTurn(list, { category: heat, aboutUnitId: 'yi-office' }, '2026-10-15')).toMatchObject({ accountId: 'jia' });
});

test.each<[string, RotationTurn[], string[]]>([
  ['one after the other', [turn('jia', ['供暖']), turn('yi', ['供暖'], '2026-11-01', '2026-11-30')], []],
  ['different lines', [turn('jia', ['供暖']), turn('yi', ['供水'])], []],
  [
    'one day of both',
    [turn('jia', ['供暖']), turn('yi', ['供水', '供暖'], '2026-10-31', '2026-11-30')],
    ['第 1 行和第 2 行同一天都轮到“供暖”'],
  ],
  ['backwards', [turn('jia', ['供暖'], '2026-10-02', '2026-10-01')], ['第 1 行止于开始之前']],
])('%s', (_, turns, faults) => expect(rotationFaults({ turns })).toEqual(faults));
