import { expect, test } from '@jest/globals';
import { assertApply, mutate, mutateFile } from './mutations.js';

const file = 'libs/x/dist/src/a.js';

test('a mutation replaces its place, whatever the white space', () => {
  expect(mutate('if (a\n    && b) go($1);', { file, find: 'if (a && b)', replace: 'if ($& true)' })).toBe('if ($& true) go($1);');
});

test.each([
  ['x = 1;', 0],
  ['y = 1; y = 1;', 2],
])('in %j it applies %i times and is refused', (text, times) => {
  expect(() => mutate(text, { file, find: 'y = 1', replace: '' })).toThrow(`applies ${times} times`);
});

test('mutations of one file follow each other, those of other files stay away', () => {
  const mutations = [
    { file, find: 'one', replace: 'two' },
    { file, find: 'two', replace: 'three' },
    { file: 'libs/y/dist/src/a.js', find: 'nothing', replace: '' },
  ];
  expect(mutateFile('one', `file:///house/${file}`, mutations)).toBe('three');
});

test('a mutation that no longer applies is found before anything is started', () => {
  expect(() => assertApply([{ file: 'libs/service/dist/src/relay.js', find: 'this is not there', replace: '' }])).toThrow('0 times');
});
