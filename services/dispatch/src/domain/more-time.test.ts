import { describe, expect, test } from '@jest/globals';
import { refuseEarlierDue } from './more-time.js';

describe('an extension that is decided', () => {
  const order = { dueAt: new Date('2026-12-12T00:00:00+08:00'), reworks: 0, level: 'N' as const };
  const decided = (newDueAt: string) => () => refuseEarlierDue(order, new Date(newDueAt));

  test('never shortens the limit, nor leaves it as it is', () => {
    for (const newDueAt of ['2026-12-11T00:00:00+08:00', '2026-12-12T00:00:00+08:00'])
      expect(decided(newDueAt)).toThrow(expect.objectContaining({ code: 'extension.date' }));
    expect(decided('2026-12-13T00:00:00+08:00')).not.toThrow();
  });
});
