import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OfficialDocument } from '@wufang/contracts';
import { fetchFonts, silent } from '@wufang/servers';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '../src/domain/cost-share-plan.js';
import { shareCosts } from '../src/domain/cost-share.js';
import { coverageOf, fontFiles, fontsIn } from '../src/documents/fonts.js';
import { Printer } from '../src/documents/printer.js';
import { planDocument } from '../src/documents/share-documents.js';
import { aPlan, homesOf } from './a-plan.js';

const cacheDir = process.env['WUFANG_CACHE'] ?? fileURLToPath(new URL('../../../../.wufang/cache', import.meta.url));
const frame = { issuer: '青云街道西大院五方议事桌', number: '', foot: '' };
const signer = { name: '西大院社区居民委员会', on: '2026-11-21' };

function computed(homes: number) {
  const areas = Object.fromEntries(Array.from({ length: homes }, (_, i) => [`H${String(i).padStart(4, '0')}`, `${40 + (i % 60)}.25`]));
  const plan = readPlan(aPlan('735000.00', { homes: homesOf(areas) }), '方案一');
  return { plan, shares: shareCosts(plan), gates: [] };
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;

describe('printing', () => {
  let fonts: string;
  let printer: Printer;
  beforeAll(async () => {
    fonts = await fetchFonts({ cacheDir, progress: silent });
    printer = new Printer(fonts);
  }, 300_000);
  afterAll(() => printer.close());

  test('a document is a PDF that carries its Chinese fonts, and the same bytes each time it is asked for', async () => {
    const document = planDocument(frame, computed(12), signer);
    const first = await printer.print(document);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    for (const font of ['NotoSerifCJKsc-Regular', 'NotoSerifCJKsc-Bold', 'NotoSansCJKsc-Bold']) expect(first.includes(font)).toBe(true);
    const other = new Printer(fonts);
    expect((await other.print(document)).equals(first)).toBe(true);
    await other.close();
  });

  test('a home has a page each, as data and as PDF', async () => {
    const args = [frame, computed(40), signer, 'ALL', new Map([['H0007', '1号楼1单元第8户']])] as const;
    const { document, pdf } = await printer.homes(true, ...args);
    expect(pagesOf(pdf!)).toBe(40);
    expect(OfficialDocument.parse(document).parts).toHaveLength(40);
    expect(JSON.stringify(document.parts[7])).toContain('1号楼1单元第8户');
    expect(await printer.homes(false, ...args)).toEqual({ document, pdf: null });
  });

  test('1 390 homes are set while the service goes on answering', async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 20);
    try {
      const { pdf } = await printer.homes(true, frame, computed(1390), signer, 'ALL');
      expect(pagesOf(pdf!)).toBe(1390);
      expect(pdf!.length).toBeLessThan(6 * 1024 * 1024); // what one answer can carry
    } finally {
      clearInterval(clock);
    }
    expect(ticks).toBeGreaterThan(10);
  }, 120_000);

  test('a refusal inside the thread is the same refusal outside', async () => {
    await expect(printer.homes(false, frame, computed(2), signer, ['nowhere'])).rejects.toMatchObject({ code: 'object.not-found' });
  });

  test('what cannot be set is an error that names no page as done, and the next document is printed', async () => {
    const document = planDocument(frame, computed(2), signer);
    await expect(printer.print({ ...document, size: 'HUGE' as 'BOARD' })).rejects.toThrow('the page could not be set');
    expect(pagesOf(await printer.print(document))).toBe(1);
  });

  test('the fonts draw what documents are written in, and do not claim what they lack', () => {
    const coverages = fontsIn(fonts).map(coverageOf);
    for (const char of '青云街道西大院㎡²×÷−＝≥≤〔〕“”——…①％龘')
      expect(coverages.every((covers) => covers(char.codePointAt(0)!))).toBe(true);
    expect(coverages.some((covers) => covers(0x1f600))).toBe(false);
  });

  test('without fonts printing is refused, named, and works as soon as they are there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wufang-fonts-'));
    const bare = new Printer(folder);
    try {
      const refused = bare.print(planDocument(frame, computed(2), signer));
      await expect(refused).rejects.toMatchObject({
        code: 'document.fonts-missing',
        facts: { folder, fonts: expect.stringContaining('NotoSerifCJK-Regular.ttc') },
      });
      for (const file of fontFiles) symlinkSync(join(fonts, file), join(folder, file));
      expect(pagesOf(await bare.print(planDocument(frame, computed(2), signer)))).toBe(1);
    } finally {
      await bare.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
