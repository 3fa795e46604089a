import { describe, expect, test } from '@jest/globals';
import { estateTermStates, estateTermTransitions, stepsOfTerm, type TermStep } from '@wufang/contracts';
import { faultOfStep, refuseUnlawful, type TermFacts } from './estate-term-rules.js';
import { stateAfter, standingOf } from './estate-term-states.js';

const paper = { on: '2026-03-02', document: '街道收件单〔2026〕3号', fileId: null };
const committee: TermFacts = {
  ...{ kind: 'OWNERS_COMMITTEE', steps: [], homes: 1390, materialsDays: 15, openKinds: [], hadCommittee: false },
};
const after = (...steps: TermStep[]): TermFacts => ({ ...committee, steps: steps.map((step) => ({ step })) });
const application = {
  ...{ kind: 'APPLY' as const, ...paper, deliveredHundredths: 50, totalHundredths: 100, owners: 100, applicants: 5 },
  ...{ applicantsHundredths: 0, byDeveloper: false },
};
const checked = { kind: 'CHECK' as const, ...paper, isMet: true };
const materials = { kind: 'POST_MATERIALS' as const, ...paper, assemblyOn: '2026-03-17' };
const elect = { kind: 'ELECT' as const, ...paper, on: '2026-03-17', members: 5, until: '2031-03-17' };
const form = { kind: 'FORM' as const, ...paper, members: 7, ownerReps: 4, isChairedByCommunity: true, until: '2029-03-02' };
const signed = { kind: 'SIGN' as const, ...paper, until: '2029-03-01' };
const contract: TermFacts = { ...after(signed), kind: 'PROPERTY_CONTRACT' };
const end = { kind: 'END' as const, ...paper, isRenewed: false, noticedOn: null };

