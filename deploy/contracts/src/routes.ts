import { eventTypes, operations } from '@wufang/contracts';

/** The table the client finds an operation's path by: method, path, and whether it takes a file. */
export function routesOf(): string {
  const rows = operations.map(
    ({ name, method, path, upload }) => `  '${name}': { method: '${method}', path: '${path}'${upload ? ', upload: true' : ''} },`,
  );
  return [
    `export interface Route {\n  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';\n  readonly path: string;\n  readonly upload?: boolean;\n}\n`,
    `export const routes = {\n${rows.join('\n')}\n} as const satisfies Record<string, Route>;\n`,
  ].join('\n');
}

/** What each fact is called, for pages that show a history. */
export function eventNamesOf(): string {
  const rows = eventTypes.map(({ type, summary }) => `  '${type}': '${summary}',`);
  return `export const eventNames: Readonly<Record<string, string>> = {\n${rows.join('\n')}\n};\n`;
}
