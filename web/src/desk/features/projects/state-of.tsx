import { Mark } from '../../components/mark.js';
import { labels } from '../../lib/labels.js';
import type { Project } from './api.js';

/** Where a project stands. */
export function StateOf({ project: { state } }: { project: Pick<Project, 'state'> }) {
  const tone = state === 'ACCEPTED' ? 'good' : state === 'DECLINED' || state === 'WITHDRAWN' ? 'bad' : 'plain';
  return <Mark tone={tone}>{labels.projectState[state]}</Mark>;
}
