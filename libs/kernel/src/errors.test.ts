import { expect, test } from '@jest/globals';
import { DomainError } from './errors.js';

test('a refusal carries its code and facts, and a message without facts', () => {
  const error = new DomainError('time.impossible', { text: '2026-02-30' });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'DomainError', code: 'time.impossible', message: 'time.impossible', facts: { text: '2026-02-30' } });
});
