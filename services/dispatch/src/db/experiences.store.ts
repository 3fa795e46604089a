import { aggregate, table } from '@wufang/service';
import type { ExperienceRow, RoadListHeadRow, RoadListVersionRow } from './experiences.schema.js';

export const experiences = aggregate<ExperienceRow>('experiences', 'experience');
export const roadLists = aggregate<RoadListHeadRow>('road_lists', 'road-list');
export const roadListVersions = table<RoadListVersionRow>('road_list_versions', ['listVersion']);
