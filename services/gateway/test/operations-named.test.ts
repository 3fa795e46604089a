import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as contracts from '@wufang/contracts';

const root = join(import.meta.dirname, '../../../..');

/** Sources of tests and of what stands beside them, without comments: naming an operation in a sentence is not trying it. */
function testSources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : testSources(path);
    const isOfTests = /\.test\.tsx?$/.test(entry.name) || (/\.tsx?$/.test(entry.name) && /\/(test|e2e)\//.test(path));
    return isOfTests ? [readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')] : [];
  });
}

/** Names an operation goes by in code: `issues.proposeIssue`. */
function codeNames(): Map<object, string[]> {
  const names = new Map<object, string[]>();
  for (const [group, members] of Object.entries<unknown>(contracts)) {
    if (typeof members !== 'object' || members === null || Array.isArray(members)) continue;
    for (const [member, value] of Object.entries<unknown>(members as Record<string, unknown>))
      if (typeof value === 'object' && value !== null) names.set(value, [...(names.get(value) ?? []), `${group}.${member}`]);
  }
  return names;
}

/** The operations that no test names: in code, by their name on the wire, or by method and path. */
function unnamed(operations: readonly { name: string; method: string; path: string }[], text: string): string[] {
  const names = codeNames();
  const inCode = new Set(text.match(/\b\w+\.\w+\b/g));
  const isOnWire = (name: string) =>
    [`'${name}'`, `"${name}"`, `\`${name}\``, `.${name}'`, `.${name}\``].some((quoted) => text.includes(quoted));
  const isAsked = (method: string, path: string) => {
    const filled = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/\'"`?]+');
    return new RegExp(`${method}['"]?[(,]\\s*['"\`](?:\\$\\{[^}]*\\})?${filled}['"\`?]`).test(text);
  };
  return operations
    .filter((one) => !(names.get(one) ?? []).some((name) => inCode.has(name)) && !isOnWire(one.name) && !isAsked(one.method, one.path))
    .map(({ name }) => name);
}

test('every declared operation is named by some test', () => {
  const text = ['libs', 'services', 'deploy', 'web'].flatMap(testSources).join('\n');
  expect(unnamed(contracts.operations, text)).toEqual([]);
  // It can say no: of one that nobody has written, and of all of them where there are no tests.
  const made = { name: ['intake', 'demand', 'juggle'].join('.'), method: 'POST', path: '/api/demands/{id}/juggling' };
  expect(unnamed([...contracts.operations, made], text)).toEqual([made.name]);
  expect(unnamed(contracts.operations, '')).toHaveLength(contracts.operations.length);
});
