/** Loaded before a service (`node --import`): applies mutations, gives kill points their meaning, shifts the wall clock. */
import { writeSync } from 'node:fs';
import { register } from 'node:module';
import { clockShift, killAt, type FaultHooks } from './fault-hooks.js';

register('./mutation-loader.js', import.meta.url);

const [place, oneIn] = (process.env[killAt] ?? '').split(':');

function isTimeToDie(name: string): boolean {
  return name === place && Math.random() * Number(oneIn) < 1;
}

/** Said with a write that is done when it returns, since nothing comes after it. */
function die(name: string): void {
  writeSync(1, `killed at ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const hooks: FaultHooks = {
  now: (name) => {
    if (isTimeToDie(name)) die(name);
  },
  soon: async (name) => {
    if (!isTimeToDie(name)) return;
    await new Promise((done) => setTimeout(done, 25));
    die(name);
  },
  pause: (ms) => new Promise((done) => setTimeout(done, Math.random() * ms)),
};
Object.assign(globalThis, { faults: hooks });

const shift = Number(process.env[clockShift] ?? 0);
if (shift !== 0) {
  const TrueDate = Date;
  const shifted = class extends TrueDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(TrueDate.now() + shift);
      else super(...(given as [number]));
    }
    static override now(): number {
      return TrueDate.now() + shift;
    }
  };
  globalThis.Date = shifted as DateConstructor;
}
