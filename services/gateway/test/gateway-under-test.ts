import { randomUUID } from 'node:crypto';
import type { Ctx, Role } from '@wufang/contracts';
import type { RunningService, ServiceParts } from '@wufang/service';
import { ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { gatewayParts, HttpDoor } from '../src/parts.js';

export const adminPassword = 'Tulpe-Regen-Fahrrad-19';
export const password = 'Kiesel.Wolke.Treppe.7';

/** A question as the service that owns it would hear it. */
export interface Heard {
  ctx: Ctx;
  input: Record<string, unknown>;
}
export interface Answered {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is looked at field by field
  body: any;
  text: string;
}
export interface Asked {
  token?: string | undefined;
  cookie?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The gateway on private servers; neighbours are played by whoever `plays` them. */
export class GatewayUnderTest {
  url = '';
  readonly heard: Heard[] = [];
  adminToken = '';

  private constructor(
    readonly under: ServiceUnderTest,
    public service: RunningService,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<GatewayUnderTest> {
    const settings = { WUFANG_PORT: '0', WUFANG_FIRST_ADMIN_PASSWORD: adminPassword, ...env };
    const under = await ServiceUnderTest.start(gatewayParts as ServiceParts, migrations, settings);
    const gateway = new GatewayUnderTest(under, under.service);
    gateway.url = under.service.app.get(HttpDoor).url;
    const admin = await gateway.call('GET', '/api/session', { cookie: await gateway.signIn('admin', adminPassword) });
    const cookie = await gateway.signIn('admin', adminPassword);
    const made = await gateway.call('POST', `/api/accounts/${admin.body.id}/tokens`, {
      cookie,
      body: { name: 'tests' },
      headers: { origin: gateway.url },
    });
    gateway.adminToken = made.body.token;
    return gateway;
  }

  /** Answers every question to these services, and keeps what was asked. */
  plays(services: string[], answer: (heard: Heard) => unknown = () => ({ ok: {} })): void {
    for (const service of services) {
      this.under.nc.subscribe(`rpc.${service}.>`, {
        callback: (_, message) => {
          if (message.subject.endsWith('.operator.metrics')) return void message.respond(JSON.stringify({ ok: '' }));
          if (message.subject.includes('.operator.'))
            return void message.respond(JSON.stringify({ ok: { service, ready: true, reasons: [], version: '1' } }));
          const { id, data } = message.json<{ id: string; data: { ctx: string; input: Record<string, unknown> } }>();
          const heard = { ctx: JSON.parse(data.ctx) as Ctx, input: data.input };
          this.heard.push(heard);
          message.respond(JSON.stringify({ response: answer(heard), isDisposed: true, id }));
        },
      });
    }
  }

  async call(method: string, path: string, { token, cookie, body, headers = {} }: Asked = {}): Promise<Answered> {
    const isForm = body instanceof FormData;
    const answer = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(cookie !== undefined && { cookie: `__Host-wufang=${cookie}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, text, body: isJson && text !== '' ? JSON.parse(text) : text };
  }

  /** The session secret of a fresh sign-in. */
  async signIn(account: string, secret: string): Promise<string> {
    const answer = await this.call('POST', '/api/session', { body: { account, password: secret } });
    const cookie = secretOf(answer);
    if (answer.status !== 200 || cookie === undefined) throw new Error(`signing in: ${answer.text}`);
    return cookie;
  }

  /** An account of a street, and a token of its own. */
  async account(role: Role | Role[], { street = 'qingyun', unitId }: { street?: string; unitId?: string } = {}) {
    const name = `${[role].flat().join('-')}-${randomUUID().slice(0, 8)}`;
    const headers = { 'x-wufang-street': street };
    const mandates = [role].flat().map((one) => ({ role: one, ...(unitId && { unitId }) }));
    const body = { id: randomUUID(), name, displayName: '测试', password, mandates };
    const made = await this.call('POST', '/api/accounts', { token: this.adminToken, headers, body });
    if (made.status !== 201) throw new Error(made.text);
    const token = await this.call('POST', `/api/accounts/${made.body.id}/tokens`, {
      token: this.adminToken,
      headers,
      body: { name: 'tests' },
    });
    return {
      id: made.body.id as string,
      name,
      token: token.body.token as string,
      tokenId: token.body.tokenId as string,
      mandates: made.body.mandates as { id: string }[],
    };
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.under.stop();
  }
}

/** The session secret in a Set-Cookie header. */
export function secretOf({ headers }: Answered): string | undefined {
  return /__Host-wufang=([\w-]+);/.exec(headers.get('set-cookie') ?? '')?.[1];
}
