import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiProblem, type Input, type OperationName } from '@wufang/api-client';
import { useRef } from 'react';
import { call } from './client.js';

/**
 * One command, after which what is shown of these keys is asked anew. Pressing twice is once, also where the answer was lost on its way; each press that was
 * answered, by a refusal too, takes a new key.
 */
export function useCommand<N extends OperationName>(name: N, refreshes: readonly QueryKey[] = []) {
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const next = () => {
    key.current = crypto.randomUUID();
  };
  return useMutation({
    mutationFn: (input: Input<N>) => call(name, input, { idempotencyKey: key.current }),
    onSuccess: next,
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500) next();
    },
    onSettled: () => Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
