import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@wufang/kernel';

/** The faces the design is set in: Debian's fonts-noto-cjk. */
export const fontFiles = ['NotoSerifCJK-Regular.ttc', 'NotoSerifCJK-Bold.ttc', 'NotoSansCJK-Bold.ttc'];
/** Where that package puts them. */
export const systemFonts = '/usr/share/fonts/opentype/noto';

/** Paths of the fonts, or a refusal that names what is missing and what to do. A page without them would be blank squares. */
export function fontsIn(folder: string): string[] {
  const missing = fontFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new DomainError('document.fonts-missing', { folder, fonts: missing.join('、') });
  return fontFiles.map((file) => join(folder, file));
}

/** Which characters a font can draw. */
export type Coverage = (codePoint: number) => boolean;

/** Reads what the first face of a font file can draw (OpenType `cmap`, formats 4 and 12), without loading the rest of it. */
export function coverageOf(file: string): Coverage {
  const fd = openSync(file, 'r');
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(fd, bytes, 0, length, at);
      return bytes;
    };
    const start = read(0, 16);
    const face = start.toString('latin1', 0, 4) === 'ttcf' ? start.readUInt32BE(12) : 0;
    const tables = read(face + 12, read(face, 12).readUInt16BE(4) * 16);
    let cmap: Buffer | undefined;
    for (let at = 0; at < tables.length; at += 16)
      if (tables.toString('latin1', at, at + 4) === 'cmap') cmap = read(tables.readUInt32BE(at + 8), tables.readUInt32BE(at + 12));
    if (!cmap) throw new Error(`${file}: no cmap table`);
    return coverageOfCmap(cmap);
  } finally {
    closeSync(fd);
  }
}

function coverageOfCmap(cmap: Buffer): Coverage {
  const ranges: [number, number][] = [];
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) {
      for (let n = 0; n < cmap.readUInt32BE(at + 12); n++)
        ranges.push([cmap.readUInt32BE(at + 16 + n * 12), cmap.readUInt32BE(at + 20 + n * 12)]);
    } else if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6);
      for (let n = 0; n < twice; n += 2) ranges.push([cmap.readUInt16BE(at + 16 + twice + n), cmap.readUInt16BE(at + 14 + n)]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return (codePoint) => {
    let [low, high] = [0, merged.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = merged[middle]!;
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/**
 * A text in which every character can be drawn: one that the fonts do not have is written as 〓 with its number, the printers' mark for a
 * missing type, so that nothing is left blank. Example: '😀号楼' -> '〓(U+1F600)号楼'.
 */
export function drawable(text: string, covers: Coverage): string {
  let written = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    if (isControl) written += ' ';
    else written += covers(code) ? char : `〓(U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
  }
  return written;
}
