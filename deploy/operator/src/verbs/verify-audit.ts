import { gateway } from '@wufang/contracts';
import { table } from '../print.js';
import { wordsOf, type Verb } from '../verb.js';

export const verifyAuditVerb: Verb = {
  name: 'verify-audit',
  usage: '',
  summary: '核验各服务的留痕链 (verify the audit chains)',
  async run(asked) {
    wordsOf(asked, []);
    const answer = await (await asked.connect()).call(gateway.verifyAudit, {});
    const rows = answer.services.map(({ service, chains, entries, broken }) => [service, chains, entries, broken.length]);
    const broken = answer.services.flatMap((one) =>
      one.broken.map(({ chainId, seq, reason }) => `  ${one.service} ${chainId} 第 ${seq} 条：${reason}`),
    );
    return {
      json: answer,
      text: [table(['服务', '链', '条目', '断裂'], rows), broken.length === 0 ? '全部完好' : '发现断裂：', ...broken].join('\n'),
      hasFailed: broken.length > 0,
    };
  },
};
