import type { Migration } from 'kysely';
import { workOrdersMigration } from './0001_work_orders.js';
import { directoryVersionsMigration } from './0002_directory_versions.js';
import { disputesAndLegsMigration } from './0003_disputes_and_legs.js';
import { orderTimeMigration } from './0004_order_time.js';
import { whistlesAndSupervisionMigration } from './0005_whistles_and_supervision.js';
import { incidentsAndWatchingMigration } from './0006_incidents_and_watching.js';
import { ledgerMigration } from './0007_ledger.js';
import { openWhistlesMigration } from './0008_open_whistles.js';
import { stepsWithinPageMigration } from './0009_steps_within_page.js';
import { ordersByDemandMigration } from './0010_orders_by_demand.js';
import { pointsMigration } from './0011_points.js';
import { outreachMigration } from './0012_outreach.js';
import { complainedAboutMigration } from './0013_complained_about.js';
import { dutyTurnsMigration } from './0014_duty_turns.js';
import { openOrderUnitsMigration } from './0015_open_order_units.js';
import { keptPhotosMigration } from './0016_kept_photos.js';
import { metLimitsMigration } from './0017_met_limits.js';
import { endedIncidentsMigration } from './0018_ended_incidents.js';
import { orderStandingMigration } from './0019_order_standing.js';
import { meetingScopeMigration } from './0020_meeting_scope.js';
import { measuresOfLeadMigration } from './0021_measures_of_lead.js';
import { categoryOfOrdersMigration } from './0022_category_of_orders.js';
import { looksOfCommunitiesMigration } from './0023_looks_of_communities.js';
import { formerLeadsMigration } from './0024_former_leads.js';
import { chargeListsMigration } from './0025_charge_lists.js';
import { orderCareMigration } from './0026_order_care.js';
import { suppliesMigration } from './0027_supplies.js';
import { owedResultsMigration } from './0028_owed_results.js';
import { handsOfOrdersMigration } from './0029_hands_of_orders.js';
import { areasMigration } from './0030_areas.js';
import { campaignsMigration } from './0031_campaigns.js';
import { exposuresMigration } from './0032_exposures.js';
import { demandPhotosMigration } from './0033_demand_photos.js';
import { followedOrdersMigration } from './0034_followed_orders.js';
import { tasksAndDutiesOfMigration } from './0035_tasks_and_duties_of.js';
import { endedSummonsesMigration } from './0040_ended_summonses.js';
import { askedWhistlesMigration } from './0041_asked_whistles.js';
import { openFindsMigration } from './0044_open_finds.js';
import { crewsMigration } from './0045_crews.js';
import { experiencesAndRoadsMigration } from './0046_experiences_and_roads.js';
import { escalationsMigration } from './0049_escalations.js';
import { rotationListsMigration } from './0050_rotation_lists.js';
import { methodListsMigration } from './0051_method_lists.js';
import { invitedSupervisorsMigration } from './0060_invited_supervisors.js';
import { codeListsMigration } from './0061_code_lists.js';
import { careHomesMigration } from './0062_care_homes.js';

export const migrations: Record<string, Migration> = {
  '0001_work_orders': workOrdersMigration,
  '0002_directory_versions': directoryVersionsMigration,
  '0003_disputes_and_legs': disputesAndLegsMigration,
  '0004_order_time': orderTimeMigration,
  '0005_whistles_and_supervision': whistlesAndSupervisionMigration,
  '0006_incidents_and_watching': incidentsAndWatchingMigration,
  '0007_ledger': ledgerMigration,
  '0008_open_whistles': openWhistlesMigration,
  '0009_steps_within_page': stepsWithinPageMigration,
  '0010_orders_by_demand': ordersByDemandMigration,
  '0011_points': pointsMigration,
  '0012_outreach': outreachMigration,
  '0013_complained_about': complainedAboutMigration,
  '0014_duty_turns': dutyTurnsMigration,
  '0015_open_order_units': openOrderUnitsMigration,
  '0016_kept_photos': keptPhotosMigration,
  '0017_met_limits': metLimitsMigration,
  '0018_ended_incidents': endedIncidentsMigration,
  '0019_order_standing': orderStandingMigration,
  '0020_meeting_scope': meetingScopeMigration,
  '0021_measures_of_lead': measuresOfLeadMigration,
  '0022_category_of_orders': categoryOfOrdersMigration,
  '0023_looks_of_communities': looksOfCommunitiesMigration,
  '0024_former_leads': formerLeadsMigration,
  '0025_charge_lists': chargeListsMigration,
  '0026_order_care': orderCareMigration,
  '0027_supplies': suppliesMigration,
  '0028_owed_results': owedResultsMigration,
  '0029_hands_of_orders': handsOfOrdersMigration,
  '0030_areas': areasMigration,
  '0031_campaigns': campaignsMigration,
  '0032_exposures': exposuresMigration,
  '0033_demand_photos': demandPhotosMigration,
  '0034_followed_orders': followedOrdersMigration,
  '0035_tasks_and_duties_of': tasksAndDutiesOfMigration,
  '0040_ended_summonses': endedSummonsesMigration,
  '0041_asked_whistles': askedWhistlesMigration,
  '0044_open_finds': openFindsMigration,
  '0045_crews': crewsMigration,
  '0046_experiences_and_roads': experiencesAndRoadsMigration,
  '0049_escalations': escalationsMigration,
  '0050_rotation_lists': rotationListsMigration,
  '0051_method_lists': methodListsMigration,
  '0060_invited_supervisors': invitedSupervisorsMigration,
  '0061_code_lists': codeListsMigration,
  '0062_care_homes': careHomesMigration,
};
