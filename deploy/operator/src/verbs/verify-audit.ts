import { gateway, serviceNames, type WitnessedHead } from '@wufang/contracts';
import { fileInput } from '../file.js';
import { table } from '../print.js';
import { textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

const headLine = new RegExp(`\\b(${serviceNames.join('|')})\\s+(\\d{4}-\\d{2}-\\d{2})\\s+([0-9a-f]{64})\\b`, 'g');

/** The heads in a witness's text, whatever stands around them; the message of the day can be given as it is. */
export function headsIn(text: string, streetId: string): WitnessedHead[] {
  return [...text.matchAll(headLine)].map(([, service, day, head]) => ({
    ...{ streetId, service: service as WitnessedHead['service'], day: day!, head: head! },
  }));
}

export const verifyAuditVerb: Verb = {
  name: 'verify-audit',
  usage: '[--witness FILE]',
  summary: '核验各服务的留痕链；FILE 是某一方保存的每日摘要 (verify the audit chains, also against heads of days that a witness kept)',
  options: { witness: { type: 'string' } },
  async run(asked) {
    wordsOf(asked, []);
    const file = textOption(asked, 'witness');
    const witness = file === undefined ? [] : headsIn(Buffer.from(fileInput(file).file, 'base64').toString('utf8'), asked.street);
    if (file !== undefined && witness.length === 0)
      throw new WrongUsage(`${file} 里没有“服务 日期 摘要”这样的行 (no line like: service day head)`);
    const answer = await (await asked.connect()).call(gateway.verifyAudit, { witness });
    const rows = answer.services.map(({ service, chains, entries, broken }) => [service, chains, entries, broken.length]);
    const broken = answer.services.flatMap((one) =>
      one.broken.map(({ chainId, seq, reason }) => `  ${one.service} ${chainId} 第 ${seq} 条：${reason}`),
    );
    return {
      json: answer,
      text: [
        table(['服务', '链', '条目', '断裂'], rows),
        ...(witness.length > 0 ? [`与 ${witness.length} 条留存的摘要核对`] : []),
        broken.length === 0 ? '全部完好' : '发现断裂：',
        ...broken,
      ].join('\n'),
      hasFailed: broken.length > 0,
    };
  },
};
