import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFonts, isLibrary, libraryFolders, PackageCache, runCommand } from '@wufang/servers';
import type { Progress } from '@wufang/servers';

/** A browser to test the pages in, or why there is none. */
export type Browser = { file: string; env: Record<string, string> } | { reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Debian's Chromium of the machine, or fetched into the project's cache with its libraries and Chinese fonts; nothing is installed. */
export async function findBrowser(cacheDir: string, progress: Progress): Promise<Browser> {
  if (process.env.WUFANG_IGNORE_SYSTEM !== '1')
    for (const file of names) if ((await runCommand(file, ['--version'])).code === 0) return { file: await pathOf(file), env: {} };
  const cache = new PackageCache(cacheDir, progress);
  if (!(await cache.isUsable())) return { reason: 'neither a browser nor a package system to fetch Chromium with' };
  try {
    const unpacked =
      cache.unpacked('browser') ??
      (await cache.fetch({
        name: 'browser',
        packages: ['chromium', 'chromium-common'],
        needs: (name) => isLibrary(name) || name === 'chromium-sandbox',
      }));
    const fonts = await fetchFonts({ cacheDir, progress });
    const file = join(unpacked, 'usr/lib/chromium/chromium');
    const env = { LD_LIBRARY_PATH: libraryFolders(unpacked).join(':'), FONTCONFIG_FILE: fontSettings(cacheDir, fonts) };
    const { code, stderr } = await runCommand(file, ['--version'], { env: { ...process.env, ...env } });
    return code === 0 && existsSync(file)
      ? { file, env }
      : { reason: `Chromium was fetched but does not run here: ${stderr.trim().slice(0, 200)}` };
  } catch (error) {
    return { reason: `Chromium could not be fetched: ${(error as Error).message}` };
  }
}

async function pathOf(name: string): Promise<string> {
  const { stdout } = await runCommand('sh', ['-c', `command -v ${name}`]);
  return stdout.trim();
}

/** Tells the browser where the fonts are on a machine that has no settings for them. */
function fontSettings(cacheDir: string, fonts: string): string {
  const folder = join(cacheDir, 'fontconfig');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>\n`);
  return file;
}
