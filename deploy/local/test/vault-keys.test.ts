import { expect, test } from '@jest/globals';
import { makeSecrets } from '@wufang/servers';
import { Vault } from '@wufang/service';
import { vaultKeyOf } from '../src/migrate.js';

test.each([false, true])(
  'a new vault key in front of the earlier one seals, and what was sealed and indexed before is found (shared: %s)',
  (isVaultShared) => {
    const before = { ...makeSecrets(), isVaultShared };
    const old = new Vault(vaultKeyOf('intake', before));
    const record = old.seal({ name: '王小明' }, 'complainants:1');
    const after = new Vault(vaultKeyOf('intake', { ...before, vaultKey: `${makeSecrets().vaultKey} ${before.vaultKey}` }));
    expect(after.open(record, 'complainants:1')).toEqual({ name: '王小明' });
    expect(after.index('phone', '13812341234')).toEqual(old.index('phone', '13812341234'));
    const anew = after.seal({ name: '李四' }, 'complainants:2');
    expect(() => old.open(anew, 'complainants:2')).toThrow(/needs key/);
    expect(after.open(anew, 'complainants:2')).toEqual({ name: '李四' });
  },
);
