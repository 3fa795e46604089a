import { ApiProblem, createClient, type Input, type OperationName, type Output } from '@wufang/api-client';
import { say } from './words.js';

export type Courtyard = Output<'deliberation.courtyard.list'>['courtyards'][number];

const client = createClient(window.location.origin);
export const call = <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => client.call(name, input);

/** What to say when an answer did not come: the server's words, or that there is no connection and nothing is lost. */
export function wordsOf(error: unknown): string {
  if (error instanceof ApiProblem && !error.isForeign) return `${error.problem.title}：${error.problem.detail}`;
  return say(
    '没有连上，请检查网络后再试。您填的内容还在，重复提交不会重复登记。',
    'No connection. Check the network and try again: what you wrote is still here, and sending it twice counts once.',
  );
}

export const isCode = (error: unknown, code: string): boolean => error instanceof ApiProblem && error.code === code;

/** Whether it was said no to, so that to ask the same again would change nothing. */
export const isRefused = (error: unknown): boolean => error instanceof ApiProblem && [400, 403, 404].includes(error.status);
