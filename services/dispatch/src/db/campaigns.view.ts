import {
  campaignChecklists,
  campaignKinds,
  type CampaignDetail,
  type CampaignFinding,
  type CampaignView,
  type campaigns as operations,
  type Ctx,
  type WorkOrderState,
} from '@wufang/contracts';
import { beijingDate, DomainError } from '@wufang/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { checklistOn } from '../domain/campaign.js';
import type { CampaignFindingRow, CampaignRow } from './campaigns.schema.js';
import { databaseNow } from './directories.view.js';
import { toDuty } from './duties.view.js';
import { fileOf } from './photos.view.js';
import type { DispatchDb } from './schema.js';
import { clocksOf } from './work-orders.view.js';

type Db = Kysely<DispatchDb>;
type Input<K extends keyof typeof operations> = z.output<(typeof operations)[K]['input']>;
type Output<K extends keyof typeof operations> = z.output<(typeof operations)[K]['output']>;

/** A street's day has few shifts; a roster of months is not shown whole. */
const SHIFTS_SHOWN = 60;
const solved: ReadonlySet<WorkOrderState> = new Set(['CLOSED_SOLVED', 'WATCHING', 'ARCHIVED']);

export function toCampaign(campaign: CampaignRow): CampaignView {
  const { found, settled, demanded } = campaign;
  return {
    id: campaign.id,
    kind: campaign.kind,
    state: campaign.state,
    title: campaign.title,
    leadUnitId: campaign.leadUnitId,
    unitIds: campaign.unitIds,
    places: campaign.places,
    items: campaign.items,
    startOn: campaign.startOn,
    endOn: campaign.endOn,
    clusterId: campaign.clusterId,
    ...{ found, open: found - settled - demanded, settled, demanded },
    openedAt: campaign.openedAt.toISOString(),
    closedAt: campaign.closedAt?.toISOString() ?? null,
    version: campaign.version,
  };
}

/** Campaigns within the caller's reach, the newest first, and what each kind looks at today. Reach is kept by row-level security. */
export async function listCampaigns(db: Db, input: Input<'listCampaigns'>, ctx: Ctx): Promise<Output<'listCampaigns'>> {
  let query = db.selectFrom('campaigns').selectAll().where('streetId', '=', ctx.streetId);
  if (input.kind) query = query.where('kind', '=', input.kind);
  if (input.state) query = query.where('state', '=', input.state);
  const rows = await query.orderBy('openedAt', 'desc').orderBy('id').limit(input.limit).execute();
  const today = beijingDate(await databaseNow(db));
  const { source } = campaignChecklists[0];
  const checklists = campaignKinds.map((kind) => ({ kind, items: [...checklistOn(kind, today)], source }));
  return { campaigns: rows.map(toCampaign), checklists };
}

/** One campaign with what was found, what became of it, who is on duty, and the orders it was made from, as far as the caller may see those. */
export async function getCampaign(db: Db, { id }: { id: string }, ctx: Ctx): Promise<CampaignDetail> {
  const { streetId } = ctx;
  const campaign = await findCampaign(db, id, ctx);
  const findings = await sql<FoundRow>`
    select f.*, o.id as "orderId", o.no, o.state as "orderState", o.is_open as "isOpen"
    from (select id, state, place, item, note, photo_ids as "photoIds", unit_id as "unitId", found_at as "foundAt", steps, demand_id as "demandId"
          from campaign_findings where street_id = ${streetId} and campaign_id = ${id}) f
    left join lateral (select w.id, w.no, w.state, w.is_open from work_orders w where w.street_id = ${streetId} and w.demand_id = f."demandId"
                       order by w.dispatched_at desc limit 1) o on true
    order by f."foundAt" desc, f.id`.execute(db);
  const orders =
    campaign.orderIds.length === 0
      ? []
      : await db
          .selectFrom('workOrders')
          .select(['id', 'no', 'title', 'state'])
          .where('streetId', '=', streetId)
          .where('id', 'in', campaign.orderIds)
          .orderBy('receivedAt')
          .execute();
  const shifts =
    campaign.shiftPlanIds.length === 0
      ? []
      : await db
          .selectFrom('duties')
          .selectAll()
          .where('streetId', '=', streetId)
          .where('planId', 'in', campaign.shiftPlanIds)
          .orderBy('startsAt', 'desc')
          .orderBy('id')
          .limit(SHIFTS_SHOWN)
          .execute();
  const ended = findings.rows.filter(({ isOpen }) => isOpen === false);
  return {
    ...toCampaign(campaign),
    plan: campaign.plan,
    summary: campaign.summary,
    demandsClosed: ended.length,
    demandsSolved: ended.filter(({ orderState }) => orderState !== null && solved.has(orderState)).length,
    orders,
    findings: findings.rows.map(toFinding),
    shifts: shifts.reverse().map(toDuty),
    clocks: await clocksOf(db, id, ctx),
  };
}

type FoundRow = Omit<CampaignFindingRow, 'streetId' | 'campaignId' | 'foundBy'> & {
  orderId: string | null;
  no: string | null;
  orderState: WorkOrderState | null;
  isOpen: boolean | null;
};

function toFinding({ orderId, no, orderState, isOpen: _, foundAt, ...finding }: FoundRow): CampaignFinding {
  const order = orderId === null ? null : { id: orderId, no: no!, state: orderState! };
  return { ...finding, foundAt: foundAt.toISOString(), order };
}

/** A photo of a finding, for who sees the campaign. */
export async function getFindingPhoto(db: Db, input: Input<'getPhoto'>, ctx: Ctx): Promise<Output<'getPhoto'>> {
  await findCampaign(db, input.id, ctx);
  const row = await db
    .selectFrom('keptPhotos as p')
    .innerJoin('campaignFindings as f', (join) => join.onRef('f.streetId', '=', 'p.streetId').onRef('f.id', '=', 'p.subjectId'))
    .select('p.data')
    .where('p.streetId', '=', ctx.streetId)
    .where('f.campaignId', '=', input.id)
    .where('f.id', '=', input.findingId)
    .where('p.id', '=', input.photoId)
    .executeTakeFirst();
  return fileOf(row);
}

async function findCampaign(db: Db, id: string, ctx: Ctx): Promise<CampaignRow> {
  const row = await db.selectFrom('campaigns').selectAll().where('streetId', '=', ctx.streetId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('object.not-found', {});
  return row;
}
