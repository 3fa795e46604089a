import { dispatch } from '@wufang/contracts';
import { fileInput } from '../file.js';
import { table } from '../print.js';
import { textOption, WrongUsage, type Asked, type Told, type Verb } from '../verb.js';

async function publish(asked: Asked, path: string): Promise<Told> {
  const upload = fileInput(path);
  const { version, rows } = await (await asked.connect()).about(asked.street).call(dispatch.publishDirectoryCsv, upload);
  return { json: { version, rows }, text: `派单目录第 ${version} 版已发布，共 ${rows} 行` };
}

async function dryRun(asked: Asked): Promise<Told> {
  const [from, to] = [textOption(asked, 'from'), textOption(asked, 'to')];
  const answer = await (
    await asked.connect()
  )
    .about(asked.street)
    .call(dispatch.dryRunDirectory, { ...(from && { from }), ...(to && { to }) });
  const { orders, same, different } = answer;
  const part = orders === 0 ? '' : `（${((same / orders) * 100).toFixed(1)} %）`;
  const rows = different.map(({ category, wentTo, wouldGoTo, orders }) => [category, wentTo, wouldGoTo, orders]);
  const text = [
    `共 ${orders} 件工单，其中 ${same} 件${part}与当时去向相同`,
    ...(rows.length > 0 ? [table(['分类', '当时派给', '现行目录', '件数'], rows)] : []),
  ];
  return { json: answer, text: text.join('\n') };
}

export const directoryVerb: Verb = {
  name: 'directory',
  usage: 'publish FILE.csv | dry-run [--from DATE] [--to DATE]',
  summary: '发布派单目录；用现行目录试派已有工单 (publish the dispatch directory; try it on past orders)',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  async run(asked) {
    const [what, path, ...rest] = asked.words;
    if (what === 'publish' && path && rest.length === 0) return publish(asked, path);
    if (what === 'dry-run' && path === undefined) return dryRun(asked);
    throw new WrongUsage('directory 后面是 publish FILE.csv 或 dry-run (expected: publish FILE.csv, or dry-run)');
  },
};
