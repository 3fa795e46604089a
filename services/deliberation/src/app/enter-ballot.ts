import { randomBytes } from 'node:crypto';
import { isOfUnit, labels, ownersVoteEvents, type Actor, type BallotState, type Ctx } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact } from '@wufang/service';
import { hasBoundHomeOf, inParts } from '../db/bound-homes.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import {
  ballotReadings,
  ballotReadingsOf,
  ballots,
  ballotsPlace,
  ballotStrikes,
  estateOwners,
  hasOtherBallot,
  lockVoteOfMember,
  ownersVotes,
  rollEntries,
  scansKept,
  serialsUsed,
  strikesPlace,
  voteReceipts,
  type Readings,
} from '../db/votes.store.js';
import { ballotStateOf, refuseUndeclared } from '../domain/counting-group.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { refuseUnknownChoices } from '../domain/posted-result.js';
import { refusePrivate } from '../domain/public-text.js';
import { contentHashOf, receiptOf } from './ballot-marks.js';

export interface Entered {
  ballotId: string;
  receipt: string;
  replaces: boolean;
}

/**
 * One of the counting group enters a paper ballot. Under the lock of the vote: what comes after the close finds it closed, and no tally misses what came before
 * (I-31). Of an owner's ballots the one handed in last counts (I-30), in whatever order the stack is entered; all stay.
 */
export async function enterBallot(
  tx: DeliberationTx,
  input: {
    id: string;
    ballotId: string;
    ownerId: string;
    serial: number;
    scanId: string;
    handedInAt?: string | undefined;
    choices: Record<string, string>;
  },
  ctx: Ctx,
): Promise<Entered> {
  const { ballotId, ownerId, serial, scanId, choices } = input;
  const vote = await lockVoteOfMember(tx, input.id, ctx);
  refuseNotOpen(tx, vote);
  const handedInAt = input.handedInAt === undefined ? tx.now : new Date(input.handedInAt);
  if (handedInAt > tx.now) throw new DomainError('time.future', { field: '交票时间' });
  if (handedInAt < vote.opensAt || handedInAt >= vote.closesAt)
    throw new DomainError('vote.handed-in', { opensAt: formatBeijing(vote.opensAt), closesAt: formatBeijing(vote.closesAt) });
  if (vote.kind === 'OFFICIAL') throw new DomainError('vote.wrong-kind', { kind: labels.voteKind[vote.kind] });
  refuseUndeclared(vote.members, ctx.actor.accountId);
  const known = await readingsOf(tx, vote.id, ballotId);
  if (known) throw new DomainError('vote.ballot-step', { status: '已经录入', action: '再次录入' });
  if (!(await tx.load(scansKept, `${vote.id}/${scanId}`)) && !tx.recall(`scan ${vote.id}/${scanId}`))
    throw new DomainError('vote.scan-unknown', {});
  tx.mustSeeAll(strikesPlace(vote.id));
  const serialPlace = `serial ${vote.id}/${serial}`;
  await refuseOwnBallot(tx, ctx.actor, ownerId);
  if (tx.recall(serialPlace) ?? (await tx.load(serialsUsed, `${vote.id}/${serial}`))) throw new DomainError('vote.serial-used', { serial });
  tx.remember(serialPlace, true);
  return takeBallot(tx, vote, { ballotId, ownerId, serial, scanId, handedInAt, choices, needsCheck: true }, ctx);
}

/**
 * An owner answers a poll that decides nothing. For anything owners decide, votes over the internet belong into the city's own system and are refused here
 * (物业管理条例 art. 35). A bound home is proof enough for a poll, where a statement's code lets its holder object as well.
 */
export async function castVote(
  tx: DeliberationTx,
  input: { id: string; ownerId: string; choices: Record<string, string> },
  ctx: Ctx,
  notice: string,
): Promise<{ receipt: string; notice: string }> {
  const vote = await tx.lock(ownersVotes, input.id);
  if (!vote || !(await isOfOwner(tx, ctx.actor, input.ownerId))) throw new DomainError('object.not-found', {});
  const owns = vote.roll ? await rollEntry(tx, vote.id, input.ownerId) : await tx.load(estateOwners, `${vote.estateId}/${input.ownerId}`);
  if (!owns) throw new DomainError('object.not-found', {});
  if (vote.kind !== 'ADVISORY') throw new DomainError('vote.internet-refused', {});
  refuseNotOpen(tx, vote);
  const { ownerId, choices } = input;
  const { receipt } = await takeBallot(
    tx,
    vote,
    { ballotId: tx.newId(), ownerId, serial: null, scanId: null, handedInAt: tx.now, choices, needsCheck: false },
    ctx,
  );
  return { receipt, notice };
}

function refuseNotOpen(tx: DeliberationTx, vote: OwnersVoteRow): void {
  // The close is due and only its clock has not come round yet.
  const isOver = vote.state === 'OPEN' && tx.now >= vote.closesAt;
  nextOfVote(isOver ? 'CLOSED' : vote.state, 'enter');
}

