import { publicityEvents, type Ctx, type PublicityView } from '@wufang/contracts';
import { afterPause, beijingDate, DomainError, dueAt, fen, fenFromJson, type Limit } from '@wufang/kernel';
import { fact, startClock, type ClockRules, type RuleBook } from '@wufang/service';
import { lockIssueWithinReach } from '../db/issues.store.js';
import { voteToCome } from '../db/plan-gates.store.js';
import { nameOfUnit } from '../db/plan-place.store.js';
import type { PlanHomeShareRow, PlanLineRow, PlanRow, PublicityRow } from '../db/plans.schema.js';
import { homeIdsOf, lastPublicity, linesOf, plans, publicities, sharesRows } from '../db/plans.store.js';
import { publicityView } from '../db/publicity.view.js';
import type { DeliberationTx } from '../db/schema.js';
import { longDate } from '../documents/blocks.js';
import { changedLines } from '../domain/cost-share-settlement.js';
import { affectedOwners, maskedShares } from '../domain/masked-shares.js';
import { limitWords } from '../domain/notice.js';
import { risesAnywhere } from '../domain/plan-consents.js';
import { computeOne } from '../domain/plan-draft.js';
import { refusePrivate } from '../domain/public-text.js';
import { periodText, publicityCode, publicityText } from '../domain/publicity.js';
import { seatActingFor, seatOf } from '../domain/seats.js';
import { refuseUnknownFiles } from './known-files.js';
import { moveIssue } from './move-issue.js';
import { placeOf } from './take-down.js';
import { votersInParts } from './tell-voters.js';

export interface Posting {
  issueId: string;
  point: string;
  photoIds: string[];
}

/**
 * Hangs the chosen plan out (公示). The period goes by the body that decides and begins the day after. A changed plan that nobody pays more in goes on
 * with what was left of the period when the one before came down, a whole day at least (P): days on which nothing hung are not counted (北京市物业管理条例
 * art. 57). One in which anybody pays more begins anew.
 */
export async function postPublicity(tx: DeliberationTx, input: Posting, ctx: Ctx, rules: RuleBook): Promise<PublicityView> {
  const issue = await lockIssueWithinReach(tx, input.issueId, ctx);
  const { seat: chair } = seatActingFor(issue, ctx.actor, tx.now, 'COMMUNITY');
  const plan = issue.planId === null ? undefined : await tx.lock(plans, issue.planId);
  if (!plan || plan.state !== 'CHOSEN') throw new DomainError('plan.not-chosen', {});
  refusePrivate(input.point);
  await refuseUnknownFiles(tx, issue.id, input.photoIds);
  const needs = await voteToCome(tx.sql, issue, plan);
  if (needs !== null) throw new DomainError('publicity.vote-first', { needs });

  const limits = await rules.at(tx.streetId, tx.now);
  const earlier = await lastPublicity(tx, issue.id);
  const code = publicityCode(seatOf(issue.seats, 'OWNERS_BODY').body);
  const isRestart = !earlier || (await rises(tx, earlier, plan));
  const id = tx.newId();
  const limit = limits.limits.find((row) => row.code === code)?.limit;
  const goesOn = isRestart || !limit ? undefined : { startedAt: tx.now, dueAt: goesOnUntil(earlier, limit, tx.now, limits) };
  const clock = startClock(limits, code, id, tx.now, goesOn);
  if (!clock) throw new DomainError('time-limits.invalid', { faults: `缺少${code}` });
  tx.arm(clock);
  tx.stop(plan.id, ['PUBLICITY_POST']);

  const lines = await linesOf(tx.sql, tx.streetId, [plan.id]);
  const homes = await sharesRows(tx.sql, tx.streetId, plan.id);
  const parts = await votersInParts(tx, [...new Set(homes.map(({ ownerId }) => ownerId))], issue);
  const period = {
    ...{ text: periodText(limits, code, isRestart), answer: limitWords(limits, 'OBJECTION_ANSWER') },
    through: longDate(beijingDate(new Date(clock.dueAt.getTime() - 1))),
  };
  const no = (earlier?.no ?? 0) + 1;
  const posted = tx.create(
    publicities,
    {
      ...{ id, issueId: issue.id, planId: plan.id, no, state: 'POSTED' as const, title: plan.title, numberText: plan.numberText },
      ...{ lines: textOf(plan, lines, homes, period, await nameOfUnit(tx, chair.unitId!)), point: input.point, photoIds: input.photoIds },
      ...{ postedAt: tx.now, endsAt: clock.dueAt, endedAt: null, affectedOwners: affectedOwners(homes), raised: [], assembly: null },
      concernedUnitIds: issue.concernedUnitIds,
    },
    [
      fact(publicityEvents.publicityPosted, {
        ...{ issueId: issue.id, planId: plan.id, unitIds: issue.concernedUnitIds, no, title: plan.title, code, planHash: plan.hash! },
        ...{ postedAt: tx.now.toISOString(), endsAt: clock.dueAt.toISOString(), isRestart },
      }),
      ...parts.map((part) =>
        fact(publicityEvents.postedTold, {
          ...{ issueId: issue.id, planId: plan.id, title: plan.title, point: input.point, endsAt: clock.dueAt.toISOString() },
          ...part,
        }),
      ),
    ],
  );
  tx.remember(placeOf(issue.id), id);
  await moveIssue(tx, issue, 'publicise', rules);
  return publicityView(posted, { plan, lines, homes });
}

