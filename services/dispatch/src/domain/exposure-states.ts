import { labels, type ExposureState } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';

type ExposureAction = 'publish' | 'refuse' | 'withdraw' | 'fix';

/** What becomes of an entry of the exposure board (曝光台). What was put right, refused or taken down stays so. */
export const exposureTransitions: Record<ExposureState, Partial<Record<ExposureAction, ExposureState>>> = {
  PROPOSED: { publish: 'PUBLISHED', refuse: 'REFUSED' },
  PUBLISHED: { withdraw: 'WITHDRAWN', fix: 'FIXED' },
  REFUSED: {},
  WITHDRAWN: {},
  FIXED: { withdraw: 'WITHDRAWN' },
};

/** The next state, or `exposure.state` where there is no way. Example: PROPOSED, fix -> refused, since nobody outside has seen it. */
export function nextExposureState(state: ExposureState, action: ExposureAction): ExposureState {
  const next = exposureTransitions[state][action];
  if (!next) throw new DomainError('exposure.state', { state: labels.exposureState[state] });
  return next;
}
