import { describe, expect, test } from '@jest/globals';
import type { Category, PlaceRef } from '@wufang/contracts';
import { learn } from './bayes.js';
import { forwardedAs, saidType, suggest, unsorted, type ModelInUse } from './classify.js';
import { dangersIn } from './emergency.js';
import { readText } from './segment.js';
import { weigh } from './weigh.js';

const nowhere: PlaceRef = { communityId: null, estateId: null, buildingId: null, point: null };
const lessons = [
  ['路灯不亮', '甲/乙/路灯'],
  ['路灯坏了', '甲/乙/路灯'],
  ['遛狗不牵绳', '甲/乙/遛狗'],
  ['遛狗吓人', '甲/乙/遛狗'],
  ['暖气不热，是灯的事', '甲/乙/路灯'],
].map(([text, label]) => ({ features: readText(text!, []).features, label: label!, weight: 1 }));
const inUse: ModelInUse = {
  modelNo: 3,
  model: {
    bayes: learn(lessons, () => false),
    temperature: 1,
    threshold: 0.7,
    kinds: { '甲/乙/路灯': { demandType: 'HELP', level: 'N' }, '甲/乙/遛狗': { demandType: 'REPORT', level: 'C' } },
    dictionary: {},
  },
};
const read = (text: string, model: ModelInUse | null = null) =>
  suggest(text, { place: { found: nowhere, names: [] }, placeNames: [], inUse: model });

describe('a suggestion', () => {
  test('is the dictionary’s while there is no model', () => {
    expect(read('3号楼暖气不热')).toMatchObject({
      category: ['水电气热', '供暖', '暖气不热'],
      certainty: 0.9,
      level: 'U',
      demandType: 'HELP',
      modelNo: null,
    });
  });

  test('is the model’s where the dictionary is silent, with level and type as the street gave them', () => {
    const found = read('晚上遛狗', inUse);
    expect(found).toMatchObject({ category: ['甲', '乙', '遛狗'], level: 'C', demandType: 'REPORT', modelNo: 3, threshold: 0.7 });
    expect(found.words).toEqual([{ about: 'CATEGORY', word: '遛狗', source: 'MODEL', weight: expect.any(Number) }]);
  });

  test('is the model’s against a row of the dictionary that has often been wrong here', () => {
    const model = { ...inUse.model, dictionary: { '水电气热/供暖/暖气不热': 0.3 } };
    expect(read('暖气不热', { ...inUse, model }).category).toEqual(['甲', '乙', '路灯']);
  });

  test('is left to a person below the threshold, which is said', () => {
    const found = read('路灯，遛狗', { ...inUse, model: { ...inUse.model, threshold: 0.9 } });
    expect(found).toMatchObject({ category: null, isAbstained: true, level: null, threshold: 0.9 });
    expect(found.alternatives.map(({ category }) => category[2]).sort()).toEqual(['路灯', '遛狗']);
    expect(found.message).toMatch(/^把握不足：最可能是“甲\/乙\/..”（\d+ %），低于 90 %，请人工判断分类。$/);
  });

  test('is left to a person where two rows of the dictionary speak alike', () => {
    expect(read('充电桩旁停车').isAbstained).toBe(true);
    expect(read('').message).toBe('没有可依据的词，请人工判断分类。');
  });

  test('of danger is level E, by the words that tell of it, whatever the model says', () => {
    const found = read('遛狗时闻到楼道有燃气味', inUse);
    expect(found).toMatchObject({ level: 'E', isEmergency: true, category: ['水电气热', '燃气', '燃气异味'] });
    expect(found.words).toEqual(expect.arrayContaining([{ about: 'LEVEL', word: '燃气味', source: 'DANGER', weight: null }]));
    expect(found.message).toMatch(/^有危险词“燃气味”：按“紧急”立即派单，同时请人确认。/);
  });
});

test('dictionary and model that name the same are one, as sure as the surer', () => {
  const label = '水电气热/供暖/暖气不热';
  expect(weigh('暖气不热', [[label, 0.95]], {})).toEqual([{ label, certainty: 0.95, source: 'MODEL' }]);
  expect(weigh('暖气不热', [[label, 0.5]], {})).toEqual([{ label, certainty: 0.9, source: 'DICTIONARY' }]);
});

test.each([
  ['咨询公租房补贴，并建议简化', 'INQUIRY'], // the first that is said
  ['我建议增设车棚', 'SUGGESTION'],
  ['举报私搭乱建', 'REPORT'],
  ['要投诉物业', 'COMPLAINT'],
  ['救命，电梯困人', 'HELP'],
  ['电梯坏了', undefined],
])('“%s” says itself to be %s', (text, demandType) => {
  expect(saidType(text)?.demandType).toBe(demandType);
});

describe('a demand is forwarded', () => {
  const leak: Category = ['物业管理', '房屋维修', '房屋漏雨渗水'];
  const found = { certainty: 0.9, modelNo: 3, dictionaryVersion: 2 };
  const nothing = () => ({ category: null, demandType: null, ...found });
  test.each([
    [
      'as it was given',
      { demandType: 'HELP' as const, category: leak, isEmergency: false, dangers: [] },
      { demandType: 'HELP', category: leak },
    ],
    [
      'not at all when something is missing and nothing is dangerous',
      { demandType: null, category: leak, isEmergency: false, dangers: [] },
      null,
    ],
    [
      'at once when it is dangerous, unsorted',
      { demandType: null, category: null, isEmergency: true, dangers: dangersIn('着火了') },
      { demandType: 'HELP', category: unsorted },
    ],
    [
      'at once when somebody says that it is an emergency, in words that are none of danger',
      { demandType: null, category: null, isEmergency: true, dangers: [] },
      { demandType: 'HELP', category: unsorted },
    ],
    [
      'with what was given of it',
      { demandType: 'REPORT' as const, category: null, isEmergency: true, dangers: dangersIn('着火了') },
      { demandType: 'REPORT', category: unsorted },
    ],
  ])('%s', (_, demand, expected) => {
    expect(forwardedAs(demand, nothing)).toEqual(expected);
  });

  test('with what the text suggests where danger does not wait for a person, and how sure that is; what a person gave is not weighed', () => {
    const dangers = dangersIn('漏水漏到配电箱冒烟');
    const suggested = () => ({ category: leak, demandType: 'COMPLAINT' as const, ...found });
    const words = [...new Set(dangers.map(({ name }) => name))];
    expect(words.length).toBeGreaterThan(0);
    expect(forwardedAs({ demandType: null, category: null, isEmergency: true, dangers }, suggested)).toEqual({
      ...{ demandType: 'COMPLAINT', category: leak, confidence: { ...found, words } },
    });
    expect(forwardedAs({ demandType: null, category: leak, isEmergency: true, dangers }, suggested)).toEqual({
      demandType: 'COMPLAINT',
      category: leak,
    });
  });
});
