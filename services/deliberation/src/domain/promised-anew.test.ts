import { expect, test } from '@jest/globals';
import type { CommitmentState } from '@wufang/contracts';
import { promisedAnew } from './promised-anew.js';

const due = new Date('2026-12-21T00:00+08:00');
const promise = (text: string, part: { unitId?: string; dueAt?: Date } = {}) => ({
  unitId: '物业',
  text,
  evidence: '照片',
  dueAt: due,
  ...part,
});
const before = (text: string, state: CommitmentState) => ({ ...promise(text), state });
const said = (no: number, text: string, part = {}) => ({ ...promise(text, part), no });

const names = ({ made, carried, dropped }: ReturnType<typeof promisedAnew<ReturnType<typeof before>, ReturnType<typeof said>>>) => ({
  made: made.map(({ text }) => text),
  carried: carried.map(({ row, no }) => `${row.text} ${no}`),
  dropped: dropped.map(({ text }) => text),
});

test('what is said again goes on, open or kept; what is not said any more ends; only what is new is promised', () => {
  const earlier = [before('疏通', 'OPEN'), before('换管', 'KEPT'), before('巡查', 'OPEN'), before('清运', 'KEPT')];
  expect(names(promisedAnew(earlier, [said(1, '换管'), said(2, '疏通'), said(3, '铺路')]))).toEqual({
    ...{ made: ['铺路'], carried: ['换管 1', '疏通 2'], dropped: ['巡查'] },
  });
});

test.each([
  ['another day', said(1, '疏通', { dueAt: new Date('2026-12-22T00:00+08:00') })],
  ['another unit', said(1, '疏通', { unitId: '街道' })],
  ['other words', said(1, '疏通主管')],
])('%s is another promise', (_, one) => {
  expect(promisedAnew([before('疏通', 'OPEN')], [one])).toMatchObject({ made: [one], carried: [], dropped: [{ text: '疏通' }] });
});

test('what the street has let off and is signed again is promised anew; the same words twice are two promises', () => {
  expect(names(promisedAnew([before('疏通', 'LET_OFF')], [said(1, '疏通')]))).toEqual({ made: ['疏通'], carried: [], dropped: [] });
  expect(names(promisedAnew([before('疏通', 'OPEN')], [said(1, '疏通'), said(2, '疏通')]))).toEqual({
    ...{ made: ['疏通'], carried: ['疏通 1'], dropped: [] },
  });
});
