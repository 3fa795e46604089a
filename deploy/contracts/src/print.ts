import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openApiOf } from '@wufang/contracts/open-api';
import openapiTS, { astToString } from 'openapi-typescript';
import * as prettier from 'prettier';
import { accessPage } from './access-page.js';
import { eventsPage } from './events-page.js';
import { callersOf, eventNamesOf, routesOf } from './routes.js';
import { sourcesPage } from './sources-page.js';
import { readmesWithStates } from './states.js';

const note = '// Printed by `npm run contracts` from libs/contracts. Do not edit.\n';

/** Everything that is printed, by its path. */
async function printed(root: string): Promise<Map<string, string>> {
  const api = openApiOf();
  const schema = astToString(await openapiTS(api as unknown as Parameters<typeof openapiTS>[0], { alphabetize: true, immutable: true }));
  const files = new Map([
    ['services/gateway/openapi.json', `${JSON.stringify(api, null, 2)}\n`],
    ['libs/api-client/src/schema.generated.ts', `${note}${schema}`],
    ['libs/api-client/src/routes.generated.ts', `${note}${routesOf()}`],
    ['libs/api-client/src/callers.generated.ts', `${note}${callersOf()}`],
    ['libs/api-client/src/event-names.generated.ts', `${note}${eventNamesOf()}`],
    ['docs/events.md', eventsPage()],
    ['docs/access.md', accessPage()],
    ['docs/sources.md', sourcesPage()],
  ]);
  for (const [path, text] of await readmesWithStates(root)) files.set(path, text);
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue;
    const options = await prettier.resolveConfig(join(root, path));
    files.set(path, await prettier.format(text, { ...options, filepath: path }));
  }
  return files;
}

/** Writes what is printed, or with `isCheck` names what is stale. Answers the exit code. */
export async function print(root: string, isCheck: boolean): Promise<number> {
  const stale: string[] = [];
  for (const [path, text] of await printed(root)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(path);
    if (isCheck) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const path of stale) process.stdout.write(`${isCheck ? 'stale' : 'written'}  ${path}\n`);
  if (isCheck && stale.length > 0) {
    process.stderr.write('What is printed from the contracts is stale; run npm run contracts and commit the result.\n');
    return 1;
  }
  return 0;
}
