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

/** Which roles an operation lets in, so that a page shows nobody a button that is refused; how far each reaches only the server knows. */
export function callersOf(): string {
  const groups: string[] = [];
  const rows = operations.flatMap(({ name, access }) => {
    if (access === 'public') return [];
    const group = JSON.stringify(Object.keys(access).sort());
    if (!groups.includes(group)) groups.push(group);
    return `  '${name}': groups[${groups.indexOf(group)}],`;
  });
  return [
    `const groups = [\n${groups.map((group) => `  ${group},`).join('\n')}\n] as const;\n`,
    `export const callers = {\n${rows.join('\n')}\n} as const satisfies Record<string, readonly string[]>;\n`,
  ].join('\n');
}
