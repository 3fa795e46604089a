import type { ExperienceOf, RoadList } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';

/** A practice that worked (经验做法). */
export interface ExperienceRow extends AggregateRow {
  title: string;
  text: string;
  category: string[];
  of: ExperienceOf;
  publishedAt: Date;
  publishedBy: string;
  withdrawnAt: Date | null;
}

/** How many lists of roads (道路名录) a street has published. */
export interface RoadListHeadRow extends AggregateRow {
  listVersion: number;
}

export interface RoadListVersionRow {
  streetId: string;
  listVersion: number;
  list: RoadList;
}

export interface ExperiencesDb {
  experiences: ExperienceRow;
  roadLists: RoadListHeadRow;
  roadListVersions: RoadListVersionRow;
}
