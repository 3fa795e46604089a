import { worthInstalling } from './binaries.js';
import { describe, expect, test } from '@jest/globals';
import { compareVersions, judgeVersion, readVersion } from './versions.js';

describe('reading a version', () => {
  test.each([
    ['postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', '15.18'],
    ['postgres (PostgreSQL) 18beta1', '18'],
    ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=d81bff71cba150e', '7.0.15'],
    ['Valkey server v=8.0.1 sha=00000000:0', '8.0.1'],
    ['nats-server: v2.10.27', '2.10.27'],
    ['no number here', undefined],
  ])('%s', (text, version) => expect(readVersion(text)).toBe(version));

  test('versions compare as numbers, part by part', () => {
    expect(compareVersions('2.9.10', '2.10.0')).toBe(-1);
    expect(compareVersions('15', '15.0')).toBe(0);
    expect(compareVersions('16.1', '15.18')).toBe(1);
  });
});

describe('may this version serve?', () => {
  test.each([
    ['postgres', '13.22', 'local', 'refused'], // below 14
    ['postgres', '14.0', 'local', 'taken'],
    ['redis', '6.0.20', 'local', 'refused'], // BullMQ wants 6.2
    ['redis', '6.2', 'local', 'taken'],
    ['nats', '2.9.9', 'local', 'refused'],
    ['nats', '2.9.10', 'local', 'warned'], // no write to disk before the acknowledgement
    ['nats', '2.9.10', 'production', 'refused'],
    ['nats', '2.10.19', 'local', 'warned'],
    ['nats', '2.10.20', 'local', 'refused'], // may lose whole streams when it crashes
    ['nats', '2.10.22', 'local', 'refused'],
    ['nats', '2.10.22', 'production', 'refused'],
    ['nats', '2.10.23', 'local', 'taken'],
    ['nats', '2.10.23', 'production', 'taken'],
  ] as const)('%s %s, %s profile: %s', (server, version, profile, expected) => {
    const verdict = judgeVersion(server, version, profile);
    const seen = !verdict.ok ? 'refused' : verdict.warning ? 'warned' : 'taken';
    expect(seen).toBe(expected);
    if (!verdict.ok) expect(verdict.reason).toContain(version);
  });
});

test('a server whose package was fetched and is too old is not installed on the system: it would be the same program', () => {
  expect(worthInstalling(['redis', 'nats'], new Set(['nats']))).toEqual(['redis']);
  expect(worthInstalling(['nats'], new Set(['nats']))).toEqual([]);
  expect(worthInstalling(['nats'], new Set())).toEqual(['nats']);
});
