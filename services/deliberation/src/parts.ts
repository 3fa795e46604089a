import type { ServiceParts } from '@wufang/service';
import { DeliberationModule } from './deliberation.module.js';

export const deliberationParts: ServiceParts = { name: 'deliberation', module: DeliberationModule, aggregates: [] };
