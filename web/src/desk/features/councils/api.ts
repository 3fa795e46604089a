import type { Output } from '@wufang/api-client';

export type Council = Output<'deliberation.council-session.get'>;
export const councilKeys = [['councils']] as const;
