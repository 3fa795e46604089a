import type { Ctx, EmergencyUseView, emergencyUses as operations, ShareQuestionView } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import { notAVote } from '../domain/emergency-use.js';
import type { EmergencyUseRow, ShareQuestionRow } from './emergency.schema.js';
import { isWithinReach } from './issues.store.js';
import { issueInView } from './issues.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;
const iso = (at: Date | null) => (at === null ? null : toIsoBeijing(at));

export function useView(use: EmergencyUseRow): EmergencyUseView {
  const { id, issueId, estateId, state, custodian, evidence, applicant, applicantReason, estimateFen, notice, noticedWhere } = use;
  const { confirmedBy, refusedReason, usedFen, contractor, postedWhere, homes, version } = use;
  return {
    ...{
      id,
      issueId,
      estateId,
      notAVote,
      case: use.emergencyCase,
      state,
      custodian,
      evidence,
      applicant,
      applicantReason,
      estimateFen,
      notice,
    },
    ...{ noticedAt: iso(use.noticedAt), noticedWhere, confirmedBy, aimAt: toIsoBeijing(use.aimAt), refusedReason, usedFen, contractor },
    ...{ postedAt: iso(use.postedAt), postedWhere, homes, version },
  };
}

export function questionView({
  id,
  useId,
  ownerId,
  state,
  question,
  answer,
  askedAt,
  answerDueAt,
  answeredAt,
}: ShareQuestionRow): ShareQuestionView {
  return {
    ...{ id, useId, ownerId, state, question, answer },
    ...{ askedAt: toIsoBeijing(askedAt), answerDueAt: toIsoBeijing(answerDueAt), answeredAt: iso(answeredAt) },
  };
}

/** A use, for the street, the parties of its table and the owners of its estate. */
export async function seenUse(db: Sql, id: string, ctx: Ctx): Promise<EmergencyUseRow> {
  const use = await db.selectFrom('emergencyUses').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (use && isWithinReach(use, ctx)) return use;
  const isOwner =
    use &&
    (await db
      .selectFrom('estateHomes')
      .select('homeId')
      .where('streetId', '=', ctx.streetId)
      .where('estateId', '=', use.estateId)
      .where('ownerId', '=', raw<string>`any(${ctx.actor.unitIds}::uuid[])`)
      .executeTakeFirst());
  if (!isOwner) throw new DomainError('object.not-found', {});
  return use;
}

export async function getUse(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<EmergencyUseView> {
  return useView(await seenUse(db, id, ctx));
}

export async function listUses(db: Sql, { issueId }: { issueId: string }, ctx: Ctx): Promise<{ uses: EmergencyUseView[] }> {
  await issueInView(db, issueId, ctx);
  const rows = await db
    .selectFrom('emergencyUses')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy('id')
    .execute();
  return { uses: rows.filter((use) => isWithinReach(use, ctx)).map(useView) };
}

export async function listQuestions(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<{ questions: ShareQuestionView[] }> {
  const use = await seenUse(db, id, ctx);
  if (!isWithinReach(use, ctx)) throw new DomainError('object.not-found', {});
  const rows = await db.selectFrom('shareQuestions').selectAll().where('useId', '=', id).orderBy('id').execute();
  return { questions: rows.map(questionView) };
}

/** An owner's own shares and questions, nobody else's. */
export async function myShares(db: Sql, { id }: { id: string }, ctx: Ctx): Promise<z.output<typeof operations.myShares.output>> {
  await seenUse(db, id, ctx);
  const mine = raw<string>`any(${ctx.actor.unitIds}::uuid[])`;
  const shares = await db
    .selectFrom('emergencyShares')
    .selectAll()
    .where('useId', '=', id)
    .where('ownerId', '=', mine)
    .orderBy('homeId')
    .execute();
  const questions = await db
    .selectFrom('shareQuestions')
    .selectAll()
    .where('useId', '=', id)
    .where('ownerId', '=', mine)
    .orderBy('id')
    .execute();
  return {
    notAVote,
    shares: shares.map(({ homeId, ownerId, areaHundredths, totalAreaHundredths, shareFen }) => ({
      ...{ homeId, ownerId, areaHundredths, totalAreaHundredths: Number(totalAreaHundredths), shareFen: shareFen.toString() },
    })),
    questions: questions.map(questionView),
  };
}
