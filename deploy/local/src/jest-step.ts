import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { HeldFolder } from '@wufang/servers';
import { root } from './paths.js';
import type { Count } from './steps.js';
import { indent, none, runTool } from './steps.js';

export type TestKind = 'unit' | 'int' | 'flow' | 'e2e' | 'fault';

export const kindTitles: Record<TestKind, string> = {
  unit: 'unit tests',
  int: 'integration tests',
  flow: 'flows',
  e2e: 'pages in a browser',
  fault: 'faults',
};

/**
 * How long the files of one kind may take together when not as long as any other tool may: the stories in a browser run one after another, each in a
 * house of its own, and the two cores of the CI need well over half an hour for all of them. The whole run has 90 minutes.
 */
const patienceMs: Partial<Record<TestKind, number>> = { e2e: 50 * 60_000 };

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}

/** What runs with faults say of themselves: the faults that happened and what was found. */
const figureLines = /^(?:\S+ violations=|planted: |caught ).*$/gm;

/** Runs the tests of one kind and reads jest's report; what jest prints is shown only when the report cannot be read. */
export async function runJest(
  kind: TestKind,
  options: { held: HeldFolder; reportDir: string; env?: Record<string, string>; timeoutMs?: number },
): Promise<Count> {
  const report = join(options.reportDir, `${kind}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const args = ['--experimental-vm-modules', '--no-warnings', '--enable-source-maps', 'node_modules/jest/bin/jest.js'];
  const jestArgs = ['--json', `--outputFile=${report}`, '--passWithNoTests', '--silent=false', '--forceExit'];
  const title = kindTitles[kind];
  const env = { ...options.env, WUFANG_TEST_KIND: kind };
  const { held, timeoutMs = patienceMs[kind] } = options;
  const result = await runTool(title, process.execPath, [...args, ...jestArgs], { held, env, timeoutMs });
  for (const figures of result.output.match(figureLines) ?? []) process.stdout.write(`  ${figures}\n`);
  const count = existsSync(report) ? readReport(JSON.parse(readFileSync(report, 'utf8')) as JestReport, title) : none();
  if (!result.ok && count.failed === 0) {
    count.failed++;
    count.failures.push(`${title}: jest itself did not end well\n${indent(result.output.split('\n').slice(-60).join('\n'))}`);
  }
  const skipped = count.skipped.length > 0 ? `, ${count.skipped.length} skipped` : '';
  const verdict = count.failed === 0 ? 'passed' : 'FAILED';
  process.stdout.write(
    `${verdict}  ${title}: ${count.passed} passed, ${count.failed} failed${skipped} (${(result.ms / 1000).toFixed(1)} s)\n`,
  );
  for (const failure of count.failures) process.stdout.write(`  ${failure.split('\n', 2).join('\n  ')}\n`);
  return count;
}

/** A file that could not be run counts as one failed test. */
export function readReport(report: JestReport, title: string): Count {
  const count = none();
  for (const file of report.testResults) {
    const name = relative(root, file.name).replace('/dist/', '/').replace(/\.js$/, '.ts');
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      count.failed++;
      count.failures.push(`${title} › ${name} could not be run\n${indent(file.message.trim())}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') {
        count.failed++;
        count.failures.push(`${title} › ${name} › ${test.fullName}\n${indent((test.failureMessages ?? []).join('\n').trim())}`);
      } else count.skipped.push(`${name} › ${test.fullName}`);
    }
  }
  return count;
}
