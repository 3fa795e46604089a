import {
  campaignEvents,
  labels,
  type CampaignView,
  type campaigns as operations,
  type Ctx,
  type EnforcementStep,
  type FindingStep,
} from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { fact, type Fact } from '@wufang/service';
import type { z } from 'zod';
import type { CampaignFindingRow, CampaignRow } from '../db/campaigns.schema.js';
import { campaigns, findingOf, lockOpenCampaign, putFinding } from '../db/campaigns.store.js';
import { toCampaign } from '../db/campaigns.view.js';
import type { DispatchTx } from '../db/schema.js';
import type { StreetBook } from '../db/street-book.js';
import { isWithin } from '../domain/campaign.js';
import { publicTextOf, refusePrivate } from '../domain/public-text.js';
import { refuseNotKept } from './keep-photo.js';
import { knownPlace } from './run-campaign.js';

type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Finding = Omit<CampaignFindingRow, 'streetId'>;

/**
 * Something was found: where, which item of the list, what it looks like; what the officers did on the spot stands beside it (row 109: a record, no decision of
 * ours). The same number again is the same finding.
 */
export async function recordFinding(tx: DispatchTx, input: Input<'recordFinding'>, ctx: Ctx, streets: StreetBook): Promise<CampaignView> {
  const campaign = await lockOpenCampaign(tx, input.id, ctx);
  const { findingId: id, item, note, photoIds } = input;
  if (await findingOf(tx, campaign.id, id)) return toCampaign(campaign);
  if (!campaign.items.includes(item)) throw new DomainError('campaign.item-unknown', { item });
  const place = await knownPlace(tx, input.place, await streets.at(tx.streetId));
  if (!isWithin(campaign.places, place)) throw new DomainError('campaign.place-outside', {});
  refusePrivate(note);
  await refuseNotKept(tx, { subjectId: id, by: ctx.actor.accountId }, photoIds);
  const unitId = unitOf(campaign, ctx);
  const state = input.isSettled ? ('SETTLED' as const) : ('OPEN' as const);
  const isActedOn = input.step !== undefined || input.isSettled;
  putFinding(tx, {
    ...{ campaignId: campaign.id, id, state, place, item, note, photoIds, unitId, foundBy: ctx.actor.accountId, foundAt: tx.now },
    ...{ steps: isActedOn ? [stepOf(input.step, note, unitId, tx.now)] : [], demandId: null },
  });
  const { communityId, estateId, buildingId } = place;
  const at = tx.now.toISOString();
  return count(tx, campaign, { found: 1, settled: Number(input.isSettled) }, [
    fact(campaignEvents.findingRecorded, {
      ...{ findingId: id, item, state, unitId, place: { communityId, estateId, buildingId }, photos: photoIds.length, foundAt: at },
    }),
    ...(isActedOn
      ? [fact(campaignEvents.findingNoted, { findingId: id, item, state, unitId, step: input.step ?? null, notedAt: at })]
      : []),
  ]);
}

/** What was done about a finding: a step of the ladder of enforcement (处理、整改、暂扣、立案), or just that it is put right now. */
export async function noteFinding(tx: DispatchTx, input: Input<'noteFinding'>, ctx: Ctx): Promise<CampaignView> {
  const { campaign, finding } = await lockFinding(tx, input, ctx);
  if (finding.state !== 'OPEN') throw new DomainError('campaign.finding-done', { state: labels.findingState[finding.state] });
  refusePrivate(input.note);
  const unitId = unitOf(campaign, ctx);
  const state = input.isSettled ? ('SETTLED' as const) : ('OPEN' as const);
  putFinding(tx, { ...finding, state, steps: [...finding.steps, stepOf(input.step, input.note, unitId, tx.now)] });
  const told = { findingId: finding.id, item: finding.item, state, unitId, step: input.step ?? null, notedAt: tx.now.toISOString() };
  return count(tx, campaign, { settled: Number(input.isSettled) }, [fact(campaignEvents.findingNoted, told)]);
}

/**
 * A finding becomes a demand: intake hears of it and receives it as found by a patrol, under the number given here, so that it is one demand however often it is
 * asked or told. What becomes of it is its order's, which the campaign shows and counts.
 */
export async function demandFinding(tx: DispatchTx, input: Input<'demandFinding'>, ctx: Ctx): Promise<CampaignView> {
  const { campaign, finding } = await lockFinding(tx, input, ctx);
  if (finding.state === 'DEMANDED') return toCampaign(campaign);
  if (finding.state !== 'OPEN') throw new DomainError('campaign.finding-done', { state: labels.findingState[finding.state] });
  const publicText = publicTextOf(input.publicText);
  const demandId = tx.newId();
  const { id: findingId, item, place, unitId } = finding;
  putFinding(tx, { ...finding, state: 'DEMANDED', demandId });
  return count(tx, campaign, { demanded: 1 }, [
    fact(campaignEvents.findingDemanded, {
      ...{ findingId, item, state: 'DEMANDED' as const, unitId, demandId, title: `${campaign.title}：${item}`.slice(0, 120), publicText },
      ...{ category: input.category ?? null, place, demandedAt: tx.now.toISOString() },
    }),
  ]);
}

async function lockFinding(
  tx: DispatchTx,
  { id, findingId }: { id: string; findingId: string },
  ctx: Ctx,
): Promise<{ campaign: CampaignRow; finding: Finding }> {
  const campaign = await lockOpenCampaign(tx, id, ctx);
  const finding = await findingOf(tx, campaign.id, findingId);
  if (!finding) throw new DomainError('object.not-found', {});
  return { campaign, finding };
}

function stepOf(step: EnforcementStep | undefined, note: string, unitId: string | null, now: Date): FindingStep {
  return { step: step ?? null, note, at: now.toISOString(), unitId };
}

/** For which of the units that take part somebody acts; people of the street act for none. */
const unitOf = ({ concernedUnitIds }: CampaignRow, { actor }: Ctx) =>
  actor.unitIds.find((unitId) => concernedUnitIds.includes(unitId)) ?? null;

function count(
  tx: DispatchTx,
  campaign: CampaignRow,
  more: Partial<Pick<CampaignRow, 'found' | 'settled' | 'demanded'>>,
  facts: Fact[],
): CampaignView {
  const { found = 0, settled = 0, demanded = 0 } = more;
  const counted = { found: campaign.found + found, settled: campaign.settled + settled, demanded: campaign.demanded + demanded };
  return toCampaign(tx.save(campaigns, { ...campaign, ...counted }, facts));
}
