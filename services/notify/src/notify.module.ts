import { Module } from '@nestjs/common';
import { GatewayConsumer, NotifyDays, RegistryDays, ScoringDays } from './events/days.consumers.js';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { MessagesHandler } from './rpc/messages.handler.js';

@Module({
  controllers: [MessagesHandler],
  providers: [DispatchConsumer, IntakeConsumer, DeliberationConsumer, GatewayConsumer, NotifyDays, RegistryDays, ScoringDays],
})
export class NotifyModule {}
