import { useQueries } from '@tanstack/react-query';
import type { Output } from '@wufang/api-client';
import { call } from '../../lib/client.js';
import { labels } from '../../lib/labels.js';
import { useEstateName, useEstates, useUnitName } from '../../lib/names.js';
import { say, useWords } from '../../lib/words.js';
import type { Row } from './row-fields.js';

export type { Row };
export type Version = Output<'dispatch.directory.versions'>['versions'][number];
export type Draft = Output<'dispatch.directory-draft.get'>['draft'];
export type Change = Output<'dispatch.directory-draft.get'>['changes'][number];
/** The pilot of 有事您找我 that runs beside a table, with the rows it touches; null where none runs. */
export type Pilot = Output<'dispatch.directory.get'>['pilot'];
export type Trial = Output<'dispatch.directory.dry-run'>;

/** All that is known of the directory, its versions and its drafts: asked anew after a change of any of them. */
export const directoryKeys = [['directory']] as const;

export const placeKinds = ['AREA', 'COMMUNITY', 'ESTATE', 'BUILDING', 'POINT'] as const;
export const placeKindText = (kind: (typeof placeKinds)[number]): string =>
  ({
    AREA: say('片区', 'Area'),
    COMMUNITY: say('社区', 'Community'),
    ESTATE: say('小区', 'Estate'),
    BUILDING: say('楼栋', 'Building'),
    POINT: say('点位', 'Point'),
  })[kind];

/** Who assists without being named: whoever it is at the place of the demand. */
export const coKinds = ['COMMUNITY', 'ESTATE_FIRM', 'RIGHTS_UNIT'] as const;
export const coKindText = (kind: (typeof coKinds)[number]): string =>
  ({
    COMMUNITY: say('所在社区', 'The community there'),
    ESTATE_FIRM: say('小区的物业公司', 'The estate’s firm'),
    RIGHTS_UNIT: say('产权单位', 'The property-rights unit'),
  })[kind];

export const versionStateText = (state: Version['state']): string =>
  ({
    IN_FORCE: say('现行', 'in force'),
    SCHEDULED: say('待施行', 'waits'),
    PAST: say('已过', 'past'),
    WITHDRAWN: say('已撤回', 'withdrawn'),
  })[state];

export const draftStateText = (state: Draft['state']): string =>
  ({ OPEN: say('起草中', 'open'), PUBLISHED: say('已发布', 'published'), DISCARDED: say('已弃用', 'discarded') })[state];

export const categoryText = (category: readonly string[]): string => category.join(' / ') || say('全部分类', 'All categories');

function timesText({ from, to, season, hours }: NonNullable<Row['times']>): string {
  return [
    from && say(`自 ${from}`, `from ${from}`),
    to && say(`至 ${to}`, `until ${to}`),
    season && say(`每年 ${season.from} 至 ${season.to}`, `${season.from} to ${season.to} of each year`),
    hours && say(`每日 ${hours.from} 至 ${hours.to}`, `${hours.from} to ${hours.to} of each day`),
  ]
    .filter(Boolean)
    .join(say('，', ', '));
}

/** The cells of rows in words: units, places, times. Buildings are named where a row is about one; only then their estates are asked. */
export function useRowWords(rows: readonly Row[]) {
  const words = useWords();
  const unitName = useUnitName();
  const estateName = useEstateName();
  const estates = useEstates();
  const named = useQueries({
    queries: rows.some(({ place }) => place?.kind === 'BUILDING')
      ? estates.map(({ id: estateId }) => ({
          queryKey: ['buildings', estateId],
          queryFn: () => call('registry.building.list', { estateId }),
          staleTime: 300_000,
        }))
      : [],
  });
  const buildingName = (id: string) => {
    const found = named.flatMap(({ data }) => data?.buildings ?? []).find((one) => one.id === id);
    return found ? `${estateName(found.estateId)}${found.name}` : words('不详', 'unknown');
  };
  const place = (at: NonNullable<Row['place']>) => {
    const of = { ESTATE: estateName, COMMUNITY: unitName, BUILDING: buildingName, AREA: String, POINT: String }[at.kind];
    return `${placeKindText(at.kind)} ${of(at.id)}`;
  };
  return {
    place,
    buildingName,
    lead: ({ lead }: Row) =>
      lead.kind === 'UNIT'
        ? unitName(lead.unitId)
        : lead.kind === 'COMMUNITY'
          ? coKindText('COMMUNITY')
          : words(`小区的物业公司（没有的由${unitName(lead.elseUnitId)}）`, `The estate’s firm (else ${unitName(lead.elseUnitId)})`),
    co: ({ coUnits = [] }: Row) =>
      coUnits.map((unit) => (unit.kind === 'UNIT' ? unitName(unit.unitId) : coKindText(unit.kind))).join('、') || '—',
    conditions: ({ level, estateType, demandTypes, place: at, times }: Row) =>
      [
        demandTypes?.map((type) => labels.demandType[type]).join('、'),
        at && place(at),
        estateType && labels.estateType[estateType],
        level && labels.level[level],
        times && timesText(times),
      ]
        .filter(Boolean)
        .join('；') || '—',
    result: ({ setLevel, duties = [] }: Row) =>
      [setLevel && labels.level[setLevel], ...duties.map((code) => labels.deadlineCode[code])].filter(Boolean).join('；') || '—',
  };
}

export type RowWords = ReturnType<typeof useRowWords>;

/** What the check says of a draft. */
export type Finding = Output<'dispatch.directory-draft.check'>['findings'][number];
/** A draft as it is kept. */
export interface Kept {
  draft: Draft;
  rows: readonly Row[];
  changes: readonly Change[];
  pilot: Pilot;
}
