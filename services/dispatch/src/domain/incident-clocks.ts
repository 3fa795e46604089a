import type { ClockStep } from './clock-steps.js';

export type IncidentFact = { fact: 'proposed' | 'opened' | 'statusTold'; at: Date } | { fact: 'restored' | 'dismissed' };

/**
 * The clocks of an incident: until what the system proposed is confirmed or dismissed (INCIDENT_CONFIRM, P), and from the opening until all is restored or it is called
 * off a status at least every hour (domain rules 4.6, BROADCAST). Each status starts the hour anew.
 * Example: told 40 minutes after the opening -> due 60 minutes after that.
 */
export function incidentClockSteps(told: IncidentFact): ClockStep[] {
  switch (told.fact) {
    case 'proposed':
      return [{ stop: ['INCIDENT_CONFIRM'] }, { start: 'INCIDENT_CONFIRM', at: told.at }];
    case 'opened':
      return [{ stop: ['INCIDENT_CONFIRM'] }, { start: 'BROADCAST', at: told.at }];
    case 'statusTold':
      return [{ stop: ['BROADCAST'] }, { start: 'BROADCAST', at: told.at }];
    case 'restored':
      return [{ stop: ['BROADCAST'] }];
    case 'dismissed':
      return [{ stop: ['INCIDENT_CONFIRM', 'BROADCAST'] }];
  }
}
