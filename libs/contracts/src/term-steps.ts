import type { EstateTermKind, EstateTermState, TermStepKind } from './estate-terms.js';

/**
 * A term on the register (任期台账): an application is checked, an owners' committee prepared, elected and filed; a property management committee formed and filed;
 * a contract signed and filed. What has ended is only handed over. A module of its own, since a page needs it and no schema.
 */
export const estateTermTransitions: Readonly<Record<EstateTermState, Readonly<Partial<Record<TermStepKind, EstateTermState>>>>> = {
  APPLIED: { CHECK: 'APPLIED', PREPARE: 'PREPARING', END: 'ENDED' },
  PREPARING: { POST_LIST: 'PREPARING', POST_MATERIALS: 'PREPARING', ELECT: 'ELECTED', END: 'ENDED' },
  ELECTED: { HAND_IN: 'ELECTED', FILE: 'FILED', ASSEMBLE: 'ELECTED', MEET: 'ELECTED', END: 'ENDED' },
  FORMED: { HAND_IN: 'FORMED', FILE: 'FILED', END: 'ENDED' },
  RUNNING: { FILE: 'FILED', DECIDE: 'RUNNING', REFUSE: 'RUNNING', END: 'ENDED' },
  FILED: {
    ...{ CHANGE: 'FILED', FILE_CHANGE: 'FILED', ASSEMBLE: 'FILED', MEET: 'FILED', REPORT_END: 'FILED', FORM_GROUP: 'FILED' },
    ...{ DECIDE: 'FILED', REFUSE: 'FILED', END: 'ENDED' },
  },
  ENDED: { HAND_OVER: 'ENDED' },
};

const stepsOfKind: Record<EstateTermKind, readonly TermStepKind[]> = {
  OWNERS_COMMITTEE: [
    ...(['CHECK', 'PREPARE', 'POST_LIST', 'POST_MATERIALS', 'ELECT', 'HAND_IN', 'FILE', 'CHANGE', 'FILE_CHANGE'] as const),
    ...(['ASSEMBLE', 'MEET', 'REPORT_END', 'FORM_GROUP', 'END'] as const),
  ],
  PROPERTY_MGMT_COMMITTEE: ['HAND_IN', 'FILE', 'CHANGE', 'FILE_CHANGE', 'END'],
  PROPERTY_CONTRACT: ['FILE', 'DECIDE', 'REFUSE', 'END', 'HAND_OVER'],
  EMERGENCY_SERVICE: ['END'],
};

/** The steps that may follow for a term of a kind in a state. Example: a filed contract -> DECIDE, REFUSE, END; it is not elected. */
export const stepsOfTerm = (kind: EstateTermKind, state: EstateTermState): TermStepKind[] =>
  stepsOfKind[kind].filter((step) => step in estateTermTransitions[state]);
