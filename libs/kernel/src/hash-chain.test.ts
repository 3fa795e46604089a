import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkHash, verifyChain, type ChainEntry } from './hash-chain.js';

function chainOf(bodies: unknown[], streetId = 's1', chainId = 'orders'): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (const body of bodies) {
    const link = { streetId, chainId, seq: entries.length + 1, prevHash: entries.at(-1)?.hash ?? null, body };
    entries.push({ ...link, hash: linkHash(link) });
  }
  return entries;
}

const headOf = (entries: ChainEntry[]) => ({ seq: entries.at(-1)!.seq, hash: entries.at(-1)!.hash });

test('the hash is that of the canonical text', () => {
  const text = '["wufang.chain.v1","s1","orders",1,null,{"a":1}]';
  expect(linkHash({ streetId: 's1', chainId: 'orders', seq: 1, prevHash: null, body: { a: 1 } })).toBe(
    createHash('sha256').update(text).digest('hex'),
  );
});

test('street, chain, number, link and body all change the hash', () => {
  const link = { streetId: 's1', chainId: 'orders', seq: 2, prevHash: 'aa', body: { a: 1 } };
  const hashes = [
    link,
    { ...link, streetId: 's2' },
    { ...link, chainId: 'votes' },
    { ...link, streetId: 's1orders', chainId: '' },
    { ...link, seq: 3 },
    { ...link, prevHash: 'ab' },
    { ...link, body: { a: 2 } },
  ].map(linkHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test.each([0, -1, 1.5, NaN])('the number %p is refused', (seq) => {
  expect(() => linkHash({ streetId: 's1', chainId: 'orders', seq, prevHash: null, body: {} })).toThrow('chain.impossible-sequence');
});

const bodies = fc.array(fc.record({ status: fc.string(), n: fc.integer() }), { minLength: 3, maxLength: 12 });
/** A chain and a place in it that has a neighbour on both sides. */
const chainAndPlace = bodies.chain((list) => fc.tuple(fc.constant(list), fc.integer({ min: 1, max: list.length - 2 })));

function breaksAt(tamper: (entries: ChainEntry[], place: number) => { seq: number; reason: string }, withHead = true) {
  fc.assert(
    fc.property(chainAndPlace, ([list, place]) => {
      const entries = chainOf(list);
      const head = headOf(entries);
      const expected = tamper(entries, place);
      expect(verifyChain(entries, withHead ? { head } : {})).toEqual(expected);
    }),
    { numRuns: 300 },
  );
}

test('an untouched chain raises no alarm, whole or in parts', () => {
  fc.assert(
    fc.property(chainAndPlace, ([list, place]) => {
      const entries = chainOf(list);
      const head = headOf(entries);
      expect(verifyChain(entries)).toBeNull();
      expect(verifyChain(entries, { head })).toBeNull();
      const after = headOf(entries.slice(0, place));
      expect(verifyChain(entries.slice(place), { after, head })).toBeNull();
    }),
  );
});

test('an untouched chain raises no alarm after a trip through JSON, whatever the order of members', () => {
  fc.assert(
    fc.property(bodies, (list) => {
      const entries = chainOf(list).map((entry) => {
        const stored = JSON.parse(JSON.stringify(entry)) as ChainEntry;
        return { ...stored, body: Object.fromEntries(Object.entries(stored.body as object).reverse()) };
      });
      expect(verifyChain(entries)).toBeNull();
    }),
  );
});

test('an empty chain is whole', () => {
  expect(verifyChain([])).toBeNull();
  expect(verifyChain([], { head: { seq: 1, hash: 'aa' } })).toEqual({ seq: 1, reason: 'cut-tail' });
});

test('an edited body shows at its own place', () => {
  breaksAt((entries, i) => {
    entries[i] = { ...entries[i]!, body: { forged: true } };
    return { seq: i + 1, reason: 'edited' };
  }, false);
});

test('an edited body with its hash made anew shows at the next place', () => {
  breaksAt((entries, i) => {
    const link = { ...entries[i]!, body: { forged: true } };
    entries[i] = { ...link, hash: linkHash(link) };
    return { seq: i + 2, reason: 'broken-link' };
  }, false);
});

test('a body that cannot be written is an edited one', () => {
  breaksAt((entries, i) => {
    entries[i] = { ...entries[i]!, body: { n: NaN } };
    return { seq: i + 1, reason: 'edited' };
  }, false);
});

test('a deleted entry shows at its own place', () => {
  breaksAt((entries, i) => {
    entries.splice(i, 1);
    return { seq: i + 1, reason: 'missing' };
  }, false);
});

test('a deleted entry whose followers are numbered anew shows at its place', () => {
  breaksAt((entries, i) => {
    entries.splice(i, 1);
    for (let j = i; j < entries.length; j++) entries[j] = { ...entries[j]!, seq: j + 1 };
    return { seq: i + 1, reason: 'broken-link' };
  }, false);
});

test('an inserted entry, well made, shows at the number it took', () => {
  breaksAt((entries, i) => {
    const link = { ...entries[i]!, body: { forged: true } };
    entries.splice(i, 0, { ...link, hash: linkHash(link) });
    return { seq: i + 1, reason: 'reused-sequence' };
  }, false);
});

test('an inserted entry whose followers are numbered anew shows at the follower', () => {
  breaksAt((entries, i) => {
    const link = { ...entries[i]!, body: { forged: true } };
    entries.splice(i, 0, { ...link, hash: linkHash(link) });
    for (let j = i + 1; j < entries.length; j++) entries[j] = { ...entries[j]!, seq: j + 1 };
    return { seq: i + 2, reason: 'broken-link' };
  }, false);
});

test('two entries swapped show at the first of the two', () => {
  breaksAt((entries, i) => {
    [entries[i], entries[i + 1]] = [entries[i + 1]!, entries[i]!];
    return { seq: i + 1, reason: 'out-of-order' };
  }, false);
});

test('two entries swapped with their numbers put right show at the first of the two', () => {
  breaksAt((entries, i) => {
    [entries[i], entries[i + 1]] = [
      { ...entries[i + 1]!, seq: i + 1 },
      { ...entries[i]!, seq: i + 2 },
    ];
    return { seq: i + 1, reason: 'broken-link' };
  }, false);
});

test('bodies swapped between two entries show at the first of the two', () => {
  fc.assert(
    fc.property(chainAndPlace, ([list, i]) => {
      fc.pre(JSON.stringify(list[i]) !== JSON.stringify(list[i + 1]));
      const entries = chainOf(list);
      const [a, b] = [entries[i]!, entries[i + 1]!];
      entries[i] = { ...a, body: b.body };
      entries[i + 1] = { ...b, body: a.body };
      expect(verifyChain(entries)).toEqual({ seq: i + 1, reason: 'edited' });
    }),
  );
});

test('a number used twice shows at that number', () => {
  breaksAt((entries, i) => {
    entries.splice(i + 1, 0, { ...entries[i]! });
    return { seq: i + 1, reason: 'reused-sequence' };
  }, false);
});

test('a cut tail shows against the head, and only there', () => {
  breaksAt((entries, i) => {
    entries.splice(i);
    expect(verifyChain(entries)).toBeNull();
    return { seq: i + 1, reason: 'cut-tail' };
  });
});

test('a chain written anew from a place on shows at the head', () => {
  breaksAt((entries, i) => {
    const list = entries.map((entry, j) => (j === i ? { forged: true } : entry.body));
    entries.splice(0, entries.length, ...chainOf(list));
    expect(verifyChain(entries)).toBeNull();
    return { seq: entries.length, reason: 'head-differs' };
  });
});

test('an entry added behind the head shows at its place', () => {
  breaksAt((entries) => {
    const link = { ...entries.at(-1)!, seq: entries.length + 1, prevHash: entries.at(-1)!.hash };
    entries.push({ ...link, hash: linkHash(link) });
    return { seq: entries.length, reason: 'beyond-head' };
  });
});

test('an entry of another street shows at its place', () => {
  breaksAt((entries, i) => {
    const link = { ...entries[i]!, streetId: 's2' };
    entries[i] = { ...link, hash: linkHash(link) };
    return { seq: i + 1, reason: 'foreign' };
  }, false);
});
