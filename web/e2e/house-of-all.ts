import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHouse } from '@wufang/local';
import { confirmTimeAfterStandstill, houseFile, houseSettings, type StageHouse } from './house.js';

/**
 * A program of its own: the house that all stories of a run share. It says in a file where it stands, and ends when its standard input does: with whoever
 * started it, however that came to its end.
 */
const file = houseFile(Number(process.argv[2]));
const dataDir = mkdtempSync(join(tmpdir(), 'wufang-e2e-'));
const ended = new Promise((resolve) => process.stdin.resume().on('end', resolve).on('error', resolve));
try {
  const house = await startHouse({ dataDir, env: houseSettings });
  const endWatch = confirmTimeAfterStandstill(house);
  const { url, operator, servers } = house;
  const { adminUrl } = servers.postgres;
  const said: StageHouse = { url, operator, servers: { dataDir, postgres: { adminUrl } } };
  writeFileSync(`${file}.new`, JSON.stringify(said), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  await ended;
  rmSync(file, { force: true });
  endWatch();
  await house.stop();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
