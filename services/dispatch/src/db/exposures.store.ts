import { aggregate } from '@wufang/service';
import type { ExposureRow } from './exposures.schema.js';

export const exposures = aggregate<ExposureRow>('exposures', 'exposure');
