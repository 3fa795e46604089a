import type { ExperienceOf } from '@wufang/contracts';
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

export interface ExperiencesDb {
  experiences: ExperienceRow;
}
