import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, gateway as operationsOfGateway, serviceNames } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import { adminPassword, GatewayUnderTest, type Answered } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
let desk: string;
let chief: string;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.plays(['registry', 'intake'], ({ ctx }) => ({ ok: { operation: ctx.operation } }));
  desk = (await gateway.account('phone_desk')).token;
  chief = (await gateway.account('section_chief')).token;
});
afterAll(() => gateway.stop());

const demand = () => ({ id: randomUUID(), channel: 'PHONE_DESK', content: '三单元顶楼漏水', callerPhone: '13800000000' });
const isProblem = (answer: Answered, status: number, code: string) => {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: `/problems/${code}`,
    status,
    title: expect.any(String),
    detail: expect.any(String),
    instance: answer.headers.get('x-request-id'),
  });
  expect(answer.text).not.toMatch(/\bat .*\.js|select |node_modules/);
};

describe('input', () => {
  test.each([
    ['a field nobody knows', { more: 1 }],
    ['a misspelt field inside', { place: { piont: '楼顶' } }],
    ['a wrong type', { content: 5 }],
    ['a missing field', { content: undefined }],
  ])('%s is told', async (_, changed) => {
    const answer = await gateway.call('POST', '/api/demands', { token: desk, body: { ...demand(), ...changed } });
    isProblem(answer, 400, 'request.invalid');
    expect(answer.body.detail).toMatch(/more|piont|content/);
  });

  test.each([['not json'], ['[1]'], ['"text"'], ['{"__proto__":{"x":1}}'], ['{"a":'], ['['.repeat(100_000)]])(
    'the body %.20s is refused',
    async (body) => {
      isProblem(await gateway.call('POST', '/api/demands', { token: desk, body }), 400, 'request.invalid');
    },
  );

  test('path, query and body become one input; what is in two places must agree', async () => {
    await gateway.call('GET', '/api/demands?limit=5&text=%E6%BC%8F%E6%B0%B4', { token: desk });
    expect(gateway.heard.at(-1)!.input).toEqual({ limit: '5', text: '漏水' });
    const id = randomUUID();
    await gateway.call('POST', `/api/demands/${id}/answer`, { token: desk, body: { answer: '已经说明' } });
    expect(gateway.heard.at(-1)!.input).toEqual({ id, answer: '已经说明' });
    isProblem(
      await gateway.call('POST', `/api/demands/${id}/answer`, { token: desk, body: { id: randomUUID(), answer: '已经说明' } }),
      400,
      'request.invalid',
    );
    isProblem(await gateway.call('POST', `/api/demands/${id}/answer?answer=x`, { token: desk, body: {} }), 400, 'request.invalid');
    isProblem(await gateway.call('GET', '/api/demands?limit=5&limit=6', { token: desk }), 400, 'request.invalid');
    isProblem(await gateway.call('GET', '/api/demands/not-an-id', { token: desk }), 400, 'request.invalid');
  });

  test('a body is at most 256 KB', async () => {
    const answer = await gateway.call('POST', '/api/demands', { token: desk, body: { ...demand(), content: 'x'.repeat(300_000) } });
    isProblem(answer, 413, 'request.too-large');
    expect(answer.body.detail).toContain('256 KB');
  });

  test('only JSON is a body', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      isProblem(
        await gateway.call('POST', '/api/demands', { token: desk, body: JSON.stringify(demand()), headers: { 'content-type': type } }),
        415,
        'request.unsupported-media',
      );
  });

  test('a command without fields may come without a body', async () => {
    const { name } = await gateway.account('phone_desk');
    expect(name).toBeDefined();
    expect(
      (await gateway.call('DELETE', `/api/accounts/${randomUUID()}/tokens/${randomUUID()}`, { token: gateway.adminToken })).status,
    ).toBe(404);
    isProblem(await gateway.call('POST', `/api/accounts/${randomUUID()}/disable`, { token: gateway.adminToken }), 404, 'object.not-found');
  });
});

