import { registry, type RegistryImport } from '@wufang/contracts';
import type { Session } from '../client.js';
import { fileInput } from '../file.js';
import { ProgressBar } from '../print.js';
import { settle } from '../settle.js';
import { wordsOf, type Verb } from '../verb.js';

const LOOK_EVERY_MS = 200;

/** Uploads a register file and waits until it is in, telling how far it is. */
export async function importRegistry(
  session: Session,
  upload: { fileName: string; file: string },
  say: (now: RegistryImport) => void,
): Promise<RegistryImport> {
  let now = await session.call(registry.importRegistry, upload);
  while (now.state === 'RUNNING') {
    say(now);
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    now = await session.call(registry.importProgress, { id: now.id });
  }
  return now;
}

export const importRegistryVerb: Verb = {
  name: 'import-registry',
  usage: 'FILE.xlsx',
  summary: '导入单位、小区、楼栋、房屋名册；重复导入不产生变化 (import the register)',
  async run(asked) {
    const [path] = wordsOf(asked, ['FILE']) as [string];
    const upload = fileInput(path);
    const since = Date.now();
    const bar = new ProgressBar('导入名册');
    const result = await importRegistry((await asked.connect()).about(asked.street), upload, (now) =>
      bar.show(now.rowsDone, now.rowsTotal),
    );
    bar.show(result.rowsDone, result.rowsTotal, true);
    await settle(await asked.connect());
    const { state, rowsTotal, added, changed, unchanged, faults, error } = result;
    return {
      json: { state, rows: rowsTotal, added, changed, unchanged, faults, error, seconds: Number(((Date.now() - since) / 1000).toFixed(1)) },
      text: [
        `共 ${rowsTotal} 行：新增 ${added}，变更 ${changed}，未变 ${unchanged}，有误 ${faults.length}`,
        ...faults.map(({ sheet, row, reason }) => `  ${sheet} 第 ${row} 行：${reason}`),
        ...(error ? [error] : []),
      ].join('\n'),
      hasFailed: state === 'FAILED',
    };
  },
};
