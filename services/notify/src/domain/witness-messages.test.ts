import { expect, test } from '@jest/globals';
import { headMessages, witnesses } from './witness-messages.js';

test('each witness gets every head of the day, one line a service, and the administrator is none', () => {
  const drafts = headMessages('2026-11-28', { notify: 'b'.repeat(64), intake: 'a'.repeat(64) });
  expect(drafts.map(({ role }) => role)).toEqual(witnesses);
  expect(witnesses).not.toContain('administrator');
  for (const { body } of drafts)
    expect(body.split('\n').slice(1)).toEqual([`intake 2026-11-28 ${'a'.repeat(64)}`, `notify 2026-11-28 ${'b'.repeat(64)}`]);
});
