import { aggregate } from '@wufang/service';
import type { ResourceRow } from './schema.js';

export const resources = aggregate<ResourceRow>('resources', 'resource');
