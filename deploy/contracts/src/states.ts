import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { labels, serviceNames } from '@wufang/contracts';

type Transitions = Record<string, Record<string, string>>;

const begin = '<!-- states: printed by `npm run contracts` from the tables in src/domain, do not edit -->';
const end = '<!-- end of states -->';
/**
 * READMEs of the services that have state machines, with the diagrams as their tables are now. A machine is an export `<thing>Transitions` of a file in
 * `src/domain`: state → action → next state; `<thing>Entries` says where it may begin. The diagrams stand between two marks; a README without them gets them at its end.
 */
export async function readmesWithStates(root: string): Promise<Map<string, string>> {
  const readmes = new Map<string, string>();
  for (const service of serviceNames) {
    const machines = await machinesOf(join(root, 'services', service));
    const path = `services/${service}/README.md`;
    if (machines.length === 0 || !existsSync(join(root, path))) continue;
    const diagrams = machines
      .map(
        ([name, transitions, entries]) => `${wordsOf(name)}:\n\n\`\`\`mermaid\n${diagramOf(transitions, entries, labelsOf(name))}\n\`\`\``,
      )
      .join('\n\n');
    const block = `${begin}\n\n${diagrams}\n\n${end}`;
    const text = readFileSync(join(root, path), 'utf8');
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    readmes.set(
      path,
      from >= 0 && to > from ? text.slice(0, from) + block + text.slice(to + end.length) : `${text.trimEnd()}\n\n## States\n\n${block}\n`,
    );
  }
  return readmes;
}

async function machinesOf(service: string): Promise<[string, Transitions, readonly string[]][]> {
  const source = join(service, 'src/domain');
  if (!existsSync(source)) return [];
  const machines: [string, Transitions, readonly string[]][] = [];
  for (const file of readdirSync(source).sort()) {
    if (
      !file.endsWith('.ts') ||
      file.endsWith('.test.ts') ||
      !/export const \w+Transitions\b/.test(readFileSync(join(source, file), 'utf8'))
    )
      continue;
    const compiled = join(service, 'dist/src/domain', file.replace(/\.ts$/, '.js'));
    if (!existsSync(compiled)) throw new Error(`${compiled} is missing; run npm run build first`);
    const exported = (await import(pathToFileURL(compiled).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported))
      if (name.endsWith('Transitions')) {
        const thing = name.replace(/Transitions$/, '');
        machines.push([thing, value as Transitions, entriesOf(exported[`${thing}Entries`])]);
      }
  }
  return machines;
}

/** A list of states, or lists of them by how a thing may begin. */
function entriesOf(exported: unknown): string[] {
  return exported === undefined ? [] : [...new Set(Object.values(exported as object).flat() as string[])];
}

/** What people call the states of a machine: `labels.<thing>State`. The same word may be another state elsewhere. */
function labelsOf(thing: string): Record<string, string> {
  return (labels as unknown as Record<string, Record<string, string> | undefined>)[`${thing}State`] ?? {};
}

function diagramOf(transitions: Transitions, entries: readonly string[], stateLabels: Readonly<Record<string, string>>): string {
  const targets = new Set(Object.values(transitions).flatMap((of) => Object.values(of)));
  const states = Object.keys(transitions).filter(
    (state) => targets.has(state) || entries.includes(state) || Object.keys(transitions[state]!).length > 0,
  );
  const lines = [
    'stateDiagram-v2',
    ...states.map((state) => `  ${state} : ${stateLabels[state] ? `${stateLabels[state]} ${state}` : state}`),
  ];
  for (const state of states)
    if (entries.includes(state) || (entries.length === 0 && !reachedFromOthers(transitions, state))) lines.push(`  [*] --> ${state}`);
  for (const state of states) {
    const byTarget = new Map<string, string[]>();
    for (const [action, target] of Object.entries(transitions[state]!)) byTarget.set(target, [...(byTarget.get(target) ?? []), action]);
    for (const [target, actions] of byTarget) lines.push(`  ${state} --> ${target} : ${actions.join(', ')}`);
    if (byTarget.size === 0) lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n');
}

function reachedFromOthers(transitions: Transitions, state: string): boolean {
  return Object.entries(transitions).some(([from, of]) => from !== state && Object.values(of).includes(state));
}

function wordsOf(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());
}
