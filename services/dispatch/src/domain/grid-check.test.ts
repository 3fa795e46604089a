import { describe, expect, test } from '@jest/globals';
import { isFieldChecked, refuseGridCheck } from './grid-check.js';

describe('the look at the place (网格核实)', () => {
  test.each([
    ['城市管理/市容环境/暴露垃圾', true], // to be seen in the street
    ['物业管理/房屋维修/房屋漏雨渗水', true],
    ['物业管理/物业服务/物业收费', false], // nothing to see
    ['民生保障/社会保障/社保办理', false],
  ])('%s -> %s', (category, is) => {
    expect(isFieldChecked(category.split('/'))).toBe(is);
  });

  const done = {
    ...{ state: 'COMPLETED' as const, gridCheck: 'OWED', leadUnitId: 'lead', coUnitIds: ['co'] },
    ...{ contactUnitId: 'first', aboutUnitId: 'about' },
  };

  test.each([
    ['who leads', 'lead'],
    ['who assists', 'co'],
    ['the first answerer', 'first'],
    ['who is complained about', 'about'],
  ])('is not taken by %s', (_, unit) => {
    expect(() => refuseGridCheck(done, [unit])).toThrow(expect.objectContaining({ code: 'grid-check.own-order' }));
    expect(() => refuseGridCheck(done, ['other'])).not.toThrow();
  });

  test.each([
    ['not done yet', { state: 'HANDLING' as const }],
    ['closed by the complainant', { state: 'CLOSED_SOLVED' as const, gridCheck: null }],
    ['looked at already', { gridCheck: 'CONFIRMED' }],
    ['nothing to see', { gridCheck: null }],
  ])('is not owed: %s', (_, part) => {
    expect(() => refuseGridCheck({ ...done, ...part }, ['other'])).toThrow(expect.objectContaining({ code: 'grid-check.not-owed' }));
  });
});