describe('what a step has to keep of 北京市物业管理条例', () => {
  test.each<[string, TermFacts, TermStep, RegExp | null]>([
    ['half of the area and five of a hundred owners', committee, application, null],
    ['not half of the area', committee, { ...application, deliveredHundredths: 49 }, /不足建筑总面积的 50%.*第三十条/],
    ['four owners and no area', committee, { ...application, applicants: 4 }, /5%.*第三十条/],
    ['four owners with five of the area', committee, { ...application, applicants: 4, applicantsHundredths: 5 }, null],
    ['the developer alone', committee, { ...application, applicants: 0, byDeveloper: true }, null],
    ['more owners than there are', committee, { ...application, applicants: 101 }, /部分大于总数/],
    ['no area at all', committee, { ...application, deliveredHundredths: 0, totalHundredths: 0 }, /第三十条/],
    ['a committee that is there already', { ...committee, openKinds: ['OWNERS_COMMITTEE'] }, application, /换届/],
    ['a group before the check', after(application), { kind: 'PREPARE', ...paper, members: 7, ownerReps: 4 }, /第三十一条/],
    ['a group of seven with four', after(application, checked), { kind: 'PREPARE', ...paper, members: 7, ownerReps: 4 }, null],
    ['a group of six', after(application, checked), { kind: 'PREPARE', ...paper, members: 6, ownerReps: 4 }, /单数.*第三十一条/],
    [
      'a group of seven with three',
      after(application, checked),
      { kind: 'PREPARE', ...paper, members: 7, ownerReps: 3 },
      /50%.*第三十一条/,
    ],
    ['materials fifteen days before', committee, materials, null],
    ['materials fourteen days before', committee, { ...materials, assemblyOn: '2026-03-16' }, /15 日前.*最早 2026-03-17.*第三十二条/],
    ['five of many homes, for five years', after(application, checked, materials), elect, null],
    ['a day earlier than the materials allow', after(application, materials), { ...elect, on: '2026-03-16' }, /第三十二条/],
    ['an election without materials', after(application, checked), elect, /第三十二条/],
    ['four members', after(application, materials), { ...elect, members: 4 }, /单数且不少于 5 人.*第三十九条/],
    ['three of 101 homes', { ...after(application, materials), homes: 101 }, { ...elect, members: 3 }, /第三十九条/],
    ['three of 100 homes', { ...after(application, materials), homes: 100 }, { ...elect, members: 3 }, null],
    ['a day more than five years', after(application, materials), { ...elect, until: '2031-03-18' }, /5 年.*第四十一条/],
    ['a new term where there never was one', committee, elect, /首届.*第三十条/],
    ['a new term after one', { ...committee, openKinds: ['OWNERS_COMMITTEE'], hadCommittee: true }, elect, null],
    ['a third term', { ...committee, openKinds: ['OWNERS_COMMITTEE', 'OWNERS_COMMITTEE'], hadCommittee: true }, elect, /已在台账上/],
    ['seven with four, the residents’ committee in the chair, three years', committee, form, null],
    ['another chair', committee, { ...form, isChairedByCommunity: false }, /居委会.*第五十四条/],
    ['five of them', committee, { ...form, members: 5 }, /不少于 7 人.*第五十四条/],
    ['eight of them', committee, { ...form, members: 8 }, /单数.*第五十四条/],
    ['seven with three', committee, { ...form, ownerReps: 3 }, /50%.*第五十四条/],
    ['longer than three years', committee, { ...form, until: '2029-03-03' }, /3 年.*第五十八条/],
    ['beside a committee', { ...committee, openKinds: ['OWNERS_COMMITTEE'] }, form, /第五十二条/],
    ['filing what was not handed in', after(elect), { kind: 'FILE', ...paper }, /第四十三条/],
    ['a change nobody told of', after(elect), { kind: 'FILE_CHANGE', ...paper }, /第五十条/],
    ['a change to four', after(elect), { kind: 'CHANGE', ...paper, members: 4, ownerReps: 4 }, /第三十九条/],
    ['half a year of service', committee, { kind: 'START_SERVICE', ...paper, until: '2026-09-02' }, null],
    ['a day more', committee, { kind: 'START_SERVICE', ...paper, until: '2026-09-03' }, /6 个月.*第七十七条/],
    ['no ninety days before the end', contract, { kind: 'REFUSE', ...paper, on: '2028-12-02' }, /90 日前.*最迟 2028-12-01.*第七十五条/],
    ['ninety days before the end', contract, { kind: 'REFUSE', ...paper, on: '2028-12-01' }, null],
    ['the end of a contract', contract, { ...end, on: '2029-03-01' }, null],
    ['the end of one that went on, untold', contract, { ...end, on: '2029-06-01' }, /60 日.*第七十六条/],
    ['told too late', contract, { ...end, on: '2029-06-01', noticedOn: '2029-04-03' }, /第七十六条/],
    ['told in time', contract, { ...end, on: '2029-06-01', noticedOn: '2029-04-02' }, null],
  ])('%s', (_, facts, step, fault) => {
    if (fault === null) expect(faultOfStep(facts, step)).toBeNull();
    else expect(faultOfStep(facts, step)).toMatch(fault);
  });

  test('is refused in words', () => {
    expect(() => refuseUnlawful(committee, { ...form, members: 5 })).toThrow(
      expect.objectContaining({
        code: 'estate-term.unlawful',
        facts: { reason: expect.stringContaining('《北京市物业管理条例》第五十四条') },
      }),
    );
  });
});

test('an application that is found wanting is over; a committee prepared is elected, and filed', () => {
  expect(stateAfter('APPLIED', { ...checked, isMet: false })).toBe('ENDED');
  expect(stateAfter('APPLIED', checked)).toBe('APPLIED');
  expect(stateAfter('PREPARING', elect)).toBe('ELECTED');
  expect(stateAfter(null, form)).toBe('FORMED');
  expect(() => stateAfter('APPLIED', elect)).toThrow(expect.objectContaining({ code: 'estate-term.illegal-step' }));
});

test('a contract is not elected, and whatever a state allows leads to a state', () => {
  expect(stepsOfTerm('PROPERTY_CONTRACT', 'FILED')).toEqual(['DECIDE', 'REFUSE', 'END']);
  expect(stepsOfTerm('EMERGENCY_SERVICE', 'RUNNING')).toEqual(['END']);
  for (const steps of Object.values(estateTermTransitions)) for (const to of Object.values(steps)) expect(estateTermStates).toContain(to);
});

test('who sits is what was elected last, and changed since', () => {
  const changed = { kind: 'CHANGE' as const, ...paper, members: 7, ownerReps: 7 };
  expect(standingOf([{ step: application }])).toEqual({ members: null, ownerReps: null, beganOn: null, endsOn: null });
  expect(standingOf([{ step: elect }, { step: changed }])).toEqual({
    ...{ members: 7, ownerReps: 7, beganOn: '2026-03-17', endsOn: '2031-03-17' },
  });
});
