import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gateway, registry, serviceNames } from '@wufang/contracts';
import { defaultRollSettings, rollOf, votePackAt } from '@wufang/deliberation/rules';
import type { Area } from '@wufang/kernel';
import { databaseUrlFor } from '@wufang/local';
import pg from 'pg';
import { quiet, setStage, type Stage } from '../src/stage.js';

const load = join(import.meta.dirname, '../../../load');
const player = join(import.meta.dirname, '../src/k6/play.js');

describe('the whole house', () => {
  let stage: Stage;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'wufang-house-'));
    stage = await setStage(dataDir, () => undefined);
  }, 180_000);
  afterAll(async () => {
    await stage?.db.end();
    await stage?.house.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  test.each(['intake.js', 'lifecycle.js'])('the steps of deploy/load/%s play against it', (script) => {
    const played = spawnSync(process.execPath, [player, join(load, script), '5'], {
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        BASE_URL: stage.house.url,
        DESK_TOKEN: stage.tokens.desk,
        FIRM_TOKEN: stage.tokens.firm,
        CALLBACK_TOKEN: stage.tokens.callback,
        COMMUNITY_ID: stage.communityId,
        ESTATE_ID: stage.estateId,
      },
    });
    expect(played.stderr).toBe('');
    expect(JSON.parse(played.stdout)).toMatchObject({ times: 5, failed: [] });
    expect((JSON.parse(played.stdout) as { checks: number }).checks).toBeGreaterThanOrEqual(15);
  });

  test('the sample estate 西大院 as the base of a vote: 1 390 homes, 65 271.58 m², 1 297 heads, the property-rights unit one of them with 76 unsold homes', async () => {
    await quiet(stage);
    const { estates } = await stage.operator.call(registry.listEstates, {});
    const estate = estates.find(({ name }) => name === '西大院')!;
    const { rows: homes } = await stage.db.query<{ home_id: string; owner_id: string; area_hundredths: number; nature: string }>(
      'select * from deliberation.estate_homes where street_id = $1 and estate_id = $2',
      [stage.street, estate.id],
    );
    expect(homes).toHaveLength(1390);
    const roll = rollOf(
      homes.map((home) => ({
        ...{ id: home.home_id, ownerKey: home.owner_id, area: home.area_hundredths as Area, areaSource: 'REGISTERED' as const },
        ...{ isUnsold: home.nature === 'UNSOLD_PUBLIC', isParking: false },
      })),
      defaultRollSettings(votePackAt('2026-11-29')),
    );
    expect(roll.all).toEqual({ area: 6_527_158, heads: 1297 });
    expect(roll.unsold).toEqual({ homes: 76, area: 357_311, heads: 1 });
    expect([...roll.owners.keys()].filter((key) => key === estate.rightsUnitId)).toHaveLength(1);
  });

  test('each role is refused every schema but its own', async () => {
    const { adminUrl } = stage.house.servers.postgres;
    for (const service of serviceNames) {
      const pool = new pg.Pool({ connectionString: databaseUrlFor(service, adminUrl, stage.house.servers.secrets), max: 1 });
      try {
        expect((await pool.query(`select count(*)::int as n from ${service}.events`)).rows).toHaveLength(1);
        for (const other of serviceNames.filter((name) => name !== service)) {
          await expect(pool.query(`select 1 from ${other}.events`)).rejects.toMatchObject({ code: '42501' });
        }
        await expect(pool.query(`delete from ${service}.events`)).rejects.toMatchObject({ code: '42501' });
        await expect(pool.query('create table public.mine (x int)')).rejects.toMatchObject({ code: '42501' });
      } finally {
        await pool.end();
      }
    }
  });

  test('a phone and a name that were told are found nowhere outside the vault', async () => {
    const [phone, name, room] = ['13970605040', '欧阳探针', '七号楼八单元九百零一'];
    const answer = await fetch(`${stage.house.url}/api/demands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.tokens.desk}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        id: crypto.randomUUID(),
        channel: 'PHONE_DESK',
        demandType: 'COMPLAINT',
        category: ['物业管理', '物业服务', '保洁垃圾清运'],
        content: `我是${name}，住${room}，电话${phone}，垃圾没人清`,
        callerName: name,
        callerPhone: phone,
        room,
        place: { communityId: stage.communityId, estateId: stage.estateId },
      }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.text()).not.toContain(phone);
    await quiet(stage);
    const tables = await stage.db.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any($1)`,
      [[...serviceNames]],
    );
    expect(tables.rows.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const { name: table } of tables.rows) {
      const rows = await stage.db.query<{ n: number }>(`select count(*)::int as n from ${table} t where t::text like any($1)`, [
        [phone, name, room].map((text) => `%${text}%`),
      ]);
      if (rows.rows[0]!.n > 0) found.push(table);
    }
    expect(found).toEqual([]);
    const logs = join(dataDir, 'logs');
    for (const file of readdirSync(logs)) {
      const text = readFileSync(join(logs, file), 'utf8');
      for (const value of [phone, name, room]) expect({ file, leaks: text.includes(value) }).toEqual({ file, leaks: false });
    }
  });

  test('every chain of records verifies', async () => {
    const { services } = await stage.operator.call(gateway.verifyAudit, {});
    expect(services.map(({ service }) => service).sort()).toEqual([...serviceNames].sort());
    expect(services.flatMap(({ broken }) => broken)).toEqual([]);
    expect(services.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThan(500);
  });

  test('health is 503 while a service is down, and 200 again after it is back', async () => {
    const health = () => fetch(`${stage.house.url}/api/health`);
    const status = async () => (await health()).status;
    const whole = (await (await health()).json()) as { services: { reasons: string[] }[] };
    expect(whole.services.flatMap(({ reasons }) => reasons)).toEqual([]); // nothing is missed that a service has no use for
    expect(await status()).toBe(200);
    await stage.house.kill('notify');
    for (const until = Date.now() + 10_000; (await status()) !== 503;) expect(Date.now()).toBeLessThan(until);
    await stage.house.start('notify');
    for (const until = Date.now() + 20_000; (await status()) !== 200;) expect(Date.now()).toBeLessThan(until);
  });
});
