import { describe, expect, test } from '@jest/globals';
import {
  emergencyCases,
  type EmergencyCase,
  type EmergencyEvidence,
  type FundCustodian,
  type IssueSeat,
  type SeatKind,
} from '@wufang/contracts';
import {
  confirmers,
  emergencyNotice,
  isPosted,
  missingEvidence,
  nextOfEmergency,
  refuseApplicant,
  withConfirmation,
} from './emergency-use.js';

const photo = { documents: ['现场照片'], fileIds: ['9b0d3c1e-6c5f-4d6f-8e0a-3f7d1c2b4a5e'] };
const seats = (vacant: readonly SeatKind[] = []): IssueSeat[] =>
  (['STREET', 'COMMUNITY', 'RIGHTS_UNIT', 'FIRM', 'OWNERS_BODY'] as const).map((kind) => ({
    ...{ kind, state: vacant.includes(kind) ? ('VACANT' as const) : ('FILLED' as const), unitId: null, body: null, isBinding: true },
    ...{ reason: null, representative: null, deputy: null, steppedBack: [] },
  }));

describe('what shows an emergency', () => {
  const lacking: [string, EmergencyCase, Partial<EmergencyEvidence>, number][] = [
    ['a leaking roof, a photo', 'ROOF_LEAK', {}, 0],
    ['a lift that endangers people, a photo', 'LIFT_DANGER', {}, 0],
    ['a pump that fails, a photo', 'WATER_PUMP', {}, 0],
    ['a drain that has burst, a photo', 'DRAIN_BURST', {}, 0],
    ['a fifth of the facade', 'FACADE_FALLING', { facade: { looseHundredths: 2_000, sideHundredths: 10_000 } }, 0],
    ['0.01 m² less than a fifth', 'FACADE_FALLING', { facade: { looseHundredths: 1_999, sideHundredths: 10_000 } }, 1],
    ['more of a facade than there is', 'FACADE_FALLING', { facade: { looseHundredths: 30_000, sideHundredths: 10_000 } }, 1],
    ['a photo by its name alone', 'ROOF_LEAK', { fileIds: [] }, 1],
    ['a facade nobody measured', 'FACADE_FALLING', {}, 1],
    ['a fire system, asked for by nobody', 'FIRE_SYSTEM', {}, 1],
    ['a fire system, asked for by the fire brigade', 'FIRE_SYSTEM', { fireDemand: '责令改正通知书' }, 0],
    ['a lift of twenty years', 'OLD_LIFT', { lift: { years: 20 } }, 1],
    ['a lift of more than twenty years', 'OLD_LIFT', { lift: { years: 21 } }, 0],
    ['a lift of an old standard', 'OLD_LIFT', { lift: { years: 3, isOldStandard: true } }, 0],
    ['a lift with one failed key item', 'OLD_LIFT', { lift: { failedKeyItems: 1 } }, 0],
  ];
  test.each(lacking)('%s', (_, what, evidence, missing) => {
    expect(missingEvidence(what, { ...photo, ...evidence })).toHaveLength(missing);
  });
  test('the six cases and old lifts, no other, and each with a row of its own', () => {
    expect([...new Set(lacking.map(([, what]) => what))].sort()).toEqual([...emergencyCases].sort());
    expect(emergencyCases).toHaveLength(7);
  });
});

