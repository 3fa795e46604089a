import type { BallotView, Ctx, OwnersVoteView, ownersVotes as operations } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import { ballotStateOf, isMember } from '../domain/counting-group.js';
import { barOf, isParticipationReached, withoutUntestedAreas } from '../domain/posted-result.js';
import { votePackOf } from '../domain/vote-rule-pack.js';
import { ownsHome, type OwnerCtx } from './bound-homes.view.js';
import type { DeliberationDb } from './schema.js';
import type { BallotReadingRow, OwnersVoteRow } from './votes.schema.js';
import { receiptStands } from './votes.store.js';

type Sql = Kysely<DeliberationDb>;
type Output<K extends keyof typeof operations> = z.output<(typeof operations)[K]['output']>;

/** What stands on everything a poll shows. */
export const pollNotice = '意向征询：不是业主共同决定，不产生表决效力。';
export const noticeOf = (kind: OwnersVoteRow['kind']): string | null => (kind === 'ADVISORY' ? pollNotice : null);
const iso = (at: Date | null) => (at === null ? null : toIsoBeijing(at));

/** A vote as everyone who may see it sees it. */
export function voteView(vote: OwnersVoteRow): OwnersVoteView {
  const { roll, returned, rulesVersion } = vote;
  const questions = vote.questions.map((one) => ({ ...one, options: [...one.options] }));
  const pack = votePackOf(rulesVersion);
  const all = roll && { area: roll.areaHundredths, heads: roll.heads };
  return {
    ...{ id: vote.id, issueId: vote.issueId, estateId: vote.estateId, buildingId: vote.buildingId, stairwell: vote.stairwell },
    ...{ kind: vote.kind, notice: noticeOf(vote.kind), state: vote.state, title: vote.title, how: vote.how, questions, rulesVersion },
    ...{ announcedAt: toIsoBeijing(vote.announcedAt), opensAt: toIsoBeijing(vote.opensAt), closesAt: toIsoBeijing(vote.closesAt), roll },
    bars: questions.map((question) => barOf(pack, question, all)),
    // The ballots of an official vote lie in the city's system: how many have come in there is not known here.
    turnout:
      vote.kind === 'OFFICIAL'
        ? null
        : all && {
            returnedOwners: returned.owners,
            owners: roll.owners,
            isParticipationReached: questions.every(({ matter }) =>
              isParticipationReached(pack, pack.matters[matter].value, all, returned),
            ),
          },
    ...{
      results: vote.results?.map(withoutUntestedAreas) ?? null,
      statement: vote.statement,
      source: vote.source,
      countedAt: iso(vote.countedAt),
    },
    ...{ postDueAt: iso(vote.postDueAt), postedAt: iso(vote.postedAt), postedWhere: vote.postedWhere },
    ...{
      objectionUntil: iso(vote.keepUntil),
      keepUntil: iso(vote.keepUntil),
      calledOffReason: vote.calledOffReason,
      correction: vote.correction,
      annulment: vote.annulment,
      version: vote.version,
    },
  };
}

/** Votes the caller may see: those of the street, of the tables of their units, of their homes, or that they count. */
function votesFor(db: Sql, ctx: OwnerCtx) {
  const { accountId } = ctx.actor;
  const query = db.selectFrom('ownersVotes as v').selectAll('v').where('v.streetId', '=', ctx.streetId);
  if (ctx.scope === 'street') return query;
  const units = raw<string[]>`${ctx.own.mandated}::uuid[]`;
  return query.where((eb) =>
    eb.or([
      raw<boolean>`v.concerned_unit_ids && ${units}`,
      raw<boolean>`${accountId} = any(v.member_account_ids)`,
      eb.exists(
        eb
          .selectFrom('estateHomes as h')
          .select('h.homeId')
          .whereRef('h.streetId', '=', 'v.streetId')
          .whereRef('h.estateId', '=', 'v.estateId')
          .where(ownsHome(ctx, 'h.ownerId', 'h.homeId')),
      ),
      eb.exists(
        eb
          .selectFrom('voteRollHomes as o')
          .select('o.homeId')
          .whereRef('o.streetId', '=', 'v.streetId')
          .whereRef('o.voteId', '=', 'v.id')
          .where(ownsHome(ctx, 'o.ownerId', 'o.homeId')),
      ),
    ]),
  );
}

export async function listVotes(
  db: Sql,
  { estateId, issueId }: { estateId?: string | undefined; issueId?: string | undefined },
  ctx: OwnerCtx,
): Promise<Output<'listVotes'>> {
  const rows = await votesFor(db, ctx)
    .$if(estateId !== undefined, (query) => query.where('v.estateId', '=', estateId!))
    .$if(issueId !== undefined, (query) => query.where('v.issueId', '=', issueId!))
    .orderBy('v.announcedAt', 'desc')
    .orderBy('v.id', 'desc')
    .limit(200)
    .execute();
  return { votes: rows.map(voteView) };
}

