import { aggregate, table } from '@wufang/service';
import type { MeasureRow, SavedViewRow } from './ledger.schema.js';

export const measures = table<MeasureRow>('measures', ['orderId']);
export const savedViews = aggregate<SavedViewRow>('saved_views', 'saved-view');
