import { scoring, type Rates } from '@wufang/contracts';
import type { z } from 'zod';
import { percent, table } from '../print.js';
import { settle } from '../settle.js';
import { textOption, wordsOf, WrongUsage, type Verb } from '../verb.js';

/** How people call a community: 「南岗里」 for 「南岗里社区」. */
export const shortName = (name: string) => (name.length > 2 ? name.replace(/社区$/, '') : name);

const columns = ['受理', 'V', 'C', 'S', 'M', 'B', '响应率', '解决率', '满意率', '综合'];
const notes = { ZERO_DEMAND: '无诉', TOO_FEW: '样本不足' };

export function ratesJson({ period, from, to, formulaVersion, by, rows }: z.output<typeof scoring.rates.output>): Record<string, unknown> {
  const named = rows.map((row) => [nameOf(row, by), { ...row, name: nameOf(row, by) }] as const);
  return { period, from, to, formulaVersion, by, [by === 'community' ? 'communities' : 'units']: Object.fromEntries(named) };
}

export function ratesText({ period, from, to, by, rows }: z.output<typeof scoring.rates.output>): string {
  const lines = rows.map((row) => [
    nameOf(row, by),
    ...[row.received, row.V, row.C, row.S, row.M, row.B],
    ...[percent(row.responseRate), percent(row.resolutionRate), percent(row.satisfactionRate)],
    row.composite ?? (row.note ? notes[row.note] : null),
  ]);
  const heading = `考核周期 ${period}（${from.slice(0, 10)} 起，至 ${to.slice(0, 10)} 前）`;
  return `${heading}\n${table([by === 'community' ? '社区' : '单位', ...columns], lines)}`;
}

const nameOf = (row: Rates, by: 'community' | 'unit') => (by === 'community' ? shortName(row.name) : row.name);

export const ratesVerb: Verb = {
  name: 'rates',
  usage: '--period 2026-10 [--by community|unit]',
  summary: '一个考核周期的受理量、三率与综合成绩 (rates of one period)',
  options: { period: { type: 'string' }, by: { type: 'string' } },
  async run(asked) {
    wordsOf(asked, []);
    const period = textOption(asked, 'period');
    const by = textOption(asked, 'by') ?? 'community';
    if (!period) throw new WrongUsage('请写明 --period，例如 --period 2026-10 (--period is needed)');
    if (by !== 'community' && by !== 'unit') throw new WrongUsage('--by 只能是 community 或 unit (--by is community or unit)');
    if (!(await settle(await asked.connect(), 20_000)))
      process.stderr.write('仍有事件在途，数字可能还会变化。 (Events are still under way.)\n');
    const answer = await (await asked.connect()).about(asked.street).call(scoring.rates, { period, by });
    return { json: ratesJson(answer), text: ratesText(answer) };
  },
};
