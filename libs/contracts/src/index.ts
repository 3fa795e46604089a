import { areaEvents, areas } from './areas.js';
import { council, councilEvents } from './council.js';
import { courtyardEvents, courtyards } from './courtyards.js';
import { categories, categoryEvents } from './categories.js';
import { classification, classificationEvents } from './classification.js';
import { campaignEvents, campaigns } from './campaigns.js';
import { chargeEvents, charges } from './charges.js';
import { clockEvents, clocks } from './clocks.js';
import { dayEvents } from './days.js';
import { deliberating, deliberatingEvents } from './deliberating.js';
import { costParts } from './cost-parts.js';
import { costPlanEvents, costPlans } from './cost-plans.js';
import { dispatch, dispatchEvents } from './dispatch.js';
import { disputeEvents, disputes } from './disputes.js';
import type { EventType } from './event.js';
import { commitmentEvents, commitments } from './commitments.js';
import { emergencyEvents, emergencyUses } from './emergency-uses.js';
import { experienceEvents, experiences } from './experiences.js';
import { exposureEvents, exposures } from './exposures.js';
import { estateTermEvents, estateTerms } from './estate-terms.js';
import { fundBalanceEvents, fundBalances } from './fund-balances.js';
import { homeBindingEvents, homeBindings } from './home-bindings.js';
import { gateway, gatewayEvents } from './gateway.js';
import { incidentEvents, incidents } from './incidents.js';
import { instalmentEvents, instalments } from './instalments.js';
import { intake, intakeEvents } from './intake.js';
import { issueFileEvents, issueFiles } from './issue-files.js';
import { issueEvents, issues } from './issues.js';
import { ledger, ledgerEvents } from './ledger.js';
import { legEvents, legs } from './legs.js';
import { notify, notifyEvents } from './notify.js';
import type { Operation } from './operation.js';
import { orderCare, orderCareEvents } from './order-care.js';
import { personalData, personalDataEvents } from './personal-data.js';
import { ownersVoteEvents, ownersVotes } from './owners-votes.js';
import { clusterEvents, clusters, petitionEvents, petitions } from './petitions.js';
import { policies, policyEvents } from './policies.js';
import { projectEvents, projects } from './projects.js';
import { publicity, publicityEvents } from './publicity.js';
import { registry, registryEvents } from './registry.js';
import { resourceEvents, resources } from './resources.js';
import { roadEvents, roads } from './roads.js';
import { rotationEvents, rotations } from './rotations.js';
import { roundEvents, rounds } from './rounds.js';
import { resolutionEvents, resolutions } from './resolutions.js';
import { scoring, scoringEvents } from './scoring.js';
import { supervision, supervisionEvents } from './supervision.js';
import { tableEvents, tables } from './tables.js';
import { whistleEvents, whistles } from './whistles.js';
import { watching, watchingEvents } from './watching.js';
import { careHomeEvents, careHomes } from './care-homes.js';
import { livelihoodCodeEvents, livelihoodCodes } from './livelihood-codes.js';
import { workMethodEvents, workMethods } from './work-methods.js';
import { works, worksEvents } from './works.js';

export * from './agreed-states.js';
export * from './actor.js';
export * from './approvals.js';
export * from './areas.js';
export * from './campaigns.js';
export * from './categories.js';
export * from './charges.js';
export * from './classification.js';
export * from './course-told.js';
export * from './days.js';
export * from './council.js';
export * from './courtyards.js';
export * from './directory.js';
export * from './clocks.js';
export * from './deliberating.js';
export * from './cost-parts.js';
export * from './cost-plans.js';
export * from './dispatch.js';
export * from './disputes.js';
export * from './documents.js';
export * from './commitments.js';
export * from './emergency-uses.js';
export * from './enums.js';
export * from './errors.js';
export * from './estate-terms.js';
export * from './event.js';
export * from './experiences.js';
export * from './exposures.js';
export * from './fund-balances.js';
export * from './home-bindings.js';
export * from './gateway.js';
export * from './incidents.js';
export * from './instalments.js';
export * from './intake.js';
export * from './issue-files.js';
export * from './issues.js';
export * from './labels.js';
export * from './ledger.js';
export * from './legs.js';
export * from './notify.js';
export * from './operation.js';
export * from './order-care.js';
export * from './personal-data.js';
export * from './owners-votes.js';
export * from './petitions.js';
export * from './plans.js';
export * from './policies.js';
export * from './projects.js';
export * from './publicity.js';
export * from './registry.js';
export * from './resources.js';
export * from './resolutions.js';
export * from './roads.js';
export * from './rotations.js';
export * from './roles.js';
export * from './rounds.js';
export * from './scoring.js';
export * from './service-names.js';
export * from './sources.js';
export * from './supervision.js';
export * from './tables.js';
export * from './term-steps.js';
export * from './figures.js';
export * from './time-limits.js';
export * from './votes.js';
export * from './whistles.js';
export * from './watching.js';
export * from './care-homes.js';
export * from './livelihood-codes.js';
export * from './work-methods.js';
export * from './works.js';

/** Every operation of the system, by the service that answers it. */
export const operations: readonly Operation[] = [
  gateway,
  registry,
  resources,
  policies,
  intake,
  categories,
  classification,
  personalData,
  dispatch,
  clocks,
  disputes,
  legs,
  whistles,
  supervision,
  charges,
  areas,
  roads,
  rotations,
  livelihoodCodes,
  careHomes,
  workMethods,
  experiences,
  orderCare,
  ledger,
  incidents,
  watching,
  campaigns,
  exposures,
  deliberating,
  tables,
  issues,
  issueFiles,
  ownersVotes,
  rounds,
  emergencyUses,
  projects,
  council,
  courtyards,
  petitions,
  clusters,
  resolutions,
  costPlans,
  homeBindings,
  costParts,
  publicity,
  commitments,
  instalments,
  works,
  fundBalances,
  estateTerms,
  scoring,
  notify,
].flatMap((list) => Object.values(list) as Operation[]);

/** Every fact the system tells. */
export const eventTypes: readonly EventType[] = [
  gatewayEvents,
  registryEvents,
  resourceEvents,
  policyEvents,
  intakeEvents,
  categoryEvents,
  classificationEvents,
  personalDataEvents,
  dispatchEvents,
  clockEvents,
  whistleEvents,
  supervisionEvents,
  chargeEvents,
  areaEvents,
  roadEvents,
  rotationEvents,
  livelihoodCodeEvents,
  careHomeEvents,
  workMethodEvents,
  experienceEvents,
  orderCareEvents,
  ledgerEvents,
  disputeEvents,
  legEvents,
  incidentEvents,
  watchingEvents,
  campaignEvents,
  exposureEvents,
  deliberatingEvents,
  tableEvents,
  issueEvents,
  issueFileEvents,
  ownersVoteEvents,
  roundEvents,
  emergencyEvents,
  projectEvents,
  councilEvents,
  courtyardEvents,
  petitionEvents,
  clusterEvents,
  resolutionEvents,
  costPlanEvents,
  homeBindingEvents,
  publicityEvents,
  commitmentEvents,
  instalmentEvents,
  worksEvents,
  fundBalanceEvents,
  estateTermEvents,
  scoringEvents,
  notifyEvents,
  dayEvents,
].flatMap((list) => Object.values(list) as EventType[]);
