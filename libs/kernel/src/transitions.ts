import { DomainError } from './errors.js';

/** A machine as a table: state → action → next state. What is not there cannot be done. */
export type Transitions<State extends string, Action extends string> = Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>;

/**
 * The one way to read a table of states: the state a step leads to, or the refusal that names both in the words people know.
 * Example: a whistle that is SETTLED, asked to `sound` -> whistle.illegal-step with 吹哨已办结 and 吹哨.
 */
export function stepsOf<State extends string, Action extends string>(
  transitions: Transitions<State, Action>,
  words: { refusal: string; states: Readonly<Record<State, string>>; actions: Readonly<Record<Action, string>> },
): (state: State, action: Action) => State {
  return (state, action) => {
    const to = transitions[state][action];
    if (to === undefined) throw new DomainError(words.refusal, { status: words.states[state], action: words.actions[action] });
    return to;
  };
}
