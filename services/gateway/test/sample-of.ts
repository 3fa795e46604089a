import { randomUUID } from 'node:crypto';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  prefixItems?: Schema[];
  items?: Schema;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Texts for the patterns that occur in the contract; a new pattern needs a line here. */
const texts: Record<string, string> = {
  '^\\d{4}$': '1234',
  '^[0-9a-f]{64}$': 'a'.repeat(64),
  '^\\d+$': '100',
  '^[0-9A-HJKMNP-TV-Z]{8}$': 'K7M2X9QA',
  '^[+\\d][\\d\\- ]*$': '13800000000',
  '^[a-z][a-z0-9-]{1,30}$': 'qingyun',
  '^([01]\\d|2[0-3]):[0-5]\\d$': '08:30',
  '^[A-Z0-9_-]{1,20}$': 'AGREE',
  '^(0|[1-9]\\d{0,17})$': '10000',
  '^[\\w-]{1,60}$': 'account',
  '^[1-9]\\d{0,14}$': '10000',
  '^\\d{4}-(0[1-9]|1[0-2])$': '2026-10',
  '^(0\\d{2,3}-?\\d{7,8}|[49]\\d{4,9}|1\\d{4})$': '12345',
  '^(\\d{1,3}(\\.\\d{1,4})?%|[1-9]\\d{0,8}\\/[1-9]\\d{0,8})$': '12.5%',
};
const formats: Record<string, () => string> = {
  uuid: randomUUID,
  date: () => '2026-10-01',
  'date-time': () => '2026-10-01T09:00:00+08:00',
  base64: () => 'AAAA',
  binary: () => 'binary',
};

/** A value that a schema of the OpenAPI page takes, with nothing but what is required. */
export function sampleOf(schema: Schema, components: Record<string, Schema>): unknown {
  if (schema.$ref) return sampleOf(components[schema.$ref.split('/').at(-1)!]!, components);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return sampleOf(either[0]!, components);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {}, components)]));
    case 'array':
      if (schema.prefixItems) return schema.prefixItems.map((item) => sampleOf(item, components));
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, components));
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return {};
  }
}

function textOf({ format, pattern, minLength = 1 }: Schema): string {
  if (format !== undefined && formats[format]) return formats[format]();
  if (pattern === undefined) return '字'.repeat(Math.max(minLength, 2));
  if (texts[pattern] === undefined) throw new Error(`no sample for the pattern ${pattern}`);
  return texts[pattern];
}
