import { Mark } from '../../components/mark.js';
import { labels } from '../../lib/labels.js';
import type { Council } from './api.js';

/** How far a session is, and whether it found consensus. */
export function StateOf({ session: { state } }: { session: Pick<Council, 'state'> }) {
  const tone = state === 'CONSENSUS' ? 'good' : state === 'NO_CONSENSUS' ? 'bad' : 'plain';
  return <Mark tone={tone}>{labels.councilState[state]}</Mark>;
}
