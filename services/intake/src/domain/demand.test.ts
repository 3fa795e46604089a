import { describe, expect, test } from '@jest/globals';
import { demandStates, type DemandState } from '@wufang/contracts';
import { nextDemandState, type DemandAction } from './demand.js';

const ways: Record<string, DemandState> = {
  'RECEIVED screen': 'SCREENING',
  'SCREENING forward': 'FORWARDED',
  'SCREENING answer': 'ANSWERED',
  'SCREENING redirect': 'REDIRECTED',
  'SCREENING link': 'LINKED',
};
const actions: DemandAction[] = ['screen', 'forward', 'answer', 'redirect', 'link'];

describe('a demand', () => {
  test.each(demandStates.flatMap((state) => actions.map((action) => [state, action] as const)))(
    'in state %s: %s goes where the table says, or is refused',
    (state, action) => {
      const to = ways[`${state} ${action}`];
      if (to) expect(nextDemandState(state, action)).toBe(to);
      else expect(() => nextDemandState(state, action)).toThrow('demand.illegal-step');
    },
  );
});
