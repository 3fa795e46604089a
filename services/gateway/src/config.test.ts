import { expect, test } from '@jest/globals';
import { readSettings } from '@wufang/service';
import { GatewaySettings, gatewaySettings } from './config.js';

const settings = (env: Record<string, string>) => new GatewaySettings(readSettings(gatewaySettings, env));

test.each([
  [{}, true], // loopback by default
  [{ WUFANG_HOST: '::1' }, true],
  [{ WUFANG_HOST: '0.0.0.0' }, false], // reachable from outside, in clear
  [{ WUFANG_HOST: '10.0.0.5' }, false],
  [{ WUFANG_HOST: '0.0.0.0', WUFANG_BEHIND_TLS: '1' }, true],
  [{ WUFANG_HOST: '0.0.0.0', WUFANG_TLS_CERT: 'cert', WUFANG_TLS_KEY: 'key' }, true],
  [{ WUFANG_TLS_CERT: 'cert' }, false], // half a pair
  [{ WUFANG_STREET: 'No Street' }, false],
])('with %j the gateway may start: %s', (env, may) => {
  if (may) expect(settings(env).isSecure).toBe('WUFANG_BEHIND_TLS' in env || 'WUFANG_TLS_CERT' in env);
  else expect(() => settings(env)).toThrow();
});
