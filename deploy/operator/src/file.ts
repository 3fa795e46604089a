import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { WrongUsage } from './verb.js';

/** A file as an upload takes it. npm changes into the root; a person means the folder they stand in. */
export function fileInput(path: string): { fileName: string; file: string } {
  try {
    return { fileName: basename(path), file: readFileSync(resolve(process.env['INIT_CWD'] ?? '.', path)).toString('base64') };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new WrongUsage(
      `${isMissing ? '没有这个文件' : '读不了这个文件'}：${path} (${isMissing ? 'no such file' : 'cannot read this file'})`,
    );
  }
}
