import type { Output } from '@wufang/api-client';
import type { StepName } from './steps.js';

type Order = Output<'dispatch.work-order.get'>;
type State = Order['state'];

/** What a handler does next in which state; the server says it again. */
const next: Partial<Record<State, readonly StepName[]>> = {
  DISPATCHED: ['accept'],
  ACCEPTED: ['contact', 'checkIn'],
  HANDLING: ['checkIn', 'progress', 'complete'],
  JOINT: ['checkIn', 'progress'],
  REWORK: ['accept'],
  DELIBERATING: ['checkIn', 'progress'],
  SUSPENDED: ['progress', 'resume'],
};
/** States in which a later due time may be asked for. */
const extensible: readonly State[] = ['ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING', 'REWORK'];
/** States in which an emergency may be argued about while it is handled (先办后议). */
const emergency: readonly State[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'];

/** Where an order will stand once these steps have arrived, so that work goes on without a signal. */
function stateAfter({ state, level }: Order, steps: readonly StepName[]): State {
  return steps.reduce<State>((now, step) => {
    if (step === 'accept') return now === 'REWORK' ? 'HANDLING' : 'ACCEPTED';
    if (step === 'contact') return now === 'ACCEPTED' ? 'HANDLING' : now;
    if (step === 'complete') return 'COMPLETED';
    if (step === 'resume') return 'HANDLING';
    if (step === 'dispute') return level === 'E' ? now : 'DISPUTED';
    return step === 'handUp' ? 'DISPATCHED' : now;
  }, state);
}

/** What a handler may do with an order once the steps that wait have arrived: the next steps, and what one asks for when it cannot be done, or not in time. */
export function stepsFor(order: Order, waiting: readonly StepName[]): { state: State; steps: StepName[]; hindered: StepName[] } {
  const state = stateAfter(order, waiting);
  const { level, handUpStep, openDisputeId, openRequest, pausedSince } = order;
  const mayDispute = level === 'E' ? emergency.includes(state) : state === 'DISPATCHED';
  const mayAsk = openRequest === null && pausedSince === null && !waiting.includes('extension') && !waiting.includes('suspension');
  const asks: [StepName, boolean][] = [
    // Who answers first in 有事您找我 hands up instead of objecting.
    ['handUp', handUpStep !== null && ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'].includes(state)],
    ['dispute', mayDispute && handUpStep === null && openDisputeId === null && !waiting.includes('dispute')],
    ['extension', mayAsk && extensible.includes(state) && (level === 'N' || level === 'C')],
    ['suspension', mayAsk && state === 'HANDLING'],
  ];
  return { state, steps: [...(next[state] ?? [])], hindered: asks.flatMap(([name, may]) => (may ? [name] : [])) };
}
