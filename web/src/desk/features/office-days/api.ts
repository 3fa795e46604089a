import type { Output } from '@wufang/api-client';

export type Question = Output<'deliberation.office-question.list'>['questions'][number];
export const questionKeys = [['office-questions']] as const;
