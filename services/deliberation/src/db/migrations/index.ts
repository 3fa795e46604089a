import type { Migration } from 'kysely';
import { communityLifeMigration } from './0080_community_life.js';
import { tablesAndIssuesMigration } from './0001_tables_and_issues.js';
import { roundsMigration } from './0002_rounds.js';
import { homesMigration } from './0020_homes.js';
import { ownersVotesMigration } from './0021_owners_votes.js';
import { emergencyUsesMigration } from './0022_emergency_uses.js';
import { commitmentsMigration } from './0090_commitments.js';
import { instalmentsMigration } from './0094_instalments.js';
import { worksMigration } from './0095_works.js';
import { clusterMembersMigration } from './0099_cluster_members.js';
import { signedResolutionsMigration } from './0092_signed_resolutions.js';
import { looksAndAnnulmentsMigration } from './0096_looks_and_annulments.js';
import { issueFilesMigration } from './0100_issue_files.js';
import { programNumbersMigration } from './0101_program_numbers.js';
import { fundBalancesMigration } from './0102_fund_balances.js';
import { votedAmountsMigration } from './0103_voted_amounts.js';
import { emergencyUnitSharesMigration } from './0106_emergency_unit_shares.js';
import { projectPhotosMigration } from './0107_project_photos.js';
import { payerUnitsMigration } from './0110_payer_units.js';
import { handedInMigration } from './0111_handed_in.js';
import { whoRefundsMigration } from './0117_who_refunds.js';
import { endedBindingsMigration } from './0118_ended_bindings.js';
import { proposedCorrectionsMigration } from './0119_proposed_corrections.js';
import { payersSeeTheirOwnMigration } from './0120_payers_see_their_own.js';
import { renewedCodesMigration } from './0121_renewed_codes.js';
import { struckBallotsMigration } from './0122_struck_ballots.js';
import { fundCustodiansMigration } from './0123_fund_custodians.js';
import { concernedUnitsFollowMigration } from './0124_concerned_units_follow.js';
import { postedSettlementsMigration } from './0125_posted_settlements.js';
import { projectPapersMigration } from './0126_project_papers.js';
import { estateTermsMigration } from './0127_estate_terms.js';
import { papersOfUnitsMigration } from './0132_papers_of_units.js';
import { whosePaperMigration } from './0116_whose_paper.js';
import { votedVersionMigration } from './0112_voted_version.js';
import { emergencyArithmeticMigration } from './0113_emergency_arithmetic.js';
import { petitionsMigration } from './0091_petitions.js';
import { resolutionsMigration } from './0060_resolutions.js';
import { plansMigration } from './0040_plans.js';
import { publicitiesMigration } from './0041_publicities.js';
import { listedHomesMigration } from './0042_listed_homes.js';

export const migrations: Record<string, Migration> = {
  '0001_tables_and_issues': tablesAndIssuesMigration,
  '0002_rounds': roundsMigration,
  '0020_homes': homesMigration,
  '0021_owners_votes': ownersVotesMigration,
  '0022_emergency_uses': emergencyUsesMigration,
  '0040_plans': plansMigration,
  '0041_publicities': publicitiesMigration,
  '0042_listed_homes': listedHomesMigration,
  '0060_resolutions': resolutionsMigration,
  '0080_community_life': communityLifeMigration,
  '0090_commitments': commitmentsMigration,
  '0091_petitions': petitionsMigration,
  '0092_signed_resolutions': signedResolutionsMigration,
  '0094_instalments': instalmentsMigration,
  '0095_works': worksMigration,
  '0096_looks_and_annulments': looksAndAnnulmentsMigration,
  '0099_cluster_members': clusterMembersMigration,
  '0100_issue_files': issueFilesMigration,
  '0101_program_numbers': programNumbersMigration,
  '0102_fund_balances': fundBalancesMigration,
  '0103_voted_amounts': votedAmountsMigration,
  '0106_emergency_unit_shares': emergencyUnitSharesMigration,
  '0107_project_photos': projectPhotosMigration,
  '0110_payer_units': payerUnitsMigration,
  '0111_handed_in': handedInMigration,
  '0112_voted_version': votedVersionMigration,
  '0113_emergency_arithmetic': emergencyArithmeticMigration,
  '0116_whose_paper': whosePaperMigration,
  '0117_who_refunds': whoRefundsMigration,
  '0118_ended_bindings': endedBindingsMigration,
  '0119_proposed_corrections': proposedCorrectionsMigration,
  '0120_payers_see_their_own': payersSeeTheirOwnMigration,
  '0121_renewed_codes': renewedCodesMigration,
  '0122_struck_ballots': struckBallotsMigration,
  '0123_fund_custodians': fundCustodiansMigration,
  '0124_concerned_units_follow': concernedUnitsFollowMigration,
  '0125_posted_settlements': postedSettlementsMigration,
  '0126_project_papers': projectPapersMigration,
  '0127_estate_terms': estateTermsMigration,
  '0132_papers_of_units': papersOfUnitsMigration,
};
