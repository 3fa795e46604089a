import { campaignChecklists, campaignDays, type CampaignKind, type PlaceRef } from '@wufang/contracts';
import { addDays, DomainError } from '@wufang/kernel';

/** What a campaign of this kind looks at where it names nothing else, by the list in force on a day. Example: JOINT_OPERATION -> the eight items. */
export function checklistOn(kind: CampaignKind, day: string): readonly string[] {
  return (campaignChecklists.findLast(({ from }) => from <= day) ?? campaignChecklists[0]).value[kind];
}

/**
 * Refuses days that a campaign cannot have: it ends today at the earliest, not before it begins, and not further ahead than a campaign may be planned.
 * Example, today 2026-12-01: 2026-12-05 to 2026-12-05 passes; to 2026-11-30 -> campaign.dates.
 */
export function refuseDates(startOn: string, endOn: string, today: string): void {
  const { value: days } = campaignDays[0];
  if (endOn < today || endOn < startOn || endOn > addDays(today, days)) throw new DomainError('campaign.dates', { days });
}

/**
 * Whether something was found where the campaign looks; one that names no place looks everywhere.
 * Example: campaign in an estate, found in its 3号楼 -> yes; found elsewhere in its community -> no.
 */
export function isWithin(places: readonly PlaceRef[], found: PlaceRef): boolean {
  const holds = (part: string | null, whole: string | null) => whole === null || part === whole;
  return (
    places.length === 0 ||
    places.some(
      ({ communityId, estateId, buildingId }) =>
        holds(found.communityId, communityId) && holds(found.estateId, estateId) && holds(found.buildingId, buildingId),
    )
  );
}
