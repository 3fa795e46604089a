import { afterEach, expect, test } from '@jest/globals';
import { addStandby, type Standby } from '@wufang/servers';
import { eventually } from '../src/index.js';
import { acknowledged, healthOf, judge, report, traffic } from './scenarios.js';
import { list } from './toy.js';
import { ToyHouse } from './toy-house.js';

// Decision 9: what was answered lies on two machines. Runs F23 and F24.

let house: ToyHouse;
afterEach(() => house?.end(), 60_000);

const within = { within: 40_000 };
/** Commands go on until so many more have been acknowledged. */
const more = async (n: number) => {
  const before = acknowledged(house);
  await eventually(() => expect(acknowledged(house)).toBeGreaterThanOrEqual(before + n), within);
};

async function withStandby({ isSynchronous }: { isSynchronous: boolean }): Promise<Standby> {
  house = await ToyHouse.build();
  await house.open();
  const standby = await addStandby(house.servers);
  if (isSynchronous) {
    await house.admin.query(`alter system set synchronous_standby_names = 'ANY 1 (${standby.name})'`);
    await house.admin.query('select pg_reload_conf()');
  }
  await eventually(async () => {
    const rows = await house.rows('select application_name as name, sync_state as state from pg_stat_replication');
    expect(rows).toEqual([{ name: standby.name, state: isSynchronous ? 'quorum' : 'async' }]);
  }, within);
  await house.start();
  return standby;
}

/** The first database is gone and nobody writes to it any more; the standby takes its place and the service starts on it. */
async function failOver(standby: Standby): Promise<void> {
  await Promise.all(house.processes.map((one) => one.kill()));
  await standby.promote();
  await house.moveTo(standby.adminUrl);
  await house.start();
}

test('F24: without its standby nothing is acknowledged, reads go on, health says so; it comes back and so do the commands. F23: the first database dies', async () => {
  const standby = await withStandby({ isSynchronous: true });
  const load = traffic(house);
  await more(20);

  await standby.kill();
  await eventually(async () => {
    const { ready, reasons } = await healthOf(house);
    expect({ ready, reasons }).toEqual({ ready: false, reasons: expect.arrayContaining(['database does not commit']) });
  }, within);
  const before = acknowledged(house);
  // First they wait in vain and may not know whether it was done, then they are told at once that it was not.
  await eventually(() => {
    for (const code of ['service.timeout', 'service.unavailable']) expect(house.refusals.get(code) ?? 0).toBeGreaterThan(0);
  }, within);
  expect(acknowledged(house)).toBe(before);
  expect(await house.ask(list, {})).toHaveProperty('ok');
  const refused = [...house.refusals.values()].reduce((sum, n) => sum + n, 0);
  await standby.start();
  await eventually(async () => expect(await healthOf(house)).toEqual(expect.objectContaining({ ready: true, reasons: [] })), within);
  await more(20);

  await house.servers.kill('postgres');
  const answered = acknowledged(house);
  await failOver(standby);
  await more(20);
  await load.end();
  const outcome = await judge(house, {}, { refused, answered });
  report('F23', outcome);
  expect(outcome.violations.slice(0, 10)).toEqual([]);
});

test('F23 without synchrony: what only the dead database had is missed, so the run above would have noticed', async () => {
  const standby = await withStandby({ isSynchronous: false });
  const load = traffic(house);
  await more(20);
  await standby.kill();
  await more(20);
  await house.servers.kill('postgres');
  await standby.start();
  await failOver(standby);
  await load.end();
  const { violations } = await judge(house, { bug: [] });
  const lost = violations.filter(({ invariant, about }) => invariant === 'I-01' && about.includes('was answered and is lost'));
  process.stdout.write(`planted: an asynchronous standby — lost=${lost.length}\n`);
  expect(lost.length).toBeGreaterThanOrEqual(10);
});
