import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExportFile } from './export-file.js';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../../../deploy/sample', name));

describe('an export file', () => {
  test('of the hotline is read, every cell as text', async () => {
    const [rows] = await readExportFile(sample('12345-export.xlsx'));
    expect(rows).toHaveLength(3210);
    expect(rows!.flat().every((cell) => typeof cell === 'string')).toBe(true);
    expect(rows![3]![10]).toBe('13816264561');
  });

  test('in GB18030 is recognised by not being UTF-8', async () => {
    const [rows] = await readExportFile(sample('12345-export.gb18030.csv'));
    expect(rows![0]![0]).toBe('工单编号');
    expect(rows).toHaveLength(401);
  });

  test('in UTF-8 is read with or without its mark, separated by commas or tabs', async () => {
    expect(await readExportFile(Buffer.from('\ufeff工单编号,标题\n1,"漏水,滴答"\n'))).toEqual([
      [
        ['工单编号', '标题'],
        ['1', '漏水,滴答'],
      ],
    ]);
    expect(await readExportFile(Buffer.from('工单编号\t标题\n1\t=1+1\n'))).toEqual([
      [
        ['工单编号', '标题'],
        ['1', '=1+1'],
      ],
    ]);
  });

  test.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.old-excel'],
    ['a broken workbook', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(100, 7)]), 'file.unreadable'],
    ['a program', Buffer.from('7f454c460201010000000000', 'hex'), 'file.unreadable'],
  ])('is refused when it is %s', async (_, file, code) => {
    await expect(readExportFile(file)).rejects.toThrow(code);
  });
});
