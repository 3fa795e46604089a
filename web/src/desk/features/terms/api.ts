import type { Input, Output } from '@wufang/api-client';

export type Term = Output<'deliberation.estate-term.get'>;
export type ListedTerm = Output<'deliberation.estate-term.list'>['terms'][number];
export type FirstStep = Input<'deliberation.estate-term.register'>['step'];
export type LaterStep = Input<'deliberation.estate-term.record-step'>['step'];
export const termKeys = [['terms']] as const;
