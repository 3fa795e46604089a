import { sources, type Ctx, type policies as operations, type PolicyPaper, type TimeLimit } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { citingRules, versionOn } from '../domain/policies.js';
import type { PolicyVersionRow, RegistrySchema } from './schema.js';

type Sql = Kysely<RegistrySchema>;
type Output<K extends keyof typeof operations> = z.output<(typeof operations)[K]['output']>;
type Version = Omit<PolicyVersionRow, 'streetId' | 'beginsOn'> & { from: string };

/** What no rule says is no paper: nobody can read it up. */
const isPaper = (code: string) => !(code in sources) || sources[code as keyof typeof sources].kind !== 'PROPOSED';

/** Every paper that a figure cites or a street has entered: the street's rule books and laws first, as `sources` lists them. */
export async function listPolicies(db: Sql, ctx: Ctx): Promise<Output<'listPolicies'>> {
  const { names, versions, rules, today } = await library(db, ctx);
  return {
    papers: [...names.keys()].map((code) => paperOf(code, names.get(code)!, versions.get(code) ?? [], rules.get(code)?.length ?? 0, today)),
  };
}

/** One paper with its text, of the version asked for or the one in force, and the limits that cite it. */
export async function getPolicy(
  db: Sql,
  { code, version }: { code: string; version?: number | undefined },
  ctx: Ctx,
): Promise<Output<'getPolicy'>> {
  const { names, versions, rules, today } = await library(db, ctx);
  const name = names.get(code);
  if (name === undefined) throw new DomainError('object.not-found', {});
  const all = versions.get(code) ?? [];
  const shown = version === undefined ? versionOn(all, today) : all.find(({ policyVersion }) => policyVersion === version);
  if (version !== undefined && !shown) throw new DomainError('object.not-found', {});
  const cited = rules.get(code) ?? [];
  const text = shown ? { policyVersion: shown.policyVersion, from: shown.from, source: shown.source, clauses: shown.clauses } : null;
  return { ...paperOf(code, name, all, cited.length, today), text, rules: cited };
}

function paperOf(code: string, name: string, versions: readonly Version[], cited: number, today: string): PolicyPaper {
  return {
    ...{ code, name, inForce: versionOn(versions, today)?.policyVersion ?? null, cited },
    versions: versions.map(({ policyVersion, from, source, clauses }) => ({ policyVersion, from, source, clauses: clauses.length })),
  };
}

/** A street keeps some dozen papers, so that all are read. */
async function library(db: Sql, { streetId }: Ctx) {
  const papers = await db.selectFrom('policies').select(['code', 'name']).where('streetId', '=', streetId).orderBy('code').execute();
  const rows = await db.selectFrom('policyVersions').selectAll().where('streetId', '=', streetId).orderBy('policyVersion').execute();
  const { rows: told } = await sql<{ now: Date; limits: TimeLimit[] | null }>`
    select app_now() as now, (select t.rows from limit_tables t where t.street_id = ${streetId} limit 1) as limits`.execute(db);
  const known = Object.entries(sources).flatMap(([code, { name }]): [string, string][] => (isPaper(code) ? [[code, name]] : []));
  const names = new Map([...known, ...papers.map(({ code, name }): [string, string] => [code, name])]);
  const versions = new Map<string, Version[]>();
  for (const { code, beginsOn: from, ...row } of rows) versions.set(code, [...(versions.get(code) ?? []), { code, from, ...row }]);
  return { names, versions, rules: citingRules(told[0]!.limits ?? []), today: beijingDate(told[0]!.now) };
}
