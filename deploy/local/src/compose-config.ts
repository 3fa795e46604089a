import { join } from 'node:path';
import { PackageCache, runCommand } from '@wufang/servers';
import type { Progress } from '@wufang/servers';

type ComposeCommand = { file: string; args: string[]; env: Record<string, string> } | { reason: string };

const question = ['-f', 'docker-compose.yml', 'config', '--quiet'];

/** The program that reads a compose file: Docker's own, a docker-compose of the machine, or the package unpacked into the cache. */
export async function composeConfig(cacheDir: string, progress: Progress): Promise<ComposeCommand> {
  if (process.env.WUFANG_IGNORE_SYSTEM !== '1') {
    if ((await runCommand('docker', ['compose', 'version'])).code === 0) return { file: 'docker', args: ['compose', ...question], env: {} };
    if ((await runCommand('docker-compose', ['version'])).code === 0) return { file: 'docker-compose', args: question, env: {} };
  }
  const cache = new PackageCache(cacheDir, progress);
  if (!(await cache.isUsable())) return { reason: 'neither docker nor a package system to fetch docker-compose with' };
  try {
    const unpacked =
      cache.unpacked('compose') ??
      (await cache.fetch({
        name: 'compose',
        packages: ['docker-compose'],
        needs: (name) => /^(python3|lib)/.test(name) && !/perl/.test(name),
      }));
    // version 1 is a Python program, version 2 a binary of its own
    const script = join(unpacked, 'usr/bin/docker-compose');
    const env = { PYTHONPATH: join(unpacked, 'usr/lib/python3/dist-packages') };
    const commands = [
      { file: '/usr/bin/python3', args: [script], env }, // the one the packages are made for
      { file: 'python3', args: [script], env },
      { file: script, args: [], env: {} },
      { file: join(unpacked, 'usr/libexec/docker/cli-plugins/docker-compose'), args: [], env: {} },
    ];
    for (const { file, args, env } of commands) {
      const { code } = await runCommand(file, [...args, 'version'], { env: { ...process.env, ...env } });
      if (code === 0) return { file, args: [...args, ...question], env };
    }
    return { reason: 'docker-compose was fetched but does not run here' };
  } catch (error) {
    return { reason: `docker-compose could not be fetched: ${(error as Error).message}` };
  }
}
