import type { ClockStep } from './clock-steps.js';

/**
 * The one clock of an incident (domain rules 4.6, BROADCAST): a status at least every hour, from the opening until all is restored. Each status starts the
 * hour anew. Example: told 40 minutes after the opening -> due 60 minutes after that.
 */
export function broadcastSteps(told: { fact: 'opened' | 'statusTold' | 'restored'; at: Date }): ClockStep[] {
  const stop: ClockStep = { stop: ['BROADCAST'] };
  return told.fact === 'restored' ? [stop] : [stop, { start: 'BROADCAST', at: told.at }];
}
