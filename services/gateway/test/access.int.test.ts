import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operations, pathFieldsOf, relationFor, roles, serviceNames, streetFieldOf, type Operation, type Role } from '@wufang/contracts';
import { openApiOf } from '@wufang/contracts/open-api';
import { HttpDoor } from '../src/parts.js';
import { GatewayUnderTest, password } from './gateway-under-test.js';
import { sampleOf } from './sample-of.js';

let gateway: GatewayUnderTest;
const tokens = new Map<Role, string>();
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the page is walked as a reader of it would
const api = openApiOf() as any;
const street = 'qingyun';

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ WUFANG_PUBLIC_SUBMITS: '100000', WUFANG_PUBLIC_LOOKS: '100000' });
  gateway.plays(serviceNames.filter((name) => name !== 'gateway'));
  for (const role of roles) tokens.set(role, (await gateway.account(role, { unitId: unitOf(role) })).token);
});
afterAll(() => gateway.stop());

const unitOf = (role: Role) => `00000000-0000-4000-8000-${String(roles.indexOf(role)).padStart(12, '0')}`;

/** A valid request for an operation, made from the OpenAPI page alone. */
function requestFor(operation: Operation): { path: string; body?: unknown } {
  const described = api.paths[operation.path][operation.method.toLowerCase()];
  const sample = (schema: object) => sampleOf(schema, api.components.schemas);
  let path = operation.path;
  const query = new URLSearchParams();
  for (const parameter of described.parameters ?? []) {
    const value = () => (streetFieldOf(operation) === parameter.name ? street : String(sample(parameter.schema)));
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value()));
    if (parameter.in === 'query' && parameter.required) query.set(parameter.name, value());
  }
  if (query.size > 0) path += `?${query}`;
  const content = described.requestBody?.content;
  if (!content) return operation.method === 'GET' ? { path } : { path, body: {} };
  if (content['application/json']) {
    const body = sample(content['application/json'].schema) as Record<string, unknown>;
    // A number may be asked about so many times an hour; each request is about another one.
    if (operation.access === 'public' && 'no' in body) body['no'] = randomUUID();
    return { path, body: operation.reauthenticates ? { ...body, password } : body };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(sample(content['multipart/form-data'].schema) as object))
    if (name !== 'file') form.set(name, String(value));
  form.set('file', new Blob(['x']), '表.csv');
  return { path, body: form };
}

describe('the access matrix', () => {
  const forwarded = operations.filter(({ name }) => !name.startsWith('gateway.'));
  const here = operations.filter(({ name }) => name.startsWith('gateway.'));

  test('routes, the OpenAPI page and the access table name the same operations', () => {
    const page = Object.entries(api.paths).flatMap(([path, of]) =>
      Object.keys(of as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const table = operations.map(({ method, path }) => `${method} ${path}`);
    expect([...gateway.service.app.get(HttpDoor).routes].sort()).toEqual([...table].sort());
    expect(page.sort()).toEqual(table.sort());
    expect(new Set(table).size).toBe(table.length);
    expect(JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(api)));
  });

  test.each(forwarded.map((operation) => [operation.name, operation] as const))(
    '%s: each role as far as the table says, nobody else',
    async (_, operation) => {
      for (const role of [...roles, null]) {
        const { path, body } = requestFor(operation);
        const before = gateway.heard.length;
        const answer = await gateway.call(operation.method, path, { token: role === null ? undefined : tokens.get(role)!, body });
        const scope = role === null && operation.access !== 'public' ? null : relationFor(operation.access, role === null ? [] : [role]);
        // Opening a street is for those who belong to it or to all.
        if (scope === null) {
          expect([role, answer.status, answer.body.code]).toEqual([
            role,
            role === null ? 401 : 403,
            role === null ? 'account.sign-in-needed' : 'access.denied',
          ]);
          expect(gateway.heard).toHaveLength(before);
          continue;
        }
        expect([role, answer.status, answer.text]).toEqual([role, operation.success ?? 200, '{}']);
        const { ctx, input } = gateway.heard.at(-1)!;
        expect(gateway.heard).toHaveLength(before + 1);
        expect(ctx).toMatchObject({ operation: operation.name, scope, streetId: street });
        const isPublic = operation.access === 'public';
        expect(ctx.actor.roles).toEqual(isPublic ? [] : [role]);
        expect(ctx.actor.unitIds).toEqual(isPublic ? [] : [unitOf(role!)]);
        expect(operation.input.safeParse(input).success).toBe(true);
      }
    },
    30_000,
  );

  test.each(here.filter(({ access }) => access !== 'public').map((operation) => [operation.name, operation] as const))(
    '%s: those the table does not name are refused',
    async (_, operation) => {
      for (const role of [...roles, null]) {
        if (role !== null && relationFor(operation.access, [role]) !== null) continue;
        const { path, body } = requestFor(operation);
        const answer = await gateway.call(operation.method, path, { token: role === null ? undefined : tokens.get(role)!, body });
        expect([role, answer.status]).toEqual([role, role === null ? 401 : 403]);
      }
    },
  );

  test('an account without a mandate may do nothing but what is public', async () => {
    const { token } = await gateway.account([]);
    for (const operation of operations.filter(({ access }) => access !== 'public')) {
      const { path, body } = requestFor(operation);
      expect([operation.name, (await gateway.call(operation.method, path, { token, body })).status]).toEqual([operation.name, 403]);
    }
  });

  test('every operation has fields for its path', () => {
    for (const operation of operations) {
      const shape = (operation.input as unknown as { shape: object }).shape;
      expect([operation.name, pathFieldsOf(operation).filter((field) => !(field in shape))]).toEqual([operation.name, []]);
    }
  });
});
