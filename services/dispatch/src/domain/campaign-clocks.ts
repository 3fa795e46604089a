import type { ClockStep } from './clock-steps.js';

/** The one clock of a campaign: from its opening to the end of its last day, until it is closed; extended, a new one from then to the end of the new last day. */
export function campaignSteps(told: { fact: 'opened' | 'extended'; at: Date; dueAt: Date } | { fact: 'closed' }): ClockStep[] {
  if (told.fact === 'closed') return [{ stop: ['CAMPAIGN_END'] }];
  const begun: ClockStep = { start: 'CAMPAIGN_END', at: told.at, dueAt: told.dueAt };
  return told.fact === 'opened' ? [begun] : [{ stop: ['CAMPAIGN_END'] }, begun];
}