describe('who applies', () => {
  const refused = (
    custodian: FundCustodian,
    applicant: SeatKind,
    { reason, what, vacant }: { reason: string | null; what: EmergencyCase; vacant: SeatKind[] },
  ) => {
    try {
      refuseApplicant({ custodian, what, applicant, reason }, seats(vacant));
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const rows: [FundCustodian, SeatKind, string | null, EmergencyCase, string | null][] = [
    ['CITY_FUND_CENTRE', 'FIRM', null, 'ROOF_LEAK', null], // money not moved: the firm
    ['CITY_FUND_CENTRE', 'OWNERS_BODY', null, 'ROOF_LEAK', 'emergency.applicant'],
    ['OWNERS_ASSEMBLY', 'OWNERS_BODY', null, 'ROOF_LEAK', null], // moved: the owners' body
    ['OWNERS_ASSEMBLY', 'FIRM', null, 'ROOF_LEAK', 'emergency.applicant'],
    ['OWNERS_ASSEMBLY', 'FIRM', '业委会任期届满未换届', 'ROOF_LEAK', null], // body idle or over: the firm, with the reason
    ['PROPERTY_RIGHTS_UNIT', 'RIGHTS_UNIT', null, 'ROOF_LEAK', null],
    ['CITY_FUND_CENTRE', 'COMMUNITY', null, 'DRAIN_BURST', 'emergency.applicant'], // no firm: community or street organise and say why
    ['CITY_FUND_CENTRE', 'COMMUNITY', '本小区没有物业', 'DRAIN_BURST', null],
    ['CITY_FUND_CENTRE', 'OWNERS_BODY', null, 'OLD_LIFT', null], // old lifts: either
    ['NONE', 'FIRM', '本小区没有维修资金', 'ROOF_LEAK', 'emergency.no-fund'],
  ];
  test.each(rows)('money with %s, %s, reason %s, %s -> %s', (custodian, applicant, reason, what, code) => {
    expect(refused(custodian, applicant, { reason, what, vacant: ['FIRM'] })).toBe(code);
  });

  test.each([
    ['CITY_FUND_CENTRE', 'COMMUNITY', 'emergency.applicant'], // there is a firm: it applies
    ['CITY_FUND_CENTRE', 'STREET', 'emergency.applicant'],
    ['OWNERS_ASSEMBLY', 'COMMUNITY', 'emergency.applicant'],
    ['OWNERS_ASSEMBLY', 'FIRM', null], // the body is idle: the firm
    ['CITY_FUND_CENTRE', 'OWNERS_BODY', null],
    ['OWNERS_ASSEMBLY', 'RIGHTS_UNIT', 'emergency.applicant'], // never of others' money
    ['CITY_FUND_CENTRE', 'RIGHTS_UNIT', 'emergency.applicant'],
  ] as const)('where there is a firm, money with %s, %s with a reason -> %s', (custodian, applicant, code) => {
    expect(refused(custodian, applicant, { reason: '对方不履职，由本方代为申请', what: 'DRAIN_BURST', vacant: [] })).toBe(code);
  });

  test('street and the owners’ body confirm; without one the firm, without both the community', () => {
    expect(confirmers(seats())).toEqual(['STREET', 'OWNERS_BODY']);
    expect(confirmers(seats(['OWNERS_BODY']))).toEqual(['STREET', 'FIRM']);
    expect(confirmers(seats(['OWNERS_BODY', 'FIRM']))).toEqual(['STREET', 'COMMUNITY']);
    // Convened representatives bind nobody.
    expect(confirmers(seats().map((seat) => (seat.kind === 'OWNERS_BODY' ? { ...seat, isBinding: false } : seat)))).toEqual([
      'STREET',
      'FIRM',
    ]);
  });
});

test('the notice says case, place, applicant, amount, proof, and that it is no vote', () => {
  const facts = {
    estateName: '西大院',
    scope: '9号楼',
    what: 'DRAIN_BURST',
    custodian: 'CITY_FUND_CENTRE',
    applicant: 'COMMUNITY',
  } as const;
  const said = { ...facts, reason: '本小区没有物业', estimate: '12,345.67', evidence: photo, answerPeriod: '2 个工作日' };
  const text = emergencyNotice(said).join('\n');
  for (const part of [
    '西大院',
    '9号楼',
    '社区',
    '本小区没有物业',
    '12,345.67 元',
    '现场照片',
    '不经业主共同表决',
    '不作表决统计',
    '在 2 个工作日内得到答复',
  ])
    expect(text).toContain(part);
});

test('street and owners’ body confirm, each once and nobody else; with both it is whole', () => {
  const first = withConfirmation([], 'STREET', '2026-11-30T00:00:00Z', seats());
  expect(first).toMatchObject({ isComplete: false, confirmedBy: [{ seat: 'STREET' }] });
  expect(withConfirmation(first.confirmedBy, 'OWNERS_BODY', '2026-11-30T01:00:00Z', seats())).toMatchObject({ isComplete: true });
  for (const seat of ['STREET', 'FIRM', 'COMMUNITY'] as const)
    expect(() => withConfirmation(first.confirmedBy, seat, '2026-11-30T01:00:00Z', seats())).toThrow('emergency.confirmer');
});

test('a correction waits for the same two, and what hangs stays until they have confirmed it', () => {
  expect(nextOfEmergency('POSTED', 'correct')).toBe('CORRECTING');
  expect(nextOfEmergency('CORRECTING', 'confirm')).toBe('CORRECTING');
  for (const end of ['complete', 'refuse'] as const) expect(nextOfEmergency('CORRECTING', end)).toBe('POSTED');
  expect(() => nextOfEmergency('POSTED', 'confirm')).toThrow('emergency.illegal-step');
  expect((['FILED', 'NOTICED', 'CONFIRMED', 'POSTED', 'CORRECTING', 'REFUSED'] as const).filter(isPosted)).toEqual([
    'POSTED',
    'CORRECTING',
  ]);
});
