import type { ServiceParts } from '@wufang/service';
import { migrations } from './db/migrations/index.js';
import { DeliberationModule } from './deliberation.module.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { GatewayConsumer } from './events/gateway.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { EmergencyClocks } from './jobs/emergency-clocks.js';
import { CommunityLifeClocks } from './jobs/community-life-clocks.js';
import { IssueClocks } from './jobs/issue-clocks.js';
import { PlanClocks } from './jobs/plan-clocks.js';
import { VoteClocks } from './jobs/vote-clocks.js';
import { CommitmentClocks } from './jobs/commitment-clocks.js';
import { SigningClocks } from './jobs/signing-clocks.js';
import { TermClocks } from './jobs/term-clocks.js';

export const deliberationParts: ServiceParts = {
  name: 'deliberation',
  module: DeliberationModule,
  consumers: [RegistryConsumer, GatewayConsumer, DispatchConsumer],
  clocks: [CommunityLifeClocks, IssueClocks, VoteClocks, EmergencyClocks, SigningClocks, PlanClocks, CommitmentClocks, TermClocks],
  migrations,
  aggregates: [
    'projects',
    'project_programs',
    'monthly_slots',
    'council_sessions',
    'courtyards',
    'courtyard_matters',
    'office_questions',
    'petitions',
    'clusters',
    'tables',
    'issues',
    'rounds',
    'owners_votes',
    'emergency_uses',
    'share_questions',
    'resolutions',
    'plans',
    'publicities',
    'objections',
    'commitments',
    'instalments',
    'works',
    'fund_balances',
    'estate_terms',
  ],
};
