import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isSignedBy } from '@wufang/kernel';
import { GatewayUnderTest, password } from './gateway-under-test.js';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  gateway.plays(['deliberation'], () => ({ problem: { code: 'object.not-found', status: 404 } }));
});
afterAll(() => gateway.stop());

const documentHash = 'a'.repeat(64);
const id = randomUUID();
const path = `/api/resolutions/${id}/signatures`;
const asked = (more: object = {}) => ({ seat: 'FIRM', documentHash, ...more });
const someone = () => gateway.account('firm_manager', { unitId: randomUUID() });
const lastHeard = () => gateway.heard.at(-1)!;

describe('an operation that takes the password again', () => {
  test('the gateway signs exactly what was asked; the password goes no further and is written nowhere', async () => {
    const { id: accountId, token } = await someone();
    await gateway.call('POST', path, { token, body: asked({ password }) });
    const { ctx, input } = lastHeard();
    expect(input).toEqual({ id, seat: 'FIRM', documentHash });
    const { approval, publicKey, signature } = ctx.approval!;
    expect(approval).toMatchObject({
      v: 'wufang.approval.v1',
      streetId: 'qingyun',
      operation: 'deliberation.resolution.sign',
      input,
      accountId,
    });
    expect(isSignedBy(approval, Buffer.from(signature, 'base64'), Buffer.from(publicKey, 'base64'))).toBe(true);
    expect(JSON.stringify(lastHeard())).not.toContain(password);
    const rows = await gateway.under.rows('select * from signing_keys where account_id = $1', [accountId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(await gateway.under.rows('select * from events'))).not.toContain(password);
  });

  test('the private key lies in the database in no form that opens without the password', async () => {
    const { id: accountId, token } = await someone();
    await gateway.call('POST', path, { token, body: asked({ password }) });
    const [row] = await gateway.under.rows<{ sealed: Buffer; public_key: Buffer }>('select * from signing_keys where account_id = $1', [
      accountId,
    ]);
    // PKCS #8 of Ed25519 begins with these bytes.
    expect(row!.sealed.includes(Buffer.from('302e020100300506032b6570', 'hex'))).toBe(false);
  });

  test('the same account signs with the same key; after a changed password with a new one, and the old one still verifies', async () => {
    const { id: accountId, name, token } = await someone();
    const sign = async (secret: string) => {
      await gateway.call('POST', path, { token, body: asked({ password: secret }) });
      return lastHeard().ctx.approval!;
    };
    const [first, second] = [await sign(password), await sign(password)];
    expect(second.publicKey).toBe(first.publicKey);
    const cookie = await gateway.signIn(name, password);
    const changed = 'Leiter-Birne-Kanal-44';
    await gateway.call('PUT', '/api/session/password', {
      cookie,
      body: { oldPassword: password, newPassword: changed },
      headers: { origin: gateway.url },
    });
    const third = await sign(changed);
    expect(third.publicKey).not.toBe(first.publicKey);
    expect(isSignedBy(first.approval, Buffer.from(first.signature, 'base64'), Buffer.from(first.publicKey, 'base64'))).toBe(true);
    expect(await sign(changed)).toMatchObject({ publicKey: third.publicKey });
    const made = await gateway.under.rows('select payload from events where aggregate_id = $1 and type = $2 order by version', [
      accountId,
      'gateway.account.signing-key-made.v1',
    ]);
    expect(made.map(({ payload }) => payload.publicKey)).toEqual([first.publicKey, third.publicKey]);
  });

  test.each([
    ['no password', {}, 400, 'request.invalid'],
    ['an empty one', { password: '' }, 400, 'request.invalid'],
    ['a wrong one', { password: 'Falsch-Falsch-1' }, 401, 'account.sign-in-failed'],
  ])('%s signs nothing', async (_, more, status, code) => {
    const { token } = await someone();
    const before = gateway.heard.length;
    const answer = await gateway.call('POST', path, { token, body: asked(more) });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(gateway.heard).toHaveLength(before);
  });

  test('wrong passwords are counted here as at signing in, and lock', async () => {
    const { token } = await someone();
    for (let i = 0; i < 5; i++) await gateway.call('POST', path, { token, body: asked({ password: 'Falsch-Falsch-1' }) });
    expect((await gateway.call('POST', path, { token, body: asked({ password }) })).body.code).toBe('account.locked');
  });

  test('what takes no password again has no approval', async () => {
    const { token } = await someone();
    await gateway.call('GET', `/api/resolutions/${id}`, { token });
    expect(lastHeard().ctx.approval).toBeUndefined();
  });
});