describe('uploads', () => {
  const form = (bytes: Uint8Array<ArrayBuffer>, name = '明细 2026-10.xlsx', field = 'file') => {
    const made = new FormData();
    made.set('profile', 'beijing-12345');
    made.set(field, new Blob([bytes]), name);
    return made;
  };

  test('a file goes on as base64 with its name', async () => {
    const bytes = new Uint8Array(1000).map((_, i) => i % 256);
    expect((await gateway.call('POST', '/api/imports', { token: desk, body: form(bytes, '../../明细 2026-10.xlsx') })).status).toBe(200);
    expect(gateway.heard.at(-1)!.input).toEqual({
      file: Buffer.from(bytes).toString('base64'),
      fileName: '明细 2026-10.xlsx',
      profile: 'beijing-12345',
    });
  });

  test('five and a half megabytes are taken, more is not', async () => {
    expect((await gateway.call('POST', '/api/imports', { token: desk, body: form(new Uint8Array(5_700_000)) })).status).toBe(200);
    const answer = await gateway.call('POST', '/api/imports', { token: desk, body: form(new Uint8Array(5_800_000)) });
    isProblem(answer, 413, 'request.too-large');
    expect(answer.body.detail).toContain('5.5 MB');
  });

  test('what is no form with one file is refused', async () => {
    isProblem(
      await gateway.call('POST', '/api/imports', { token: desk, body: { file: 'AAAA', fileName: 'a.csv' } }),
      415,
      'request.unsupported-media',
    );
    isProblem(
      await gateway.call('POST', '/api/imports', { token: desk, body: form(new Uint8Array(1), 'a', 'other') }),
      400,
      'request.invalid',
    );
    const none = new FormData();
    none.set('profile', 'x');
    isProblem(await gateway.call('POST', '/api/imports', { token: desk, body: none }), 400, 'request.invalid');
    const two = form(new Uint8Array(1));
    two.append('file', new Blob(['y']), 'b');
    expect((await gateway.call('POST', '/api/imports', { token: desk, body: two })).status).toBeGreaterThanOrEqual(400);
    const more = form(new Uint8Array(1));
    more.set('notAField', 'x');
    isProblem(await gateway.call('POST', '/api/imports', { token: desk, body: more }), 400, 'request.invalid');
    const malformed = await gateway.call('POST', '/api/imports', {
      token: desk,
      body: '--x\r\nbroken',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(malformed.status).toBe(400);
  });

  test('nobody uploads who may not', async () => {
    isProblem(await gateway.call('POST', '/api/imports', { body: form(new Uint8Array(5_000_000)) }), 401, 'account.sign-in-needed');
  });
});

describe('paths and methods', () => {
  test('an unknown path is a problem', async () => {
    for (const path of ['/nowhere', '/api', '/api/nothing', '/api/demands/x/y/z', '/api/../etc/passwd'])
      isProblem(await gateway.call('GET', path, { token: desk }), 404, 'request.unknown-path');
    isProblem(await gateway.call('GET', '/api/%zz', { token: desk }), 400, 'request.invalid');
  });

  test('a known path tells which methods it knows; another method in a header or field changes nothing', async () => {
    const answer = await gateway.call('PATCH', '/api/demands', { token: desk, body: {} });
    isProblem(answer, 405, 'request.wrong-method');
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
    const options = await gateway.call('OPTIONS', '/api/demands');
    expect([options.status, options.headers.get('allow'), options.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'POST, GET, HEAD, OPTIONS',
      null,
    ]);
    const before = gateway.heard.length;
    await gateway.call('GET', '/api/demands?_method=POST', { token: desk, headers: { 'x-http-method-override': 'POST' } });
    await gateway.call('GET', '/api/demands', { token: desk, headers: { 'x-http-method-override': 'POST' } });
    expect(gateway.heard.slice(before).map(({ ctx }) => ctx.operation)).toEqual(['intake.demand.list']);
  });

  test('HEAD is GET without a body', async () => {
    const answer = await gateway.call('HEAD', '/api/demands', { token: desk });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect((await gateway.call('HEAD', '/api/demands')).status).toBe(401);
  });

  test('every answer carries the headers that keep browsers careful', async () => {
    for (const answer of [await gateway.call('GET', '/api/demands', { token: desk }), await gateway.call('GET', '/api/nothing')]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(answer.headers.get('x-powered-by')).toBeNull();
    }
  });

  test('a request has a number, its own or ours', async () => {
    const given = await gateway.call('GET', '/api/demands', { token: desk, headers: { 'x-request-id': 'story-0001' } });
    expect(given.headers.get('x-request-id')).toBe('story-0001');
    expect(gateway.heard.at(-1)!.ctx.requestId).toBe('story-0001');
    const strange = await gateway.call('GET', '/api/demands', { token: desk, headers: { 'x-request-id': 'a b"c' } });
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the page of the operations is served whole from here', async () => {
    const page = await gateway.call('GET', '/api/docs/');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/https?:/);
    for (const [, file] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await gateway.call('GET', `/api/docs/${file}`)).status).toBe(200);
    expect((await gateway.call('GET', '/api/openapi.json')).body.openapi).toBe('3.1.0');
    isProblem(await gateway.call('GET', '/api/docs/package.json'), 404, 'request.unknown-path');
  });
});

