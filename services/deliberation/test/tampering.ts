import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { ResolutionBundle } from '@wufang/contracts';
import { canonicalJson, linkHash, newSigningKey, signCanonical } from '@wufang/kernel';

interface Found {
  holds: boolean;
  missing: string[];
  broken: { place: string; reason: string } | null;
  done: string[];
  standing: 'DRAWN' | 'SIGNED' | 'VOID' | 'SUPERSEDED' | null;
  by: { id: string; no: number } | null;
}

/** The script that anyone can run, as it lies in deploy/verify. */
const script = join(import.meta.dirname, '../../../../deploy/verify/verify.mjs');
export const { verifyBundle, findings } = (await import(pathToFileURL(script).href)) as {
  verifyBundle: (bundle: unknown, witness?: { seq: number; hash: string }) => Found;
  findings: (found: Found) => string[];
};

type Entry = ResolutionBundle['issueChain'][number];
type Body = Record<string, unknown>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** Links a chain anew from some place on, as somebody who can write the database would. */
function relink(chain: Entry[], from = 0): void {
  for (let i = from; i < chain.length; i++) {
    const entry = chain[i]!;
    entry.seq = i + 1;
    entry.prevHash = i === 0 ? null : chain[i - 1]!.hash;
    entry.hash = linkHash(entry);
  }
}
const headOf = (chain: Entry[]) => ({ seq: chain.at(-1)!.seq, hash: chain.at(-1)!.hash });
function edit(bundle: ResolutionBundle, change: (body: Body) => void): void {
  const body = JSON.parse(bundle.resolution.bytes) as Body;
  change(body);
  bundle.resolution.bytes = canonicalJson(body);
}
const rehash = (bundle: ResolutionBundle) => (bundle.resolution.hash = sha256(bundle.resolution.bytes));

/** I-70's eight kinds on the chain, and the kinds that bytes, money, signatures and plan add. `witness`: the head is known from elsewhere. */
export const kindsOfTampering: { what: string; tamper: (bundle: ResolutionBundle) => void; place: RegExp; witness?: boolean }[] = [
  {
    what: 'an edited field of an event',
    tamper: ({ issueChain }) => void ((issueChain[1]!.body as Body)['recordedAt'] = '2020-01-01T00:00:00.000Z'),
    place: /^议题事件链 第 2 条：内容与哈希不符/,
  },
  { what: 'a deleted event', tamper: ({ issueChain }) => void issueChain.splice(1, 1), place: /^议题事件链 第 2 条：缺少这一条/ },
  {
    what: 'an inserted event',
    tamper: ({ issueChain }) => void issueChain.splice(2, 0, { ...structuredClone(issueChain[1]!), seq: 3 }),
    place: /^议题事件链 第 3 条/,
  },
  {
    what: 'two swapped events',
    tamper: ({ issueChain }) => void ([issueChain[1], issueChain[2]] = [issueChain[2]!, issueChain[1]!]),
    place: /^议题事件链 第 2 条：次序颠倒/,
  },
  {
    what: 'a number used twice',
    tamper: ({ issueChain }) => void (issueChain[2]!.seq = 2),
    place: /^议题事件链 第 2 条：这个序号已经用过/,
  },
  { what: 'a cut tail', tamper: ({ issueChain }) => void issueChain.pop(), place: /^议题事件链 第 \d+ 条：链尾被截去/ },
  {
    what: 'a cut tail with its head, against a head kept elsewhere',
    tamper: (bundle) => {
      bundle.issueChain.pop();
      bundle.heads.issue = headOf(bundle.issueChain);
    },
    place: /^议题事件链 第 \d+ 条：链尾被截去：另存的链头/,
    witness: true,
  },
  {
    what: 'a chain written anew, against the head the resolution names',
    tamper: (bundle) => {
      (bundle.issueChain[0]!.body as { payload: Body }).payload['title'] = '另一件事';
      relink(bundle.issueChain);
      bundle.heads.issue = headOf(bundle.issueChain);
    },
    place: /^议题事件链 第 \d+ 条：与决议写明的链头不同/,
  },
  {
    what: 'two heads for one length, against a head kept elsewhere',
    tamper: (bundle) => {
      (bundle.issueChain.at(-1)!.body as { payload: Body }).payload['step'] = 'withdraw';
      relink(bundle.issueChain, bundle.issueChain.length - 1);
      bundle.heads.issue = headOf(bundle.issueChain);
    },
    place: /^议题事件链 第 \d+ 条：与另存的链头不同/,
    witness: true,
  },
  {
    what: 'a head that is not the chain’s',
    tamper: ({ heads }) => void (heads.issue.hash = 'd'.repeat(64)),
    place: /^议题事件链 第 \d+ 条：与核验包的链头不同/,
  },
  {
    what: 'an event of another chain',
    tamper: ({ issueChain, resolutionChain }) => void (issueChain[0] = resolutionChain[0]!),
    place: /^议题事件链 第 1 条：属于另一条链/,
  },
  {
    what: 'a changed word of the resolution',
    tamper: (bundle) => edit(bundle, (body) => (body['text'] = ['另一个决定'])),
    place: /^决议：规范字节的 SHA-256/,
  },
  {
    what: 'a changed word with its hash',
    tamper: (bundle) => {
      edit(bundle, (body) => (body['text'] = ['另一个决定']));
      rehash(bundle);
    },
    place: /^签署 \w+：签的是另一份字节/,
  },
  {
    what: 'a space among the bytes',
    tamper: (bundle) => {
      bundle.resolution.bytes += ' ';
      rehash(bundle);
    },
    place: /^决议：字节不是规范写法/,
  },
  {
    what: 'a signature changed by one bit',
    tamper: ({ signatures }) => void flip(signatures[0]!.signed),
    place: /^签署 \w+：签名与内容不符/,
  },
  {
    what: 'a signature under another key',
    tamper: ({ signatures }) => {
      const { privateKey, publicKey } = newSigningKey();
      const { signed } = signatures[0]!;
      signed.publicKey = publicKey.toString('base64');
      signed.signature = signCanonical(signed.approval, privateKey).toString('base64');
    },
    place: /^决议事件链 第 \d+ 条：与核验包里“\w+”的签署不同/,
  },
  {
    what: 'a signature taken from another seat',
    tamper: ({ signatures }) => void (signatures[0]!.signed = signatures[1]!.signed),
    place: /^签署 \w+：签的是“\w+”席位/,
  },
  { what: 'a signature left out', tamper: ({ signatures }) => void signatures.pop(), place: /^签署 \w+：事件链里有，核验包里没有/ },
  {
    what: 'a seat that signs twice',
    tamper: ({ signatures }) => void signatures.push(signatures[0]!),
    place: /^签署 \w+：同一席位签署了两次/,
  },
  {
    what: 'a plan that the resolution does not know',
    tamper: (bundle) => void (bundle.plan = { bytes: '{}', hash: sha256('{}') }),
    place: /^方案：决议没有方案/,
  },
  {
    what: 'an event of the resolution left out',
    tamper: ({ resolutionChain }) => void resolutionChain.splice(1, 1),
    place: /^决议事件链 第 2 条：缺少这一条/,
  },
  {
    what: 'a part that is gone',
    tamper: (bundle) => void delete (bundle as Partial<ResolutionBundle>).heads,
    place: /^议题事件链|^核验包/,
  },
];

function flip(signed: { signature: string }): void {
  const bytes = Buffer.from(signed.signature, 'base64');
  bytes[5]! ^= 1;
  signed.signature = bytes.toString('base64');
}
