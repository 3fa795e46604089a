import { describe, expect, test } from '@jest/globals';
import { messagesOf } from './relay.js';
import type { EventRow } from './tx.js';

const anEvent = (version: number, characters: number): EventRow => ({
  ...{ streetId: 'qingyun', id: 'e', type: 't', aggregate: 'a', aggregateId: 'a', version, actor: {} },
  ...{ payload: '名'.repeat(characters), recordedAt: new Date(0), prevHash: null, hash: 'h' },
});
const versions = (events: EventRow[]) => messagesOf(events).map((message) => message.events.map(({ version }) => version));

describe('events go out together', () => {
  test('a hundred in a message', () => {
    const sizes = versions(Array.from({ length: 150 }, (_, i) => anEvent(i, 10))).map(({ length }) => length);
    expect(sizes).toEqual([100, 50]);
  });

  test('in their order, and never so many that NATS would refuse them', () => {
    const events = [120_000, 120_000, 120_000, 10, 249_000, 10].map((characters, i) => anEvent(i, characters));
    expect(versions(events)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    for (const { texts } of messagesOf(events)) expect(Buffer.byteLength(`[${texts.join(',')}]`)).toBeLessThan(1_000_000);
  });

  test('what was told by nobody is no message', () => {
    expect(versions([])).toEqual([]);
  });
});
