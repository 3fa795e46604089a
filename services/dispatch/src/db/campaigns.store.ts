import type { Ctx } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { aggregate, table, type Loader } from '@wufang/service';
import { sql } from 'kysely';
import type { CampaignFindingRow, CampaignRow } from './campaigns.schema.js';
import type { DispatchTx } from './schema.js';

export const campaigns = aggregate<CampaignRow>('campaigns', 'campaign');
export const campaignFindings = table<CampaignFindingRow>('campaign_findings', ['campaignId', 'id']);

/** The campaign, locked, if it is within the caller's reach; a foreign one is not there at all. */
export async function lockCampaign(tx: DispatchTx, id: string, { scope, actor }: Ctx): Promise<CampaignRow> {
  const campaign = await tx.lock(campaigns, id);
  const reaches =
    campaign !== undefined &&
    (scope === 'street' ||
      (scope === 'concerned' && campaign.concernedUnitIds.some((unitId) => actor.unitIds.includes(unitId))) ||
      (scope === 'lead' && actor.unitIds.includes(campaign.leadUnitId)));
  if (!reaches) throw new DomainError('object.not-found', {});
  return campaign;
}

/** The same, while things may still be entered. */
export async function lockOpenCampaign(tx: DispatchTx, id: string, ctx: Ctx): Promise<CampaignRow> {
  const campaign = await lockCampaign(tx, id, ctx);
  if (campaign.state !== 'OPEN') throw new DomainError('campaign.closed', {});
  return campaign;
}

type Finding = Omit<CampaignFindingRow, 'streetId'>;

/** A finding of a campaign, under `campaign:finding`. */
const storedFinding: Loader<Finding> = {
  name: 'finding of campaign',
  load: async (db, keys, streetId) => {
    const { rows } = await sql<Finding & { key: string }>`
      select f.campaign_id || ':' || f.id as key, f.campaign_id as "campaignId", f.id, f.state, f.place, f.item, f.note, f.photo_ids as "photoIds", f.unit_id as "unitId",
        f.found_by as "foundBy", f.found_at as "foundAt", f.steps, f.demand_id as "demandId"
      from campaign_findings f
      join unnest(${keys}::text[]) as k(key) on f.campaign_id = split_part(k.key, ':', 1)::uuid and f.id = split_part(k.key, ':', 2)::uuid
      where f.street_id = ${streetId}`.execute(db);
    return new Map(rows.map(({ key, ...finding }) => [key, finding]));
  },
};

const placeOf = (campaignId: string, id: string) => `finding ${campaignId}:${id}`;

/** A finding of a campaign that is locked, as earlier commands of this batch left it. */
export async function findingOf(tx: DispatchTx, campaignId: string, id: string): Promise<Finding | undefined> {
  return tx.recall<Finding>(placeOf(campaignId, id)) ?? (await tx.load(storedFinding, `${campaignId}:${id}`));
}

/** Writes a finding of a campaign that is locked. */
export function putFinding(tx: DispatchTx, finding: Finding): void {
  tx.put(campaignFindings, finding);
  tx.remember(placeOf(finding.campaignId, finding.id), finding);
}
