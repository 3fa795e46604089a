import { gateway } from '@wufang/contracts';
import type { Session } from './client.js';

const LOOK_EVERY_MS = 250;
/** So many looks in a row must find nothing under way. */
const QUIET_LOOKS = 3;

/**
 * Waits until what was written has been heard by everybody: no event waits to be told and no consumer goes on counting. Rates asked for right
 * after an import are then whole. Answers false when there was no quiet in time; somebody else may be at work.
 */
export async function settle(session: Session, withinMs = 60_000): Promise<boolean> {
  const until = Date.now() + withinMs;
  let before = '';
  let quiet = 0;
  while (quiet < QUIET_LOOKS) {
    if (Date.now() > until) return false;
    const { waiting, heard } = eventsIn(await session.call(gateway.metrics, {}));
    quiet = waiting === 0 && heard === before ? quiet + 1 : 0;
    before = heard;
    if (quiet < QUIET_LOOKS) await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
  return true;
}

/** What the metrics say of events: how many wait to be told, and every count of those told and heard. */
export function eventsIn(metrics: string): { waiting: number; heard: string } {
  const lines = metrics.split('\n');
  const waiting = lines
    .filter((line) => line.startsWith('wufang_outbox_waiting'))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  return { waiting, heard: lines.filter((line) => /^wufang_events_(consumed|published)_total/.test(line)).join('\n') };
}
