import { describe, expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, verbs } from './main.js';

const nobodyHome = { WUFANG_DATA: mkdtempSync(join(tmpdir(), 'wufang-operator-')) };

async function asked(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(argv, nobodyHome, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

describe('the operator’s command', () => {
  test('help names every verb', async () => {
    const { code, out } = await asked('help');
    expect(code).toBe(0);
    for (const { name } of verbs) expect(out).toContain(name);
  });

  test.each(verbs.map(({ name }) => name))('%s --help says how it is used', async (name) => {
    expect(await asked(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining(`npm run wufang -- ${name}`) });
  });

  test.each([
    [[], '用法'],
    [['fly'], '没有“fly”这个命令'],
    [['rates'], '--period'],
    [['rates', '--period', '2026-10', '--by', 'street'], '--by'],
    [['rates', '--colour'], '--colour'],
    [['import'], '需要 FILE'],
    [['import', '/no/such/file.xlsx'], '没有这个文件'],
    [['import-registry', 'a', 'b'], '需要 FILE'],
    [['train-classifier', '--activate', 'x'], '--activate'],
    [['train-classifier', '--list', '--keep-old'], '--list'],
    [['directory'], 'publish'],
    [['directory', 'publish'], 'publish'],
    [['dead-events', 'bury'], 'replay'],
    [['open-street', 'x1'], '--name'],
    [['accounts', 'create', 'a', '--role', 'king'], '--role'],
    [['accounts', 'delete', 'a'], 'create'],
    [['person', 'hide', '--no', 'A', '--identity', 'x'], 'export'],
    [['person', 'export', '--identity', 'x'], '--phone-file'],
    [['person', 'export', '--no', 'A', '--to', '.'], '--identity'],
    [['person', 'export', '--no', 'A', '--identity', '核验'], '--to'],
    [['person', 'erase', '--no', 'A', '--identity', '核验', '--basis', 'WISH'], 'CONSENT_WITHDRAWN'],
  ])('%j is wrong usage', async (argv, words) => {
    const { code, out, err } = await asked(...argv);
    expect([code, out + err]).toEqual([2, expect.stringContaining(words)]);
  });

  test.each([['rates', '--period', '2026-10'], ['verify-audit'], ['dead-events', 'list'], ['demo']])(
    '%s refuses with one sentence when nothing runs',
    async (...argv) => {
      const { code, out, err } = await asked(...argv.filter(Boolean));
      expect([code, out]).toEqual([1, '']);
      expect(err).toBe('系统没有运行，请先执行 npm start。 (The system is not running; start it with npm start.)\n');
    },
  );
});
