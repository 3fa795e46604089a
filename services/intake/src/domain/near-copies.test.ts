import { describe, expect, test } from '@jest/globals';
import { nearCopies } from './near-copies.js';

const words = (text: string) => text.split(' ');
const report = words('单元 垃圾桶 满溢 大件 垃圾 堆放 门口 桶满 件垃 放在');

describe('near copies', () => {
  test.each([
    ['one word more', [...report, '异味'], true],
    ['another name in it', [...report.slice(1), '松林里'], true],
    ['the same words in another order', [...report].reverse(), true],
    ['another matter', words('工地 夜间 施工 噪声 扰民 十点'), false],
    ['one word in common', words('垃圾 分类 宣传 活动 时间 地点'), false],
  ])('%s: %s', (_, other, isCopy) => {
    const [a, b] = nearCopies([report, other]);
    expect(a === b).toBe(isCopy);
  });

  test('of copies belong together, and texts without words to nobody', () => {
    const [a, b, c, d, e] = nearCopies([report, [...report, '异味'], [...report, '异味', '苍蝇'], [], []]);
    expect([b, c]).toEqual([a, a]);
    expect(new Set([a, d, e]).size).toBe(3);
  });
});
