import { Module } from '@nestjs/common';
import { DeliberationConsumer } from './events/deliberation.consumer.js';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { RegistryConsumer } from './events/registry.consumer.js';
import { RatesHandler } from './rpc/rates.handler.js';

@Module({ controllers: [RatesHandler], providers: [DeliberationConsumer, DispatchConsumer, IntakeConsumer, RegistryConsumer] })
export class ScoringModule {}
