import { describe, expect, test } from '@jest/globals';
import { certainties, knows, learn, reasonsFor, scores, type Lesson } from './bayes.js';

const lesson = (label: string, ...features: string[]): Lesson => ({ label, features, weight: 1 });
const lessons = [
  lesson('灯', '路灯', '不亮', '晚上'),
  lesson('灯', '路灯', '坏了'),
  lesson('狗', '遛狗', '牵绳'),
  lesson('狗', '遛狗', '晚上', '晚上遛狗'),
];
const model = learn(lessons, () => false);
const likeliest = (...features: string[]) =>
  model.labels[scores(model, features).reduce((best, n, i, all) => (n > all[best]! ? i : best), 0)];

describe('naive Bayes', () => {
  test.each([
    [['路灯'], '灯'],
    [['遛狗', '不亮'], '狗'],
    [['晚上', '路灯'], '灯'],
  ])('of %j says %s', (features, label) => {
    expect(likeliest(...features)).toBe(label);
  });

  test('is the same whatever order the lessons come in, and after a trip through JSON', () => {
    expect(learn([...lessons].reverse(), () => false)).toEqual(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  test('leaves out what is rare, names perhaps', () => {
    expect(Object.keys(learn(lessons, (feature) => feature === '牵绳').features)).not.toContain('牵绳');
  });

  test('knows when it knows nothing, whatever a word is called', () => {
    expect(knows(model, ['扔垃圾', 'constructor', '__proto__'])).toBe(false);
    expect(scores(model, ['constructor', 'toString'])).toEqual(model.priors);
  });

  test('gives its reasons: the words that speak most for a label, each once', () => {
    expect(reasonsFor(model, ['晚上', '遛狗', '晚上遛狗', '扔垃圾'], '狗', 5).map(([word]) => word)).toEqual(['遛狗']);
    expect(reasonsFor(model, ['路灯'], '狗', 5)).toEqual([]);
  });

  test.each([1, 2, 10])('certainties at temperature %i add up to one, and higher is more modest', (temperature) => {
    const found = certainties([3, 1, 0], temperature);
    expect(found.reduce((sum, n) => sum + n, 0)).toBeCloseTo(1, 10);
    expect(found[0]!).toBeLessThanOrEqual(certainties([3, 1, 0], 1)[0]!);
  });
});
