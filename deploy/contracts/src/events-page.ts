import { eventTypes, serviceNames } from '@wufang/contracts';
import { z } from 'zod';

interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  $ref?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema | boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  description?: string;
  $defs?: Record<string, JsonSchema>;
}

/** Every fact the system tells, with what it carries. */
export function eventsPage(): string {
  const parts = [
    '# Events',
    '',
    '<!-- Printed by `npm run contracts` from libs/contracts. Do not edit. -->',
    '',
    'What has happened is told on JetStream under `<service>.told`: a message is a list, all that one commit tells. Each event is an envelope: `id`, `type`, `streetId`,',
    '`aggregate`, `aggregateId`, `version` (1..n without gap within its aggregate), `recordedAt`, `actor`, `payload`. Any may come twice, late and out of order. None carries personal data.',
  ];
  for (const service of serviceNames) {
    const told = eventTypes.filter(({ type }) => type.startsWith(`${service}.`));
    if (told.length === 0) continue;
    parts.push('', `## ${service}`, '', '| Event | | Payload |', '|---|---|---|');
    for (const { type, summary, payload } of told) {
      const schema = z.toJSONSchema(payload, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
      parts.push(`| \`${type}\` | ${summary} | ${fieldsOf(resolve(schema, schema))} |`);
    }
  }
  return [...parts, ''].join('\n');
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : (root.$defs?.[nameOf(schema.$ref)] ?? schema);
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): string {
  const fields = Object.entries(properties).map(([name, schema]) => `\`${name}${required.includes(name) ? '' : '?'}\` ${kindOf(schema)}`);
  return fields.length === 0 ? '–' : fields.join(', ');
}

function kindOf(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return schema.enum.length > 6 ? 'enum' : schema.enum.map(String).join(' / ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(kindOf))].join(' or ');
  if (schema.type === 'array') return `list of ${typeof schema.items === 'object' ? kindOf(schema.items) : 'anything'}`;
  if (Array.isArray(schema.type)) return schema.type.join(' or ');
  if (schema.type === 'object') return schema.properties ? `{ ${Object.keys(schema.properties).join(', ')} }` : 'object';
  return schema.format ?? schema.type ?? 'anything';
}

function nameOf(ref: string): string {
  return ref.split('/').at(-1)!;
}
