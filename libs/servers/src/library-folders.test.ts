import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { libraryFolders } from './packages.js';

test('libraries are looked for where packages put them, also those that one library alone needs', () => {
  const root = mkdtempSync(join(tmpdir(), 'wufang-libraries-'));
  try {
    const debian = join(root, 'usr/lib/x86_64-linux-gnu');
    for (const folder of ['pulseaudio', 'pkgconfig']) mkdirSync(join(debian, folder), { recursive: true });
    writeFileSync(join(debian, 'pulseaudio/libpulsecommon-16.1.so'), '');
    writeFileSync(join(debian, 'pkgconfig/libpulse.pc'), '');
    expect(libraryFolders(root)).toEqual([join(root, 'usr/lib'), debian, join(debian, 'pulseaudio')]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
