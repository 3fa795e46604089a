/** `npm run wufang -- <verb>`: what the person on duty asks of a running system. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const compiled = join(import.meta.dirname, 'dist/src/main.js');
if (!existsSync(compiled)) {
  process.stderr.write('还没有编译，请先执行一次 npm start。 (Not compiled yet: run npm start once.)\n');
  process.exit(1);
}
const { main } = await import(compiled);
process.exitCode = await main(process.argv.slice(2));
