import { readdirSync, readFileSync } from 'node:fs';

/** These processes and all they started. */
function treeOf(roots: readonly number[]): Set<number> {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const wanted = new Set(roots);
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const [pid, parent] of parents) if (wanted.has(parent)) wanted.add(pid);
  }
  return wanted;
}

/** Memory of these processes and all they started, each shared page counted once (PSS), in MB. */
export function memoryOf(roots: readonly number[]): number {
  let kb = 0;
  for (const pid of treeOf(roots)) {
    try {
      kb += Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended while we looked.
    }
  }
  return kb / 1024;
}

/**
 * Processor time that a process and those it started have used so far, in milliseconds; the kernel counts it in hundredths of a second. What one of them used
 * that has ended since is left out.
 */
export function cpuMsOf(pid: number): number {
  let ms = 0;
  for (const one of treeOf([pid])) {
    try {
      const stat = readFileSync(`/proc/${one}/stat`, 'utf8');
      const [user, system] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      ms += (Number(user) + Number(system)) * 10;
    } catch {
      // It ended while we looked.
    }
  }
  return ms;
}
