import type { Ctx, EmergencyUseView, emergencyUses as operations, OwnEmergencyUse, ShareQuestionView } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import { sql as raw, type Kysely } from 'kysely';
import type { z } from 'zod';
import { notAVote } from '../domain/emergency-use.js';
import { markOf } from '../domain/plan-scope.js';
import type { EmergencyUseRow, ShareQuestionRow } from './emergency.schema.js';
import { postingOf } from './emergency.store.js';
import { ownsHome, type OwnerCtx } from './bound-homes.view.js';
import { isWithinReach } from './issues.store.js';
import { issueInView } from './issues.view.js';
import type { DeliberationDb } from './schema.js';

type Sql = Kysely<DeliberationDb>;
/** Units the caller acts for; and these with the owners of the homes they have bound. */
const unitsOf = ({ own }: OwnerCtx) => raw<string>`any(${own.mandated}::uuid[])`;
const mineOf = ({ actor }: OwnerCtx) => raw<string>`any(${actor.unitIds}::uuid[])`;
const iso = (at: Date | null) => (at === null ? null : toIsoBeijing(at));

export function useView(use: EmergencyUseRow): EmergencyUseView {
  const { id, issueId, estateId, state, custodian, evidence, applicant, applicantReason, estimateFen, notice, noticedWhere } = use;
  const { confirmedBy, refusedReason, usedFen, contractor, postedWhere, homes, version } = use;
  const { ownersFen, sellingUnitsFen, unsoldFen, sharedBy, arrivalDocument, correction, proposed } = use;
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
    ...{ ownersFen, sellingUnitsFen, unsoldFen, sharedBy, arrivedAt: iso(use.arrivedAt), arrivalDocument },
    ...{ postingNo: use.postedAt && postingOf(use), correction, proposed },
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

/** A use, for the street, the parties of its table, the owners of its estate, the unit that sold homes of it, and whoever bears a share. */
export async function seenUse(db: Sql, id: string, ctx: OwnerCtx): Promise<EmergencyUseRow> {
  const use = await db.selectFrom('emergencyUses').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (use && isWithinReach(use, ctx)) return use;
  const concerned = use && (await usesOfMine(db, ctx).where('emergencyUses.id', '=', id).select('emergencyUses.id').executeTakeFirst());
  if (!concerned) throw new DomainError('object.not-found', {});
  return use;
}

/** Uses that are the caller's own business: a home in the estate, homes it has sold there, or a share. */
function usesOfMine(db: Sql, ctx: OwnerCtx) {
  const unit = unitsOf(ctx);
  return db
    .selectFrom('emergencyUses')
    .where('emergencyUses.streetId', '=', ctx.streetId)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('estateHomes')
            .select('estateHomes.homeId')
            .whereRef('estateHomes.streetId', '=', 'emergencyUses.streetId')
            .whereRef('estateHomes.estateId', '=', 'emergencyUses.estateId')
            .where(ownsHome(ctx, 'estateHomes.ownerId', 'estateHomes.homeId')),
        ),
        exists(
          selectFrom('estates')
            .select('estates.id')
            .whereRef('estates.streetId', '=', 'emergencyUses.streetId')
            .whereRef('estates.id', '=', 'emergencyUses.estateId')
            .where('estates.rightsUnitId', '=', unit),
        ),
        exists(
          selectFrom('emergencyShares')
            .select('emergencyShares.useId')
            .whereRef('emergencyShares.streetId', '=', 'emergencyUses.streetId')
            .whereRef('emergencyShares.useId', '=', 'emergencyUses.id')
            .where(ownsHome(ctx, 'emergencyShares.ownerId', 'emergencyShares.homeId')),
        ),
        exists(
          selectFrom('emergencyUnitShares')
            .select('emergencyUnitShares.useId')
            .whereRef('emergencyUnitShares.streetId', '=', 'emergencyUses.streetId')
            .whereRef('emergencyUnitShares.useId', '=', 'emergencyUses.id')
            .where('emergencyUnitShares.unitId', '=', unit),
        ),
      ]),
    );
}

/** So many uses does an owner's list show. */
const LISTED = 100;

