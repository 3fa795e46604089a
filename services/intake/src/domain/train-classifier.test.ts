import { get } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, jest, test } from '@jest/globals';
import type { Category } from '@wufang/contracts';
import { scores } from './bayes.js';
import { suggest } from './classify.js';
import { readText } from './segment.js';
import { trainClassifier, type Example } from './train-classifier.js';

const lamp: Category = ['甲', '乙', '路灯'];
const dog: Category = ['甲', '乙', '遛狗'];
const example = (text: string, category: Category, isCorrected = false): Example => ({
  text,
  category,
  demandType: 'HELP',
  level: 'N',
  isCorrected,
});
const lamps = ['路灯全不亮很黑', '楼前路灯坏掉', '晚上看不见路灯', '路灯全灭', '路灯杆歪斜'].map((text) => example(text, lamp));
const walks = ['遛狗不牵绳', '遛狗吓到孩子', '遛狗不清理粪便', '深夜遛狗狂叫', '遛狗咬伤老人'].map((text) => example(text, dog));

describe('training', () => {
  test('tries every template on a model that has not seen it', () => {
    const { figures } = trainClassifier([...lamps, ...walks], []);
    expect(figures).toMatchObject({ examples: 10, templates: 10, heldOut: 10, accuracyOfSeenTemplates: 1 });
    expect(figures.classes.map(({ category, templates }) => [category[2], templates])).toEqual([
      ['路灯', 5],
      ['遛狗', 5],
    ]);
  });

  test('takes near copies together, so that a word changed does not make a new text', () => {
    const long = '单元门口垃圾桶满溢，大件垃圾堆放在过道，异味严重影响老人出行';
    const copies = [long, `${long}，苍蝇多`, long.replace('老人', '孩子')].map((text) => example(text, ['甲', '乙', '垃圾']));
    expect(trainClassifier([...lamps, ...walks, ...copies], []).figures.templates).toBe(11);
  });

  test('counts a template once, so that copies of it do not stand on both sides', () => {
    const copies = Array.from({ length: 40 }, (_, n) => example(`${n}号楼楼道有异响`, ['甲', '乙', '异响']));
    const { figures } = trainClassifier([...lamps, ...walks, ...copies], []);
    const odd = figures.classes.find(({ category }) => category[2] === '异响')!;
    // Of one template nothing can be learned for itself: an honest recall is none.
    expect(odd).toMatchObject({ examples: 40, templates: 1, suggested: 0, recall: 0, precision: null });
    expect(figures.accuracy).toBeLessThan(0.3);
    expect(figures.accuracyOfSeenTemplates).toBe(1);
  });

  test('splits places off, so that an address is no template', () => {
    const { figures } = trainClassifier([...lamps, ...walks, example('东大院路灯全灭', lamp)], ['东大院']);
    expect(figures.templates).toBe(10);
  });

  test('is the same whatever order the cases come in', () => {
    expect(trainClassifier([...walks, ...lamps].reverse(), [])).toEqual(trainClassifier([...lamps, ...walks], []));
  });

  test('takes a correction against what the same words were filed under before', () => {
    const filed = Array.from({ length: 30 }, (_, n) => example(`${n}号楼大狗乱跑`, lamp));
    const { model } = trainClassifier([...lamps, ...walks, ...filed, example('7号楼大狗乱跑', dog, true)], []);
    const found = scores(model.bayes, readText('3号楼大狗乱跑', []).features);
    expect(model.bayes.labels[found[0]! > found[1]! ? 0 : 1]).toBe('甲/乙/遛狗');
  });

  test('measures the dictionary by what the street filed', () => {
    const cold: Category = ['水电气热', '供暖', '暖气不热'];
    const wrong = ['暖气不热老人受冻', '暖气不热没人管', '半夜暖气不热', '昨天起暖气不热'].map((text) => example(text, lamp, true));
    const { model } = trainClassifier([...lamps, ...walks, ...wrong], []);
    // Nine of ten before it was tried, then wrong four times: no longer sure enough to be followed.
    expect(model.dictionary[cold.join('/')]).toBeGreaterThanOrEqual(9 / 14 - 0.001);
    expect(model.dictionary[cold.join('/')]).toBeLessThan(0.7);
  });

  test('keeps no word that fewer than three demands use', () => {
    const { model } = trainClassifier([...lamps, ...walks, example('路灯坏了找张秀英', lamp), example('张秀英家路灯', lamp)], []);
    expect(Object.keys(model.bayes.features).some((feature) => feature.includes('秀英'))).toBe(false);
    expect(model.bayes.features).toHaveProperty('路灯');
  });
});

test('no network model: it is trained and asked while no socket can be opened, and what it says comes from the street’s own cases', () => {
  const connect = jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    throw new Error('no network');
  });
  try {
    // What would ask somebody else fails here.
    expect(() => get('http://127.0.0.1:8088/')).toThrow('no network');
    connect.mockClear();
    const { model } = trainClassifier([...lamps, ...walks], []);
    const said = suggest('楼前路灯全不亮', {
      ...{ place: { found: { communityId: null, estateId: null, buildingId: null, point: null }, names: [] }, placeNames: [] },
      inUse: { modelNo: 1, model: { ...model, threshold: 0 } },
    });
    expect(said.category).toEqual(lamp);
    expect(said.words.map(({ source }) => source)).toContain('MODEL');
    expect(connect).not.toHaveBeenCalled();
  } finally {
    connect.mockRestore();
  }
});
