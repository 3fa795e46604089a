import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { erasureBases, intake, labels, personalData, type PersonalCopy, type RegisteredPerson } from '@wufang/contracts';
import { Refused } from '../client.js';
import { csv } from '../csv.js';
import { textOption, WrongUsage, wordsOf, type Asked, type Verb } from '../verb.js';

const bases = erasureBases.map((basis) => `${basis}（${labels.erasureBasis[basis]}）`).join('、');

interface Person {
  identityCheck: string;
  /** All demands of a phone, or one demand; null when only the register is asked. */
  caller: { phone: string } | { no: string } | null;
  /** All records of a phone in the register, or the owner of a home; null when only a demand is meant. */
  registered: { phone: string } | { homeId: string } | null;
}

/** A phone stands in a file or comes by standard input (`-`), never among the words of a command, where others could read it. */
function personOf(asked: Asked): Person {
  const [file, no, homeId] = [textOption(asked, 'phone-file'), textOption(asked, 'no'), textOption(asked, 'home')];
  const identityCheck = textOption(asked, 'identity');
  if ([file, no, homeId].filter((given) => given !== undefined).length !== 1)
    throw new WrongUsage('--phone-file、--no、--home 要且只要一个 (one of --phone-file, --no and --home)');
  if (!identityCheck) throw new WrongUsage('--identity 写明怎样核验了本人身份 (how the person’s identity was checked)');
  if (no !== undefined) return { identityCheck, caller: { no }, registered: null };
  if (homeId !== undefined) return { identityCheck, caller: null, registered: { homeId } };
  try {
    const phone = readFileSync(file === '-' ? 0 : resolve(process.env['INIT_CWD'] ?? '.', file!), 'utf8').trim();
    return { identityCheck, caller: { phone }, registered: { phone } };
  } catch {
    throw new WrongUsage('读不了 --phone-file (cannot read the file)');
  }
}

/** Asks both who keep data of people. Nothing at one of them is no failure; nothing at either is. */
async function askBoth<C, R>(person: Person, caller: () => Promise<C>, registered: () => Promise<R>): Promise<[C | null, R | null]> {
  let unknown: unknown;
  const ask = async <A>(isMeant: boolean, question: () => Promise<A>): Promise<A | null> => {
    if (!isMeant) return null;
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'person.unknown')) throw error;
      unknown = error;
      return null;
    }
  };
  const answers: [C | null, R | null] = [await ask(person.caller !== null, caller), await ask(person.registered !== null, registered)];
  if (answers[0] === null && answers[1] === null) throw unknown;
  return answers;
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

/** What the register keeps, one line a home, and one for each unit they are the contact of. */
function homesTableOf({ records }: RegisteredPerson): string {
  const header = ['身份', '姓名', '电话', '小区', '楼号', '单元', '房号', '专有面积', '房屋性质', '业主交存', '售房单位交存', '联系的单位'];
  const yuan = (fen: string) => `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`;
  const rows = records.flatMap(({ kind, name, phone, homes, contactOf }) => {
    const who = [kind === 'OWNER' ? '业主' : '单位联系人', name, phone];
    const owned = homes.map(({ estateName, buildingName, stairwell, room, areaHundredths, nature, ownerDepositFen, sellerDepositFen }) => [
      ...[...who, estateName, buildingName, stairwell, room, areaHundredths === 0 ? null : (areaHundredths / 100).toFixed(2)],
      ...[labels.homeNature[nature], yuan(ownerDepositFen), yuan(sellerDepositFen), null],
    ]);
    return [...owned, ...contactOf.map((unit) => [...who, ...Array.from({ length: 8 }, () => null), unit])];
  });
  return csv([header, ...rows]);
}

