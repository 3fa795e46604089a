import { expect, test } from '@jest/globals';
import { natsConfig, natsRights } from './nats.js';
import { redisAcl } from './redis.js';
import { makeSecrets } from './secrets.js';
import { judgePostgresSettings, judgeRedisInfo, postgresSettings } from './settings.js';

test('a PostgreSQL that may lose what it answered is named setting by setting', () => {
  const good = { ...postgresSettings, data_checksums: 'on' };
  expect(judgePostgresSettings(good)).toEqual([]);
  expect(judgePostgresSettings({ ...good, fsync: 'off' })).toEqual(['PostgreSQL: fsync must be on, is off']);
  expect(judgePostgresSettings({ ...good, synchronous_commit: 'off', data_checksums: 'off' })).toHaveLength(2);
});

test('a Redis that forgets or evicts is refused', () => {
  expect(judgeRedisInfo('aof_enabled:1\r\nmaxmemory_policy:noeviction\r\n')).toEqual([]);
  expect(judgeRedisInfo('aof_enabled:0\r\nmaxmemory_policy:volatile-lru\r\n')).toHaveLength(2);
});

test('no password stands in the list of Redis users', () => {
  const { redis } = makeSecrets();
  const acl = redisAcl(redis);
  expect(acl).toContain('user default off');
  expect(acl).not.toContain(redis.wufang);
  expect(acl).not.toContain(redis.admin);
});

test('only the gateway may ask; every service tells its own facts and answers its own questions', () => {
  expect(natsRights('gateway').publish).toContain('rpc.>');
  expect(natsRights('intake').publish).not.toContain('rpc.>');
  expect(natsRights('intake').publish).toContain('intake.>');
  expect(natsRights('intake').subscribe).toContain('rpc.intake.>');
});

test('NATS is told to write to disk before it acknowledges as soon as it knows how', () => {
  const config = (version: string) =>
    natsConfig({ port: 4222, host: '127.0.0.1', storeDir: '/data', version, secrets: makeSecrets().nats });
  expect(config('2.9.10')).not.toContain('sync_interval');
  expect(config('2.10.23')).toContain('sync_interval: always');
});
