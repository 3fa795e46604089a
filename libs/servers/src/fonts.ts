import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './names.js';
import { PackageCache } from './packages.js';
import type { Progress } from './progress.js';

/** Chinese fonts for printed documents: Debian's package, and where it puts them. */
const fontPackage = 'fonts-noto-cjk';
const fontsBelow = 'usr/share/fonts/opentype/noto';
const probe = 'NotoSerifCJK-Regular.ttc';

export interface FontOptions {
  cacheDir: string;
  progress: Progress;
  /** ignores what the machine has, so that the bare-machine path can be tried anywhere */
  ignoreSystem?: boolean;
}

/** The folder the fonts lie in: the machine's, where it has them, else the project's cache, whether they are there yet or not. */
export function fontFolder({ cacheDir, ignoreSystem = process.env.WUFANG_IGNORE_SYSTEM === '1' }: Omit<FontOptions, 'progress'>): string {
  const system = join('/', fontsBelow);
  return !ignoreSystem && existsSync(join(system, probe)) ? system : join(cacheDir, 'fonts', fontsBelow);
}

/**
 * Fetches the fonts into the cache where they are missing (56 MB); answers their folder. Only what is printed needs them, so who starts a house
 * does not wait for it.
 */
export async function fetchFonts(options: FontOptions): Promise<string> {
  const folder = fontFolder(options);
  if (existsSync(join(folder, probe))) return folder;
  const cache = new PackageCache(options.cacheDir, options.progress);
  if (!(await cache.isUsable()))
    throw new StartError(`no Chinese fonts in ${folder}: put Noto Serif CJK and Noto Sans CJK there (Debian: ${fontPackage})`);
  await cache.fetch({ name: 'fonts', packages: [fontPackage], needs: () => false });
  return folder;
}