/** A vote for whoever may see it, or 404. */
export async function seenVote(db: Sql, id: string, ctx: OwnerCtx): Promise<OwnersVoteRow> {
  const vote = await votesFor(db, ctx).where('v.id', '=', id).executeTakeFirst();
  if (!vote) throw new DomainError('object.not-found', {});
  return vote;
}

export async function getVote(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<OwnersVoteView> {
  return voteView(await seenVote(db, id, ctx));
}

/** Who counts a vote, for whoever may see it; names come with the question and are kept nowhere here. */
export async function listCounters(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<Output<'listCounters'>> {
  const { members } = await seenVote(db, id, ctx);
  return { counters: members.map((member) => ({ ...member, name: nameOf(ctx, member.accountId) })) };
}

/** The name of a member of the group, where the question brought names along and the account still is. */
export const nameOf = ({ people = [] }: Pick<Ctx, 'people'>, accountId: string): string | null =>
  people.find((person) => person.accountId === accountId)?.displayName ?? null;

/** The board of receipts: of each owner who has voted the receipt of their last ballot, in an order that tells nothing. */
export async function voteBoard(
  db: Sql,
  { id, after, limit }: { id: string; after?: string | undefined; limit: number },
  ctx: OwnerCtx,
): Promise<Output<'voteBoard'>> {
  const vote = await seenVote(db, id, ctx);
  const rows = await db
    .with('last', (q) =>
      q
        .selectFrom('voteReceipts as r')
        .distinctOn('r.ownerId')
        .select('r.receipt')
        .where('r.streetId', '=', ctx.streetId)
        .where('r.voteId', '=', id)
        .where(receiptStands)
        .orderBy('r.ownerId')
        .orderBy('r.at', 'desc')
        .orderBy('r.no', 'desc'),
    )
    .selectFrom('last')
    .select('receipt')
    .$if(after !== undefined, (query) => query.where('receipt', '>', after!))
    .orderBy('receipt')
    .limit(limit)
    .execute();
  return { count: vote.returned.owners, receipts: rows.map(({ receipt }) => receipt) };
}

/**
 * An owner's own entries on the roll and receipts; by a binding, of the homes that are bound alone. What they chose stands on their ballot, which the counting
 * group alone sees.
 */
export async function myVote(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<Output<'myVote'>> {
  const { unitIds } = ctx.actor;
  const vote = await seenVote(db, id, ctx);
  const mine = raw<string>`any(${unitIds}::uuid[])`;
  const [onRoll, homes, receipts] = [
    await db.selectFrom('voteRollOwners').selectAll().where('voteId', '=', id).where('ownerId', '=', mine).orderBy('ownerId').execute(),
    await db
      .selectFrom('voteRollHomes')
      .selectAll()
      .where('voteId', '=', id)
      .where(ownsHome(ctx, 'ownerId', 'homeId'))
      .orderBy('ordinal')
      .execute(),
    await db
      .selectFrom('voteReceipts as r')
      .leftJoin('ballotStrikes as s', (join) =>
        join.onRef('s.streetId', '=', 'r.streetId').onRef('s.voteId', '=', 'r.voteId').onRef('s.receipt', '=', 'r.receipt'),
      )
      .select(['r.ownerId', 'r.receipt', 'r.at', 's.reason as struckReason'])
      .where('r.voteId', '=', id)
      .where('r.ownerId', '=', mine)
      .orderBy('r.at')
      .orderBy('r.no')
      .execute(),
  ];
  const owners = onRoll.filter(({ ownerId }) => homes.some((home) => home.ownerId === ownerId));
  if (vote.roll && owners.length === 0) throw new DomainError('object.not-found', {});
  return {
    notice: noticeOf(vote.kind),
    entries: owners.map(({ ownerId, heads }) => {
      const handed = receipts.filter((one) => one.ownerId === ownerId);
      const last = handed.findLast(({ struckReason }) => struckReason === null);
      const own = homes.filter((home) => home.ownerId === ownerId);
      return {
        ...{ ownerId, heads, areaHundredths: own.reduce((sum, home) => sum + home.areaHundredths, 0) },
        homes: own.map(({ homeId, buildingId, stairwell, ordinal, areaHundredths: area, areaSource }) => ({
          ...{ homeId, buildingId, stairwell, ordinal, areaHundredths: area, areaSource },
        })),
        receipts: handed.map(({ receipt, at, struckReason }) => ({
          ...{ receipt, at: toIsoBeijing(at), isCounted: receipt === last?.receipt, struckReason },
        })),
      };
    }),
  };
}

/** The vote, for a member of its counting group and nobody else, whatever else they are. */
async function countedByMe(db: Sql, id: string, ctx: Ctx): Promise<OwnersVoteRow> {
  const vote = await db.selectFrom('ownersVotes').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!vote || !isMember(vote.members, ctx.actor.accountId)) throw new DomainError('object.not-found', {});
  return vote;
}

/** Ballots for the counting group. What was entered is hidden from those who are still to check it. */
export async function listBallots(
  db: Sql,
  { id, after, limit }: { id: string; after?: string | undefined; limit: number },
  ctx: Ctx,
): Promise<{ ballots: BallotView[] }> {
  await countedByMe(db, id, ctx);
  const rows = await db
    .selectFrom('ballots as b')
    .leftJoin('ballotStrikes as s', (join) =>
      join.onRef('s.streetId', '=', 'b.streetId').onRef('s.voteId', '=', 'b.voteId').onRef('s.ballotId', '=', 'b.id'),
    )
    .select((eb) => [
      'b.id',
      'b.ownerId',
      'b.serial',
      'b.scanId',
      'b.receipt',
      'b.enteredAt',
      raw<BallotReadingRow[]>`(select json_agg(json_build_object('step', r.step, 'accountId', r.account_id, 'choices', r.choices))
        from ballot_readings r where r.street_id = b.street_id and r.vote_id = b.vote_id and r.ballot_id = b.id)`.as('read'),
      's.reason as struckReason',
      eb
        .not(
          eb.exists(
            eb
              .selectFrom('ballots as later')
              .select('later.id')
              .whereRef('later.streetId', '=', 'b.streetId')
              .whereRef('later.voteId', '=', 'b.voteId')
              .whereRef('later.ownerId', '=', 'b.ownerId')
              .where(
                raw<boolean>`not exists (select 1 from ballot_strikes s where s.street_id = later.street_id and s.vote_id = later.vote_id and s.ballot_id = later.id)`,
              )
              .where((later) => later(later.refTuple('later.handedInAt', 'later.no'), '>', later.refTuple('b.handedInAt', 'b.no'))),
          ),
        )
        .as('isLast'),
    ])
    .where('b.voteId', '=', id)
    .$if(after !== undefined, (query) => query.where('b.id', '>', after!))
    .orderBy('b.id')
    .limit(limit)
    .execute();
  return {
    ballots: rows.map(({ read, isLast, enteredAt, ...row }) => {
      const before = ballotStateOf(read);
      const state = row.struckReason === null ? before : 'STRUCK';
      const [entry, check, settled] = (['ENTER', 'CHECK', 'SETTLE'] as const).map((step) => read.find((one) => one.step === step));
      const mayRead = before !== 'ENTERED' || entry?.accountId === ctx.actor.accountId;
      return {
        ...{ ...row, state, enteredAt: toIsoBeijing(enteredAt), isCounted: Boolean(isLast) && state !== 'STRUCK' },
        choices: mayRead ? (settled ?? entry)!.choices : null,
        checkChoices: check?.choices ?? null,
      };
    }),
  };
}

/** The frozen roll for the counting group: who is on it with which homes, and who has voted. */
export async function listRoll(
  db: Sql,
  { id, after, limit }: { id: string; after?: string | undefined; limit: number },
  ctx: Ctx,
): Promise<Output<'listRoll'>> {
  await countedByMe(db, id, ctx);
  const rows = await db
    .selectFrom('voteRollOwners as o')
    .select([
      'o.ownerId',
      'o.heads',
      'o.areaHundredths',
      raw<boolean>`exists (select 1 from vote_receipts r where r.street_id = o.street_id and r.vote_id = o.vote_id and r.owner_id = o.owner_id
        and ${receiptStands})`.as('hasReturned'),
      raw<
        Output<'listRoll'>['owners'][number]['homes']
      >`(select json_agg(json_build_object('homeId', h.home_id, 'buildingId', h.building_id, 'stairwell', h.stairwell, 'ordinal', h.ordinal) order by h.ordinal)
        from vote_roll_homes h where h.street_id = o.street_id and h.vote_id = o.vote_id and h.owner_id = o.owner_id)`.as('homes'),
    ])
    .where('o.voteId', '=', id)
    .$if(after !== undefined, (query) => query.where('o.ownerId', '>', after!))
    .orderBy('o.ownerId')
    .limit(limit)
    .execute();
  return { owners: rows.map((row) => ({ ...row, areaHundredths: Number(row.areaHundredths) })) };
}
