import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { erasureBases, intake, labels, personalData, type PersonalCopy } from '@wufang/contracts';
import { csv } from '../csv.js';
import { textOption, WrongUsage, wordsOf, type Asked, type Verb } from '../verb.js';

const bases = erasureBases.map((basis) => `${basis}（${labels.erasureBasis[basis]}）`).join('、');

/** A phone stands in a file or comes by standard input (`-`), never among the words of a command, where others could read it. */
function personOf(asked: Asked): { phone?: string; no?: string; identityCheck: string } {
  const [file, no, identityCheck] = [textOption(asked, 'phone-file'), textOption(asked, 'no'), textOption(asked, 'identity')];
  if ((file === undefined) === (no === undefined)) throw new WrongUsage('--phone-file、--no 要且只要一个 (one of --phone-file and --no)');
  if (!identityCheck) throw new WrongUsage('--identity 写明怎样核验了本人身份 (how the person’s identity was checked)');
  if (no !== undefined) return { no, identityCheck };
  try {
    return { phone: readFileSync(file === '-' ? 0 : resolve(process.env['INIT_CWD'] ?? '.', file!), 'utf8').trim(), identityCheck };
  } catch {
    throw new WrongUsage('读不了 --phone-file (cannot read the file)');
  }
}

/** The copy as a table, one line a demand, for a person who opens it in a spreadsheet. */
function tableOf({ demands }: PersonalCopy): string {
  const header = ['编号', '渠道', '来电时间', '姓名', '电话', '房号', '标题', '内容', '地点', '分类', '回访次数', '照片'];
  const rows = demands.map((demand) => [
    ...[demand.no, labels.channel[demand.channel], demand.receivedAt],
    ...[demand.callerName, demand.callerPhone, demand.room, demand.title, demand.content, demand.point],
    ...[demand.category?.join('/') ?? null, String(demand.callbacks.length), String(demand.photos.length)],
  ]);
  return csv([header, ...rows]);
}

/** A person's own data (personal information protection law, articles 45 and 47): a copy, or that they go. Asked as the section's chief. */
export const personVerb: Verb = {
  name: 'person',
  usage:
    'export (--phone-file FILE | --no NO) --identity TEXT --to FOLDER | erase (--phone-file FILE | --no NO) --identity TEXT --basis BASIS',
  summary:
    '应本人请求导出或删除其个人信息；以科长身份（WUFANG_ACCOUNT 与 WUFANG_PASSWORD，或 WUFANG_TOKEN） (hand a person their data, or erase them; as a section chief)',
  options: {
    'phone-file': { type: 'string' },
    no: { type: 'string' },
    identity: { type: 'string' },
    to: { type: 'string' },
    basis: { type: 'string' },
  },
  async run(asked) {
    const [verb] = wordsOf(asked, ['export|erase']) as [string];
    if (verb !== 'export' && verb !== 'erase') throw new WrongUsage('需要 export 或 erase (expected: export or erase)');
    const person = personOf(asked);
    if (verb === 'erase') {
      const basis = erasureBases.find((known) => known === textOption(asked, 'basis'));
      if (!basis) throw new WrongUsage(`--basis 要是其中之一：${bases} (the ground of article 47)`);
      const done = await (await asked.connect()).about(asked.street).call(personalData.erasePerson, { ...person, basis });
      return {
        json: done,
        text: [
          `已删除 ${done.erased.length} 件：${done.erased.join('、') || '无'}`,
          `限制处理、办结后自动删除 ${done.restricted.length} 件：${done.restricted.join('、') || '无'}`,
          ...(done.waitingRows > 0 ? [`导入时待更正 ${done.waitingRows} 行，请先更正再删除`] : []),
          '请记下这些编号：从备份恢复后，要对它们再删除一次。',
        ].join('\n'),
      };
    }
    const to = textOption(asked, 'to');
    if (!to) throw new WrongUsage('--to 写明存到哪个文件夹 (the folder to write to)');
    const session = (await asked.connect()).about(asked.street);
    const copy = await session.call(personalData.exportPerson, person);
    const folder = resolve(process.env['INIT_CWD'] ?? '.', to);
    // Readable by its owner alone, like every file with what people said.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const write = (name: string, data: string | Buffer) => writeFileSync(join(folder, name), data, { mode: 0o600 });
    write('person.json', `${JSON.stringify(copy, null, 1)}\n`);
    write('demands.csv', tableOf(copy));
    for (const { id, photos } of copy.demands)
      for (const photo of photos)
        write(`${photo.id}.jpg`, Buffer.from((await session.call(intake.getPhoto, { id, photoId: photo.id })).data, 'base64'));
    const counted = { demands: copy.demands.length, waitingRows: copy.waitingRows.length, folder };
    return { json: counted, text: `已导出 ${counted.demands} 件诉求到 ${folder}（person.json、demands.csv 和照片），交给本人后请删除。` };
  },
};