/** Whether anybody, payer or home, pays more than in the plan that hung last. */
async function rises(tx: DeliberationTx, earlier: PublicityRow, plan: PlanRow): Promise<boolean> {
  if (earlier.planId === plan.id) return false;
  const before = (await tx.lock(plans, earlier.planId))!;
  const [was, is] = [computeOne(before.document, before.scenario!).shares, computeOne(plan.document, plan.scenario!).shares];
  const homeIds = {
    before: homeIdsOf(await sharesRows(tx.sql, tx.streetId, before.id)),
    after: homeIdsOf(await sharesRows(tx.sql, tx.streetId, plan.id)),
  };
  return risesAnywhere(changedLines(was, is, homeIds));
}

/** When a period that goes on ends: later than it would have by as much as nothing hung, counted as the limit counts, and not before the end of tomorrow. */
function goesOnUntil({ endsAt, endedAt }: PublicityRow, limit: Limit, now: Date, { calendar }: ClockRules): Date {
  const wholly = afterPause(limit, endsAt, endedAt ?? now, now, calendar).dueAt;
  const tomorrow = dueAt({ clock: 'D', days: 1, unit: 'calendar', roll: false }, now, calendar).dueAt;
  return wholly > tomorrow ? wholly : tomorrow;
}

function textOf(
  plan: PlanRow,
  lines: readonly PlanLineRow[],
  homes: readonly PlanHomeShareRow[],
  period: { text: string; through: string; answer: string },
  community: string,
): string[] {
  const { title, numberText, scenario, scopeText, totalFen, contractor, quotes, hash, document, payers } = plan;
  const paidBy = (code: string) => fen(lines.reduce((all, { payer, amountFen }) => (payer === code ? all + amountFen : all), 0n));
  return publicityText(
    {
      ...{ title, numberText, scenario: scenario!, scopeText, totalFen: fen(totalFen), contractor, hash: hash! },
      items: document.items.map(({ name, amountFen }) => ({ name, amountFen: fenFromJson(amountFen) })),
      payers: payers.map(({ code, name }) => ({ name, amountFen: paidBy(code) })).filter(({ amountFen }) => amountFen > 0n),
      homes: maskedShares(homes),
      quotes: quotes.map(({ firm, amountFen }) => ({ firm, amountFen: fenFromJson(amountFen) })),
      ownersMoney: document.scenarios.find(({ name }) => name === scenario)!.ownersMoney,
    },
    period,
    community,
  );
}
