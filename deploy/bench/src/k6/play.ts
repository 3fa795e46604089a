/**
 * Plays the steps of a k6 script some times, without k6: `node play.js SCRIPT TIMES`. Its options are checked for thresholds, which only k6 itself
 * can hold it to. Ends with 1 when a check fails.
 */
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./hook.js', import.meta.url);
(globalThis as Record<string, unknown>)['__ENV'] = process.env;

const [script, times] = process.argv.slice(2);
const k6 = await import('./k6.js');
const played = (await import(pathToFileURL(script!).href)) as { default: () => void; options: { thresholds?: object } };
if (Object.keys(played.options.thresholds ?? {}).length === 0) throw new Error(`${script} has no thresholds`);
for (let n = 0; n < Number(times); n++) played.default();
process.stdout.write(`${JSON.stringify({ times: Number(times), checks: k6.checks, failed: k6.failedChecks })}\n`);
process.exit(k6.failedChecks.length > 0 ? 1 : 0);
