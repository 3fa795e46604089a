import { expect, test } from '@jest/globals';
import { defaultTimeLimits, deadlineCodes, type EstateTermKind, type EstateTermState, type TermStep } from '@wufang/contracts';
import { beijingDate, WorkCalendar } from '@wufang/kernel';
import { dutiesOfTerm, seatOfCode, termCodes } from './estate-term-duties.js';

const rules = { limits: defaultTimeLimits, calendar: new WorkCalendar([]) };
const paper = { document: '街道收件单〔2026〕3号', fileId: null };
const at = (on: string, step: object) => ({ step: { ...paper, on, ...step } as TermStep, recordedAt: `${on}T10:00:00+08:00` });

/** What is owed with the last day on which it is in time. */
const owed = (kind: EstateTermKind, state: EstateTermState, ...steps: ReturnType<typeof at>[]) =>
  dutiesOfTerm({ kind, state, steps }, rules).map(
    ({ code, seat, dueAt }) => `${code} ${seat} ${beijingDate(new Date(dueAt.getTime() - 1))}`,
  );

const applied = at('2026-03-02', { kind: 'APPLY' });
const checked = at('2026-03-20', { kind: 'CHECK', isMet: true });
const prepared = at('2026-04-01', { kind: 'PREPARE', members: 7, ownerReps: 4 });
const elected = at('2026-05-20', { kind: 'ELECT', members: 5, until: '2031-05-19' });
const handedIn = at('2026-06-01', { kind: 'HAND_IN' });
const filed = at('2026-06-05', { kind: 'FILE' });

