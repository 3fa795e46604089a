import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Account, gateway as gatewayOperations, gatewayEvents } from '@wufang/contracts';
import { startService } from '@wufang/service';
import { eventually } from '@wufang/testing';
import { Redis } from 'ioredis';
import { gatewayParts, HttpDoor } from '../src/parts.js';
import { adminPassword, GatewayUnderTest, password, secretOf } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.plays(['dispatch', 'intake', 'notify']);
});
afterAll(() => gateway.stop());

const inStreet = { 'x-wufang-street': 'qingyun' };
const own = () => ({ origin: gateway.url });
const whoAmI = (asked: { cookie?: string; token?: string }) => gateway.call('GET', '/api/session', asked);

describe('signing in', () => {
  test('the first administrator signs in and gets a cookie bound to this host', async () => {
    const answer = await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } });
    expect(answer.status).toBe(200);
    expect(Account.parse(answer.body).mandates.map(({ role }) => role)).toEqual(['administrator']);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-wufang=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax$/);
  });

  test('a name is found however it is written', async () => {
    expect((await gateway.call('POST', '/api/session', { body: { account: ' ADMIN ', password: adminPassword } })).status).toBe(200);
  });

  test('a wrong password and an unknown account are refused in the same words', async () => {
    const { name } = await gateway.account('inspector');
    const wrong = await gateway.call('POST', '/api/session', { body: { account: name, password: 'not the password' } });
    const unknown = await gateway.call('POST', '/api/session', { body: { account: 'nobody-here', password: 'not the password' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'account.sign-in-failed']);
    const { instance: _, ...words } = unknown.body;
    expect(wrong.body).toMatchObject(words);
  });

  test('signing in again opens a new session and ends the one that came along', async () => {
    const { name } = await gateway.account('inspector');
    const first = await gateway.signIn(name, password);
    const again = await gateway.call('POST', '/api/session', { cookie: first, headers: own(), body: { account: name, password } });
    const second = secretOf(again)!;
    expect(second).not.toBe(first);
    expect((await whoAmI({ cookie: first })).status).toBe(401);
    expect((await whoAmI({ cookie: second })).body.name).toBe(name);
  });

  test('a session is kept only as a hash', async () => {
    const cookie = await gateway.signIn('admin', adminPassword);
    const rows = await gateway.under.rows('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(cookie);
    expect(rows.every(({ id_hash }) => id_hash.length === 32)).toBe(true);
  });

  test('a session ends by itself when it is idle, and at its absolute end', async () => {
    const { name, id } = await gateway.account('inspector');
    for (const column of ['idle_ends_at', 'ends_at']) {
      const cookie = await gateway.signIn(name, password);
      expect((await whoAmI({ cookie })).status).toBe(200);
      await gateway.under.rows(`update sessions set ${column} = clock_timestamp() where account_id = $1`, [id]);
      expect((await whoAmI({ cookie })).status).toBe(401);
    }
  });

  test('a request keeps a session from going idle', async () => {
    const { name, id } = await gateway.account('inspector');
    const cookie = await gateway.signIn(name, password);
    await gateway.under.rows(`update sessions set idle_ends_at = clock_timestamp() + interval '1 minute' where account_id = $1`, [id]);
    await whoAmI({ cookie });
    await eventually(async () => {
      const [row] = await gateway.under.rows(
        `select idle_ends_at > clock_timestamp() + interval '10 minutes' as renewed from sessions where account_id = $1`,
        [id],
      );
      expect(row?.['renewed']).toBe(true);
    });
  });
});

