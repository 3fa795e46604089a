import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, readSettings } from '@wufang/service';
import { deliberationSettings } from './config.js';
import { Printer } from './documents/printer.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { GatewayConsumer } from './events/gateway.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { EmergencyClocks } from './jobs/emergency-clocks.js';
import { CommunityLifeClocks } from './jobs/community-life-clocks.js';
import { IssueClocks } from './jobs/issue-clocks.js';
import { PlanClocks } from './jobs/plan-clocks.js';
import { VoteClocks } from './jobs/vote-clocks.js';
import { EmergencyUsesHandler } from './rpc/emergency-uses.handler.js';
import { CouncilHandler } from './rpc/council.handler.js';
import { CourtyardsHandler } from './rpc/courtyards.handler.js';
import { PetitionsHandler } from './rpc/petitions.handler.js';
import { ProjectsHandler } from './rpc/projects.handler.js';
import { IssuesHandler } from './rpc/issues.handler.js';
import { OwnersVotesHandler } from './rpc/owners-votes.handler.js';
import { PublicityHandler } from './rpc/publicity.handler.js';
import { RoundsHandler } from './rpc/rounds.handler.js';
import { CommitmentClocks } from './jobs/commitment-clocks.js';
import { CommitmentsHandler } from './rpc/commitments.handler.js';
import { WorksHandler } from './rpc/works.handler.js';
import { EstateTermsHandler } from './rpc/estate-terms.handler.js';
import { FundBalancesHandler } from './rpc/fund-balances.handler.js';
import { InstalmentsHandler } from './rpc/instalments.handler.js';
import { SigningClocks } from './jobs/signing-clocks.js';
import { TermClocks } from './jobs/term-clocks.js';
import { ResolutionsHandler } from './rpc/resolutions.handler.js';
import { TablesHandler } from './rpc/tables.handler.js';
import { CostPartsHandler } from './rpc/cost-parts.handler.js';
import { CostPlansHandler } from './rpc/cost-plans.handler.js';

const printer = {
  provide: Printer,
  useFactory: (env: NodeJS.ProcessEnv) => new Printer(readSettings(deliberationSettings, env).WUFANG_FONTS),
  inject: [ENV],
};

@Injectable()
class ClosesPrinter implements OnApplicationShutdown {
  constructor(private readonly printer: Printer) {}

  onApplicationShutdown(): Promise<void> {
    return this.printer.close();
  }
}

@Module({
  controllers: [
    ProjectsHandler,
    CouncilHandler,
    CourtyardsHandler,
    PetitionsHandler,
    TablesHandler,
    IssuesHandler,
    RoundsHandler,
    OwnersVotesHandler,
    EmergencyUsesHandler,
    ResolutionsHandler,
    CostPlansHandler,
    CostPartsHandler,
    PublicityHandler,
    CommitmentsHandler,
    InstalmentsHandler,
    WorksHandler,
    FundBalancesHandler,
    EstateTermsHandler,
  ],
  providers: [
    ...[RegistryConsumer, GatewayConsumer, DispatchConsumer],
    ...[CommunityLifeClocks, IssueClocks, VoteClocks, EmergencyClocks, SigningClocks, PlanClocks, CommitmentClocks, TermClocks],
    ...[printer, ClosesPrinter],
  ],
})
export class DeliberationModule {}
