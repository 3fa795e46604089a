import { defaultTimeLimits, labels, sourceInWords, sources, type SourceKind } from '@wufang/contracts';

const kinds: Record<SourceKind, string> = {
  LAW: '法规规章',
  CLIENT: '街道资料',
  READ: '标准、文件与报道',
  PROPOSED: '没有规定',
};

/** Where the figures of this house come from, in the words the pages use. */
export function sourcesPage(): string {
  return [
    '# Where figures come from',
    '',
    '<!-- Printed by `npm run contracts` from libs/contracts. Do not edit. -->',
    '',
    'A dated figure carries the short code of its paper (`L1-14` is article 14 of L1); pages show the name. What no law says is marked as a proposal and is for',
    'the street to confirm.',
    '',
    '| Code | 名称 | 性质 |',
    '|---|---|---|',
    ...Object.entries(sources).map(([code, { name, kind }]) => `| ${code} | ${name} | ${kinds[kind]} |`),
    '',
    '## The default time limits',
    '',
    '| 责任 | Code | 依据 |',
    '|---|---|---|',
    ...defaultTimeLimits.map(({ code, source }) => `| ${labels.deadlineCode[code]} | \`${code}\` | ${sourceInWords(source)} |`),
    '',
  ].join('\n');
}
