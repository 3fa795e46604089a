import { aggregate, table } from '@wufang/service';
import { idsBy } from './register.store.js';
import type { PolicyRow, PolicyVersionRow } from './schema.js';

export const policies = aggregate<PolicyRow>('policies', 'policy');
export const policyVersions = table<PolicyVersionRow>('policy_versions', ['code', 'policyVersion']);
export const policyIds = idsBy('policy', 'policies', 'code');
