import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { directory, type DryRun } from '@wufang/contracts';
import type { Session } from '../client.js';
import { fileInput } from '../file.js';
import { table } from '../print.js';
import { textOption, WrongUsage, type Asked, type Told, type Verb } from '../verb.js';

const isDraft = (word: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(word);
const stateTexts = { IN_FORCE: '施行中', SCHEDULED: '待施行', PAST: '旧版', WITHDRAWN: '已撤回' };

async function street(asked: Asked): Promise<Session> {
  return (await asked.connect()).about(asked.street);
}

function terms(asked: Asked): { from?: string; reason?: string } {
  const [from, reason] = [textOption(asked, 'from'), textOption(asked, 'reason')];
  return { ...(from && { from }), ...(reason && { reason }) };
}

const publishedText = ({ version, rows, from }: { version: number; rows: number; from: string }) =>
  `派单目录第 ${version} 版已发布，共 ${rows} 行，自 ${beijing(from)} 起施行`;
const beijing = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

async function draft(asked: Asked, path: string): Promise<Told> {
  const session = await street(asked);
  const id = randomUUID();
  const upload = fileInput(path);
  await session.call(directory.openDraft, { id, title: textOption(asked, 'reason') ?? upload.fileName.slice(0, 80) });
  const { rows, basedOn } = await session.call(directory.importDraft, { id, ...upload });
  return { json: { id, rows, basedOn }, text: `草稿 ${id}，共 ${rows} 行，依据第 ${basedOn} 版` };
}

async function check(asked: Asked, id: string): Promise<Told> {
  const answer = await (await street(asked)).call(directory.checkDraft, { id });
  const lines = answer.findings.map(({ severity, text }) => `${severity === 'error' ? '有误' : '提醒'}  ${text}`);
  return { json: answer, text: [answer.mayBePublished ? '可以发布' : '不能发布', ...lines].join('\n') };
}

async function publish(asked: Asked, what: string): Promise<Told> {
  const session = await street(asked);
  if (!isDraft(what)) {
    const published = await session.call(directory.publishDirectoryCsv, { ...fileInput(what), ...terms(asked) });
    return { json: published, text: publishedText(published) };
  }
  const { from, reason } = terms(asked);
  if (reason === undefined) throw new WrongUsage('发布草稿请写明 --reason (--reason is needed)');
  const published = await session.call(directory.publishDraft, { id: what, reason, ...(from && { from }) });
  return { json: published, text: publishedText(published) };
}

async function rollBack(asked: Asked, version: string): Promise<Told> {
  const { from, reason } = terms(asked);
  if (!/^\d+$/.test(version) || reason === undefined) {
    throw new WrongUsage('请写明退回到第几版和 --reason，例如 directory rollback 3 --reason 原因 (a version and --reason are needed)');
  }
  const published = await (
    await street(asked)
  ).call(directory.rollBackDirectory, { version: Number(version), reason, ...(from && { from }) });
  return { json: published, text: publishedText(published) };
}

async function withdraw(asked: Asked, version: string): Promise<Told> {
  const { reason } = terms(asked);
  if (!/^\d+$/.test(version) || reason === undefined)
    throw new WrongUsage('请写明撤回第几版和 --reason (a version and --reason are needed)');
  const answer = await (await street(asked)).call(directory.withdrawDirectory, { version: Number(version), reason });
  return { json: answer, text: `派单目录第 ${answer.version} 版已撤回，不再施行` };
}

async function versions(asked: Asked): Promise<Told> {
  const answer = await (await street(asked)).call(directory.listDirectoryVersions, {});
  const rows = answer.versions.map((one) => [one.version, stateTexts[one.state], beijing(one.from), one.rows, one.publishedBy, one.reason]);
  return { json: answer, text: table(['版', '状态', '起施行', '行数', '发布人', '理由'], rows) };
}

async function exportTo(asked: Asked, path: string): Promise<Told> {
  const format = path.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
  const { file } = await (await street(asked)).call(directory.exportDirectory, { format });
  writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', path), Buffer.from(file, 'base64'));
  return { json: { path }, text: `现行派单目录已写入 ${path}` };
}

async function dryRun(asked: Asked, id: string | undefined): Promise<Told> {
  const [from, to] = [textOption(asked, 'from'), textOption(asked, 'to')];
  const days = { ...(from && { from }), ...(to && { to }) };
  const session = await street(asked);
  const answer = id ? await session.call(directory.dryRunDraft, { id, ...days }) : await session.call(directory.dryRunDirectory, days);
  return { json: answer, text: dryRunText(answer, id ? ['现派给', '草稿派给'] : ['当时派给', '现行目录']) };
}

function dryRunText({ orders, same, elsewhere, moves }: DryRun, headings: readonly string[]): string {
  const part = orders === 0 ? '' : `（${((same / orders) * 100).toFixed(1)} %）`;
  const rows = moves.map((move) => [move.from, move.to, move.orders, move.examples.join(' ')]);
  return [
    `共 ${orders} 件工单，其中 ${same} 件${part}去向相同，${elsewhere} 件会派往别处`,
    ...(rows.length > 0 ? [table([...headings, '件数', '例如'], rows)] : []),
  ].join('\n');
}

export const directoryVerb: Verb = {
  name: 'directory',
  usage:
    'publish FILE|DRAFT | draft FILE | check DRAFT | dry-run [DRAFT] [--from DATE] [--to DATE] | rollback VERSION | withdraw VERSION | versions | export FILE [--from DATE] [--reason TEXT]',
  summary: '派单目录：起草、检查、试派、发布、退回 (the dispatch directory: draft, check, try, publish, roll back)',
  options: { from: { type: 'string' }, to: { type: 'string' }, reason: { type: 'string' } },
  async run(asked) {
    const [what, subject, ...rest] = asked.words;
    if (rest.length === 0) {
      if (what === 'dry-run' && (subject === undefined || isDraft(subject))) return dryRun(asked, subject);
      if (what === 'versions' && subject === undefined) return versions(asked);
      if (what === 'check' && subject && isDraft(subject)) return check(asked, subject);
      const verbs = { publish, draft, rollback: rollBack, withdraw, export: exportTo };
      if (subject && what && Object.hasOwn(verbs, what)) return verbs[what as keyof typeof verbs](asked, subject);
    }
    throw new WrongUsage(`directory 后面是 ${this.usage} (expected: ${this.usage})`);
  },
};