/** Uses that concern the caller's homes or unit, from the day owners were told, new ones first, with what the caller bears of each. */
export async function listMine(db: Sql, ctx: OwnerCtx): Promise<{ uses: OwnEmergencyUse[] }> {
  const uses = await usesOfMine(db, ctx)
    .selectAll('emergencyUses')
    .where('emergencyUses.noticedAt', 'is not', null)
    .orderBy('emergencyUses.noticedAt', 'desc')
    .orderBy('emergencyUses.id', 'desc')
    .limit(LISTED)
    .execute();
  const borne = await sumsOfMine(
    db,
    uses.map(({ id }) => id),
    ctx,
  );
  return {
    uses: uses.map((use) => {
      const { id, issueId, estateId, state, estimateFen, usedFen } = use;
      return {
        ...{ id, issueId, estateId, notAVote, case: use.emergencyCase, state, estimateFen, usedFen },
        ...{ noticedAt: iso(use.noticedAt), postedAt: iso(use.postedAt) },
        shareFen: borne.get(`${id}/${postingOf(use)}`)?.toString() ?? null,
      };
    }),
  };
}

/** What the caller bears by each posting of some uses, for its homes and as a unit, by `<use id>/<posting>`. */
async function sumsOfMine(db: Sql, useIds: readonly string[], ctx: OwnerCtx): Promise<Map<string, bigint>> {
  if (useIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('emergencyShares')
    .select(['useId', 'postingNo', 'shareFen'])
    .where('streetId', '=', ctx.streetId)
    .where('useId', 'in', useIds)
    .where(ownsHome(ctx, 'ownerId', 'homeId'))
    .unionAll(
      db
        .selectFrom('emergencyUnitShares')
        .select(['useId', 'postingNo', 'shareFen'])
        .where('streetId', '=', ctx.streetId)
        .where('useId', 'in', useIds)
        .where('unitId', '=', unitsOf(ctx)),
    )
    .execute();
  const sums = new Map<string, bigint>();
  for (const { useId, postingNo, shareFen } of rows)
    sums.set(`${useId}/${postingNo}`, (sums.get(`${useId}/${postingNo}`) ?? 0n) + shareFen);
  return sums;
}

export async function getUse(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<EmergencyUseView> {
  const use = await seenUse(db, id, ctx);
  // Before a correction is confirmed owners are told nothing of it.
  return useView(isWithinReach(use, ctx) ? use : { ...use, proposed: null });
}

export async function listUses(db: Sql, { issueId }: { issueId: string }, ctx: Ctx): Promise<{ uses: EmergencyUseView[] }> {
  await issueInView(db, issueId, ctx);
  const rows = await db
    .selectFrom('emergencyUses')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('issueId', '=', issueId)
    .orderBy(raw`noticed_at desc nulls first`)
    .orderBy('id')
    .execute();
  return { uses: rows.filter((use) => isWithinReach(use, ctx)).map(useView) };
}

export async function listQuestions(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<{ questions: ShareQuestionView[] }> {
  const use = await seenUse(db, id, ctx);
  if (!isWithinReach(use, ctx)) throw new DomainError('object.not-found', {});
  const rows = await db.selectFrom('shareQuestions').selectAll().where('useId', '=', id).orderBy('id').execute();
  return { questions: rows.map(questionView) };
}

/** Of a use that was posted before the way to a share was kept. */
const notKept = ['这次公布时未留存算式；请向申请方索取。'];

/** What an owner's homes bear, and what a unit bears that sold some, each with the way to it, and the caller's questions; nothing of anybody else. */
export async function myShares(db: Sql, { id }: { id: string }, ctx: OwnerCtx): Promise<z.output<typeof operations.myShares.output>> {
  const use = await seenUse(db, id, ctx);
  const mine = mineOf(ctx);
  const shares = await db
    .selectFrom('emergencyShares')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('useId', '=', id)
    .where('postingNo', '=', postingOf(use))
    .where(ownsHome(ctx, 'ownerId', 'homeId'))
    .orderBy('homeId')
    .execute();
  const units = await db
    .selectFrom('emergencyUnitShares')
    .selectAll()
    .where('streetId', '=', ctx.streetId)
    .where('useId', '=', id)
    .where('postingNo', '=', postingOf(use))
    .where('unitId', '=', unitsOf(ctx))
    .orderBy('unitId')
    .orderBy('capacity')
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
    shares: shares.map(({ homeId, ownerId, areaHundredths, shareFen, money, lookupCode, levels, lines }) => ({
      ...{ homeId, ownerId, areaHundredths, money, shareFen: shareFen.toString(), levels, lines: lines ?? notKept },
      mark: lookupCode && markOf(lookupCode),
    })),
    units: units.map(({ unitId, capacity, shareFen, levels, lines }) => ({
      ...{ unitId, capacity, shareFen: shareFen.toString(), levels, lines: lines ?? notKept },
    })),
    questions: questions.map(questionView),
  };
}
