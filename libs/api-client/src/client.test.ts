import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ApiProblem, createClient } from './index.js';

let server: Server;
let url: string;
const seen: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
let reply: { status: number; headers?: Record<string, string>; body: unknown } = { status: 200, body: {} };
beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const id = '0190a3a0-0000-7000-8000-000000000001';

test('a flat input is spread over path and body', async () => {
  reply = { status: 200, body: { id } };
  const client = createClient(url, { token: 'wf_x', street: 'qingyun' });
  const order = await client.call('dispatch.work-order.feedback', { id, publicText: '已联系维修单位' }, { idempotencyKey: 'k1' });
  expect(order.id).toBe(id);
  const asked = seen.at(-1)!;
  expect(asked.line).toBe(`POST /api/work-orders/${id}/feedback`);
  expect(JSON.parse(asked.body)).toEqual({ publicText: '已联系维修单位' });
  expect(asked.headers).toMatchObject({ authorization: 'Bearer wf_x', 'x-wufang-street': 'qingyun', 'idempotency-key': 'k1' });
});

test('a question travels in the query, without what is not said', async () => {
  await createClient(url).call('intake.demand.list', { text: '漏水', limit: 5, no: undefined });
  expect(seen.at(-1)!.line).toBe(`GET /api/demands?text=${encodeURIComponent('漏水')}&limit=5`);
});

test('a file travels as a form', async () => {
  await createClient(url).call('intake.attachment.add', { streetId: 'qingyun', id, file: new Uint8Array([1, 2, 3]), fileName: '照片.jpg' });
  const asked = seen.at(-1)!;
  expect(asked.line).toBe(`POST /api/public/qingyun/demands/${id}/photos`);
  expect(asked.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(asked.body).toContain('filename="照片.jpg"');
});

test('outside a browser the client keeps its own session', async () => {
  reply = { status: 200, headers: { 'set-cookie': '__Host-wufang=secret; Path=/; HttpOnly' }, body: {} };
  const client = createClient(url);
  await client.call('gateway.session.sign-in', { account: 'a', password: 'b' });
  reply = { status: 200, body: {} };
  await client.call('gateway.session.sign-out', {});
  expect(seen.at(-1)!.headers).toMatchObject({ cookie: '__Host-wufang=secret', origin: url });
});

test('a refusal is thrown with its code', async () => {
  reply = {
    status: 404,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: { code: 'object.not-found', status: 404, title: '没有找到', detail: '请核对编号' },
  };
  const refused = createClient(url).call('intake.demand.get', { id });
  await expect(refused).rejects.toThrow(ApiProblem);
  await expect(refused).rejects.toMatchObject({ code: 'object.not-found', status: 404 });
});

test('a page of a proxy is an outage', async () => {
  reply = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' };
  await expect(createClient(url).call('gateway.health.get', {})).rejects.toMatchObject({ code: 'service.unavailable' });
});

test('what the types promise holds for the compiler', () => {
  const client = createClient(url);
  // @ts-expect-error a field that the operation does not know
  void (() => client.call('intake.demand.get', { id, more: 1 }));
  // @ts-expect-error a field that is missing
  void (() => client.call('dispatch.work-order.feedback', { id }));
  // @ts-expect-error an operation that does not exist
  void (() => client.call('intake.demand.forget', { id }));
  expect(client).toBeDefined();
});
