import { Module } from '@nestjs/common';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { GatewayConsumer } from './events/gateway.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { EmergencyClocks } from './jobs/emergency-clocks.js';
import { CommunityLifeClocks } from './jobs/community-life-clocks.js';
import { IssueClocks } from './jobs/issue-clocks.js';
import { VoteClocks } from './jobs/vote-clocks.js';
import { EmergencyUsesHandler } from './rpc/emergency-uses.handler.js';
import { CouncilHandler } from './rpc/council.handler.js';
import { CourtyardsHandler } from './rpc/courtyards.handler.js';
import { ProjectsHandler } from './rpc/projects.handler.js';
import { IssuesHandler } from './rpc/issues.handler.js';
import { OwnersVotesHandler } from './rpc/owners-votes.handler.js';
import { RoundsHandler } from './rpc/rounds.handler.js';
import { TablesHandler } from './rpc/tables.handler.js';

@Module({
  controllers: [
    ProjectsHandler,
    CouncilHandler,
    CourtyardsHandler,
    TablesHandler,
    IssuesHandler,
    RoundsHandler,
    OwnersVotesHandler,
    EmergencyUsesHandler,
  ],
  providers: [CommunityLifeClocks, RegistryConsumer, GatewayConsumer, DispatchConsumer, IssueClocks, VoteClocks, EmergencyClocks],
})
export class DeliberationModule {}
