import { expect, test } from '@jest/globals';
import type { ClassifierModelView } from '@wufang/contracts';
import { modelText } from './train-classifier.js';

const lift = { category: ['物业管理', '公共设施', '电梯故障'] as [string, string, string], templates: 2, examples: 20, heldOut: 20 };
const model: ClassifierModelView = {
  modelNo: 2,
  isActive: true,
  trainedAt: '2026-11-21T10:00:00+08:00',
  threshold: 0.82,
  temperature: 1.4,
  vocabulary: 300,
  figures: {
    ...{ examples: 30, corrected: 10, templates: 3, heldOut: 30, accuracy: 0.5, suggested: 12, suggestedRight: 11 },
    ...{ abstainedShare: 0.6, calibrationError: 0.08, accuracyOfSeenTemplates: 1 },
    withDictionary: { suggested: 25, right: 24, abstainedShare: 0.1667 },
    classes: [
      { ...lift, suggested: 12, right: 11, precision: 0.9167, recall: 0.55 },
      {
        ...lift,
        category: ['水电气热', '燃气', '燃气异味'],
        templates: 1,
        examples: 10,
        suggested: 0,
        right: 0,
        precision: null,
        recall: 0,
      },
    ],
  },
};

test('a model is told class by class, with what it leaves to a person and how far its certainty is off', () => {
  const text = modelText(model);
  expect(text).toContain('分类模型第 2 版（已启用）：30 件，其中更正过的 10 件');
  expect(text).toContain('交人工 60.00 %；期望校准误差 0.08');
  expect(text).toMatch(/物业管理\/公共设施\/电梯故障 +20 +2 +12 +11 +91\.67 % +55\.00 %/);
  expect(text).toMatch(/燃气异味 +10 +1 +0 +0 +— +0\.00 % +只有一个文本模板，无法检验/);
});
