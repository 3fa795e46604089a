import { gateway } from '@wufang/contracts';
import { textOption, WrongUsage, wordsOf, type Verb } from '../verb.js';

export const retellVerb: Verb = {
  name: 'retell',
  usage: '[--service NAME] [--minutes N]',
  summary: 'JetStream 丢失数据或恢复备份之后，重新发布已记录的事件 (tell recorded events again; readers know what they have applied)',
  options: { service: { type: 'string' }, minutes: { type: 'string' } },
  async run(asked) {
    wordsOf(asked, []);
    const [service, minutes] = [textOption(asked, 'service'), textOption(asked, 'minutes')];
    if (minutes !== undefined && !/^[1-9]\d{0,6}$/.test(minutes)) throw new WrongUsage('--minutes 要是正整数 (a positive whole number)');
    const { services } = await (
      await asked.connect()
    ).call(gateway.retell, {
      ...(service !== undefined && { service }),
      ...(minutes !== undefined && { sinceSeconds: Number(minutes) * 60 }),
    });
    return { json: { services }, text: services.map((told) => `${told.service}：重新发布 ${told.events} 条`).join('\n') };
  },
};