describe('lock-out', () => {
  test('five failures lock an account for a quarter of an hour, right password or not, through a flush of Redis and a restart', async () => {
    const { name } = await gateway.account('inspector');
    const attempt = (secret: string) => gateway.call('POST', '/api/session', { body: { account: name, password: secret } });
    for (let i = 0; i < 5; i++) expect((await attempt(`wrong password ${i}`)).body.code).toBe('account.sign-in-failed');
    const locked = await attempt(password);
    expect([locked.status, locked.body.code, locked.body.facts.minutes]).toEqual([429, 'account.locked', 15]);
    expect(Number(locked.headers.get('retry-after'))).toBe(900);

    const redis = new Redis(gateway.under.servers.redis.adminUrl);
    await redis.flushall();
    redis.disconnect();
    await gateway.service.stop();
    gateway.service = await startService(gatewayParts, gateway.under.env);
    gateway.url = gateway.service.app.get(HttpDoor).url;
    expect((await attempt(password)).body.code).toBe('account.locked');

    // An administrator sees whose account it is, and until when.
    const administrator = await gateway.signIn('admin', adminPassword);
    const lockedUntil = async (): Promise<string | null> => {
      const { body } = await gateway.call('GET', '/api/accounts', { cookie: administrator, headers: inStreet });
      const { accounts } = gatewayOperations.listAccounts.output.parse(body);
      expect(accounts.filter((account) => account.lockedUntil !== null && account.name !== name)).toEqual([]);
      return accounts.find((account) => account.name === name)!.lockedUntil;
    };
    const until = Date.parse((await lockedUntil())!) - Date.now();
    expect([until > 13 * 60_000, until <= 15 * 60_000]).toEqual([true, true]);

    await gateway.under.rows('update budgets set until = clock_timestamp()');
    expect(await lockedUntil()).toBeNull();
    expect((await attempt(password)).status).toBe(200);
  });

  test('fifty guesses at the same time are five guesses', async () => {
    const { name } = await gateway.account('inspector');
    const guesses = await Promise.all(
      Array.from({ length: 50 }, (_, i) => gateway.call('POST', '/api/session', { body: { account: name, password: `wrong ${i}` } })),
    );
    const codes = guesses.map(({ body }) => body.code as string);
    expect(codes.filter((code) => code === 'account.sign-in-failed')).toHaveLength(5);
    expect(new Set(codes)).toEqual(new Set(['account.sign-in-failed', 'account.locked', 'request.too-many']));
    await gateway.under.rows('delete from budgets');
  });

  test('an account that does not exist is locked all the same', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 6; i++)
      codes.push((await gateway.call('POST', '/api/session', { body: { account: 'ghost', password: 'x' } })).body.code);
    expect(codes.at(-1)).toBe('account.locked');
    await gateway.under.rows('delete from budgets');
  });

  test('signing in rightly forgets earlier failures, and many at once may do it', async () => {
    const { name } = await gateway.account('inspector');
    for (let i = 0; i < 4; i++) await gateway.call('POST', '/api/session', { body: { account: name, password: 'wrong' } });
    const all = await Promise.all(
      Array.from({ length: 10 }, () => gateway.call('POST', '/api/session', { body: { account: name, password } })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test('a source that has failed thirty times is shut out, whatever account it names', async () => {
    for (let i = 0; i < 30; i++) await gateway.call('POST', '/api/session', { body: { account: `guess-${i}`, password: 'x' } });
    const shut = await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } });
    expect([shut.status, shut.body.code]).toEqual([429, 'request.too-many']);
    await gateway.under.rows('delete from budgets');
  });

  test('without a database nobody signs in', async () => {
    await gateway.under.rows('alter table budgets rename to budgets_away');
    try {
      expect((await gateway.call('POST', '/api/session', { body: { account: 'admin', password: adminPassword } })).status).toBe(500);
    } finally {
      await gateway.under.rows('alter table budgets_away rename to budgets');
    }
  });
});

