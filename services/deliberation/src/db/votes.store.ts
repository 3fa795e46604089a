import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { isMember } from '../domain/counting-group.js';
import type { KnownHome } from '../domain/plan-scope.js';
import { issues } from './issues.store.js';
import { asksToKeep } from '../domain/publicity.js';
import { homesOfEstate } from './plan-place.store.js';
import type { DeliberationDb, DeliberationTx } from './schema.js';
import type {
  BallotReadingRow,
  BallotRow,
  BallotStrikeRow,
  EstateHomeRow,
  OwnersVoteRow,
  VoteReceiptRow,
  VoteRollHomeRow,
  VoteRollOwnerRow,
  VoteScanRow,
} from './votes.schema.js';
import { sql as raw, type Kysely } from 'kysely';

export const estateHomes = table<EstateHomeRow>('estate_homes', ['homeId']);
export const ownersVotes = aggregate<OwnersVoteRow>('owners_votes', 'vote');
export const voteRollHomes = table<VoteRollHomeRow>('vote_roll_homes', ['voteId', 'homeId']);
export const voteRollOwners = table<VoteRollOwnerRow>('vote_roll_owners', ['voteId', 'ownerId']);
export const ballots = table<BallotRow>('ballots', ['voteId', 'id']);
export const ballotReadings = table<BallotReadingRow>('ballot_readings', ['voteId', 'ballotId', 'step']);
export const voteReceipts = table<VoteReceiptRow>('vote_receipts', ['voteId', 'receipt']);
export const ballotStrikes = table<BallotStrikeRow>('ballot_strikes', ['voteId', 'ballotId']);
export const voteScans = table<VoteScanRow>('vote_scans', ['voteId', 'id']);

/** Where a command leaves a sign that it has taken or read a ballot, for those that add up later in its batch. */
export const ballotsPlace = (voteId: string) => `ballots of ${voteId}`;

/** Where a command leaves a sign that it has struck one: its printed number is free, which SQL sees only once that is written. */
export const strikesPlace = (voteId: string) => `struck ballots of ${voteId}`;

/** Of a receipt `r`: that its ballot has not been struck. */
export const receiptStands = raw<boolean>`not exists (select 1 from ballot_strikes s where s.street_id = r.street_id and s.vote_id = r.vote_id and s.receipt = r.receipt)`;
/** Of a ballot `b`: that it has not been struck. */
export const ballotStands = raw<boolean>`not exists (select 1 from ballot_strikes s where s.street_id = b.street_id and s.vote_id = b.vote_id and s.ballot_id = b.id)`;

/** What a vote is about, which never changes: its estate, and the issue it decides; a poll decides none. Seen without a lock. */
const aboutVote: Loader<{ estateId: string; decidesId: string | null }> = {
  name: 'what a vote is about',
  load: async (sql, ids, streetId) => {
    const rows = (await sql
      .selectFrom('ownersVotes')
      .select(['id', 'estateId', 'issueId', 'kind'])
      .where('streetId', '=', streetId)
      .where('id', 'in', ids)
      .execute()) as Pick<OwnersVoteRow, 'id' | 'estateId' | 'issueId' | 'kind'>[];
    return new Map(rows.map(({ id, estateId, issueId, kind }) => [id, { estateId, decidesId: kind === 'ADVISORY' ? null : issueId }]));
  },
};

/** The estate of a vote, for whoever has to lock its table first; undefined where there is no such vote. */
export const estateOfVote = async (tx: DeliberationTx, id: string): Promise<string | undefined> => (await tx.load(aboutVote, id))?.estateId;

/**
 * Locks the issue a vote decides, before the vote itself: issue, table, vote is the order of whoever withdraws, merges or amends an issue, and of everybody
 * else. Ballots touch no issue and lock none. `waits`: whether to wait for who holds it; false when somebody does and it is not waited for.
 */
export async function lockIssueOfVote(tx: DeliberationTx, id: string, waits = true): Promise<boolean> {
  const issueId = (await tx.load(aboutVote, id))?.decidesId ?? null;
  if (issueId === null) return true;
  return (await (waits ? tx.lock(issues, issueId) : tx.lockIfFree(issues, issueId))) !== undefined;
}

