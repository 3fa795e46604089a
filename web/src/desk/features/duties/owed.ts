import type { Output } from '@wufang/api-client';

export type Duty = Output<'deliberation.duty.list'>['duties'][number];

export const isMoney = ({ kind }: Duty) => kind === 'INSTALMENT' || kind === 'RETENTION';

/** Past its day, by the clock of this page or by what the service says. */
export const isLate = ({ dueAt, isLate: said }: Duty, now: number) => said || (dueAt !== null && Date.parse(dueAt) < now);

/** What these duties come to, in fen. */
export const sum = (duties: readonly Duty[]): bigint => duties.reduce((all, { amountFen }) => all + BigInt(amountFen ?? '0'), 0n);
