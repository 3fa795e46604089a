import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input, OperationName } from '@wufang/api-client';
import { useRef } from 'react';
import { call } from './client.js';

/**
 * One step somebody takes. Pressing twice is once: the same key goes along, also as the id of what is made, until an answer has come; then the next press
 * takes a new one. Afterwards what the step is `about` is asked anew, with everything that lists what waits and what is owed.
 */
export function useStep<N extends OperationName, V>(name: N, about: readonly unknown[], inputOf: (values: V, id: string) => Input<N>) {
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (values: V) => call(name, inputOf(values, key.current), { idempotencyKey: key.current }),
    onSuccess: () => {
      key.current = crypto.randomUUID();
    },
    onSettled: () => Promise.all([about, ['tables'], ['duties']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
