import { describe, expect, test } from '@jest/globals';
import { builtInTree } from './categories.js';
import { dictionary, lookUp } from './dictionary.js';

describe('the dictionary', () => {
  test.each([
    ['顶层屋面防水层老化，下雨时室内漏水', '房屋漏雨渗水', ['漏水', '屋面防水', '顶层']],
    ['电梯停运已3天，老人上下楼不便', '电梯故障', ['电梯停运']],
    ['老人被困电梯', '电梯困人', ['电梯', '被困']], // parts in any order
    ['垃圾桶满溢，大件垃圾没人清运', '保洁垃圾清运', ['清运', '垃圾桶', '大件垃圾']], // 垃圾 is within the longer ones
    ['咨询公租房补贴办理流程', '政策咨询', ['咨询', '补贴', '流程', '公租房']],
    ['不是漏水，是下水道堵了', '污水外溢', ['下水道堵']], // what it is not does not count
    ['楼上深夜噪声，多次沟通无效', '噪声扰民', ['楼上', '噪声', '深夜']],
    ['工地夜间施工，噪声扰民', '施工噪声', ['夜间施工', '工地', '噪声', '扰民']],
  ])('finds in “%s” %s by %j', (text, category, words) => {
    const [first] = lookUp(text);
    expect(first!.row.category[2]).toBe(category);
    expect([...first!.words].sort()).toEqual([...words].sort());
  });

  test('finds nothing where nobody means anything it knows', () => {
    expect(lookUp('你好')).toEqual([]);
  });

  test('names only categories of the tree, each once', () => {
    const names = dictionary.rows.map(({ category }) => category.join('/'));
    expect([...names].sort()).toEqual(builtInTree.leaves.map(({ category }) => category.join('/')).sort());
    expect(new Set(names).size).toBe(names.length);
  });
});
