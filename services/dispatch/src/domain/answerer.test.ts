import { describe, expect, test } from '@jest/globals';
import type { DutyTurn, Named } from '@wufang/contracts';
import { answererOf, atTurn, type Answerers } from './answerer.js';

const unit = '0199d4f0-0000-7000-8000-000000000001';
const person = (accountId: string, displayName: string, unitIds: string[] = []): Named => ({ accountId, displayName, unitIds });
const people = [person('wang', '王芳', [unit]), person('li', '李强', [unit]), person('chief', '赵科长'), person('night', '孙夜')];
const nobody: Answerers = { planned: null, chief: null, accepted: null, onDuty: null };

describe('who answers for an order', () => {
  test.each<[string, Partial<Answerers>, string]>([
    ['whom the measure names, before all others', { planned: 'li', chief: 'chief', accepted: 'wang', onDuty: 'night' }, '李强'],
    ['else the chief who took it up', { chief: 'chief', accepted: 'wang', onDuty: 'night' }, '赵科长（领办）'],
    ['else who accepted it', { accepted: 'wang', onDuty: 'night' }, '王芳（签收）'],
    ['else who is on duty for the unit', { onDuty: 'night' }, '孙夜（当班）'],
    ['else those who act for the unit', {}, '王芳、李强（本单位）'],
    ['an account nobody is known by is passed over', { planned: 'gone', accepted: 'system', onDuty: 'night' }, '孙夜（当班）'],
  ])('%s', (_, known, expected) => {
    expect(answererOf({ ...nobody, ...known }, unit, people)).toBe(expected);
  });

  test('of many the first three are named; where there is nobody, that is said', () => {
    const many = ['甲', '乙', '丙', '丁'].map((name) => person(name, name, [unit]));
    expect(answererOf(nobody, unit, many)).toBe('甲、乙、丙等（本单位）');
    expect(answererOf(nobody, 'another unit', people)).toBe('未指定');
  });
});

describe('whose turn it is', () => {
  const turns: DutyTurn[] = [
    { accountId: 'li', from: '2026-11-09T10:00:00.000Z', until: '2026-11-09T15:00:00.000Z' },
    { accountId: 'wang', from: '2026-11-09T15:00:00.000Z', until: '2026-11-10T00:00:00.000Z' },
  ];
  test.each([
    ['2026-11-09T09:59:59.999Z', null], // before it begins
    ['2026-11-09T10:00:00.000Z', 'li'],
    ['2026-11-09T15:00:00.000Z', 'wang'], // relieved at this moment
    ['2026-11-10T00:00:00.000Z', null], // over
  ])('at %s: %s', (at, expected) => {
    expect(atTurn(turns, new Date(at))).toBe(expected);
  });
});
