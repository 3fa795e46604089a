import type { Output } from '@wufang/api-client';

export type Campaign = Output<'dispatch.campaign.get'>;
export type Finding = Campaign['findings'][number];

/** What is left to do catches the eye. */
export const findingTone = { OPEN: 'bad', SETTLED: 'good', DEMANDED: 'plain' } as const satisfies Record<Finding['state'], string>;

/** What is asked anew after a step in a campaign. */
export const campaignKeys = [['campaigns'], ['campaign'], ['rosters']] as const;
