import { ApiProblem, createClient, type CallOptions, type Input, type OperationName, type Output } from '@wufang/api-client';
import { say } from './words.js';

/** The street an account of all streets is looking at; one street's accounts need none. */
const streetKey = 'wufang.street';

/** Asks one operation as the person who is signed in. A refusal is thrown as `ApiProblem`, whose `problem` the page shows. */
export function call<N extends OperationName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>> {
  const street = sessionStorage.getItem(streetKey) ?? undefined;
  return createClient(window.location.origin, street === undefined ? {} : { street }).call(name, input, options);
}

export function chooseStreet(streetId: string): void {
  sessionStorage.setItem(streetKey, streetId);
}

/** What a page says when an answer did not come: the server's own words, or that there is no connection, also where it ends at a proxy. */
export function wordsOf(error: unknown): { title: string; detail: string } {
  if (error instanceof ApiProblem && !error.isForeign) return { title: error.problem.title, detail: error.problem.detail };
  return {
    title: say('没有连上', 'No connection'),
    detail: say('请检查网络后重试；已经提交的内容不会重复。', 'Check the network and try again; what was sent is not counted twice.'),
  };
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;
