import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { decidedAgain, storedOf, type KeptLog } from './kept-log.js';

const folder = join(import.meta.dirname, '../../test/kept-logs');
const files = readdirSync(folder);
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as KeptLog;

test('logs of earlier releases are there', () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('%s: decided again it gives the states, bytes, hashes and amounts that were stored then', (file) => {
  const kept = read(file);
  expect(decidedAgain(kept)).toEqual(storedOf(kept));
});

test.each<[string, (kept: KeptLog) => void]>([
  ['an event of a shape that is read no more', ({ issues }) => void delete issues[0]!.log[0]!.payload['title']],
  ['a state', ({ issues }) => void (issues[0]!.stored.state = 'ARCHIVED')],
  ['what counts in a round', ({ rounds }) => void rounds[0]!.stored.positions.pop()],
  ['a letter of the resolution', ({ bundle }) => void (bundle.resolution.bytes = bundle.resolution.bytes.replace('排水', '排污'))],
  ['a fen of the plan', ({ bundle }) => void (bundle.plan!.bytes = bundle.plan!.bytes.replace(/"amountFen":"(\d+)"/, '"amountFen":"1$1"'))],
  ['a payment', ({ instalments }) => void (instalments[0]!.amountFen += '0')],
  ['a refund', ({ works }) => void (works.settlement.payers[0]!.balanceFen = '1')],
])('%s that differs is seen', (_, spoil) => {
  const kept = read(files[0]!);
  spoil(kept);
  let same: boolean;
  try {
    same = JSON.stringify(decidedAgain(kept)) === JSON.stringify(storedOf(kept));
  } catch {
    same = false;
  }
  expect(same).toBe(false);
});
