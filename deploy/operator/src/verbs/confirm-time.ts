import { gateway } from '@wufang/contracts';
import { wordsOf, type Verb } from '../verb.js';

export const confirmTimeVerb: Verb = {
  name: 'confirm-time',
  usage: '',
  summary: '数据库时钟跳变后确认现在的时间，时限重新触发 (believe the database clock again)',
  async run(asked) {
    wordsOf(asked, []);
    const answer = await (await asked.connect()).call(gateway.confirmTime, {});
    return { json: answer, text: `已确认：${answer.services.join('、')}` };
  },
};