describe('what ends, ends with the next request', () => {
  test('signing out', async () => {
    const cookie = await gateway.signIn('admin', adminPassword);
    const out = await gateway.call('DELETE', '/api/session', { cookie, headers: own() });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect((await whoAmI({ cookie })).status).toBe(401);
  });

  test('a changed password ends every other session and carries on under a new one', async () => {
    const { name, token } = await gateway.account('inspector');
    const [here, elsewhere] = [await gateway.signIn(name, password), await gateway.signIn(name, password)];
    const body = { oldPassword: password, newPassword: 'Ein-ganz-anderer-Satz-42' };
    const weak = await gateway.call('PUT', '/api/session/password', {
      cookie: here,
      headers: own(),
      body: { ...body, newPassword: `${name}-1` },
    });
    expect(weak.body.code).toBe('account.password-weak');
    const changed = await gateway.call('PUT', '/api/session/password', { cookie: here, headers: own(), body });
    expect(changed.status).toBe(200);
    expect((await whoAmI({ cookie: here })).status).toBe(401);
    expect((await whoAmI({ cookie: elsewhere })).status).toBe(401);
    expect((await whoAmI({ cookie: secretOf(changed)! })).status).toBe(200);
    expect((await whoAmI({ token })).status).toBe(200);
    expect((await gateway.call('POST', '/api/session', { body: { account: name, password } })).status).toBe(401);
  });

  test('a disabled account, for sessions and tokens alike', async () => {
    const { id, name, token } = await gateway.account('inspector');
    const cookie = await gateway.signIn(name, password);
    expect((await gateway.call('POST', `/api/accounts/${id}/disable`, { token: gateway.adminToken, headers: inStreet })).status).toBe(200);
    expect((await whoAmI({ cookie })).status).toBe(401);
    expect((await whoAmI({ token })).status).toBe(401);
    expect((await gateway.call('POST', '/api/session', { body: { account: name, password } })).body.code).toBe('account.sign-in-failed');
  });

  test('a password that was reset: every session of its person, and the lock of wrong passwords', async () => {
    const { id, name } = await gateway.account('inspector');
    const cookie = await gateway.signIn(name, password);
    const attempt = (secret: string) => gateway.call('POST', '/api/session', { body: { account: name, password: secret } });
    for (let i = 0; i < 6; i++) await attempt('not the password');
    expect((await attempt(password)).body.code).toBe('account.locked');
    const reset = (newPassword: string, headers = inStreet) =>
      gateway.call('PUT', `/api/accounts/${id}/password`, { token: gateway.adminToken, headers, body: { newPassword } });
    expect((await reset('short')).body.code).toBe('account.password-weak');
    const given = 'Sechs.Regentonnen.Mond.3';
    expect((await reset(given)).status).toBe(200);
    expect((await whoAmI({ cookie })).status).toBe(401);
    expect((await attempt(given)).status).toBe(200);
    expect((await attempt(password)).body.code).toBe('account.sign-in-failed');
    // An account of another street is not there, and its password stays.
    expect((await reset('Andere.Strasse.Laterne.8', { 'x-wufang-street': 'elsewhere' })).status).toBe(404);
    const [last] = await gateway.under.rows('select type, payload from events where aggregate_id = $1 order by version desc limit 1', [id]);
    expect(last).toEqual({ type: gatewayEvents.passwordReset.type, payload: {} });
  });

  test('a disabled account that is let in again begins by signing in: what it had open does not come back', async () => {
    const { id, name } = await gateway.account('inspector');
    const cookie = await gateway.signIn(name, password);
    const asked = { token: gateway.adminToken, headers: inStreet };
    const enable = () => gateway.call('POST', `/api/accounts/${id}/enable`, asked);
    await gateway.call('POST', `/api/accounts/${id}/disable`, asked);
    expect((await whoAmI({ cookie })).status).toBe(401);
    expect((await enable()).body.isDisabled).toBe(false);
    expect((await enable()).status).toBe(200);
    expect((await whoAmI({ cookie })).status).toBe(401);
    expect((await whoAmI({ cookie: await gateway.signIn(name, password) })).status).toBe(200);
    const enabled = await gateway.under.rows('select 1 from events where aggregate_id = $1 and type = $2', [
      id,
      gatewayEvents.accountEnabled.type,
    ]);
    expect(enabled).toHaveLength(1);
  });

  test('a mandate, ended or run out', async () => {
    const { id, token, mandates } = await gateway.account('phone_desk');
    const look = () => gateway.call('GET', '/api/work-orders', { token });
    expect((await look()).status).toBe(200);
    await gateway.call('POST', `/api/accounts/${id}/mandates/${mandates[0]!.id}/end`, { token: gateway.adminToken, headers: inStreet });
    expect((await look()).body.code).toBe('access.denied');
    const until = new Date(Date.now() - 1000).toISOString();
    await gateway.call('POST', `/api/accounts/${id}/mandates`, {
      token: gateway.adminToken,
      headers: inStreet,
      body: { role: 'phone_desk', until },
    });
    expect((await look()).status).toBe(403);
    await gateway.call('POST', `/api/accounts/${id}/mandates`, {
      token: gateway.adminToken,
      headers: inStreet,
      body: { role: 'phone_desk' },
    });
    expect((await look()).status).toBe(200);
  });

  test('a token that was taken back, or has run out', async () => {
    const { id, token, tokenId } = await gateway.account('inspector');
    expect((await whoAmI({ token })).status).toBe(200);
    expect(
      (await gateway.call('DELETE', `/api/accounts/${id}/tokens/${tokenId}`, { token: gateway.adminToken, headers: inStreet })).status,
    ).toBe(200);
    expect((await whoAmI({ token })).status).toBe(401);
    const short = await gateway.call('POST', `/api/accounts/${id}/tokens`, {
      token: gateway.adminToken,
      headers: inStreet,
      body: { name: 'short', until: new Date(Date.now() - 1).toISOString() },
    });
    expect((await whoAmI({ token: short.body.token })).status).toBe(401);
  });

  test('a cookie is no token and a token no cookie', async () => {
    const { name, token } = await gateway.account('inspector');
    const cookie = await gateway.signIn(name, password);
    expect((await whoAmI({ token: cookie })).status).toBe(401);
    expect((await whoAmI({ token: `wf_${cookie}` })).status).toBe(401);
    expect((await whoAmI({ cookie: token.slice(3) })).status).toBe(401);
  });
});

