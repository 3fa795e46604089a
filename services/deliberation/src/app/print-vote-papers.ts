import { labels, type Ctx, type PrintedDocument } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { readAsOwner } from '../db/bound-homes.view.js';
import { placeNames, unitNames } from '../db/names.view.js';
import type { DeliberationDb } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { seenVote } from '../db/votes.view.js';
import type { Frame } from '../documents/blocks.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import type { Printer } from '../documents/printer.js';
import { voteBallots, voteNotice, type AnnouncedVote } from '../documents/vote-papers.js';
import { barOf } from '../domain/posted-result.js';
import { votePackOf } from '../domain/vote-rule-pack.js';
import { lockVoteOfBody } from './owners-body.js';

/** What hangs of a vote that is announced (表决公告), for whoever may see the vote. */
export async function printNotice(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { vote, place, by } = await readAsOwner(db, ctx, async (sql, own) => {
    const seen = await seenVote(sql, input.id, own);
    const names = await placeNames(sql, { estateId: seen.estateId, scope: seen }, ctx);
    const body = (await unitNames(sql, [seen.bodyUnitId], ctx)).get(seen.bodyUnitId ?? '');
    return { vote: seen, place: names, by: body ?? `${names.estate}业主大会` };
  });
  const on = beijingDate(vote.announcedAt);
  return handedOut(
    printer,
    voteNotice(frameOf(vote, place.place), announced(vote), { estate: place.estate, by, on }),
    input.form,
    '表决公告',
  );
}

/** Ballots with their numbers, for the body that hands them out. What the city's platform votes on has none here, and what is over is voted on no more. */
export async function printBallots(
  db: Db<DeliberationDb>,
  printer: Printer,
  input: { id: string; form: Form; from: number; count: number },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { vote, place } = await db.run(ctx, async (tx) => {
    const held = await lockVoteOfBody(tx, input.id, ctx);
    const names = await placeNames(tx.sql, { estateId: held.estateId, scope: held }, ctx);
    return { vote: held, place: names.place };
  });
  if (vote.kind === 'OFFICIAL') throw new DomainError('vote.wrong-kind', { kind: labels.voteKind[vote.kind] });
  if (vote.state !== 'ANNOUNCED' && vote.state !== 'OPEN')
    throw new DomainError('vote.illegal-step', { status: labels.ownersVoteState[vote.state], action: '印选票' });
  const serials = Array.from({ length: input.count }, (_, i) => input.from + i);
  return handedOut(printer, voteBallots(frameOf(vote, place), announced(vote), { serials, place }), input.form, '选票');
}

const frameOf = ({ id, rulesVersion }: OwnersVoteRow, place: string): Frame => ({
  issuer: `${place}业主表决`,
  number: `表决 ${id.slice(0, 8)}`,
  foot: `计算规则 ${rulesVersion}`,
});

function announced(vote: OwnersVoteRow): AnnouncedVote {
  const { title, kind, how, questions, opensAt, closesAt, rulesVersion, settings, members, roll, calledOffReason } = vote;
  const pack = votePackOf(rulesVersion);
  const all = roll && { area: roll.areaHundredths, heads: roll.heads };
  return {
    ...{ title, kind, how, questions, opensAt, closesAt, rulesVersion, settings, calledOffReason },
    bars: questions.map((question) => barOf(pack, question, all)),
    counters: members.filter(({ state }) => state !== 'RECUSED').length,
  };
}
