import { describe, expect, test } from '@jest/globals';
import { judgeBody, moreThanHalf, type BodyCount } from './body-decision.js';

const pmc = (members: number, ownerReps: number, attended: number, ownerRepsAttended: number, signed: number): BodyCount => ({
  ...{ body: 'PROPERTY_MGMT_COMMITTEE', members, ownerReps, attended, ownerRepsAttended, signed, heldOn: '2026-11-20', toldOn: null },
});

describe('物管会 (北京市物业管理条例第五十七条)', () => {
  test.each([
    [7, 4, 4, 3, 4], // quorum 4 members and 3 owner representatives, 4 signatures
    [9, 5, 5, 3, 5],
    [11, 6, 6, 4, 6],
  ])('%i members with %i owner representatives: %i and %i there, %i signatures carry it', (members, reps, there, repsThere, signed) => {
    expect(judgeBody(pmc(members, reps, there, repsThere, signed), 300)).toEqual({ isQuorate: true, isPassed: true, reasons: [] });
    expect(judgeBody(pmc(members, reps, there, repsThere, signed - 1), 300).isPassed).toBe(false);
    expect([moreThanHalf(members), moreThanHalf(reps)]).toEqual([there, repsThere]);
  });

  test.each([
    [pmc(7, 4, 3, 3, 4), '全体 7 人，须到 4 人，实到 3 人'],
    [pmc(7, 4, 4, 2, 4), '业主代表 4 人，须到 3 人，实到 2 人'], // 4 present of whom 2 are owners' representatives
  ])('no quorum: %j', (count, reason) => {
    expect(judgeBody(count, 300)).toEqual({ isQuorate: false, isPassed: false, reasons: [reason] });
  });

  test('9 members, 5 present, 4 sign: not passed, since 5 of 9 are needed', () => {
    const judged = judgeBody(pmc(9, 5, 5, 3, 4), 300);
    expect(judged).toEqual({ isQuorate: true, isPassed: false, reasons: ['须全体 9 人中 5 人签字，实签 4 人'] });
  });

  test.each([
    [pmc(8, 4, 5, 3, 5)], // even
    [pmc(5, 3, 3, 2, 3)], // fewer than seven
    [pmc(7, 3, 4, 3, 4)], // fewer than half are owners
    [pmc(7, 4, 4, 0, 4)], // four came though only three are not owners
    [pmc(7, 4, 8, 4, 4)],
    [pmc(7, 4, 4, 3, 8)],
  ])('numbers no such body can have are refused: %j', (count) => {
    expect(() => judgeBody(count, 300)).toThrow('body.numbers-unsound');
  });
});

describe('业委会 (第四十五条)', () => {
  const committee = (part: Partial<BodyCount> = {}): BodyCount => ({
    ...{ body: 'OWNERS_COMMITTEE', members: 5, ownerReps: 5, attended: 3, ownerRepsAttended: 3, signed: 3 },
    ...{ heldOn: '2026-11-20', toldOn: '2026-11-15', ...part },
  });
  test.each([
    [committee(), true, true],
    [committee({ toldOn: '2026-11-16' }), false, false], // four days before
    [committee({ toldOn: null }), false, false],
    [committee({ attended: 2, ownerRepsAttended: 2 }), false, false],
    [committee({ signed: 2 }), true, false],
  ])('%j: quorate %p, passed %p', (count, isQuorate, isPassed) => {
    expect(judgeBody(count, 300)).toMatchObject({ isQuorate, isPassed });
  });

  test('has five members at least, and three where there are at most a hundred homes (第三十九条)', () => {
    const three = committee({ members: 3, ownerReps: 3, attended: 2, ownerRepsAttended: 2, signed: 2 });
    expect(judgeBody(three, 100)).toMatchObject({ isPassed: true });
    expect(() => judgeBody(three, 101)).toThrow('body.numbers-unsound');
  });
});

describe('居民会议 (L8)', () => {
  const residents = (members: number, attended: number, signed: number): BodyCount => ({
    ...{ body: 'RESIDENTS_MEETING', members, ownerReps: 0, attended, ownerRepsAttended: 0, signed, heldOn: '2026-11-20', toldOn: null },
  });
  test.each([
    [residents(121, 61, 31), true, true], // 121 eligible -> 61 attend, 31 decide
    [residents(121, 60, 60), false, false],
    [residents(121, 61, 30), true, false],
    [residents(121, 121, 61), true, true], // half of those present, not of those who agree to come
    [residents(120, 60, 60), false, false], // exactly half is not more than half
  ])('%j: quorate %p, passed %p', (count, isQuorate, isPassed) => {
    expect(judgeBody(count, 300)).toMatchObject({ isQuorate, isPassed });
  });
  test('says what was missing, and refuses numbers no meeting can have', () => {
    expect(judgeBody(residents(121, 60, 60), 300).reasons).toEqual(['应到 121 人，须到 61 人，实到 60 人']);
    expect(judgeBody(residents(121, 61, 30), 300).reasons).toEqual(['到会 61 人，须 31 人同意，实有 30 人']);
    for (const wrong of [residents(121, 122, 61), residents(121, 61, 62), residents(0, 0, 0)])
      expect(() => judgeBody(wrong, 300)).toThrow('body.numbers-unsound');
  });
});
