import { createHash } from 'node:crypto';
import { policyEvents, type policies as operations } from '@wufang/contracts';
import { canonicalJson, DomainError } from '@wufang/kernel';
import { fact } from '@wufang/service';
import type { z } from 'zod';
import { policies, policyIds, policyVersions } from '../db/policies.store.js';
import type { RegistryTx } from '../db/schema.js';
import { clauseTwice } from '../domain/policies.js';

/** A version of a paper of the policy library (制度库), from a day on. Earlier versions stay, so that what was decided by them can be read. */
export async function publishPolicy(
  tx: RegistryTx,
  { code, name, from, source, clauses }: z.output<typeof operations.publishPolicy.input>,
): Promise<{ code: string; version: number }> {
  const no = clauseTwice(clauses);
  if (no !== null) throw new DomainError('policy.clauses', { no });
  const place = `policy ${code}`;
  await tx.hold(place);
  const id = tx.recall<string>(place) ?? (await tx.load(policyIds, code));
  const before = id === undefined ? undefined : await tx.lock(policies, id);
  const policyVersion = (before?.policyVersion ?? 0) + 1;
  const hash = createHash('sha256').update(canonicalJson(clauses)).digest('hex');
  const facts = [fact(policyEvents.policyPublished, { code, name, policyVersion, from, clauses: clauses.length, hash })];
  if (before) tx.save(policies, { ...before, name, policyVersion }, facts);
  else tx.remember(place, tx.create(policies, { id: tx.newId(), code, name, policyVersion }, facts).id);
  tx.insert(policyVersions, { code, policyVersion, beginsOn: from, source, clauses });
  return { code, version: policyVersion };
}
