import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first administrator of a house: who loads the sample, and whom `npm run wufang` speaks as. */
export interface Operator {
  account: string;
  password: string;
}

/** The operator of this data folder, made once; the file is readable by its owner alone. */
export function operatorOf(dataDir: string): Operator {
  const file = join(dataDir, 'operator.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Operator;
  const operator = { account: 'operator', password: randomBytes(18).toString('base64url') };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(operator, null, 1), { mode: 0o600 });
  renameSync(draft, file);
  return operator;
}
