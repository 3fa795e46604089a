import { parseArgs } from 'node:util';
import { NoHouse, openSession } from './address.js';
import { NotRunning, Refused, type Session } from './client.js';
import { NotThere, WrongUsage, type Verb } from './verb.js';
import { accountsVerb } from './verbs/accounts.js';
import { confirmTimeVerb } from './verbs/confirm-time.js';
import { deadEventsVerb } from './verbs/dead-events.js';
import { demoVerb } from './verbs/demo.js';
import { directoryVerb } from './verbs/directory.js';
import { importRegistryVerb } from './verbs/import-registry.js';
import { importVerb } from './verbs/import.js';
import { openStreetVerb } from './verbs/open-street.js';
import { personVerb } from './verbs/person.js';
import { retellVerb } from './verbs/retell.js';
import { ratesVerb } from './verbs/rates.js';
import { shareVerb } from './verbs/share.js';
import { trainClassifierVerb } from './verbs/train-classifier.js';
import { verifyAuditVerb } from './verbs/verify-audit.js';
import { verifyBundleVerb } from './verbs/verify-bundle.js';
import { voteVerb } from './verbs/vote.js';

export const verbs: readonly Verb[] = [
  importRegistryVerb,
  importVerb,
  ratesVerb,
  directoryVerb,
  trainClassifierVerb,
  openStreetVerb,
  accountsVerb,
  shareVerb,
  voteVerb,
  personVerb,
  verifyAuditVerb,
  verifyBundleVerb,
  deadEventsVerb,
  retellVerb,
  confirmTimeVerb,
  demoVerb,
];

const common = { json: { type: 'boolean' }, street: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

export interface Streams {
  out: (text: string) => void;
  err: (text: string) => void;
}

const standard: Streams = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) };

/** Runs one verb. Answers the exit code: 0 done, 1 refused or failed, 2 asked wrongly. */
export async function main(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  { out, err }: Streams = standard,
): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    out(`${helpText()}\n`);
    return name === undefined ? 2 : 0;
  }
  const verb = verbs.find((candidate) => candidate.name === name);
  if (!verb) {
    err(`没有“${name}”这个命令 (no such verb)\n${helpText()}\n`);
    return 2;
  }
  let session: Promise<Session> | undefined;
  try {
    const { values, positionals } = parse(verb, rest);
    if (values['help']) {
      out(`${usageOf(verb)}\n${verb.summary}\n`);
      return 0;
    }
    const isJson = values['json'] === true;
    const street = typeof values['street'] === 'string' ? values['street'] : (env['WUFANG_STREET'] ?? 'qingyun');
    const connect = () => (session ??= openSession(env));
    const told = await verb.run({ connect, street, words: positionals, options: values, isJson });
    out(isJson ? `${JSON.stringify(told.json, null, 1)}\n` : `${told.text}\n`);
    return told.hasFailed ? 1 : 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      err(`${error.message}\n${usageOf(verb)}\n`);
      return 2;
    }
    const isExpected = error instanceof Refused || error instanceof NotRunning || error instanceof NoHouse || error instanceof NotThere;
    err(`${isExpected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    return 1;
  } finally {
    await session?.then((opened) => opened.signOut()).catch(() => undefined);
  }
}

function parse(verb: Verb, args: string[]): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...common, ...verb.options }, allowPositionals: true, strict: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

const usageOf = ({ name, usage }: Verb) =>
  `用法 (usage)：npm run wufang -- ${[name, usage].filter(Boolean).join(' ')} [--street ID] [--json]`;

export function helpText(): string {
  return [
    '用法 (usage)：npm run wufang -- <命令> [--street ID] [--json]',
    '',
    ...verbs.map(({ name, usage, summary }) => `  ${[name, usage].filter(Boolean).join(' ')}\n      ${summary}`),
    '  help\n      这一页 (this page)',
    '',
    '默认街道 qingyun；连接由 npm start 留下的 .wufang/run.json 和 operator.json，或 WUFANG_URL、WUFANG_TOKEN（或 WUFANG_ACCOUNT 与 WUFANG_PASSWORD）、WUFANG_STREET 决定。',
    '退出码：0 完成，1 被拒绝或失败，2 用法有误。 (Exit code: 0 done, 1 refused or failed, 2 wrong usage.)',
  ].join('\n');
}