describe('requests forged from other pages', () => {
  test.each([
    ['no origin at all', {}],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
  ])('with the cookie and %s nothing happens', async (_, headers) => {
    const cookie = await gateway.signIn('admin', adminPassword);
    const before = gateway.heard.length;
    for (const [method, path] of [
      ['POST', '/api/demands'],
      ['PUT', '/api/time-limits'],
      ['DELETE', '/api/session'],
    ] as const)
      isProblem(
        await gateway.call(method, path, { cookie, headers: { ...headers, 'x-wufang-street': 'qingyun' }, body: {} }),
        403,
        'request.foreign-origin',
      );
    expect(gateway.heard).toHaveLength(before);
    expect((await gateway.call('GET', '/api/session', { cookie })).status).toBe(200);
  });

  test('from our own page it may, but only as JSON', async () => {
    const cookie = await gateway.signIn('admin', adminPassword);
    const headers = { origin: gateway.url, 'x-wufang-street': 'qingyun' };
    expect((await gateway.call('POST', '/api/demands', { cookie, headers, body: demand() })).status).toBe(201);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      isProblem(
        await gateway.call('POST', '/api/demands', {
          cookie,
          headers: { ...headers, 'content-type': type },
          body: JSON.stringify(demand()),
        }),
        415,
        'request.unsupported-media',
      );
    isProblem(await gateway.call('POST', `/api/accounts/${randomUUID()}/disable`, { cookie, headers }), 415, 'request.unsupported-media');
  });

  test('a program with a token tells no origin', async () => {
    expect(
      (await gateway.call('POST', '/api/demands', { token: desk, headers: { origin: 'https://elsewhere.example' }, body: demand() }))
        .status,
    ).toBe(201);
  });

  test('a form elsewhere hands in nothing in the name of a resident', async () => {
    const answer = await gateway.call('POST', '/api/public/qingyun/demands', {
      headers: { origin: 'https://elsewhere.example' },
      body: { id: randomUUID(), content: '漏水' },
    });
    isProblem(answer, 403, 'request.foreign-origin');
  });
});

describe('twice is once', () => {
  test('the key of the caller, or the id of what is made, travels on with a hash of the input', async () => {
    const body = demand();
    await gateway.call('POST', '/api/demands', { token: desk, body });
    const first = gateway.heard.at(-1)!.ctx;
    expect(first.idempotencyKey).toBe(body.id);
    await gateway.call('POST', '/api/demands', { token: desk, body: { ...body, content: '别的' } });
    expect(gateway.heard.at(-1)!.ctx.requestHash).not.toBe(first.requestHash);
    await gateway.call('POST', '/api/demands', { token: desk, body, headers: { 'idempotency-key': 'mine' } });
    expect(gateway.heard.at(-1)!.ctx).toMatchObject({ idempotencyKey: 'mine', requestHash: first.requestHash });
    isProblem(
      await gateway.call('POST', '/api/demands', { token: desk, body, headers: { 'idempotency-key': 'x'.repeat(201) } }),
      400,
      'request.invalid',
    );
  });

  test('a step on something that exists has no key of its own, nor has a question', async () => {
    await gateway.call('POST', `/api/demands/${randomUUID()}/answer`, { token: desk, body: { answer: '说明' }, headers: {} });
    expect(gateway.heard.at(-1)!.ctx.idempotencyKey).toBeUndefined();
    await gateway.call('GET', '/api/demands', { token: desk, headers: { 'idempotency-key': 'mine' } });
    expect(gateway.heard.at(-1)!.ctx.idempotencyKey).toBeUndefined();
    const photo = new FormData();
    photo.set('file', new Blob(['x']), 'a.jpg');
    await gateway.call('POST', `/api/public/qingyun/demands/${randomUUID()}/photos`, { body: photo });
    expect(gateway.heard.at(-1)!.ctx.idempotencyKey).toBeUndefined();
  });

  test('an answer that shows a secret is kept under no key', async () => {
    await gateway.call('POST', `/api/demands/${randomUUID()}/complainant`, {
      token: desk,
      body: { purpose: '回电' },
      headers: { 'idempotency-key': 'mine' },
    });
    expect(gateway.heard.at(-1)!.ctx).toMatchObject({ operation: 'intake.complainant.reveal' });
    expect(gateway.heard.at(-1)!.ctx.idempotencyKey).toBeUndefined();
  });
});