test.each([
  ['the check of an application', ['OWNERS_COMMITTEE', 'APPLIED', applied], ['BODY_CHECK STREET 2026-04-01']],
  ['the first meeting of the group', ['OWNERS_COMMITTEE', 'APPLIED', applied, checked], ['BODY_PREPARE STREET 2026-04-20']],
  [
    // 60 days end on a Sunday, so on the Monday (2026-05-31 -> 06-01); the materials hang fifteen days before that.
    'list, materials and first assembly',
    ['OWNERS_COMMITTEE', 'PREPARING', applied, checked, prepared],
    ['BODY_LIST STREET 2026-04-08', 'BODY_MATERIALS STREET 2026-05-17', 'BODY_FIRST_ASSEMBLY STREET 2026-06-01'],
  ],
  [
    'the first assembly alone, once list and materials hang',
    [
      ...(['OWNERS_COMMITTEE', 'PREPARING', applied, checked, prepared] as const),
      ...[at('2026-04-03', { kind: 'POST_LIST' }), at('2026-05-01', { kind: 'POST_MATERIALS', assemblyOn: '2026-05-20' })],
    ],
    ['BODY_FIRST_ASSEMBLY STREET 2026-06-01'],
  ],
  [
    'filing, meetings and the end of the term',
    ['OWNERS_COMMITTEE', 'ELECTED', elected],
    [
      ...['BODY_FILE OWNERS_BODY 2026-06-19', 'BODY_MEETING OWNERS_BODY 2026-07-20', 'BODY_ASSEMBLY OWNERS_BODY 2027-05-20'],
      ...['BODY_TERM_REPORT OWNERS_BODY 2030-11-19', 'BODY_TERM_GROUP STREET 2031-01-20', 'BODY_TERM_END STREET 2031-05-19'],
    ],
  ],
  [
    'the street’s five working days, once it was handed in',
    ['PROPERTY_MGMT_COMMITTEE', 'FORMED', at('2026-05-20', { kind: 'FORM', members: 7, ownerReps: 4, until: '2029-05-19' }), handedIn],
    ['BODY_FILING STREET 2026-06-08', 'BODY_TERM_END STREET 2029-05-19'],
  ],
  [
    // 10 October is a Saturday: filed by the Monday.
    'a change that was not filed, the next meeting counted from the last, the group from the report',
    [
      ...(['OWNERS_COMMITTEE', 'FILED', elected, handedIn, filed] as const),
      ...[at('2026-08-31', { kind: 'MEET' }), at('2026-08-01', { kind: 'MEET' }), at('2026-09-01', { kind: 'ASSEMBLE' })],
      ...[at('2026-09-10', { kind: 'CHANGE', members: 7, ownerReps: 7 }), at('2026-09-11', { kind: 'REPORT_END' })],
    ],
    [
      ...['BODY_CHANGE_FILE OWNERS_BODY 2026-10-12', 'BODY_MEETING OWNERS_BODY 2026-10-31', 'BODY_TERM_GROUP STREET 2026-11-10'],
      ...['BODY_ASSEMBLY OWNERS_BODY 2027-09-01', 'BODY_TERM_END STREET 2031-05-19'],
    ],
  ],
  [
    // Entered in its last two months: what lies before is not asked for, what is over already is late.
    'of a committee from before the register',
    [
      ...(['OWNERS_COMMITTEE', 'FILED'] as const),
      at('2026-11-20', { kind: 'ENTER', body: 'OWNERS_COMMITTEE', members: 5, ownerReps: 5, beganOn: '2022-01-10', until: '2027-01-09' }),
    ],
    ['BODY_TERM_REPORT OWNERS_BODY 2026-07-09', 'BODY_TERM_GROUP STREET 2026-09-07', 'BODY_TERM_END STREET 2027-01-09'],
  ],
  [
    'of a contract: filing, then whether it goes on',
    ['PROPERTY_CONTRACT', 'RUNNING', at('2026-03-02', { kind: 'SIGN', until: '2028-08-31' })],
    ['CONTRACT_FILE FIRM 2026-03-17', 'CONTRACT_DECIDE OWNERS_BODY 2028-02-29'],
  ],
  ['of a contract of five months', ['PROPERTY_CONTRACT', 'FILED', at('2026-03-02', { kind: 'SIGN', until: '2026-08-01' })], []],
  [
    'the hand-over of one that ends',
    [
      ...(['PROPERTY_CONTRACT', 'ENDED', at('2026-03-02', { kind: 'SIGN', until: '2028-08-31' })] as const),
      at('2028-08-31', { kind: 'END', isRenewed: false, noticedOn: null }),
    ],
    ['CONTRACT_HANDOVER FIRM 2028-10-02'],
  ],
  [
    'nothing of one that is renewed',
    [
      ...(['PROPERTY_CONTRACT', 'ENDED', at('2026-03-02', { kind: 'SIGN', until: '2028-08-31' })] as const),
      at('2028-08-31', { kind: 'END', isRenewed: true, noticedOn: null }),
    ],
    [],
  ],
  [
    'the end of an emergency service',
    ['EMERGENCY_SERVICE', 'RUNNING', at('2026-03-02', { kind: 'START_SERVICE', until: '2026-09-01' })],
    ['SERVICE_END STREET 2026-09-01'],
  ],
  [
    'nothing of a committee that has ended',
    ['OWNERS_COMMITTEE', 'ENDED', elected, at('2026-06-01', { kind: 'END', isRenewed: false, noticedOn: null })],
    [],
  ],
] as [string, Parameters<typeof owed>, string[]][])('%s', (_, term, duties) => {
  expect(owed(...term)).toEqual(duties);
});

test('a duty is told before its end: it begins before it is due', () => {
  for (const { startedAt, dueAt } of dutiesOfTerm({ kind: 'OWNERS_COMMITTEE', state: 'FILED', steps: [elected, filed] }, rules))
    expect(startedAt < dueAt).toBe(true);
});

test('every clock is a row of the table, and somebody’s', () => {
  for (const code of termCodes) {
    expect(deadlineCodes).toContain(code);
    expect(defaultTimeLimits.filter((row) => row.code === code)).toHaveLength(1);
    expect(['STREET', 'OWNERS_BODY', 'FIRM']).toContain(seatOfCode(code));
  }
});
