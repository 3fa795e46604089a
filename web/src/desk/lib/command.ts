import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiProblem, type Input, type OperationName } from '@wufang/api-client';
import { useRef } from 'react';
import { call } from './client.js';

/**
 * One command, after which what is shown of these keys is asked anew. Pressing twice is once, also where the answer was lost on its way: the same key goes
 * along, also as the id of what is made; each press that was answered, by a refusal too, takes a new one. Without `inputOf` what is given is the input itself.
 */
export function useCommand<N extends OperationName, F = Input<N>>(
  name: N,
  refreshes: readonly QueryKey[],
  inputOf: (filled: F, id: string) => Input<N> = (filled) => filled as unknown as Input<N>,
) {
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const next = () => {
    key.current = crypto.randomUUID();
  };
  return useMutation({
    mutationFn: (filled: F) => call(name, inputOf(filled, key.current), { idempotencyKey: key.current }),
    onSuccess: next,
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500) next();
    },
    onSettled: () => Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/**
 * Sends a command and does what follows once it is answered, also when the component that sent it is gone by then: what was asked anew may have taken it
 * away. A refusal is the page's to show (`step.error`).
 */
export function sendThen<A, F>(step: { mutateAsync: (filled: F) => Promise<A> }, filled: F, after: (answer: A) => void): void {
  step.mutateAsync(filled).then(after, () => undefined);
}

/** What lists issues, what waits at them and what is owed from them: asked anew after a step at a table. */
export const tableKeys = [['tables'], ['issues'], ['duties']] as const;
