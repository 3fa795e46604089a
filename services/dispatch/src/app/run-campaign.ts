import { campaignEvents, type CampaignView, type campaigns as operations, type Ctx, type PlaceRef } from '@wufang/contracts';
import { atBeijing, beijingDate, DomainError } from '@wufang/kernel';
import { fact, type DeadlineRow, type FiredStage, type RuleBook } from '@wufang/service';
import type { z } from 'zod';
import type { CampaignRow } from '../db/campaigns.schema.js';
import { campaigns, lockCampaign, lockOpenCampaign } from '../db/campaigns.store.js';
import { toCampaign } from '../db/campaigns.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook, StreetPage } from '../db/street-book.js';
import { buildingOf } from '../db/sweeps.store.js';
import { campaignSteps } from '../domain/campaign-clocks.js';
import { checklistOn, refuseDates } from '../domain/campaign.js';
import { refusePrivate } from '../domain/public-text.js';
import { endDutyPlan, extendDutyPlan, planDuty } from './plan-duty.js';
import { countedBy, takeClockSteps } from './take-clock-steps.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;

/**
 * Several units look at, or put right, one thing together until a day (domain rules part 1, rows 42, 60 and 108): an inspection, the treatment of a cluster with
 * the orders it is made of, a joint operation. Each unit hears of it; a clock watches its last day. Opened twice with the same number it is one.
 */
