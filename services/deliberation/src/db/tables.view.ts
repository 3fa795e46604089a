import type { Awaiting, Ctx, SeatKind, tables, TableView } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { awaitedFrom, lacksRepresentative, type IssueInView, type RoundInView } from '../domain/awaiting.js';
import { missingSeats } from '../domain/resolution.js';
import { isHeld } from '../domain/seats.js';
import { unvotedMatters, voteToCome } from './plan-gates.store.js';
import { bodyOf } from './resolutions.view.js';
import type { DeliberationDb, TableRow } from './schema.js';

export function tableView({ id, estateId, communityId, seats, openedAt, version }: TableRow): TableView {
  return { id, estateId, communityId, seats, openedAt: openedAt.toISOString(), version };
}

/** Reach is kept by row-level security: a unit sees the tables it sits at. */
export async function getTable(db: Kysely<DeliberationDb>, { id }: { id: string }, ctx: Ctx): Promise<TableView> {
  const row = await db.selectFrom('tables').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return tableView(row);
}

export async function listTables(
  db: Kysely<DeliberationDb>,
  { communityId }: z.output<typeof tables.listTables.input>,
  ctx: Ctx,
): Promise<z.output<typeof tables.listTables.output>> {
  let query = db.selectFrom('tables').selectAll().where('streetId', '=', ctx.streetId).orderBy('id');
  if (communityId !== undefined) query = query.where('communityId', '=', communityId);
  const rows = await query.execute();
  const open = await openIssues(db, rows, ctx);
  const unsigned = await unsignedOf(db, open, ctx);
  const toVote = await awaitingVote(db, open, ctx);
  const issues = open.map((issue) => ({ ...issue, unsigned: unsigned.get(issue.id) ?? null, hasVoteToCome: toVote.has(issue.id) }));
  const roundIds = issues.flatMap(({ roundId }) => roundId ?? []);
  const rounds = roundIds.length === 0 ? [] : await currentRounds(db, roundIds, ctx);
  const roundById = new Map(rounds.map((round) => [round.id, round]));
  return {
    tables: rows.map((row) => {
      const here = issues.filter(({ tableId }) => tableId === row.id);
      return { ...tableView(row), openIssues: here.length, awaiting: awaitingAt(row, here, roundById, ctx) };
    }),
  };
}

function openIssues(db: Kysely<DeliberationDb>, rows: readonly TableRow[], ctx: Ctx) {
  if (rows.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('issues')
    .select(['id', 'tableId', 'title', 'state', 'screening', 'leadSeat', 'roundId', 'decisionClasses', 'matters', 'planId', 'resolutionId'])
    .where('streetId', '=', ctx.streetId)
    .where('isOpen', '=', true)
    .where(
      'tableId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
}

/** The seats that have not signed yet, of each issue whose resolution waits for signatures. */
async function unsignedOf(db: Kysely<DeliberationDb>, issues: readonly { resolutionId: string | null }[], ctx: Ctx) {
  const ids = issues.flatMap(({ resolutionId }) => resolutionId ?? []);
  if (ids.length === 0) return new Map<string, SeatKind[]>();
  const rows = await db
    .selectFrom('resolutions')
    .select(['issueId', 'bytes', 'signatures'])
    .where('streetId', '=', ctx.streetId)
    .where('id', 'in', ids)
    .where('state', '=', 'DRAWN')
    .execute();
  return new Map(rows.map((row) => [row.issueId, missingSeats(bodyOf(row).signers, row.signatures)]));
}

/** Of issues that are agreed on or voted, those whose owners have still to pass something before the plan may hang, or before it ends without one. */
async function awaitingVote(db: Kysely<DeliberationDb>, issues: Awaited<ReturnType<typeof openIssues>>, { streetId }: Ctx) {
  const decided = issues.filter(({ state }) => state === 'AGREED' || state === 'VOTED_PASS');
  const planIds = decided.flatMap(({ planId }) => planId ?? []);
  const plans =
    planIds.length === 0
      ? []
      : await db.selectFrom('plans').selectAll().where('streetId', '=', streetId).where('id', 'in', planIds).execute();
  const waiting = new Set<string>();
  for (const issue of decided) {
    const plan = plans.find(({ id }) => id === issue.planId);
    const about = { ...issue, streetId };
    const hasVoteToCome =
      plan && plan.scenario !== null ? (await voteToCome(db, about, plan)) !== null : (await unvotedMatters(db, about)).length > 0;
    if (hasVoteToCome) waiting.add(issue.id);
  }
  return waiting;
}

function currentRounds(db: Kysely<DeliberationDb>, ids: readonly string[], ctx: Ctx) {
  return db
    .selectFrom('rounds')
    .select(['id', 'state', 'startsAt', 'attendance', 'positions', 'minutesDueAt', 'minutesFinishedAt'])
    .where('streetId', '=', ctx.streetId)
    .where('id', 'in', ids)
    .execute();
}

type OpenIssue = IssueInView & { roundId: string | null };

/** What waits for the caller's own seats; for one of the street who sits nowhere at this table, what waits for any. */
function awaitingAt(table: TableRow, issues: readonly OpenIssue[], rounds: ReadonlyMap<string, RoundInView>, ctx: Ctx): Awaiting[] {
  const own = table.seats.filter(({ unitId }) => unitId !== null && ctx.actor.unitIds.includes(unitId));
  const seats = (own.length > 0 ? own : table.seats).filter(isHeld);
  return seats.flatMap((seat) => {
    const missing = { seat: seat.kind, what: 'APPOINT' as const, issueId: null, roundId: null, title: '委派代表', at: null };
    const owed = issues.flatMap((issue) => {
      const awaited = awaitedFrom(seat.kind, issue, issue.roundId === null ? undefined : rounds.get(issue.roundId));
      if (!awaited) return [];
      const { what, at, isOfRound } = awaited;
      const roundId = isOfRound ? issue.roundId : null;
      return [{ seat: seat.kind, what, issueId: issue.id, roundId, title: issue.title, at: at?.toISOString() ?? null }];
    });
    return lacksRepresentative(seat) ? [missing, ...owed] : owed;
  });
}