/** The vote, locked, for a member of its counting group. */
export async function lockVoteOfMember(tx: DeliberationTx, id: string, ctx: Ctx): Promise<OwnersVoteRow> {
  const vote = await tx.lock(ownersVotes, id);
  if (!vote || !isMember(vote.members, ctx.actor.accountId)) throw new DomainError('object.not-found', {});
  return vote;
}

/** Which homes a vote is about. */
export interface VoteScope {
  estateId: string;
  buildingId: string | null;
  stairwell: string | null;
}

/** The homes of a scope as the registry last told them, those whose area nobody knows among them. */
export async function homesInScope(
  db: Kysely<DeliberationDb>,
  streetId: string,
  { estateId, buildingId, stairwell }: VoteScope,
): Promise<KnownHome[]> {
  const homes = await homesOfEstate(db, streetId, estateId);
  return homes.filter(
    (home) => (buildingId === null || home.buildingId === buildingId) && (stairwell === null || home.stairwell === stairwell),
  );
}

const pairs = (keys: readonly string[]) => keys.map((key) => key.split('/') as [string, string]);

/** Owners of frozen rolls by `<vote id>/<owner id>`, and whether they have voted. */
export const rollEntries: Loader<{ heads: number; areaHundredths: number; hasReturned: boolean }> = {
  name: 'roll entry',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('voteRollOwners as o')
      .select((eb) => [
        'o.voteId',
        'o.ownerId',
        'o.heads',
        'o.areaHundredths',
        eb
          .exists(
            eb
              .selectFrom('voteReceipts as r')
              .select('r.no')
              .whereRef('r.streetId', '=', 'o.streetId')
              .whereRef('r.voteId', '=', 'o.voteId')
              .whereRef('r.ownerId', '=', 'o.ownerId')
              .where(receiptStands),
          )
          .as('hasReturned'),
      ])
      .where('o.streetId', '=', streetId)
      .where('o.voteId', 'in', [...new Set(pairs(keys).map(([voteId]) => voteId))])
      .where('o.ownerId', 'in', [...new Set(pairs(keys).map(([, ownerId]) => ownerId))])
      .execute()) as unknown as { voteId: string; ownerId: string; heads: number; areaHundredths: bigint; hasReturned: boolean }[];
    return new Map(
      rows.map(({ voteId, ownerId, heads, areaHundredths, hasReturned }) => [
        `${voteId}/${ownerId}`,
        { heads, areaHundredths: Number(areaHundredths), hasReturned },
      ]),
    );
  },
};

/** Owners of the estates as the registry last told them, by `<estate id>/<owner id>`. */
export const estateOwners: Loader<true> = {
  name: 'estate owner',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('estateHomes')
      .select(['estateId', 'ownerId'])
      .distinct()
      .where('streetId', '=', streetId)
      .where('ownerId', 'in', [...new Set(pairs(keys).map(([, ownerId]) => ownerId))])
      .execute()) as { estateId: string; ownerId: string }[];
    return new Map(rows.map(({ estateId, ownerId }) => [`${estateId}/${ownerId}`, true]));
  },
};

/** Which printed numbers are entered already, by `<vote id>/<serial>`; that of a ballot that was struck is free. */
export const serialsUsed: Loader<true> = {
  name: 'ballot serial',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('ballots as b')
      .select(['b.voteId', 'b.serial'])
      .where('b.streetId', '=', streetId)
      .where('b.voteId', 'in', [...new Set(pairs(keys).map(([voteId]) => voteId))])
      .where('b.serial', 'in', [...new Set(pairs(keys).map(([, serial]) => Number(serial)))])
      .where(ballotStands)
      .execute()) as { voteId: string; serial: number }[];
    return new Map(rows.map(({ voteId, serial }) => [`${voteId}/${serial}`, true]));
  },
};

/** Where a command leaves a sign that it has announced a vote of an issue. */
export const placeOfVotes = (issueId: string) => `votes of ${issueId}`;