export async function openCampaign(
  tx: DispatchTx,
  input: Input<'openCampaign'>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<CampaignView> {
  if (await tx.lock(campaigns, input.id)) return toCampaign(await lockCampaign(tx, input.id, ctx));
  const street = await streets.fresh(tx.streetId);
  const { id, kind, title, leadUnitId, plan = null, clusterId = null, orderIds } = input;
  if (ctx.scope !== 'street' && !ctx.actor.unitIds.includes(leadUnitId)) throw new DomainError('object.not-found', {});
  const unitIds = [...new Set([leadUnitId, ...input.unitIds])];
  for (const unit of unitIds) if (!street.units.has(unit)) throw new DomainError('unit.unknown', { unit });
  const places: PlaceRef[] = [];
  for (const place of input.places) places.push(await knownPlace(tx, place, street));
  const today = beijingDate(tx.now);
  const startOn = input.startOn ?? today;
  const { endOn } = input;
  refuseDates(startOn, endOn, today);
  const items = [...new Set(input.items ?? checklistOn(kind, startOn))];
  for (const text of [title, plan, ...items]) if (text !== null) refusePrivate(text);
  const communities = places.flatMap(({ communityId }) => communityId ?? []);
  const limits = await rules.at(tx.streetId, tx.now);
  const dueAt = atBeijing(endOn, '24:00');
  takeClockSteps(tx, limits, id, campaignSteps({ fact: 'opened', at: tx.now, dueAt }));
  const told = { kind, title, leadUnitId, unitIds, items, clusterId, orderIds, startOn, endOn };
  const campaign = tx.create(
    campaigns,
    {
      ...{ id, ...told, state: 'OPEN' as const, places, plan, shiftPlanIds: [], found: 0, settled: 0, demanded: 0, summary: null },
      ...{ concernedUnitIds: [...new Set([...unitIds, ...communities])], openedAt: tx.now, closedAt: null },
    },
    [fact(campaignEvents.campaignOpened, { ...told, dueAt: dueAt.toISOString(), openedAt: tx.now.toISOString(), ...countedBy(limits) })],
  );
  return toCampaign(campaign);
}

/** A place of the register, filled up: an estate tells its community. Names what it does not know. */
export async function knownPlace(tx: DispatchTx, place: PlaceRef, street: StreetPage): Promise<PlaceRef> {
  const { buildingId, point } = place;
  const building = buildingId === null ? undefined : await tx.load(buildingOf, buildingId);
  const estateId = place.estateId ?? building?.estateId ?? null;
  const estate = estateId === null ? undefined : street.estates.get(estateId);
  const communityId = estate?.communityId ?? place.communityId;
  const isKnown =
    (estateId === null || estate !== undefined) &&
    (buildingId === null || building?.estateId === estateId) &&
    communityId !== null &&
    street.units.has(communityId) &&
    (place.communityId === null || place.communityId === communityId);
  if (!isKnown) throw new DomainError('incident.place-unknown', { place: buildingId ?? estateId ?? communityId ?? '（未填）' });
  if (point !== null) refusePrivate(point);
  return { communityId, estateId, buildingId, point };
}

/**
 * The roster (两班倒): each shift is a plan of duties of a unit that takes part, until the campaign's last day, and is relieved, done and missed as all duties
 * are. Set anew, shifts that are not in it any more end.
 */
export async function setCampaignRoster(
  tx: DispatchTx,
  input: Input<'setRoster'>,
  ctx: Ctx,
  rules: RuleBook,
  streets: StreetBook,
): Promise<CampaignView> {
  const campaign = await lockOpenCampaign(tx, input.id, ctx);
  const { title, unitIds, startOn, endOn } = campaign;
  // Who leads a campaign draws up the roster for all that take part in it.
  const asLead: Ctx = { ...ctx, scope: 'street' };
  for (const { planId, unitId, name, startsAt, endsAt, rota } of input.shifts) {
    if (!unitIds.includes(unitId)) throw new DomainError('campaign.unit-not-in', { unit: (await streets.at(tx.streetId)).nameOf(unitId) });
    const rule = { every: 'DAY' as const, weekdays: [], monthDays: [], onDayOff: 'KEEP' as const, startsAt, endsAt };
    const plan = { id: planId, kind: 'SHIFT' as const, title: `${title} ${name}`.slice(0, 80), unitId, rule, rota };
    await planDuty(tx, { ...plan, from: startOn, until: endOn }, asLead, rules, streets);
  }
  const planIds = [...new Set(input.shifts.map(({ planId }) => planId))];
  for (const id of campaign.shiftPlanIds) if (!planIds.includes(id)) await endDutyPlan(tx, { id }, asLead);
  const rostered = fact(campaignEvents.campaignRostered, { planIds, rosteredAt: tx.now.toISOString() });
  return toCampaign(tx.save(campaigns, { ...campaign, shiftPlanIds: planIds }, [rostered]));
}

/**
 * The campaign goes on until a later day, since a leader of the street approves and says why; the day it had stays in the log. Its clock goes on to the end of the
 * new day, warnings that were given stay given, and what shifts there are go on as long. The end is never brought nearer: who is done closes.
 */
export async function extendCampaign(tx: DispatchTx, input: Input<'extendCampaign'>, ctx: Ctx, rules: RuleBook): Promise<CampaignView> {
  const campaign = await lockOpenCampaign(tx, input.id, ctx);
  const { endOn, reason } = input;
  const { title, unitIds, endOn: oldEndOn } = campaign;
  if (endOn <= oldEndOn) throw new DomainError('campaign.not-later', { endOn: oldEndOn });
  refuseDates(campaign.startOn, endOn, beijingDate(tx.now));
  refusePrivate(reason);
  const limits = await rules.at(tx.streetId, tx.now);
  const dueAt = atBeijing(endOn, '24:00');
  takeClockSteps(tx, limits, campaign.id, campaignSteps({ fact: 'extended', at: tx.now, dueAt }));
  for (const id of campaign.shiftPlanIds) await extendDutyPlan(tx, id, endOn, limits);
  const extended = fact(campaignEvents.campaignExtended, {
    ...{ title, unitIds, oldEndOn, endOn, reason, approvedBy: ctx.actor.accountId, dueAt: dueAt.toISOString() },
    ...{ extendedAt: tx.now.toISOString(), ...countedBy(limits) },
  });
  return toCampaign(tx.save(campaigns, { ...campaign, endOn }, [extended]));
}

/** All is done, with what there was to say (总结). Everything that was found is put right or has become a demand by then; the shifts end. */
export async function closeCampaign(tx: DispatchTx, input: Input<'closeCampaign'>, ctx: Ctx): Promise<CampaignView> {
  const campaign = await lockOpenCampaign(tx, input.id, ctx);
  const { kind, found, settled, demanded } = campaign;
  const open = found - settled - demanded;
  if (open > 0) throw new DomainError('campaign.findings-open', { open });
  refusePrivate(input.summary);
  for (const id of campaign.shiftPlanIds) await endDutyPlan(tx, { id }, { ...ctx, scope: 'street' });
  takeClockSteps(tx, null, campaign.id, campaignSteps({ fact: 'closed' }));
  const closed = fact(campaignEvents.campaignClosed, { kind, found, open, settled, demanded, closedAt: tx.now.toISOString() });
  return toCampaign(tx.save(campaigns, { ...campaign, state: 'CLOSED', summary: input.summary, closedAt: tx.now }, [closed]));
}

/** A campaign is due to be closed soon, or its last day is over and it is not. */
export function recordFiredCampaign(tx: DispatchTx, campaign: CampaignRow, clock: DeadlineRow, fired: FiredStage): void {
  tx.save(campaigns, campaign, [
    fact(campaignEvents.campaignClockFired, {
      ...{ title: campaign.title, code: clock.code, stage: fired.stage, kind: fired.kind, tell: fired.tell },
      ...{ dueAt: clock.dueAt.toISOString(), skippedStages: fired.skipped, unitId: campaign.leadUnitId },
    }),
  ]);
}
