import type { ClockStep } from './clock-steps.js';

/** The one clock of a campaign: from its opening to the end of its last day, until it is closed. */
export function campaignSteps(told: { fact: 'opened'; at: Date; dueAt: Date } | { fact: 'closed' }): ClockStep[] {
  return told.fact === 'opened' ? [{ start: 'CAMPAIGN_END', at: told.at, dueAt: told.dueAt }] : [{ stop: ['CAMPAIGN_END'] }];
}