/** Votes of an issue that are announced and wait for their hour; polls apart, which decide nothing of it. */
export async function announcedOfIssue(db: Kysely<DeliberationDb>, streetId: string, issueId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ownersVotes')
    .select('id')
    .where('streetId', '=', streetId)
    .where('issueId', '=', issueId)
    .where('state', '=', 'ANNOUNCED')
    .where('kind', '!=', 'ADVISORY')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Whether the owners of an estate are asked about other matters than an issue's own since a time: announced, under way or to be counted (临时业主大会).
 */
export async function isAssemblyCalled(db: Kysely<DeliberationDb>, streetId: string, estateId: string, since: Date): Promise<boolean> {
  const rows = await db
    .selectFrom('ownersVotes')
    .select('questions')
    .where('streetId', '=', streetId)
    .where('estateId', '=', estateId)
    .where('kind', '<>', 'ADVISORY')
    .where('state', 'in', ['ANNOUNCED', 'OPEN', 'CLOSED'])
    .where('announcedAt', '>=', since)
    .execute();
  return rows.some(({ questions }) => asksToKeep(questions));
}

/** The file kept last of a vote, and who kept it; of an official one what the city announced. */
export async function lastScanOf(
  db: Kysely<DeliberationDb>,
  streetId: string,
  voteId: string,
): Promise<{ id: string; addedBy: string } | undefined> {
  return db
    .selectFrom('voteScans')
    .select(['id', 'addedBy'])
    .where('streetId', '=', streetId)
    .where('voteId', '=', voteId)
    .orderBy('addedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** Which scans are kept, by `<vote id>/<scan id>`. */
export const scansKept: Loader<true> = {
  name: 'vote scan',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('voteScans')
      .select(['voteId', 'id'])
      .where('streetId', '=', streetId)
      .where('voteId', 'in', [...new Set(pairs(keys).map(([voteId]) => voteId))])
      .where('id', 'in', [...new Set(pairs(keys).map(([, id]) => id))])
      .execute()) as { voteId: string; id: string }[];
    return new Map(rows.map(({ voteId, id }) => [`${voteId}/${id}`, true]));
  },
};

/** What has been read from a ballot so far, whose it is, its receipt with the nonce, and whether it has been struck; by `<vote id>/<ballot id>`. */
export interface Readings {
  nonce: string;
  /** Null of an answer over the internet. */
  serial: number | null;
  receipt: string;
  ownerId: string;
  isStruck: boolean;
  read: Pick<BallotReadingRow, 'step' | 'accountId' | 'choices'>[];
}
export const ballotReadingsOf: Loader<Readings> = {
  name: 'ballot readings',
  load: async (sql, keys, streetId) => {
    const rows = (await sql
      .selectFrom('ballotReadings as r')
      .innerJoin('ballots as b', (join) =>
        join.onRef('b.streetId', '=', 'r.streetId').onRef('b.voteId', '=', 'r.voteId').onRef('b.id', '=', 'r.ballotId'),
      )
      .select(['r.voteId', 'r.ballotId', 'r.step', 'r.accountId', 'r.choices', 'b.nonce', 'b.serial', 'b.receipt', 'b.ownerId'])
      .select(raw<boolean>`not ${ballotStands}`.as('isStruck'))
      .where('r.streetId', '=', streetId)
      .where('r.voteId', 'in', [...new Set(pairs(keys).map(([voteId]) => voteId))])
      .where('r.ballotId', 'in', [...new Set(pairs(keys).map(([, ballotId]) => ballotId))])
      .execute()) as unknown as (BallotReadingRow & Omit<Readings, 'read'>)[];
    const found = new Map<string, Readings>();
    for (const { voteId, ballotId, step, accountId, choices, nonce, serial, receipt, ownerId, isStruck } of rows) {
      const key = `${voteId}/${ballotId}`;
      const read = [...(found.get(key)?.read ?? []), { step, accountId, choices }];
      found.set(key, { nonce, serial, receipt, ownerId, isStruck, read });
    }
    return found;
  },
};

/** A ballot with the reading that counts. */
export interface ReadBallot {
  no: number;
  ownerId: string;
  handedInAt: Date;
  choices: Record<string, string>;
}

/** All ballots of a vote that stand, each with its settled reading where there is one, else with what was entered. */
export async function readBallots(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<ReadBallot[]> {
  const rows = await db
    .selectFrom('ballots as b')
    .innerJoin('ballotReadings as r', (join) =>
      join.onRef('r.streetId', '=', 'b.streetId').onRef('r.voteId', '=', 'b.voteId').onRef('r.ballotId', '=', 'b.id'),
    )
    .select(['b.no', 'b.ownerId', 'b.handedInAt', 'r.step', 'r.choices'])
    .where('b.streetId', '=', streetId)
    .where('b.voteId', '=', voteId)
    .where('r.step', 'in', ['ENTER', 'SETTLE'])
    .where(ballotStands)
    .orderBy('b.no')
    .execute();
  const byNo = new Map<number, ReadBallot & { step: string }>();
  for (const row of rows) if (row.step === 'SETTLE' || !byNo.has(row.no)) byNo.set(row.no, row);
  return [...byNo.values()];
}

/** The homes of a frozen roll. */
export async function frozenHomes(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<VoteRollHomeRow[]> {
  return db
    .selectFrom('voteRollHomes')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('voteId', '=', voteId)
    .orderBy('ordinal')
    .execute();
}

/** All owners of the roll that was frozen. */
export async function rollOwners(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('voteRollOwners')
    .select('ownerId')
    .where('streetId', '=', streetId)
    .where('voteId', '=', voteId)
    .orderBy('ownerId')
    .execute();
  return rows.map(({ ownerId }) => ownerId);
}

/** Owners who have handed in a ballot that stands, each once. */
export async function ownersWhoVoted(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('voteReceipts as r')
    .select('r.ownerId')
    .distinct()
    .where('r.streetId', '=', streetId)
    .where('r.voteId', '=', voteId)
    .where(receiptStands)
    .orderBy('r.ownerId')
    .execute();
  return rows.map(({ ownerId }) => ownerId);
}

/** Owners of the roll who have not voted. */
export async function silentOwners(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('voteRollOwners as o')
    .leftJoin('voteReceipts as r', (join) =>
      join.onRef('r.streetId', '=', 'o.streetId').onRef('r.voteId', '=', 'o.voteId').onRef('r.ownerId', '=', 'o.ownerId').on(receiptStands),
    )
    .select('o.ownerId')
    .where('o.streetId', '=', streetId)
    .where('o.voteId', '=', voteId)
    .where('r.no', 'is', null)
    .orderBy('o.ownerId')
    .execute();
  return rows.map(({ ownerId }) => ownerId);
}

/** Whether an owner has handed in another ballot that stands. */
export async function hasOtherBallot(
  db: Kysely<DeliberationDb>,
  streetId: string,
  { voteId, ownerId, receipt }: Pick<VoteReceiptRow, 'voteId' | 'ownerId' | 'receipt'>,
): Promise<boolean> {
  const other = await db
    .selectFrom('voteReceipts as r')
    .select('r.no')
    .where('r.streetId', '=', streetId)
    .where('r.voteId', '=', voteId)
    .where('r.ownerId', '=', ownerId)
    .where('r.receipt', '!=', receipt)
    .where(receiptStands)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** How many ballots of a vote have been struck. */
export async function struckBallots(db: Kysely<DeliberationDb>, streetId: string, voteId: string): Promise<number> {
  const { count } = await db
    .selectFrom('ballotStrikes')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('streetId', '=', streetId)
    .where('voteId', '=', voteId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function scanOf(db: Kysely<DeliberationDb>, streetId: string, voteId: string, id: string): Promise<VoteScanRow | undefined> {
  return db
    .selectFrom('voteScans')
    .selectAll()
    .where('streetId', '=', streetId)
    .where('voteId', '=', voteId)
    .where('id', '=', id)
    .executeTakeFirst();
}
