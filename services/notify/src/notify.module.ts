import { Module } from '@nestjs/common';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { MessagesHandler } from './rpc/messages.handler.js';

@Module({ controllers: [MessagesHandler], providers: [DispatchConsumer, IntakeConsumer] })
export class NotifyModule {}
