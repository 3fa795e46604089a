import { routes, type Route } from './routes.generated.js';
import type { components, operations } from './schema.generated.js';

export type OperationName = keyof operations & keyof typeof routes;
export type Problem = components['schemas']['Problem'];

type Fields<T> = [T] extends [never] ? unknown : T extends object ? T : unknown;
type Body<O> = O extends { requestBody?: { content: infer C } }
  ? C extends { 'application/json': infer J }
    ? Fields<J>
    : C extends { 'multipart/form-data': infer F }
      ? Omit<F, 'file'> & { file: Blob | Uint8Array; fileName: string }
      : unknown
  : unknown;
type Parameters<O> = O extends { parameters: { path?: infer P; query?: infer Q } }
  ? Fields<Exclude<P, undefined>> & Fields<Exclude<Q, undefined>>
  : unknown;
type Answer<O> = O extends { responses: infer R } ? AnswerOf<R[Extract<keyof R, 200 | 201 | 202>]> : never;
type AnswerOf<R> = R extends { content: infer C } ? C[keyof C] : never;

/** Everything an operation is asked with, as one flat object: fields of the path, of the query, of the body. */
export type Input<N extends OperationName> = Parameters<operations[N]> & Body<operations[N]>;
export type Output<N extends OperationName> = Answer<operations[N]>;

export interface ClientOptions {
  /** A program's token, `wf_…`. Without one the session of `gateway.session.sign-in` is used: the browser's cookie, or in Node the client's own. */
  token?: string;
  /** The street to act in, for accounts of all streets. */
  street?: string;
  fetch?: typeof fetch;
}

export interface CallOptions {
  /** Twice under one key is once. Operations that create take the `id` in their input for it by themselves. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** The system said no. `problem` is its answer; `code` stays the same for ever. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
  get code(): Problem['code'] {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
  /** Not the system's own words: something on the way, a proxy say, has answered in its place. */
  get isForeign(): boolean {
    return this.problem.type === 'about:blank';
  }
}

export interface Client {
  /** Asks one operation by its name; throws `ApiProblem` when refused. */
  call<N extends OperationName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>>;
}

/** A client of one running system. Example: `await createClient(url, { token }).call('dispatch.work-order.accept', { id })`. */
export function createClient(baseUrl: string, { token, street, fetch: send = globalThis.fetch }: ClientOptions = {}): Client {
  const origin = new URL(baseUrl).origin;
  let session: string | undefined;
  return {
    async call(name, input, { idempotencyKey, signal } = {}) {
      const { method, url, body } = requestOf(routes[name], input as Record<string, unknown>);
      const headers: Record<string, string> = {
        ...(token !== undefined ? { authorization: `Bearer ${token}` } : session !== undefined && { cookie: session }),
        ...(method !== 'GET' && token === undefined && { origin }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...(street !== undefined && { 'x-wufang-street': street }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      };
      const answer = await send(new URL(url, origin), { method, headers, ...(body !== undefined && { body }), ...(signal && { signal }) });
      const cookie = answer.headers.getSetCookie?.().find((set) => set.startsWith('__Host-wufang='));
      if (cookie !== undefined) session = /^[^;=]+=[^;]+/.exec(cookie)?.[0];
      const type = answer.headers.get('content-type') ?? '';
      if (!answer.ok && !type.startsWith('application/json')) throw new ApiProblem(await problemOf(answer, type));
      return (type.includes('json') ? await answer.json() : await answer.text()) as Output<typeof name>;
    },
  };
}

function requestOf(route: Route, input: Record<string, unknown>): { method: string; url: string; body?: string | FormData } {
  const rest = { ...input };
  let url = route.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest[field];
    delete rest[field];
    return encodeURIComponent(String(value));
  });
  const { method } = route;
  if (route.upload) return { method, url, body: formOf(rest) };
  if (method === 'POST' || method === 'PUT') return { method, url, body: JSON.stringify(rest) };
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]])),
  );
  if (query.size > 0) url += `?${query.toString()}`;
  return { method, url };
}

function formOf({ file, fileName, ...fields }: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value));
  form.append('file', file instanceof Blob ? file : new Blob([file as Uint8Array<ArrayBuffer>]), String(fileName));
  return form;
}

/** A refusal that is not ours, of a proxy say, is told as an outage. */
async function problemOf(answer: Response, type: string): Promise<Problem> {
  if (type.startsWith('application/problem+json')) return (await answer.json()) as Problem;
  return {
    type: 'about:blank',
    code: 'service.unavailable',
    title: answer.statusText,
    status: answer.status,
    detail: `HTTP ${answer.status}`,
  };
}