describe('streets', () => {
  test('an account of one street stays in it', async () => {
    const { token } = await gateway.account('administrator', { street: 'north' });
    const listed = await gateway.call('GET', '/api/accounts', { token });
    expect(new Set(listed.body.accounts.map(({ streetId }: { streetId: string }) => streetId))).toEqual(new Set(['north']));
    const elsewhere = await gateway.call('GET', '/api/accounts', { token, headers: inStreet });
    expect(elsewhere.body.code).toBe('access.denied');
    const { id } = await gateway.account('inspector', { street: 'south' });
    expect((await gateway.call('POST', `/api/accounts/${id}/disable`, { token })).status).toBe(404);
    expect((await gateway.call('POST', '/api/streets', { token, body: { id: 'another', name: '某街道', district: '某区' } })).status).toBe(
      403,
    );
  });

  test('an account of all streets names the one it acts in, and "*" never leaves the gateway', async () => {
    gateway.plays(['registry']);
    const look = (headers: Record<string, string>) => gateway.call('GET', '/api/work-orders', { token: gateway.adminToken, headers });
    expect((await look({})).body.code).toBe('street.needed');
    expect((await look({ 'x-wufang-street': '*' })).body.code).toBe('street.unknown');
    expect((await look(inStreet)).status).toBe(200);
    expect(gateway.heard.at(-1)!.ctx).toMatchObject({ streetId: 'qingyun', scope: 'street', actor: { roles: ['administrator'] } });
    const body = { id: 'east', name: '东街道', district: '某区' };
    expect((await gateway.call('POST', '/api/streets', { token: gateway.adminToken, body })).status).toBe(201);
    expect(gateway.heard.at(-1)!.ctx.streetId).toBe('east');
    const everywhere = await gateway.call('POST', '/api/public/*/track', { body: { no: 'x', phoneTail: '1234' } });
    expect(everywhere.body.code).toBe('street.unknown');
    expect(gateway.heard.every(({ ctx }) => ctx.streetId !== '*')).toBe(true);
  });

  test('an account of all streets holds no seat in one', async () => {
    const body = { id: randomUUID(), name: 'everywhere', displayName: '无', password, mandates: [{ role: 'phone_desk' }] };
    expect((await gateway.call('POST', '/api/accounts', { token: gateway.adminToken, body })).body.code).toBe('request.invalid');
  });
});

describe('accounts', () => {
  test('a name is taken once in all streets, also by two at the same moment', async () => {
    const body = { name: 'zhang.wei', displayName: '张', password, mandates: [] };
    const make = (street: string) =>
      gateway.call('POST', '/api/accounts', {
        token: gateway.adminToken,
        headers: { 'x-wufang-street': street },
        body: { ...body, id: randomUUID() },
      });
    const made = await Promise.all(['a1', 'a2', 'a3'].map(make));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('creating one twice under its id is creating it once; another content under it is refused', async () => {
    const body = {
      id: randomUUID(),
      name: `twice-${randomUUID().slice(0, 6)}`,
      displayName: '一',
      password,
      mandates: [{ role: 'inspector' }],
    };
    const make = (changed: object) =>
      gateway.call('POST', '/api/accounts', { token: gateway.adminToken, headers: inStreet, body: { ...body, ...changed } });
    const [first, second] = [await make({}), await make({})];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await make({ password: 'Noch-ein-anderer-Satz-8' })).body.code).toBe('request.key-reused');
  });

  test('each change is a fact without names in it, in one chain', async () => {
    const { id } = await gateway.account('inspector');
    await gateway.call('POST', `/api/accounts/${id}/disable`, { token: gateway.adminToken, headers: inStreet });
    const events = await gateway.under.rows('select type, payload, actor from events where aggregate_id = $1 order by version', [id]);
    expect(events.map(({ type }) => type)).toEqual([
      gatewayEvents.accountCreated.type,
      gatewayEvents.mandateGranted.type,
      gatewayEvents.tokenCreated.type,
      gatewayEvents.accountDisabled.type,
    ]);
    expect(JSON.stringify(events)).not.toContain('测试');
    expect(events[0]!['actor'].roles).toEqual(['administrator']);
  });

  test('a token stands in the database only as a hash, and its answer is kept nowhere', async () => {
    const { token } = await gateway.account('inspector');
    const everything = await gateway.under.rows(
      `select (select json_agg(t)::text from tokens t) || (select json_agg(k)::text from idempotency_keys k) || (select json_agg(e)::text from events e) as text`,
    );
    expect(everything[0]!['text']).not.toContain(token);
    expect(everything[0]!['text']).not.toContain(password);
  });
});