describe('when a service fails', () => {
  test('nobody there is 503', async () => {
    const answer = await gateway.call('GET', '/api/work-orders', { token: chief });
    isProblem(answer, 503, 'service.unavailable');
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  test('a database that is away is 503, and comes back by itself', async () => {
    const { servers } = gateway.under;
    await servers.kill('postgres');
    try {
      isProblem(await gateway.call('GET', '/api/demands', { token: desk }), 503, 'service.unavailable');
      isProblem(
        await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } }),
        503,
        'service.unavailable',
      );
    } finally {
      await servers.start('postgres');
    }
    await eventually(async () => expect((await gateway.call('GET', '/api/demands', { token: desk })).status).toBe(200));
  });

  test('a database that takes commands and does not commit keeps nobody waiting: emergencies get through, health says it, and it comes back by itself', async () => {
    const waitFor = async (standbys: string) => {
      await gateway.under.rows(`alter system set synchronous_standby_names = '${standbys}'`);
      await gateway.under.rows('select pg_reload_conf()');
    };
    const [signIn, timeoutMs] = [operationsOfGateway.signIn as { timeoutMs?: number }, operationsOfGateway.signIn.timeoutMs];
    signIn.timeoutMs = 300;
    await waitFor('nobody');
    try {
      const body = { id: randomUUID(), content: '水管爆裂', callerPhone: '13800000000', isEmergency: true };
      await eventually(async () => {
        const answer = await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } });
        isProblem(answer, 504, 'service.timeout');
      });
      expect((await gateway.call('POST', '/api/public/qingyun/demands', { body })).status).toBe(201);
      const health = operationsOfGateway.health.output.parse((await gateway.call('GET', '/api/health')).body);
      expect(health.services.find(({ service }) => service === 'gateway')!.reasons).toContain('database does not commit');
    } finally {
      if (timeoutMs === undefined) delete signIn.timeoutMs;
      await waitFor('');
    }
    await eventually(async () =>
      expect((await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } })).status).toBeLessThan(
        300,
      ),
    );
  });

  test('no answer in time is 504', async () => {
    const [slow, timeoutMs] = [dispatch.getDirectory as { timeoutMs?: number }, dispatch.getDirectory.timeoutMs];
    const silent = gateway.under.nc.subscribe('rpc.dispatch.directory.get', { callback: () => undefined });
    slow.timeoutMs = 300;
    try {
      isProblem(await gateway.call('GET', '/api/directory', { token: chief }), 504, 'service.timeout');
    } finally {
      if (timeoutMs === undefined) delete slow.timeoutMs;
      silent.unsubscribe();
    }
  });

  test('a refusal of a service is passed on, what it says of its insides is not', async () => {
    const problems = gateway.under.nc.subscribe('rpc.scoring.rates.get', {
      callback: (_, message) => {
        const problem = {
          type: '/problems/service.unavailable',
          code: 'service.unavailable',
          title: 't',
          status: 503,
          detail: 'd',
          facts: { cause: 'select secret' },
        };
        message.respond(JSON.stringify({ response: { problem }, isDisposed: true, id: message.json<{ id: string }>().id }));
      },
    });
    const answer = await gateway.call('GET', '/api/rates?period=2026-10', { token: chief });
    expect([answer.status, answer.text.includes('select secret')]).toEqual([503, false]);
    problems.unsubscribe();
    await gateway.under.nc.flush();
    const garbage = gateway.under.nc.subscribe('rpc.scoring.rates.get', { callback: (_, message) => void message.respond('garbage') });
    await gateway.under.nc.flush();
    isProblem(await gateway.call('GET', '/api/rates?period=2026-10', { token: chief }), 500, 'service.failed');
    garbage.unsubscribe();
  });

  test('health tells which service does not answer, and is 200 only when all do', async () => {
    const sick = await gateway.call('GET', '/api/health');
    expect(sick.status).toBe(503);
    const health = operationsOfGateway.health.output.parse(sick.body);
    const ready = Object.fromEntries(health.services.map((one) => [one.service, one.ready]));
    expect(ready).toEqual({
      gateway: true,
      registry: true,
      intake: true,
      dispatch: false,
      deliberation: false,
      scoring: false,
      notify: false,
    });
    gateway.plays(['dispatch', 'deliberation', 'scoring', 'notify']);
    await eventually(async () => expect((await gateway.call('GET', '/api/health')).body).toMatchObject({ ready: true }));
  });

  test('metrics, audit and dead events need all their services and a role', async () => {
    const inspector = (await gateway.account('inspector')).token;
    for (const [method, path] of [
      ['GET', '/api/metrics'],
      ['GET', '/api/dead-events'],
      ['POST', '/api/audit/verify'],
      ['POST', '/api/time/confirm'],
      ['POST', '/api/events/retell'],
    ] as const)
      expect((await gateway.call(method, path, { token: desk })).status).toBe(403);
    const confirmed = await gateway.call('POST', '/api/time/confirm', { token: gateway.adminToken });
    expect([confirmed.status, confirmed.body]).toEqual([200, { services: [...serviceNames] }]);
    const retell = (body: object) => gateway.call('POST', '/api/events/retell', { token: gateway.adminToken, body });
    const retold = await retell({ service: 'gateway' });
    // Less what still waits to be told for the first time.
    expect([retold.status, retold.body]).toEqual([200, { services: [{ service: 'gateway', events: expect.any(Number) }] }]);
    expect(retold.body.services[0].events).toBeGreaterThan(0);
    isProblem(await retell({ service: 'nothing' }), 400, 'request.invalid');
    const metrics = await gateway.call('GET', '/api/metrics', { token: inspector });
    expect(metrics.text).toContain('# TYPE wufang_command_seconds histogram');
    isProblem(
      await gateway.call('POST', '/api/dead-events/replay', { token: gateway.adminToken, body: { service: 'nothing.>' } }),
      400,
      'request.invalid',
    );
  });
});