/** A person's own data (personal information protection law, articles 45 and 47): a copy, or that they go. Asked as the section's chief. */
export const personVerb: Verb = {
  name: 'person',
  usage:
    'export (--phone-file FILE | --no NO | --home ID) --identity TEXT --to FOLDER | erase (--phone-file FILE | --no NO | --home ID) --identity TEXT --basis BASIS',
  summary:
    '应本人请求导出或删除其个人信息（诉求与名册）；以科长身份（WUFANG_ACCOUNT 与 WUFANG_PASSWORD，或 WUFANG_TOKEN） (hand a person their data, of demands and register, or erase them; as a section chief)',
  options: {
    'phone-file': { type: 'string' },
    no: { type: 'string' },
    home: { type: 'string' },
    identity: { type: 'string' },
    to: { type: 'string' },
    basis: { type: 'string' },
  },
  async run(asked) {
    const [verb] = wordsOf(asked, ['export|erase']) as [string];
    if (verb !== 'export' && verb !== 'erase') throw new WrongUsage('需要 export 或 erase (expected: export or erase)');
    const person = personOf(asked);
    const { identityCheck } = person;
    if (verb === 'erase') {
      const basis = erasureBases.find((known) => known === textOption(asked, 'basis'));
      if (!basis) throw new WrongUsage(`--basis 要是其中之一：${bases} (the ground of article 47)`);
      const session = (await asked.connect()).about(asked.street);
      const [demands, register] = await askBoth(
        person,
        () => session.call(personalData.erasePerson, { ...person.caller, identityCheck, basis }),
        () => session.call(personalData.eraseRegistered, { ...person.registered, identityCheck, basis }),
      );
      const { erased, restricted, waitingRows } = demands ?? { erased: [], restricted: [], waitingRows: 0 };
      return {
        json: { erased, restricted, waitingRows, register },
        text: [
          ...(demands
            ? [
                `已删除 ${erased.length} 件：${erased.join('、') || '无'}`,
                `限制处理、办结后自动删除 ${restricted.length} 件：${restricted.join('、') || '无'}`,
              ]
            : []),
          ...(waitingRows > 0 ? [`导入时待更正 ${waitingRows} 行，请先更正再删除`] : []),
          ...(register
            ? [
                `名册已删除 ${register.erased} 条登记；仍是 ${register.homes} 套房屋的业主、房屋全部转移后自动删除 ${register.restricted} 条`,
              ]
            : []),
          '请记下这个人和这些编号：从备份恢复后，要再删除一次。',
        ].join('\n'),
      };
    }
    const to = textOption(asked, 'to');
    if (!to) throw new WrongUsage('--to 写明存到哪个文件夹 (the folder to write to)');
    const session = (await asked.connect()).about(asked.street);
    const [copy, register] = await askBoth(
      person,
      () => session.call(personalData.exportPerson, { ...person.caller, identityCheck }),
      () => session.call(personalData.exportRegistered, { ...person.registered, identityCheck }),
    );
    const folder = resolve(process.env['INIT_CWD'] ?? '.', to);
    // Readable by its owner alone, like every file with what people said.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const write = (name: string, data: string | Buffer) => writeFileSync(join(folder, name), data, { mode: 0o600 });
    const { demands, waitingRows } = copy ?? { demands: [], waitingRows: [] };
    write('person.json', `${JSON.stringify({ demands, waitingRows, register: register ?? { records: [], readBy: [] } }, null, 1)}\n`);
    if (copy) write('demands.csv', tableOf(copy));
    if (register) write('register.csv', homesTableOf(register));
    for (const { id, photos } of demands)
      for (const photo of photos)
        write(`${photo.id}.jpg`, Buffer.from((await session.call(intake.getPhoto, { id, photoId: photo.id })).data, 'base64'));
    const counted = { demands: demands.length, waitingRows: waitingRows.length, records: register?.records.length ?? 0, folder };
    return {
      json: counted,
      text: `已导出 ${counted.demands} 件诉求、名册 ${counted.records} 条登记到 ${folder}（person.json、表格和照片），交给本人后请删除。`,
    };
  },
};
