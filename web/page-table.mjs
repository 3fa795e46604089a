/**
 * Writes docs/pages.md: every page of the desks and of the residents with what its first visit weighs, as the last build weighed it, and how long it takes on
 * an old phone, where that was measured: `npm run pages && npm run bench -- --only pages --json > FILE && node web/page-table.mjs FILE`.
 * Without a file the times of the table that stands are kept.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const source = (path) => readFileSync(join(import.meta.dirname, path), 'utf8');
const table = join(root, 'docs/pages.md');
const weights = JSON.parse(source('dist/weights.json'));

/** Which page of the bench stands at which place. */
const timed = {
  '/r/': 'resident',
  '/r/urgent': 'residentUrgent',
  '/r/track': 'residentTrack',
  '/r/board': 'residentBoard',
  '/r/yard': 'residentYard',
  '/desk/wall': 'wall',
  '/desk/intake': 'intake',
  '/desk/callbacks': 'callbacks',
  '/desk/jobs': 'jobs',
  '/desk/tables': 'tables',
  '/desk/rates': 'rates',
};

const [file] = process.argv.slice(2);
const measured = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8')).pages.pages;
/** The times that stand in the table already, by place. */
const standing = new Map(
  existsSync(table)
    ? [...readFileSync(table, 'utf8').matchAll(/^\| `(.+?)` .*\| ([^|]*?) \|$/gm)].map(([, place, time]) => [place, time.trim()])
    : [],
);
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;
function timeOf(place) {
  const of = measured?.[timed[place]];
  return of ? `${seconds(of.cold.usableMs)} / ${seconds(of.again.usableMs)}` : (standing.get(place) ?? '—');
}

const desks = [...source('src/desk/app/pages.tsx').matchAll(/path: '(.+?)',.*?zh: '(.+?)',.*?import\('\.\.\/(features\/.+?)\.js'\)/gs)];
const residents = [...source('src/resident/main.tsx').matchAll(/^ {2}'?([\w/$]*)'?: \(streetId.*?(?:import\('\.\/(\w+)\.js'\).*)?$/gm)];
const namesOfResidents = {
  ...{ '': '提交诉求', 'q/$code': '扫码提交诉求', 'q/$code/urgent': '扫码紧急求助', urgent: '紧急求助', track: '查询进度' },
  ...{ board: '公示', 'board/$id': '一份公示', exposed: '曝光台', yard: '掌上四合院', 'yard/$id': '一个院' },
};
const rows = [
  ...residents.map(([, place, module]) => [
    `/r/${place}`,
    namesOfResidents[place],
    module === undefined ? weights.resident : weights[`resident/${module}.tsx`],
  ]),
  ...desks.map(([, place, zh, module]) => [`/desk${place}`, zh, weights[`desk/${module}.tsx`]]),
].map(([place, name, kb]) => `| \`${place}\` | ${name} | ${kb.toFixed(0)} | ${timeOf(place)} |`);

const page = `# Pages

Every page, with what somebody loads who opens it as the first of all (script and style, KB as gzip sends them) and, where it is measured, how long until it can be used on
an old phone (4 × slower, 150 ms, 1.6 Mbit/s), the first time and the next. Printed by \`node web/page-table.mjs\`; the build fails when a resident's first page is
above 80 KB or a handler's jobs above 260 KB.

Each of them is looked at by \`web/e2e/every-page.e2e.ts\`: with its data in Chinese and English, at 360 and at 1440 px;
while it waits, without an answer, empty and not there in Chinese at 360 and in English at 1440 px; and as somebody who has no part in it, in Chinese at 360 px. The test fails with the first violation of WCAG 2.2 AA that axe finds in any of these, so there are 0.

| Place | Page | First visit, KB | Usable on an old phone, first / again |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
writeFileSync(table, await format(page, { ...(await resolveConfig(table)), filepath: table }));
