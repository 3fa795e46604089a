import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '@wufang/servers';
import type { House } from './house.js';
import type { Operator } from './operator.js';

export interface SampleAccount {
  name: string;
  role: string;
  password: string;
}

interface SampleLoader {
  loadSample(options: { url: string; operator: Operator; progress: Progress }): Promise<SampleAccount[]>;
}

/** What is asked of a house to load the sample into it. */
type SampleHouse = Pick<House, 'url' | 'operator'> & { servers: { dataDir: string } };

/** The operator's package; it is looked up by name when it is needed, because the house starts without it too. */
const operatorPackage = '@wufang/operator';

/** Loads the sample street once in the life of a data folder. Answers the accounts, whose passwords are shown this one time. */
export async function loadSample(house: SampleHouse, progress: Progress): Promise<SampleAccount[]> {
  const stamp = join(house.servers.dataDir, 'sample.json');
  if (process.env.WUFANG_SAMPLE === 'off' || existsSync(stamp)) return [];
  let loader: SampleLoader;
  try {
    loader = (await import(operatorPackage)) as SampleLoader;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    progress('no sample street: the operator package is not part of this checkout');
    return [];
  }
  const accounts = await loader.loadSample({ url: house.url, operator: house.operator, progress });
  writeFileSync(stamp, JSON.stringify({ accounts: accounts.map(({ name, role }) => ({ name, role })) }, null, 1));
  return accounts;
}