describe('whom somebody may name', () => {
  const people = async (token: string, query = '') => {
    const { status, body } = await gateway.call('GET', `/api/people${query}`, { token });
    return status === 200 ? gatewayOperations.listPeople.output.parse(body).people : (body.code as string);
  };
  const idsIn = (found: Awaited<ReturnType<typeof people>>) => (found as { accountId: string }[]).map(({ accountId }) => accountId);

  test('a unit its own people, the street all who hold a post in it; nobody another street, nobody a resident or who has left', async () => {
    const [firmId, officeId] = [randomUUID(), randomUUID()];
    const manager = await gateway.account('firm_manager', { unitId: firmId });
    const handler = await gateway.account('firm_handler', { unitId: firmId });
    const gone = await gateway.account('firm_handler', { unitId: firmId });
    await gateway.call('POST', `/api/accounts/${gone.id}/disable`, { token: gateway.adminToken, headers: inStreet });
    const chief = await gateway.account('section_chief', { unitId: officeId });
    const resident = await gateway.account('resident');
    const elsewhere = await gateway.account('section_chief', { street: 'baiyun', unitId: officeId });

    const own = await people(manager.token);
    expect([...idsIn(own)].sort()).toEqual([manager.id, handler.id].sort());
    expect(own).toContainEqual({ accountId: handler.id, name: '测试', posts: [{ role: 'firm_handler', unitId: firmId }] });
    expect(JSON.stringify(own)).not.toContain(handler.name);

    const all = idsIn(await people(chief.token));
    expect(all).toEqual(expect.arrayContaining([manager.id, handler.id, chief.id]));
    for (const { id } of [gone, resident, elsewhere]) expect(all).not.toContain(id);
    expect(idsIn(await people(chief.token, `?unitId=${firmId}&role=firm_manager`))).toEqual([manager.id]);
    expect(await people(manager.token, `?unitId=${officeId}`)).toEqual([]);
    expect((await gateway.call('GET', '/api/people', { token: resident.token })).body.code).toBe('access.denied');
  });

  test('who names a counting group finds those who count for no unit, when they ask for them, and for nobody else’s', async () => {
    const [bodyId, otherId] = [randomUUID(), randomUUID()];
    const rep = await gateway.account('owners_body_rep', { unitId: bodyId });
    const free = await gateway.account('counting_group');
    const own = await gateway.account('counting_group', { unitId: bodyId });
    const others = await gateway.account('counting_group', { unitId: otherId });
    const found = idsIn(await people(rep.token, '?role=counting_group'));
    expect(found).toEqual(expect.arrayContaining([free.id, own.id]));
    expect(found).not.toContain(others.id);
    expect([...idsIn(await people(rep.token))].sort()).toEqual([rep.id, own.id].sort());
    const handler = await gateway.account('firm_handler', { unitId: bodyId });
    expect(idsIn(await people(handler.token, '?role=counting_group'))).toEqual([own.id]);
  });

  test('a post that has ended is none, and one held elsewhere widens nothing', async () => {
    const [firmId, otherId] = [randomUUID(), randomUUID()];
    const manager = await gateway.account('firm_manager', { unitId: firmId });
    const other = await gateway.account('firm_handler', { unitId: otherId });
    const twice = await gateway.account('firm_handler', { unitId: firmId });
    const mandate = { role: 'firm_handler', unitId: otherId };
    const path = `/api/accounts/${twice.id}/mandates`;
    await gateway.call('POST', path, { token: gateway.adminToken, headers: inStreet, body: mandate });
    const named = await people(manager.token);
    expect((named as Exclude<typeof named, string>).find(({ accountId }) => accountId === twice.id)!.posts).toEqual([
      { role: 'firm_handler', unitId: firmId },
    ]);
    expect(idsIn(named)).not.toContain(other.id);
    await gateway.call('POST', `${path}/${twice.mandates[0]!.id}/end`, { token: gateway.adminToken, headers: inStreet, body: {} });
    expect(idsIn(await people(manager.token))).toEqual([manager.id]);
  });
});
