import { describe, expect, test } from '@jest/globals';
import { calibrationError, chooseThreshold, fitTemperature, type Judged } from './calibration.js';

const judged = (...all: [certainty: number, isRight: boolean][]): Judged[] =>
  all.map(([certainty, isRight]) => ({ certainty, isRight, weight: 1 }));

describe('the threshold', () => {
  const twenty = Array.from({ length: 20 }, (): [number, boolean] => [0.8, true]);
  test.each([
    ['lies where suggestions are right often enough', judged(...twenty, [0.7, false], [0.7, false]), 0.8],
    ['takes in one that is wrong among many that are right', judged(...twenty, [0.75, false]), 0.75],
    ['is one nothing reaches where the surest are wrong', judged([0.99, false], ...twenty.slice(12)), 0.999],
    ['is one nothing reaches while a few were right by luck', judged([0.95, true], [0.9, true], [0.9, true]), 0.999],
    ['is never as low as a guess', judged(...twenty, [0.2, true]), 0.6],
    ['keeps equals together', judged(...twenty, [0.7, true], [0.7, false], [0.7, false]), 0.8],
  ])('%s', (_, all, threshold) => {
    expect(chooseThreshold(all, 0.9)).toBe(threshold);
  });
});

describe('the calibration error', () => {
  test.each([
    [judged([0.8, true], [0.8, true], [0.8, true], [0.8, false], [0.8, false]), 0.2],
    [judged([1, true], [1, true]), 0],
    [judged([1, false]), 1],
    [[], 0],
  ])('of %# is %d', (all, error) => {
    expect(calibrationError(all)).toBeCloseTo(error, 10);
  });

  test('counts by weight', () => {
    expect(
      calibrationError([
        { certainty: 1, isRight: true, weight: 3 },
        { certainty: 0.95, isRight: false, weight: 1 },
      ]),
    ).toBeCloseTo(0.2375, 10);
  });
});

describe('the temperature', () => {
  // Log odds of 4 against 0, right two times of three: certain by two thirds is when 4/T = ln 2.
  const overSure = (temperature: number) => {
    const certainty = 1 / (1 + Math.exp(-4 / temperature));
    return [true, true, false].map((isRight) => ({ certainty, isRight, weight: 1 }));
  };
  test('makes an over-sure model as modest as it is right', () => {
    const temperature = fitTemperature(overSure);
    expect(temperature).toBeCloseTo(4 / Math.LN2, 1);
    expect(calibrationError(overSure(temperature))).toBeLessThan(0.01);
  });

  test('never makes a model surer than its counts', () => {
    expect(fitTemperature((t) => overSure(t).map((one) => ({ ...one, isRight: true })))).toBeCloseTo(1, 2);
  });
});
