import { z } from 'zod';
import { errorTexts, type ErrorCode } from './errors.js';
import { operations } from './index.js';
import { pathFieldsOf, type Operation } from './operation.js';

interface Json {
  [name: string]: unknown;
}

/** Refusals any call may meet besides its own; those who must sign in meet two more. */
const everywhere: ErrorCode[] = ['request.invalid', 'request.too-many', 'service.unavailable', 'service.timeout', 'service.failed'];
const signedIn: ErrorCode[] = ['account.sign-in-needed', 'access.denied'];
const reauthenticated: ErrorCode[] = ['account.sign-in-failed', 'account.locked'];

/** The contract of the public door as OpenAPI 3.1, printed from the operations. */
export function openApiOf(list: readonly Operation[] = operations): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const operation of list) {
    const at = (paths[operation.path] ??= {});
    at[operation.method.toLowerCase()] = describe(operation, components);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '五方',
      version: '1',
      description: '接诉即办：受理、派单、时限、协商、回访、评价。错误按 RFC 9457 返回，code 稳定不变。',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    tags: [...new Set(list.map(({ name }) => serviceOf(name)))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-wufang', description: '网页登录' },
        token: { type: 'http', scheme: 'bearer', description: '程序使用的访问令牌，以 wf_ 开头' },
      },
      responses: { Refused: problemAnswer(everywhere), RefusedSignedIn: problemAnswer([...signedIn, ...everywhere]) },
      schemas: { Problem: problemSchema(), ...components.sorted() },
    },
  };
}

function describe(operation: Operation, components: Components): Json {
  const input = components.resolve(components.use(operation.input, 'input'));
  const again: Record<string, Json> = operation.reauthenticates
    ? { password: { type: 'string', description: '本人密码，当场再次核验；不离开入口服务' } }
    : {};
  const properties = { ...((input['properties'] ?? {}) as Record<string, Json>), ...again };
  const required = new Set([...((input['required'] ?? []) as string[]), ...Object.keys(again)]);
  const inPath = pathFieldsOf(operation);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const hasBody = operation.method === 'POST' || operation.method === 'PUT';
  const parameters: Json[] = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...(hasBody ? [] : rest.map((name) => ({ name, in: 'query', required: required.has(name), schema: properties[name]! }))),
    ...(hasBody && !operation.isSecret
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 200 },
            description: '同一编号提交两次只算一次',
          },
        ]
      : []),
  ];
  const answer = operation.answersText
    ? { [operation.answersText.split(';')[0]!]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: components.use(operation.output, 'output') } };
  return {
    operationId: operation.name,
    tags: [serviceOf(operation.name)],
    summary: operation.summary,
    ...(operation.access === 'public' ? { security: [] } : { 'x-access': operation.access }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && rest.length > 0 && { requestBody: bodyOf(operation, rest, properties, required) }),
    responses: { [String(operation.success ?? 200)]: { description: '成功', content: answer }, ...refusals(operation) },
  };
}

function bodyOf(operation: Operation, names: string[], properties: Record<string, Json>, required: Set<string>): Json {
  if (!operation.upload) {
    const schema = objectOf(names, properties, required);
    return { required: (schema['required'] as string[] | undefined) !== undefined, content: { 'application/json': { schema } } };
  }
  // The file travels as bytes and brings its own name.
  const fields = names.filter((name) => name !== 'fileName');
  const schema = objectOf(fields, { ...properties, file: { type: 'string', format: 'binary' } }, required);
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function objectOf(names: string[], properties: Record<string, Json>, required: Set<string>): Json {
  const needed = names.filter((name) => required.has(name));
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]!])),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  };
}

function refusals(operation: Operation): Json {
  const byStatus = new Map<number, Set<ErrorCode>>();
  for (const code of [...(operation.errors ?? []), ...(operation.reauthenticates ? reauthenticated : [])]) {
    const { status } = errorTexts[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return {
    ...Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), problemAnswer([...codes])])),
    default: { $ref: `#/components/responses/${operation.access === 'public' ? 'Refused' : 'RefusedSignedIn'}` },
  };
}

function problemAnswer(codes: readonly ErrorCode[]): Json {
  return {
    description: codes.map((code) => `${code} ${errorTexts[code].title}`).join('；'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function problemSchema(): Json {
  return {
    type: 'object',
    description: 'RFC 9457',
    properties: {
      type: { type: 'string' },
      code: { type: 'string', enum: Object.keys(errorTexts).sort() },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string', description: '请求编号' },
      facts: { type: 'object', additionalProperties: true },
    },
    required: ['type', 'code', 'title', 'status', 'detail'],
  };
}

/** Schemas that carry a name become components; one that reads differently than it is written gets a second one, `…Input`. */
class Components {
  private readonly schemas = new Map<string, string>();

  use(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs,
      id: __,
      ...json
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: ({ jsonSchema }) => plain(jsonSchema as Json) }) as Json;
    const refs = new Map<string, string>();
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>))
      refs.set(name, this.add(name, definition, io, $defs as Json));
    return rewrite(json, (ref) => refs.get(ref.replace('#/$defs/', '')) ?? ref) as Json;
  }

  /** What a reference stands for. */
  resolve(json: Json): Json {
    const name = (json['$ref'] as string | undefined)?.split('/').at(-1);
    return name === undefined ? json : (JSON.parse(this.schemas.get(name)!) as Json);
  }

  sorted(): Json {
    return Object.fromEntries(
      [...this.schemas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => [name, JSON.parse(text) as Json]),
    );
  }

  private add(name: string, definition: Json, io: 'input' | 'output', all: Json = {}): string {
    const { id: _, $schema: __, ...clean } = definition;
    const text = JSON.stringify(
      rewrite(clean, (ref) => {
        const other = ref.replace('#/$defs/', '');
        return other !== ref && all[other] ? this.add(other, all[other] as Json, io, all) : ref;
      }),
    );
    const known = this.schemas.get(name);
    const as = known === undefined || known === text ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`;
    this.schemas.set(as, text);
    return `#/components/schemas/${as}`;
  }
}

/** Patterns that only repeat a format, and bounds that only repeat what a number in JSON is, are noise. Answers may grow by a field. */
function plain(json: Json): void {
  if (json['additionalProperties'] === false) delete json['additionalProperties'];
  if (json['format'] !== undefined) delete json['pattern'];
  if (json['maximum'] === Number.MAX_SAFE_INTEGER) delete json['maximum'];
  if (json['minimum'] === Number.MIN_SAFE_INTEGER) delete json['minimum'];
}

function rewrite(value: unknown, to: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => rewrite(one, to));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? to(inner) : rewrite(inner, to)]),
  );
}

function serviceOf(name: string): string {
  return name.split('.')[0]!;
}
