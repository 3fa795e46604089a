import type { Input as Asked } from '@wufang/api-client';

type Category = Asked<'dispatch.directory.preview'>['category'];

/** What the desk has written down of a call so far. */
export interface Draft {
  content: string;
  callerName?: string;
  callerPhone?: string;
  room?: string;
  estateId?: string;
  point?: string;
  /** As one text, because a list chooses texts: 一级/二级/三级. */
  category?: string;
  demandType?: Asked<'dispatch.directory.preview'>['demandType'];
  level?: Asked<'dispatch.directory.preview'>['level'];
}

/** The levels of a category that a list holds as one text. */
export const pathOf = (category: string) => category.split('/') as unknown as Category;
export const placeOf = ({ estateId, point }: Draft) => ({
  ...{ communityId: null, buildingId: null },
  ...{ estateId: estateId ?? null, point: point?.trim() || null },
});
