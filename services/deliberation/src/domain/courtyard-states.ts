import { labels, type MatterState, type QuestionState } from '@wufang/contracts';
import { stepsOf, type Transitions } from '@wufang/kernel';

export type MatterAction = keyof typeof labels.matterAction;
export type QuestionAction = keyof typeof labels.questionAction;

/** A matter of a palm courtyard (掌上四合院, S2): the branch convenes, units come in and answer, the yard settles it or brings it to the table. */
export const matterTransitions: Transitions<MatterState, MatterAction> = {
  RAISED: { support: 'RAISED', convene: 'CONVENED', bring: 'BROUGHT_TO_TABLE', decline: 'DECLINED' },
  CONVENED: { support: 'CONVENED', convene: 'CONVENED', answer: 'CONVENED', settle: 'SETTLED', bring: 'BROUGHT_TO_TABLE' },
  SETTLED: {},
  BROUGHT_TO_TABLE: {},
  DECLINED: {},
};
export const matterEntries = ['RAISED'] as const satisfies readonly MatterState[];

/** A question of a secretaries' office day (书记办公日, S2): the unit answers in time; the community is content, or makes a project or an issue of it. */
export const questionTransitions: Transitions<QuestionState, QuestionAction> = {
  ASKED: { answer: 'ANSWERED' },
  ANSWERED: { answer: 'ANSWERED', settle: 'SETTLED' },
  SETTLED: {},
};
export const questionEntries = ['ASKED'] as const satisfies readonly QuestionState[];

export const nextOfMatter = stepsOf(matterTransitions, {
  refusal: 'courtyard.illegal-step',
  states: labels.matterState,
  actions: labels.matterAction,
});
export const nextOfQuestion = stepsOf(questionTransitions, {
  refusal: 'courtyard.illegal-step',
  states: labels.questionState,
  actions: labels.questionAction,
});
