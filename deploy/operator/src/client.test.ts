import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatch, gateway, intake, registry, scoring } from '@wufang/contracts';
import { NotRunning, Refused, requestFor, Session } from './client.js';

const base = 'http://127.0.0.1:1';

describe('the request of an operation', () => {
  test('has the fields of the path in the path and the others in the query', () => {
    const { url, init } = requestFor(registry.listBuildings, { estateId: 'a/b', more: 1, none: undefined }, base);
    expect([init.method, url]).toEqual(['GET', `${base}/api/estates/a%2Fb/buildings?more=1`]);
  });

  test('of a command is JSON without what stands in the path', () => {
    const { url, init } = requestFor(dispatch.giveFeedback, { id: 'x', publicText: '已到现场' }, base);
    expect([init.method, url, init.body]).toEqual(['POST', `${base}/api/work-orders/x/feedback`, '{"publicText":"已到现场"}']);
  });

  test('of an upload is one file and the other fields', async () => {
    const { init } = requestFor(
      intake.importOrders,
      { fileName: '明细.csv', file: Buffer.from('内容').toString('base64'), profile: 'p' },
      base,
    );
    const form = init.body as FormData;
    const file = form.get('file') as File;
    expect([form.get('profile'), form.get('fileName'), file.name, await file.text()]).toEqual(['p', null, '明细.csv', '内容']);
  });
});

describe('a session', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** A house that answers what it is told to, one answer after another, and remembers what it was asked. */
  async function house(...answers: { status?: number; body: unknown; cookie?: string }[]) {
    const asked: IncomingMessage[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      asked.push(request);
      const { status = 200, body, cookie } = answers[Math.min(asked.length, answers.length) - 1]!;
      response.writeHead(status, { 'content-type': 'application/json', ...(cookie && { 'set-cookie': cookie }) }).end(JSON.stringify(body));
    };
    server = createServer((request, response) => request.resume().on('end', () => answer(request, response)));
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  const problem = {
    type: '/problems/street.exists',
    code: 'street.exists',
    title: '街道已存在',
    status: 409,
    detail: '街道代码 x 已登记。',
  };
  const busy = { status: 503, body: { ...problem, code: 'service.unavailable', status: 503 } };
  const street = { id: 'x1', name: '青云街道', district: '丰湖区' };

  test('carries its cookie, its origin and its street', async () => {
    const account = {
      id: '01890000-0000-7000-8000-000000000001',
      name: 'a',
      displayName: 'a',
      streetId: '*',
      isDisabled: false,
      mandates: [],
    };
    const { url, asked } = await house(
      { body: account, cookie: '__Host-wufang=secret; Path=/; Secure' },
      { body: { id: 'x1', name: '青云街道' } },
    );
    const session = await Session.signIn(url, 'a', 'b');
    await session.about('x1').call(registry.openStreet, street);
    expect(asked[0]!.headers['idempotency-key']).toBeUndefined();
    expect(asked[1]!.headers).toMatchObject({ cookie: '__Host-wufang=secret', origin: url, 'x-wufang-street': 'x1' });
  });

  test('tries a command again under the same key when the house is busy', async () => {
    const { url, asked } = await house(busy, busy, { body: { id: 'x1', name: '青云街道' } });
    await Session.withToken(url, 't').call(registry.openStreet, street);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', 'Bearer t', 'Bearer t']);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('does not try again what carries no key', async () => {
    const { url, asked } = await house(busy);
    await expect(Session.nobody(url).call(gateway.signIn, { account: 'a', password: 'b' })).rejects.toThrow(Refused);
    expect(asked).toHaveLength(1);
  });

  test('throws a refusal with its words', async () => {
    const { url } = await house({ status: 409, body: problem });
    await expect(Session.withToken(url, 't').call(registry.openStreet, street)).rejects.toMatchObject({
      code: 'street.exists',
      message: '街道已存在：街道代码 x 已登记。',
    });
  });

  test('takes no answer that is not in its schema', async () => {
    const { url } = await house({ body: { period: '2026-10' } });
    await expect(Session.withToken(url, 't').call(scoring.rates, { period: '2026-10' })).rejects.toThrow(/formulaVersion/);
  });

  test('says that nothing runs where nobody listens', async () => {
    const { url } = await house({ body: {} });
    await new Promise((done) => server!.close(done));
    await expect(Session.withToken(url, 't').call(registry.listUnits, {})).rejects.toThrow(NotRunning);
  });
});
