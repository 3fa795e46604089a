import { randomUUID } from 'node:crypto';
import { gateway, pathFieldsOf, type Operation, type Problem } from '@wufang/contracts';
import type { z } from 'zod';

/** The system said no; `problem` is its answer, in words for people. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.title}：${problem.detail}`);
  }
  get code(): string {
    return this.problem.code;
  }
}

/** Nobody answers at the address. */
export class NotRunning extends Error {
  constructor(url: string) {
    super(`系统没有运行（${url} 没有应答），请先执行 npm start。 (The system is not running at ${url}; start it with npm start.)`);
  }
}

type Identity = { kind: 'token'; token: string } | { kind: 'session'; cookie: string } | { kind: 'nobody' };

const TRIES = 4;
const PAUSE_MS = 300;
/** An answer that only says "not now". */
const passing = new Set([502, 503, 504]);

/**
 * Somebody who talks to a running system over HTTP, the way any program may. Method, path, input and output of a call come from the operation's
 * declaration; a command carries one key through all its tries, so that it happens once.
 */
export class Session {
  private constructor(
    readonly url: string,
    private readonly identity: Identity,
    private readonly street: string | undefined,
  ) {}

  static nobody(url: string): Session {
    return new Session(url, { kind: 'nobody' }, undefined);
  }

  static withToken(url: string, token: string): Session {
    return new Session(url, { kind: 'token', token }, undefined);
  }

  static async signIn(url: string, account: string, password: string): Promise<Session> {
    const { response } = await Session.nobody(url).send(gateway.signIn, { account, password });
    const cookie = response.headers.getSetCookie().find((set) => set.startsWith('__Host-'));
    if (!cookie) throw new Error('signed in, but no session came back');
    return new Session(url, { kind: 'session', cookie: cookie.slice(0, cookie.indexOf(';')) }, undefined);
  }

  /** The same person, about one street. An account of one street needs no such word. */
  about(street: string): Session {
    return new Session(this.url, this.identity, street);
  }

  async call<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>): Promise<z.output<O>> {
    const { answer } = await this.send(operation, input as Record<string, unknown>);
    return operation.output.parse(answer);
  }

  async signOut(): Promise<void> {
    if (this.identity.kind === 'session') await this.send(gateway.signOut, {});
  }

  private async send(operation: Operation, input: Record<string, unknown>): Promise<{ response: Response; answer: unknown }> {
    const { url, init } = requestFor(operation, input, this.url);
    const headers = new Headers(init.headers);
    if (this.identity.kind === 'token') headers.set('authorization', `Bearer ${this.identity.token}`);
    if (this.identity.kind === 'session') headers.set('cookie', this.identity.cookie);
    if (operation.method !== 'GET') {
      headers.set('origin', new URL(this.url).origin);
      if (!operation.isSecret) headers.set('idempotency-key', randomUUID());
    }
    if (this.street !== undefined) headers.set('x-wufang-street', this.street);
    // Without a key a second try could do a thing twice.
    const tries = operation.method === 'GET' || headers.has('idempotency-key') ? TRIES : 1;
    for (let n = 1; ; n++) {
      const response = await this.tryOnce(
        url,
        { ...init, headers, signal: AbortSignal.timeout((operation.timeoutMs ?? 10_000) + 5_000) },
        n < tries,
      );
      if (response && !(passing.has(response.status) && n < tries)) return { response, answer: await answerOf(response, operation) };
      await new Promise((done) => setTimeout(done, n * PAUSE_MS));
    }
  }

  private async tryOnce(url: string, init: RequestInit, mayFail: boolean): Promise<Response | undefined> {
    try {
      return await fetch(url, init);
    } catch (error) {
      const code = ((error as Error).cause as { code?: string } | undefined)?.code;
      if (code === 'ECONNREFUSED') throw new NotRunning(this.url);
      if (mayFail) return undefined;
      throw new Error(`${this.url} 没有应答：${code ?? (error as Error).message}`, { cause: error });
    }
  }
}

/** The HTTP request of an operation: fields of the path, the rest in the query (GET, DELETE), as JSON, or as one uploaded file. */
export function requestFor(operation: Operation, input: Record<string, unknown>, base: string): { url: string; init: RequestInit } {
  const inPath = pathFieldsOf(operation);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(input[field])));
  const rest = Object.entries(input).filter(([field, value]) => value !== undefined && !inPath.includes(field));
  const url = new URL(path, base);
  const { method } = operation;
  if (method === 'GET' || method === 'DELETE') {
    for (const [field, value] of rest) url.searchParams.set(field, String(value));
    return { url: url.href, init: { method } };
  }
  if (operation.upload) {
    const form = new FormData();
    for (const [field, value] of rest) if (field !== 'file' && field !== 'fileName') form.set(field, String(value));
    form.set('file', new Blob([Buffer.from(String(input['file']), 'base64')]), String(input['fileName']));
    return { url: url.href, init: { method, body: form } };
  }
  return {
    url: url.href,
    init: { method, body: JSON.stringify(Object.fromEntries(rest)), headers: { 'content-type': 'application/json' } },
  };
}

async function answerOf(response: Response, operation: Operation): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return operation.answersText ? text : (JSON.parse(text) as unknown);
  let problem: Problem;
  try {
    problem = JSON.parse(text) as Problem;
  } catch {
    throw new Error(`${operation.method} ${operation.path} 的应答看不懂（${response.status}）：${text.slice(0, 200)}`);
  }
  throw new Refused(problem);
}
