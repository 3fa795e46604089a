import { Module } from '@nestjs/common';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { GatewayConsumer } from './events/gateway.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { IssueClocks } from './jobs/issue-clocks.js';
import { IssuesHandler } from './rpc/issues.handler.js';
import { TablesHandler } from './rpc/tables.handler.js';

@Module({
  controllers: [TablesHandler, IssuesHandler],
  providers: [RegistryConsumer, GatewayConsumer, DispatchConsumer, IssueClocks],
})
export class DeliberationModule {}
