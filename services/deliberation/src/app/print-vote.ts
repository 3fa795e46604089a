import { labels, type Ctx, type PrintedDocument } from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import type { Db } from '@wufang/service';
import { readAsOwner } from '../db/bound-homes.view.js';
import { placeNames, unitNames } from '../db/names.view.js';
import type { DeliberationDb } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { nameOf, seenVote } from '../db/votes.view.js';
import { ballotsReport, voteResultNotice } from '../documents/ballots-report.js';
import { handedOut, type Form } from '../documents/handed-out.js';
import type { Printer } from '../documents/printer.js';
import { withoutUntestedAreas } from '../domain/posted-result.js';
import { votePackOf } from '../domain/vote-rule-pack.js';

/** Those of the counting group who have declared that they have no interest: it is they who counted. */
const countersOf = ({ members }: OwnersVoteRow, ctx: Ctx) =>
  members.filter(({ state }) => state === 'DECLARED').map(({ accountId }) => nameOf(ctx, accountId) ?? '（账号已停用）');

/** A vote on paper: the report with every test (计票报告), or what is hung up of it (表决结果公告). Sums alone, whoever asks (I-35). */
export async function printVote(
  db: Db<DeliberationDb>,
  printer: Printer,
  which: 'REPORT' | 'RESULT',
  input: { id: string; form: Form },
  ctx: Ctx,
): Promise<PrintedDocument> {
  const { vote, names, body } = await readAsOwner(db, ctx, async (sql, own) => {
    const seen = await seenVote(sql, input.id, own);
    const place = await placeNames(sql, { estateId: seen.estateId, scope: seen }, ctx);
    return { vote: seen, names: place, body: (await unitNames(sql, [seen.bodyUnitId], ctx)).get(seen.bodyUnitId ?? '') };
  });
  const { results, statement, countedAt, title, kind, source, rulesVersion, opensAt, closesAt } = vote;
  if (results === null || statement === null || countedAt === null)
    throw new DomainError('vote.not-counted', { status: labels.ownersVoteState[vote.state] });
  const counted = {
    title,
    kind,
    source,
    pack: votePackOf(rulesVersion),
    time: { opensAt, closesAt },
    statement,
    results: results.map(withoutUntestedAreas),
  };
  const convener = body ?? `${names.estate}业主大会`;
  const frame = { issuer: `${names.place}业主表决`, number: `表决 ${vote.id.slice(0, 8)}`, foot: `名册摘要 ${vote.roll?.hash ?? '—'}` };
  const on = beijingDate(countedAt);
  return which === 'REPORT'
    ? handedOut(
        printer,
        ballotsReport(frame, counted, { countedBy: `${convener}计票组`, counters: countersOf(vote, ctx), on }),
        input.form,
        '计票报告',
      )
    : handedOut(printer, voteResultNotice(frame, counted, { estate: names.estate, by: convener, on }), input.form, '表决结果公告');
}
