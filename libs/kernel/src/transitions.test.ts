import { expect, test } from '@jest/globals';
import { DomainError } from './errors.js';
import { stepsOf } from './transitions.js';

const next = stepsOf<'OPEN' | 'SHUT', 'shut'>(
  { OPEN: { shut: 'SHUT' }, SHUT: {} },
  { refusal: 'door.illegal-step', states: { OPEN: '开着', SHUT: '关着' }, actions: { shut: '关门' } },
);

test('a step that the table has leads on', () => {
  expect(next('OPEN', 'shut')).toBe('SHUT');
});

test('a step that it has not is refused, and both are named in the words people know', () => {
  expect(() => next('SHUT', 'shut')).toThrow(new DomainError('door.illegal-step'));
  try {
    next('SHUT', 'shut');
  } catch (error) {
    expect((error as DomainError).facts).toEqual({ status: '关着', action: '关门' });
  }
});
