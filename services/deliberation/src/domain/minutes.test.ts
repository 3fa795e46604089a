import { expect, test } from '@jest/globals';
import { missingInMinutes, wordsOfMissing } from './minutes.js';

const said = (position: 'AGREE' | 'DISAGREE' | 'AGREE_WITH_CONDITION') => [{ position }];
test.each([
  [{}, false, said('AGREE'), ['PROBLEM', 'CAUSES', 'OPTIONS']],
  [{ PROBLEM: '积水', CAUSES: '管径小', OPTIONS: '换管' }, false, said('DISAGREE'), []],
  [{ PLAN: '换管 120 米' }, true, said('AGREE'), ['RESULT']],
  [{ PLAN: '换管 120 米' }, true, said('DISAGREE'), ['ANSWERS', 'RESULT']],
  [{ PLAN: '换管 120 米', RESULT: '一致' }, true, said('AGREE_WITH_CONDITION'), ['ANSWERS']],
])('%p, with a plan %p, said %p: lacks %p', (items, hadPlan, positions, missing) => {
  expect(missingInMinutes(items, hadPlan, positions)).toEqual(missing);
});

test('what is missing is named in words', () => {
  expect(wordsOfMissing(['CAUSES', 'OPTIONS'])).toBe('原因、可选办法');
});
