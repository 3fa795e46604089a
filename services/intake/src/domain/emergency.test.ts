import { describe, expect, test } from '@jest/globals';
import { emergencyWordIn } from './emergency.js';

describe('emergency words', () => {
  test.each([
    ['3号楼电梯里有人被困', '被困'],
    ['楼道有很重的燃气味', '燃气味'],
    ['暖气大面积停暖，老人受不了', '大面积停暖'],
    ['主路爆管，水已经进了地下室', '爆管'],
    ['电梯停了，无人被困', null], // denied
    ['电梯停运，没有人员被困', null], // denied with a word between
    ['希望加装喷淋防止火灾', null], // wish, not danger
    ['没有被困，但楼道冒烟', '冒烟'], // one denied, one not
    ['道路塌陷约9平方米', null], // road works of level C
    ['暖气不热', null],
  ])('in “%s” are %s', (text, word) => {
    expect(emergencyWordIn(text)).toBe(word);
  });
});
