import { expect, test } from '@jest/globals';
import { TimeLimit } from '@wufang/contracts';
import { scaledLimits } from './scaled-limits.js';

const limits = scaledLimits(0.1);
const row = (code: string) => limits.find((limit) => limit.code === code)!;
const seconds = (minutes: number) => Math.round(minutes * 60 * 1000) / 1000;

test('two hours become twelve seconds, and the stages keep their places', () => {
  const { limit, stages } = row('EMERG_FEEDBACK');
  expect(limit.clock === 'C' && seconds(limit.minutes)).toBe(12);
  expect(
    stages.map(({ at }) => ('minutes' in at ? seconds(at.minutes) : 'afterDueMinutes' in at ? 12 + seconds(at.afterDueMinutes) : null)),
  ).toEqual([6, 9, 10.5, 12, 18]);
});

test('days become running clocks too, and every row can be published', () => {
  const { limit, stages } = row('NORMAL');
  expect(limit.clock === 'C' && seconds(limit.minutes)).toBe(1008);
  expect(stages[0]!.at).toEqual({ minutes: 3 * 1440 * (0.1 / 60) });
  expect(TimeLimit.array().parse(limits)).toHaveLength(limits.length);
});
