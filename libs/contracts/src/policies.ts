import { z } from 'zod';
import { DeadlineCode } from './enums.js';
import { event } from './event.js';
import { operation } from './operation.js';
import type { Access } from './roles.js';

/** One clause (条) of a paper: its number and its words. */
export const PolicyClause = z
  .object({ no: z.number().int().min(1).max(999).describe('第几条'), text: z.string().trim().min(2).max(4000) })
  .meta({ id: 'PolicyClause' });
export type PolicyClause = z.infer<typeof PolicyClause>;

/** A version of a paper (制度文件): from when it holds, by what it was issued, its clauses. */
export const PolicyText = z
  .object({
    policyVersion: z.number().int(),
    from: z.string(),
    source: z.string().describe('依据，例如文号'),
    clauses: z.array(PolicyClause),
  })
  .meta({ id: 'PolicyText' });
export type PolicyText = z.infer<typeof PolicyText>;

/** A paper by the short code under which figures cite it: a street's rule book, a law, what was read elsewhere. */
export const PolicyPaper = z
  .object({
    code: z.string(),
    name: z.string(),
    inForce: z.number().int().nullable().describe('今日施行的是第几版；还没有录入正文的为空'),
    versions: z.array(PolicyText.omit({ clauses: true }).extend({ clauses: z.number().int() })),
    cited: z.number().int().describe('现行时限表中引用它的条数'),
  })
  .meta({ id: 'PolicyPaper' });
export type PolicyPaper = z.infer<typeof PolicyPaper>;

/** A rule that cites a paper, with the clause where it names one. */
export const CitingRule = z
  .object({
    code: DeadlineCode,
    name: z.string(),
    clauseNo: z.number().int().nullable(),
    isDefault: z.boolean().describe('平台默认，街道时限表未列'),
  })
  .meta({ id: 'CitingRule' });
export type CitingRule = z.infer<typeof CitingRule>;

const readers: Access = {
  phone_desk: 'street',
  callback_desk: 'street',
  community_worker: 'street',
  department_handler: 'street',
  firm_manager: 'street',
  section_chief: 'street',
  street_leader: 'street',
  inspector: 'street',
  administrator: 'street',
};
const code = z.string().trim().min(1).max(40);

export const policies = {
  listPolicies: operation({
    name: 'registry.policy.list',
    method: 'GET',
    path: '/api/policies',
    summary: '制度库：街道的管理办法和引用的法规、文件，各有几版、哪一版施行、多少时限引用它',
    access: readers,
    input: z.object({}),
    output: z.object({ papers: z.array(PolicyPaper) }),
  }),
  getPolicy: operation({
    name: 'registry.policy.get',
    method: 'GET',
    path: '/api/policies/{code}',
    summary: '一份制度文件的正文（缺省为施行的一版）与引用它的时限，写明引自第几条',
    access: readers,
    input: z.object({ code, version: z.coerce.number().int().min(1).optional() }),
    output: PolicyPaper.extend({ text: PolicyText.nullable(), rules: z.array(CitingRule) }),
    errors: ['object.not-found'],
  }),
  publishPolicy: operation({
    name: 'registry.policy.publish',
    method: 'PUT',
    path: '/api/policies/{code}',
    summary: '录入制度文件的一版，自某日起施行；以前各版留着',
    access: { administrator: 'street' },
    input: z.object({
      code,
      name: z.string().trim().min(2).max(80),
      from: z.iso.date(),
      source: z.string().trim().min(2).max(200),
      clauses: z.array(PolicyClause).min(1).max(400),
    }),
    output: z.object({ code: z.string(), version: z.number().int() }),
    errors: ['policy.clauses'],
  }),
};

export const policyEvents = {
  policyPublished: event(
    'registry.policy.published.v1',
    '制度文件发布',
    z.object({
      code: z.string(),
      name: z.string(),
      policyVersion: z.number().int(),
      from: z.string(),
      clauses: z.number().int(),
      hash: z.string(),
    }),
  ),
};
