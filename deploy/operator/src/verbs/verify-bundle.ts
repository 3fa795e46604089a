import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import { NotThere, textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

interface Verifier {
  verifyBundle: (bundle: unknown, witness?: { seq: number; hash: string }) => { holds: boolean };
  findings: (result: object) => string[];
  readHead: (text: string) => { seq: number; hash: string } | undefined;
}

/** The one verifier there is: the script that anyone may run alone. */
const script = join(import.meta.dirname, '../../../../verify/verify.mjs');

export const verifyBundleVerb: Verb = {
  name: 'verify-bundle',
  usage: 'FILE.json [--head SEQ:HASH]',
  summary:
    '不连系统，核验一份决议的核验包：字节、签署、事件链、金额，指出第一处不符 (verify an exported resolution bundle; see docs/verify.md)',
  options: { head: { type: 'string' } },
  async run(asked) {
    const [path] = wordsOf(asked, ['FILE']) as [string];
    const { verifyBundle, findings, readHead } = (await import(pathToFileURL(script).href)) as Verifier;
    const head = textOption(asked, 'head');
    const witness = head === undefined ? undefined : readHead(head);
    if (head !== undefined && !witness) throw new WrongUsage('--head 写成 序号:哈希，例如 12:3f7a…（64 个十六进制小写字符）');
    const result = verifyBundle(read(path), witness);
    return { json: result, text: findings(result).join('\n'), hasFailed: !result.holds };
  },
};

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new NotThere(`读不出 ${path}：${(error as Error).message}`);
  }
}
