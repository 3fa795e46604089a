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
/** States in which an order is over: nobody has it any more. */
const over: readonly State[] = ['CLOSED_SOLVED', 'CLOSED_UNSOLVED', 'WATCHING', 'ARCHIVED'];
/** States in which a later due time may be asked for. */
const extensible: readonly State[] = ['ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING', 'REWORK'];
/** States in which the next higher level may be asked (提级请求): as long as a unit works on it. */
const escalable: readonly State[] = ['DISPATCHED', ...extensible, 'SUSPENDED'];
/** States in which the complainant is given word (反馈) or waited for (暂停计时), and the clocks that a word answers. */
const inTouch: readonly State[] = ['ACCEPTED', 'HANDLING', 'JOINT', 'DELIBERATING'];
const answered: readonly Order['clocks'][number]['code'][] = ['EMERG_FEEDBACK', 'POLICY_ANSWER'];
/** States in which an emergency may be argued about while it is handled (先办后议). */
const emergency: readonly State[] = ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'];

/** Where an order will stand once these steps have arrived, so that work goes on without a signal. */
function stateAfter({ state, level }: Order, steps: readonly StepName[]): State {
  return steps.reduce<State>((now, step) => {
    if (step === 'accept') return now === 'REWORK' ? 'HANDLING' : now === 'DISPATCHED' ? 'ACCEPTED' : now;
    if (step === 'contact' || step === 'feedback') return now === 'ACCEPTED' ? 'HANDLING' : now;
    if (step === 'complete') return 'COMPLETED';
    if (step === 'resume') return 'HANDLING';
    if (step === 'dispute') return level === 'E' ? now : 'DISPUTED';
    return step === 'handUp' ? 'DISPATCHED' : now;
  }, state);
}

interface Steps {
  state: State;
  steps: StepName[];
  hindered: StepName[];
}

/**
 * What the people of these units may do with an order once the steps that wait have arrived: the next steps, and what one asks for when it cannot be
 * done, or not in time. Only the lead handles it; who answered first (有事您找我) stays in touch with the resident as long as anybody has it. Nothing is completed before every
 * co-unit has answered or was let off (条例第十四条), and every whistle is settled.
 */
export function stepsFor(order: Order, waiting: readonly StepName[], units: readonly string[]): Steps {
  const state = stateAfter(order, waiting);
  if (!units.includes(order.leadUnitId)) {
    const isContact = order.contactUnitId !== null && units.includes(order.contactUnitId);
    return { state, steps: isContact && !over.includes(state) ? ['feedback'] : [], hindered: [] };
  }
  const { level, handUpStep, mustHandUp, openDisputeId, openRequest, pausedSince, escalation } = order;
  const owesWord = order.clocks.some((clock) => clock.state === 'armed' && answered.includes(clock.code));
  const joins = order.openLegs > 0 || order.openWhistles > 0;
  // What the complainant was waited for has come.
  const goOn: StepName[] = pausedSince !== null && !waiting.includes('goOn') ? ['goOn'] : [];
  const word: StepName[] = owesWord && inTouch.includes(state) && !waiting.includes('feedback') ? ['feedback'] : [];
  const steps = [...goOn, ...word, ...(next[state] ?? [])].filter((name) => !(joins && name === 'complete'));
  const mayDispute = level === 'E' ? emergency.includes(state) : state === 'DISPATCHED';
  const mayAsk = openRequest === null && pausedSince === null && !waiting.includes('extension') && !waiting.includes('suspension');
  const asks: [StepName, boolean][] = [
    // Who stands on the ladder of 有事您找我 hands up instead of objecting.
    ['handUp', handUpStep !== null && ['DISPATCHED', 'ACCEPTED', 'HANDLING', 'JOINT'].includes(state)],
    ['dispute', mayDispute && !mustHandUp && openDisputeId === null && !waiting.includes('dispute')],
    ['extension', mayAsk && extensible.includes(state) && (level === 'N' || level === 'C')],
    ['suspension', mayAsk && state === 'HANDLING'],
    ['escalate', escalable.includes(state) && escalation?.outcome !== 'OPEN' && openDisputeId === null && !waiting.includes('escalate')],
    ['pause', mayAsk && inTouch.includes(state) && (level === 'N' || level === 'C') && !waiting.includes('pause')],
  ];
  return { state, steps, hindered: asks.flatMap(([name, may]) => (may ? [name] : [])) };
}
