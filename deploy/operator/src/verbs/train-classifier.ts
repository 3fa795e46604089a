import { classification, type ClassifierModelView } from '@wufang/contracts';
import { percent, table } from '../print.js';
import { textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

/** A model and how it did on templates it had not seen, class by class. */
export function modelText({ modelNo, isActive, threshold, temperature, vocabulary, figures }: ClassifierModelView): string {
  const { withDictionary: both } = figures;
  const rows = figures.classes.map(({ category, examples, templates, suggested, right, precision, recall }) => [
    category.join('/'),
    ...[examples, templates, suggested, right],
    ...[percent(precision), percent(recall)],
    templates === 1 ? '只有一个文本模板，无法检验' : '',
  ]);
  return [
    `分类模型第 ${modelNo} 版${isActive ? '（已启用）' : '（未启用）'}：${figures.examples} 件，其中更正过的 ${figures.corrected} 件；` +
      `${figures.templates} 个文本模板，${vocabulary} 个词`,
    '检验：每个模板由没有见过它的模型判断，同一模板不会既训练又检验',
    `  模型单独    正确率 ${percent(figures.accuracy)}；达到把握 ${threshold} 的 ${figures.suggested} 件，其中对的 ${figures.suggestedRight} 件；` +
      `交人工 ${percent(figures.abstainedShare)}；期望校准误差 ${figures.calibrationError}（温度 ${temperature}）`,
    `  词典与模型  建议 ${both.suggested} 件，其中对的 ${both.right} 件；交人工 ${percent(both.abstainedShare)}`,
    `  对照        同一模板既训练又检验时，正确率 ${percent(figures.accuracyOfSeenTemplates)}（偏高，不可当真）`,
    '',
    table(['分类', '件数', '模板', '建议', '对', '准确率', '召回率', ''], rows),
  ].join('\n');
}

export const trainClassifierVerb: Verb = {
  name: 'train-classifier',
  usage: '[--keep-old | --list | --activate NO]',
  summary:
    '用本街道已定和更正过的分类训练模型并检验；启用以前的版本 (train the classifier on the street’s own cases; go back to an earlier model)',
  options: { 'keep-old': { type: 'boolean' }, list: { type: 'boolean' }, activate: { type: 'string' } },
  async run(asked) {
    wordsOf(asked, []);
    const no = textOption(asked, 'activate');
    const [keepsOld, isList] = [asked.options['keep-old'] === true, asked.options['list'] === true];
    if (Number(keepsOld) + Number(isList) + Number(no !== undefined) > 1)
      throw new WrongUsage('--keep-old、--list、--activate 只能选一个 (choose one of them)');
    if (no !== undefined && !/^[1-9]\d{0,8}$/.test(no)) throw new WrongUsage('--activate 后面是版本号 (a model’s number)');
    const session = (await asked.connect()).about(asked.street);
    if (isList) {
      const { models } = await session.call(classification.listModels, {});
      const rows = models.map(({ modelNo, isActive, trainedAt, figures }) => [
        ...[modelNo, isActive ? '启用' : '', trainedAt.slice(0, 16), figures.examples, figures.corrected],
        ...[percent(figures.accuracy), percent(figures.withDictionary.abstainedShare)],
      ]);
      return { json: models, text: table(['版本', '', '训练时间', '件数', '更正', '正确率', '交人工'], rows) };
    }
    const model = no
      ? await session.call(classification.activateModel, { modelNo: Number(no) })
      : await session.call(classification.train, { activate: !keepsOld });
    return { json: model, text: modelText(model) };
  },
};
