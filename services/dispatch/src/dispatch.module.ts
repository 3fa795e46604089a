import { Module } from '@nestjs/common';
import { StreetBook } from './db/street-book.js';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { CampaignClocks } from './jobs/campaign-clocks.js';
import { DutyClocks } from './jobs/duty-clocks.js';
import { IncidentClocks } from './jobs/incident-clocks.js';
import { LegClocks } from './jobs/leg-clocks.js';
import { OrderClocks } from './jobs/order-clocks.js';
import { SupervisionClocks } from './jobs/supervision-clocks.js';
import { WatchingClocks } from './jobs/watching-clocks.js';
import { AssignedTasksHandler } from './rpc/assigned-tasks.handler.js';
import { OrderCareHandler } from './rpc/order-care.handler.js';
import { OrderTimeHandler } from './rpc/order-time.handler.js';
import { CampaignsHandler } from './rpc/campaigns.handler.js';
import { ExposuresHandler } from './rpc/exposures.handler.js';
import { DirectoryHandler } from './rpc/directory.handler.js';
import { DeliberatingHandler } from './rpc/deliberating.handler.js';
import { DisputesHandler } from './rpc/disputes.handler.js';
import { DraftsHandler } from './rpc/drafts.handler.js';
import { LedgerHandler } from './rpc/ledger.handler.js';
import { LegsHandler } from './rpc/legs.handler.js';
import { StreetListsHandler } from './rpc/street-lists.handler.js';
import { SupervisionHandler } from './rpc/supervision.handler.js';
import { DutiesHandler } from './rpc/duties.handler.js';
import { CareHomesHandler } from './rpc/care-homes.handler.js';
import { IncidentsHandler } from './rpc/incidents.handler.js';
import { WatchingHandler } from './rpc/watching.handler.js';
import { WhistlesHandler } from './rpc/whistles.handler.js';
import { WorkOrdersHandler } from './rpc/work-orders.handler.js';

@Module({
  controllers: [
    WorkOrdersHandler,
    OrderTimeHandler,
    DirectoryHandler,
    DraftsHandler,
    DeliberatingHandler,
    DisputesHandler,
    LegsHandler,
    WhistlesHandler,
    AssignedTasksHandler,
    SupervisionHandler,
    LedgerHandler,
    OrderCareHandler,
    StreetListsHandler,
    CareHomesHandler,
    IncidentsHandler,
    WatchingHandler,
    DutiesHandler,
    CampaignsHandler,
    ExposuresHandler,
  ],
  providers: [
    StreetBook,
    IntakeConsumer,
    RegistryConsumer,
    DeliberationConsumer,
    OrderClocks,
    IncidentClocks,
    WatchingClocks,
    CampaignClocks,
    DutyClocks,
    LegClocks,
    SupervisionClocks,
  ],
})
export class DispatchModule {}
