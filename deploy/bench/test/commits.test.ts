import { expect, test } from '@jest/globals';
import { isCommitted } from '../src/commits.js';

test.each([
  ['9', true],
  ['10', false],
  ['12', true],
  ['13', false],
  ['15', false],
  ['16', false],
])('transaction %s, seen from 10:15:10,13, is over: %s', (xid, isOver) => expect(isCommitted(BigInt(xid), '10:15:10,13')).toBe(isOver));

test('nothing under way', () => expect(isCommitted(7n, '8:8:')).toBe(true));