/** Whether an account acts for an owner: by mandate, or by a home of theirs that it has bound. */
const isOfOwner = async (tx: DeliberationTx, actor: Actor, ownerId: string): Promise<boolean> =>
  actor.unitIds.includes(ownerId) || hasBoundHomeOf(tx, actor.accountId, ownerId);

/** Nobody counts their own ballot (domain rules 4.7: no interest), in whatever capacity they hold the home, or if they have bound it. */
async function refuseOwnBallot(tx: DeliberationTx, actor: Actor, ownerId: string): Promise<void> {
  if (isOfUnit(actor, ownerId) || (await hasBoundHomeOf(tx, actor.accountId, ownerId))) throw new DomainError('vote.own-ballot', {});
}

interface Handed {
  ballotId: string;
  ownerId: string;
  serial: number | null;
  scanId: string | null;
  handedInAt: Date;
  choices: Record<string, string>;
  needsCheck: boolean;
}

async function takeBallot(tx: DeliberationTx, vote: OwnersVoteRow, handed: Handed, ctx: Ctx): Promise<Entered> {
  const { ballotId, ownerId, serial, scanId, handedInAt, choices, needsCheck } = handed;
  const { id: voteId, estateId, issueId, kind } = vote;
  const no = vote.ballots + 1;
  const entry = await rollEntry(tx, voteId, ownerId);
  if (!entry) throw new DomainError('vote.not-on-roll', { serial: serial ?? no });
  refuseUnknownChoices(vote.questions, choices, serial ?? no);
  const nonce = randomBytes(16).toString('hex');
  const receipt = receiptOf(voteId, ownerId, no, nonce);
  const { accountId } = ctx.actor;
  tx.insert(ballots, { voteId, id: ballotId, no, ownerId, serial, scanId, nonce, receipt, enteredAt: tx.now, handedInAt });
  tx.insert(ballotReadings, { voteId, ballotId, step: 'ENTER', accountId, choices, reason: null, at: tx.now });
  tx.insert(voteReceipts, { voteId, receipt, no, ownerId, at: handedInAt });
  const { owners, area, heads } = vote.returned;
  const returned = entry.hasReturned
    ? vote.returned
    : { owners: owners + 1, area: area + entry.areaHundredths, heads: heads + entry.heads };
  tx.remember(entryPlace(voteId, ownerId), { ...entry, hasReturned: true });
  const read: Readings = { nonce, serial, receipt, ownerId, isStruck: false, read: [{ step: 'ENTER', accountId, choices }] };
  tx.remember(readingsPlace(voteId, ballotId), read);
  tx.remember(ballotsPlace(voteId), true);
  tx.save(ownersVotes, { ...vote, ballots: no, returned, unchecked: vote.unchecked + (needsCheck ? 1 : 0) }, [
    fact(ownersVoteEvents.ballotEntered, {
      ...{ estateId, issueId, kind, ballotId, receipt, contentHash: contentHashOf(voteId, ballotId, nonce, choices) },
      returnedOwners: returned.owners,
    }),
  ]);
  return { ballotId, receipt, replaces: entry.hasReturned };
}

/** How far a ballot is; struck, whatever was read from it. */
const stateOf = ({ read, isStruck }: Readings): BallotState => (isStruck ? 'STRUCK' : ballotStateOf(read));

type Entry = { heads: number; areaHundredths: number; hasReturned: boolean };
const entryPlace = (voteId: string, ownerId: string) => `voted ${voteId}/${ownerId}`;
const rollEntry = async (tx: DeliberationTx, voteId: string, ownerId: string): Promise<Entry | undefined> =>
  tx.recall<Entry>(entryPlace(voteId, ownerId)) ?? (await tx.load(rollEntries, `${voteId}/${ownerId}`));

const readingsPlace = (voteId: string, ballotId: string) => `readings ${voteId}/${ballotId}`;
const readingsOf = async (tx: DeliberationTx, voteId: string, ballotId: string): Promise<Readings | undefined> =>
  tx.recall<Readings>(readingsPlace(voteId, ballotId)) ?? (await tx.load(ballotReadingsOf, `${voteId}/${ballotId}`));

/** A second person reads the ballot for themselves. The same: it counts. Another reading: a third has to settle it. */
export async function checkBallot(
  tx: DeliberationTx,
  input: { id: string; ballotId: string; choices: Record<string, string> },
  ctx: Ctx,
): Promise<{ state: BallotState }> {
  return readAgain(tx, { ...input, step: 'CHECK', reason: null }, ctx);
}

/** A third person settles a ballot that two have read differently, and says why. */
export async function settleBallot(
  tx: DeliberationTx,
  input: { id: string; ballotId: string; choices: Record<string, string>; reason: string },
  ctx: Ctx,
): Promise<{ state: BallotState }> {
  return readAgain(tx, { ...input, step: 'SETTLE' }, ctx);
}

