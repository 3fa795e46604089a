import { ResolutionBody, type Ctx, type ResolutionBundle, type ResolutionView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { chainEntry, type EventRow } from '@wufang/service';
import type { Kysely } from 'kysely';
import { missingSeats } from '../domain/resolution.js';
import { issueInView } from './issues.view.js';
import type { ResolutionRow } from './resolutions.schema.js';
import type { DeliberationDb } from './schema.js';

export const bodyOf = ({ bytes }: Pick<ResolutionRow, 'bytes'>): ResolutionBody => ResolutionBody.parse(JSON.parse(bytes));

export function resolutionView(row: ResolutionRow): ResolutionView {
  const { id, issueId, no, state, bytes, hash, signatures, voidReason, version } = row;
  const body = bodyOf(row);
  return {
    ...{ id, issueId, no, state, bytes, hash, body, signatures, voidReason, version },
    missing: state === 'DRAWN' ? missingSeats(body.signers, signatures) : [],
    isOfficial: false,
    signedAt: row.signedAt?.toISOString() ?? null,
  };
}

/** Reach is kept by row-level security. */
export async function findResolution(db: Kysely<DeliberationDb>, id: string, ctx: Ctx): Promise<ResolutionRow> {
  const row = await db.selectFrom('resolutions').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}

export async function getResolution(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<ResolutionView> {
  return resolutionView(await findResolution(db, id, ctx));
}

export async function listResolutions(
  db: Kysely<DeliberationDb>,
  { issueId }: { issueId: string },
  ctx: Ctx,
): Promise<{ resolutions: ResolutionView[] }> {
  await issueInView(db, issueId, ctx);
  const rows = await db
    .selectFrom('resolutions')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('no', 'desc')
    .execute();
  return { resolutions: rows.map(resolutionView) };
}

/** A chain as it lies in the history, up to a head. */
export async function chainUpTo(db: Kysely<DeliberationDb>, aggregateId: string, seq: number, ctx: Ctx) {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('aggregateId', '=', aggregateId)
    .where('version', '<=', seq)
    .orderBy('version')
    .execute();
  return (rows as EventRow[]).map(chainEntry);
}

/** All that is needed to check a resolution elsewhere: bytes, signatures with their keys, both chains up to the heads the rows name, the plan. */
export async function exportBundle(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx, now: Date): Promise<ResolutionBundle> {
  const row = await findResolution(db, id, ctx);
  const issue = await db
    .selectFrom('issues')
    .select(['version', 'chainHash'])
    .where('streetId', '=', ctx.streetId)
    .where('id', '=', row.issueId)
    .executeTakeFirstOrThrow();
  const { bytes, hash, signatures } = row;
  const { plan } = bodyOf(row);
  return {
    v: 'wufang.bundle.v1',
    exportedAt: now.toISOString(),
    resolution: { bytes, hash },
    signatures,
    plan: plan && row.planBytes !== null ? { bytes: row.planBytes, hash: plan.hash } : null,
    issueChain: await chainUpTo(db, row.issueId, issue.version, ctx),
    resolutionChain: await chainUpTo(db, row.id, row.version, ctx),
    heads: { issue: { seq: issue.version, hash: issue.chainHash! }, resolution: { seq: row.version, hash: row.chainHash! } },
  };
}