describe('what needs no account', () => {
  test('one source hands in so many demands, but an emergency still gets through', async () => {
    const hand = (more: object = {}) =>
      gateway.call('POST', '/api/public/qingyun/demands', {
        body: { id: randomUUID(), content: '路灯不亮', callerPhone: '13800000000', ...more },
      });
    await gateway.under.rows('delete from budgets');
    for (let i = 0; i < 60; i++) await hand();
    const refused = await hand();
    isProblem(refused, 429, 'request.too-many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await hand({ isEmergency: true })).status).toBe(201);
    expect(gateway.heard.at(-1)!.ctx).toMatchObject({
      streetId: 'qingyun',
      scope: 'public',
      actor: { accountId: 'public', roles: [], unitIds: [] },
    });
  });

  test('four digits cannot be tried through for one number', async () => {
    await gateway.under.rows('delete from budgets');
    const look = (tail: number) =>
      gateway.call('POST', '/api/public/qingyun/track', { body: { no: 'QY1', phoneTail: String(1000 + tail) } });
    for (let i = 0; i < 20; i++) expect((await look(i)).status).toBe(200);
    isProblem(await look(20), 429, 'request.too-many');
  });

  test('when counting fails a demand is still taken, a look is not', async () => {
    await gateway.under.rows('alter table budgets rename to budgets_away');
    try {
      expect(
        (
          await gateway.call('POST', '/api/public/qingyun/demands', {
            body: { id: randomUUID(), content: '水管爆裂', callerPhone: '13800000000', isEmergency: true },
          })
        ).status,
      ).toBe(201);
      expect((await gateway.call('POST', '/api/public/qingyun/track', { body: { no: 'QY1', phoneTail: '1234' } })).status).toBe(503);
    } finally {
      await gateway.under.rows('alter table budgets_away rename to budgets');
    }
  });

  test('an address in X-Forwarded-For counts only behind a proxy that is trusted', async () => {
    await gateway.under.rows('delete from budgets');
    const hand = (from: string) =>
      gateway.call('POST', '/api/public/qingyun/demands', {
        headers: { 'x-forwarded-for': from },
        body: { id: randomUUID(), content: '路灯不亮', callerPhone: '13800000000' },
      });
    await hand('203.0.113.1');
    await hand('203.0.113.2');
    expect(await gateway.under.rows('select used from budgets')).toEqual([{ used: 2 }]);
    await gateway.under.rows('delete from budgets');
  });
});

describe('clients that do not behave', () => {
  test('a broken request is answered and does no harm', async () => {
    const { port } = new URL(gateway.url);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('data', (data) => done(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect((await gateway.call('GET', '/api/demands', { token: desk })).status).toBe(200);
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const before = gateway.heard.length;
    await new Promise<void>((done) => {
      const sent = httpRequest(`${gateway.url}/api/imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${desk}`, 'content-type': 'multipart/form-data; boundary=x' },
      });
      sent.on('error', () => done());
      sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc');
      setImmediate(() => sent.destroy());
    });
    expect((await gateway.call('GET', '/api/demands', { token: desk })).status).toBe(200);
    expect(gateway.heard.slice(before).map(({ ctx }) => ctx.operation)).toEqual(['intake.demand.list']);
  });
});
