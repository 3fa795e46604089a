import { labels, ownersVoteEvents, type Ctx, type OwnersVoteView } from '@wufang/contracts';
import { DomainError, formatBeijing } from '@wufang/kernel';
import { fact, type RuleBook } from '@wufang/service';
import { inParts } from '../db/bound-homes.store.js';
import type { DeliberationTx } from '../db/schema.js';
import type { OwnersVoteRow } from '../db/votes.schema.js';
import { lockIssueOfVote, ownersVotes, rollOwners } from '../db/votes.store.js';
import { voteView } from '../db/votes.view.js';
import { nextOfVote } from '../domain/owners-vote-states.js';
import { refusePrivate } from '../domain/public-text.js';
import { armClock } from './arm-clock.js';
import { lockVoteOfBody } from './owners-body.js';
import { decisionAnnulled } from './vote-of-issue.js';

const about = ({ estateId, issueId, kind, title }: OwnersVoteRow) => ({ estateId, issueId, kind, title });

/**
 * The street orders an unlawful decision of the owners to be put right (责令限期改正, 北京市物业管理条例第八条、第五十一条), in its own time or the table's. The decision
 * counts meanwhile.
 */
export async function orderCorrection(
  tx: DeliberationTx,
  input: { id: string; reason: string; document: string; dueAt?: string | undefined },
  rules: RuleBook,
): Promise<OwnersVoteView> {
  const vote = await lockDecision(tx, input.id);
  const state = nextOfVote(vote.state, 'orderCorrection');
  const { reason, document } = input;
  refusePrivate(reason, document);
  if (vote.correction !== null && vote.correction.reportedAt === null)
    throw new DomainError('vote.correction-open', { dueAt: formatBeijing(new Date(vote.correction.dueAt)) });
  const own = input.dueAt === undefined ? undefined : new Date(input.dueAt);
  if (own !== undefined && own <= tx.now) throw new DomainError('due.past', { field: '改正期限' });
  const limits = await rules.at(tx.streetId, tx.now);
  const clock = armClock(tx, limits, 'VOTE_CORRECTION', vote.id, own && { dueAt: own });
  const dueAt = clock.dueAt.toISOString();
  const correction = { reason, document, orderedAt: tx.now.toISOString(), dueAt, report: null, reportedAt: null };
  const { bodyUnitId: unitId, concernedUnitIds } = vote;
  return voteView(
    tx.save(ownersVotes, { ...vote, state, correction }, [
      fact(ownersVoteEvents.correctionOrdered, { ...about(vote), reason, dueAt, unitId, concernedUnitIds }),
    ]),
  );
}

/** The owners' body says what it has put right; whether that is enough is the street's to judge. */
export async function reportCorrection(tx: DeliberationTx, input: { id: string; report: string }, ctx: Ctx): Promise<OwnersVoteView> {
  const vote = await lockVoteOfBody(tx, input.id, ctx);
  const state = nextOfVote(vote.state, 'reportCorrection');
  if (vote.correction === null || vote.correction.reportedAt !== null) throw new DomainError('vote.nothing-to-correct', {});
  refusePrivate(input.report);
  tx.stop(vote.id, ['VOTE_CORRECTION']);
  const correction = { ...vote.correction, report: input.report, reportedAt: tx.now.toISOString() };
  return voteView(tx.save(ownersVotes, { ...vote, state, correction }, [fact(ownersVoteEvents.correctionReported, about(vote))]));
}

/**
 * The street annuls the decision (撤销) and tells all owners of the roll. From now on it opens no gate: a plan whose vote had passed needs another one, and a
 * resolution that is being signed cannot be finished on it. What was signed by all before stays signed; a court, or the table itself, decides about that.
 */
export async function annulVote(
  tx: DeliberationTx,
  input: { id: string; reason: string; document: string },
  rules: RuleBook,
): Promise<OwnersVoteView> {
  await lockIssueOfVote(tx, input.id);
  const vote = await lockDecision(tx, input.id);
  const state = nextOfVote(vote.state, 'annul');
  const { reason, document } = input;
  refusePrivate(reason, document);
  const at = tx.now.toISOString();
  const owners = await rollOwners(tx.sql, tx.streetId, vote.id);
  const told = (await inParts(tx, owners)).map((part) => fact(ownersVoteEvents.annulmentTold, { ...about(vote), reason, ...part }));
  tx.stop(vote.id, 'all');
  const orderIds = vote.issueId === null ? [] : await decisionAnnulled(tx, vote.issueId, vote.id, rules);
  const annulled = tx.save(ownersVotes, { ...vote, state, annulment: { reason, document, at } }, [
    fact(ownersVoteEvents.annulled, { ...about(vote), reason, at, concernedUnitIds: vote.concernedUnitIds, orderIds }),
    ...told,
  ]);
  return voteView(annulled);
}

/** A poll decides nothing, so that there is nothing to annul. */
async function lockDecision(tx: DeliberationTx, id: string): Promise<OwnersVoteRow> {
  const vote = await tx.lock(ownersVotes, id);
  if (!vote) throw new DomainError('object.not-found', {});
  if (vote.kind === 'ADVISORY') throw new DomainError('vote.wrong-kind', { kind: labels.voteKind[vote.kind] });
  return vote;
}
