import type { ServiceParts } from '@wufang/service';
import { DispatchConsumer } from './events/dispatch.consumer.js';
import { IntakeConsumer } from './events/intake.consumer.js';
import { NotifyModule } from './notify.module.js';

export const notifyParts: ServiceParts = {
  name: 'notify',
  module: NotifyModule,
  consumers: [IntakeConsumer, DispatchConsumer],
  aggregates: ['chain_seats'],
};
