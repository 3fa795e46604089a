import { describe, expect, test } from '@jest/globals';
import { titleOf, withoutPersonal } from './public-text.js';

describe('a text for others', () => {
  test.each([
    ['朱家湾小区28号楼5单元602室楼上露台堆物', '朱家湾小区28号楼5单元楼上露台堆物'],
    ['28号楼5单元602漏水，电话13503778314', '28号楼5单元漏水，电话（电话略）'],
    ['请打138-1234-1234或010-63001234', '请打（电话略）或（电话略）'],
    ['身份证110101199003071234', '身份证（证件号略）'],
    ['南岗里9-2-301停水', '南岗里9号楼停水'],
    ['云台路1号院16号楼3单元停水5小时', '云台路1号院16号楼3单元停水5小时'], // nothing personal
    ['南岗里二区15号楼2单元门前路面塌陷约9平方米', '南岗里二区15号楼2单元门前路面塌陷约9平方米'],
    ['温度只有15度，2026年11月起', '温度只有15度，2026年11月起'],
    ['室外管网漏水100米', '室外管网漏水100米'],
  ])('“%s” becomes “%s”', (text, clean) => {
    expect(withoutPersonal(text)).toBe(clean);
  });

  test('does not name the caller', () => {
    expect(withoutPersonal('王小明家漏水', '王小明')).toBe('来电人家漏水');
  });

  test.each([
    [{ title: '502室漏水', isPublic: false, placeName: '西大院' }, '漏水'],
    [
      {
        title: '王小明家漏水',
        isPublic: true,
        placeName: '西大院',
        category: ['水电气热', '供暖', '暖气不热'] as [string, string, string],
      },
      '西大院暖气不热',
    ],
    [{ isPublic: true, placeName: '西大院', demandType: 'HELP' as const }, '西大院求助'],
    [{ isPublic: true, placeName: null }, '新诉求'],
  ])('the title of %j is “%s”', (demand, title) => {
    expect(titleOf(demand)).toBe(title);
  });
});
