import { aggregate, table } from '@wufang/service';
import type { AreaListHeadRow, AreaListVersionRow } from './areas.schema.js';

export const areaLists = aggregate<AreaListHeadRow>('area_lists', 'area-list');
export const areaListVersions = table<AreaListVersionRow>('area_list_versions', ['listVersion']);