async function readAgain(
  tx: DeliberationTx,
  input: { id: string; ballotId: string; choices: Record<string, string>; step: 'CHECK' | 'SETTLE'; reason: string | null },
  ctx: Ctx,
): Promise<{ state: BallotState }> {
  const { ballotId, choices, step, reason } = input;
  const { accountId } = ctx.actor;
  const vote = await lockVoteOfMember(tx, input.id, ctx);
  nextOfVote(vote.state, 'check');
  refuseUndeclared(vote.members, accountId);
  const readings = await readingsOf(tx, vote.id, ballotId);
  if (!readings) throw new DomainError('object.not-found', {});
  await refuseOwnBallot(tx, ctx.actor, readings.ownerId);
  const before = stateOf(readings);
  if (before !== (step === 'CHECK' ? 'ENTERED' : 'DIFFERENT'))
    throw new DomainError('vote.ballot-step', { status: labels.ballotState[before], action: step === 'CHECK' ? '核对' : '裁定' });
  if (readings.read.some((one) => one.accountId === accountId)) throw new DomainError('vote.same-hand', {});
  refuseUnknownChoices(vote.questions, choices, 0);
  const next: Readings = { ...readings, read: [...readings.read, { step, accountId, choices }] };
  const state = ballotStateOf(next.read);
  const { id: voteId, estateId, issueId, kind } = vote;
  tx.insert(ballotReadings, { voteId, ballotId, step, accountId, choices, reason, at: tx.now });
  tx.remember(readingsPlace(voteId, ballotId), next);
  tx.remember(ballotsPlace(voteId), true);
  tx.save(ownersVotes, { ...vote, unchecked: vote.unchecked - (state === 'DIFFERENT' ? 0 : 1) }, [
    fact(ownersVoteEvents.ballotChecked, {
      ...{ estateId, issueId, kind, ballotId, state, contentHash: contentHashOf(voteId, ballotId, readings.nonce, choices) },
    }),
  ]);
  return { state };
}

/**
 * Another of the group than who entered it strikes a ballot that was entered wrongly (作废): under another owner than whose it is, or with another time. It
 * stays, with what was read from it, and counts for nothing; its owner has not voted by it and hears so, and its printed number may be entered again while the vote is
 * open. What two have read stands once the vote is closed: nobody takes a voice out that cannot be given again, knowing what it says.
 */
export async function strikeBallot(
  tx: DeliberationTx,
  { id, ballotId, reason }: { id: string; ballotId: string; reason: string },
  ctx: Ctx,
): Promise<{ state: BallotState }> {
  const { accountId } = ctx.actor;
  const vote = await lockVoteOfMember(tx, id, ctx);
  nextOfVote(vote.state, 'strike');
  refuseUndeclared(vote.members, accountId);
  tx.mustSeeAll(ballotsPlace(vote.id));
  const readings = await readingsOf(tx, vote.id, ballotId);
  if (!readings) throw new DomainError('object.not-found', {});
  const { ownerId, receipt, serial, read } = readings;
  await refuseOwnBallot(tx, ctx.actor, ownerId);
  const before = stateOf(readings);
  if (before === 'STRUCK') throw new DomainError('vote.ballot-step', { status: labels.ballotState[before], action: '再次作废' });
  if (vote.state === 'CLOSED' && (before === 'CHECKED' || before === 'SETTLED'))
    throw new DomainError('vote.ballot-step', { status: `${labels.ballotState[before]}、表决已截止`, action: '作废' });
  // What an owner has said in a poll itself, nobody else takes back.
  if (serial === null) throw new DomainError('vote.ballot-step', { status: '是业主本人网上作答的', action: '作废' });
  if (read.some((one) => one.step === 'ENTER' && one.accountId === accountId)) throw new DomainError('vote.same-hand', {});
  refusePrivate(reason);
  const { id: voteId, estateId, issueId, kind, title } = vote;
  const entry = (await rollEntry(tx, voteId, ownerId))!;
  const hasReturned = await hasOtherBallot(tx.sql, tx.streetId, { voteId, ownerId, receipt });
  const { owners, area, heads } = vote.returned;
  const returned = hasReturned ? vote.returned : { owners: owners - 1, area: area - entry.areaHundredths, heads: heads - entry.heads };
  tx.insert(ballotStrikes, { voteId, ballotId, receipt, accountId, reason, at: tx.now });
  tx.remember(entryPlace(voteId, ownerId), { ...entry, hasReturned });
  tx.remember(readingsPlace(voteId, ballotId), { ...readings, isStruck: true } satisfies Readings);
  for (const place of [ballotsPlace(voteId), strikesPlace(voteId)]) tx.remember(place, true);
  const mayReturn = vote.state === 'OPEN';
  const isUnread = before === 'ENTERED' || before === 'DIFFERENT';
  tx.save(ownersVotes, { ...vote, returned, unchecked: vote.unchecked - (isUnread ? 1 : 0) }, [
    fact(ownersVoteEvents.ballotStruck, { ...{ estateId, issueId, kind, ballotId, receipt }, returnedOwners: returned.owners }),
    ...(await inParts(tx, [ownerId])).map((part) =>
      fact(ownersVoteEvents.strikeTold, {
        ...{ estateId, issueId, kind, title },
        closesAt: mayReturn ? vote.closesAt.toISOString() : null,
        ...part,
      }),
    ),
  ]);
  return { state: 'STRUCK' };
}
