import { expect, test } from '@jest/globals';
import { exposurePlaceText, exposureStates, type ExposurePlace } from '@wufang/contracts';
import { exposureTransitions, nextExposureState } from './exposure-states.js';

const actions = ['publish', 'refuse', 'withdraw', 'fix'] as const;

test.each(exposureStates.flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
  const next = exposureTransitions[state][action];
  if (next) expect(nextExposureState(state, action)).toBe(next);
  else expect(() => nextExposureState(state, action)).toThrow('exposure.state');
});

test('nothing is put right or taken down before it was on the board', () => {
  expect(() => nextExposureState('PROPOSED', 'fix')).toThrow();
  expect(() => nextExposureState('PROPOSED', 'withdraw')).toThrow();
});

test.each<[Omit<ExposurePlace, 'communityId'>, string]>([
  [{ crossing: '青云路与南岗街交叉口', direction: 'EAST', metres: 200, side: 'NORTH' }, '青云路与南岗街交叉口向东 200 米路北侧'],
  [{ crossing: '青云路与南岗街交叉口', direction: 'EAST', metres: 0, side: 'SOUTH' }, '青云路与南岗街交叉口路南侧'], // at the crossing itself
])('a place anybody can walk to', (place, text) => {
  expect(exposurePlaceText(place)).toBe(text);
});
