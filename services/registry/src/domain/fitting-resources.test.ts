import { describe, expect, test } from '@jest/globals';
import { fitOf, fitting, type Offer } from './fitting-resources.js';

const roofer: Offer = { id: 'r', name: '安居防水', skills: ['防水', '屋面'], categories: ['房屋维修'], communityIds: ['nangang'] };
const firm: Offer = { id: 'f', name: '首润物业', skills: ['水电维修'], categories: ['物业管理'], communityIds: [] };
const law: Offer = { id: 'l', name: '普法小分队', skills: ['法律咨询'], categories: ['邻里纠纷'], communityIds: [] };

describe('a resource that fits', () => {
  test.each([
    ['second level and neighbour', roofer, { category1: '物业管理', category2: '房屋维修', communityId: 'nangang' }, 7],
    ['first level, whole street', firm, { category1: '物业管理', category2: '房屋维修', communityId: 'nangang' }, 2],
    ['another community’s', roofer, { category2: '房屋维修', communityId: 'yuntai' }, null],
    ['another matter’s', law, { category1: '物业管理', category2: '房屋维修' }, null],
    ['by what it can do', roofer, { text: '防水' }, 2],
    ['by its name', firm, { text: '首润' }, 1],
    ['without the words', law, { text: '防水' }, null],
    ['nothing asked: everyone', law, {}, 0],
  ] as const)('%s', (_, offer, need, score) => {
    expect(fitOf(offer, need)?.score ?? null).toBe(score);
  });

  test('says why', () => {
    expect(fitOf(roofer, { category2: '房屋维修', communityId: 'nangang', text: '屋面' })?.fits).toEqual([
      '分类相符：房屋维修',
      '会做：屋面',
      '就在本社区',
    ]);
  });

  test('stands in one order, whatever the order they came in', () => {
    const need = { category1: '物业管理', category2: '房屋维修', communityId: 'nangang' };
    expect(fitting([firm, law, roofer], need).map(({ id }) => id)).toEqual(['r', 'f']);
    expect(fitting([roofer, firm, law], need).map(({ id }) => id)).toEqual(['r', 'f']);
  });
});
