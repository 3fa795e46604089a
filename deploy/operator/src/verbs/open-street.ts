import { registry } from '@wufang/contracts';
import { textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

export const openStreetVerb: Verb = {
  name: 'open-street',
  usage: 'ID --name 青云街道 --district 丰湖区',
  summary: '登记一个街道，带上工作日历和时限表 (open a street)',
  options: { name: { type: 'string' }, district: { type: 'string' } },
  async run(asked) {
    const [id] = wordsOf(asked, ['ID']) as [string];
    const [name, district] = [textOption(asked, 'name'), textOption(asked, 'district')];
    if (!name || !district) throw new WrongUsage('请写明 --name 和 --district (--name and --district are needed)');
    const street = await (await asked.connect()).call(registry.openStreet, { id, name, district });
    return { json: street, text: `${street.name}（${street.id}）已登记` };
  },
};
