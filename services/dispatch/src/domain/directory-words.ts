import { labels, type CoTarget, type DirectoryRow, type LeadTarget } from '@wufang/contracts';
import { timesText } from './row-times.js';

/** Names for the ids that rows carry: units, communities, estates. An unknown one is said as its id. */
export type NameOf = (id: string) => string;

/** Whom a row sends to, as an administrator writes it in a table. */
export function leadText(lead: LeadTarget, nameOf: NameOf): string {
  switch (lead.kind) {
    case 'UNIT':
      return nameOf(lead.unitId);
    case 'COMMUNITY':
      return '所属社区';
    case 'ESTATE_FIRM':
      return `小区的物业公司（无物业的由${nameOf(lead.elseUnitId)}主办、社区协办）`;
  }
}

export const coTargetText = { COMMUNITY: '所属社区', ESTATE_FIRM: '小区的物业公司', RIGHTS_UNIT: '产权单位' } as const;

export function coUnitText(target: CoTarget, nameOf: NameOf): string {
  return target.kind === 'UNIT' ? nameOf(target.unitId) : coTargetText[target.kind];
}

export const placeKindText = { POINT: '点位', BUILDING: '楼', ESTATE: '小区', COMMUNITY: '社区', AREA: '片区' } as const;

/** The fields of a row, each with its Chinese name and its value in words; what is not set is empty. */
export function fieldTexts(row: DirectoryRow, nameOf: NameOf): readonly (readonly [field: string, value: string])[] {
  const { place } = row;
  return [
    ['分类', row.category.join('/') || '全部分类'],
    ['诉求类型', row.demandTypes?.map((type) => labels.demandType[type]).join('、') ?? ''],
    ['地点', place ? `${placeKindText[place.kind]}${nameOf(place.id)}` : '全街道'],
    ['小区类型', row.estateType ? labels.estateType[row.estateType] : ''],
    ['适用级别', row.level ? labels.level[row.level] : ''],
    ['时间', timesText(row.times)],
    ['主办', leadText(row.lead, nameOf)],
    ['协办', (row.coUnits ?? []).map((target) => coUnitText(target, nameOf)).join('、')],
    ['级别', row.setLevel ? labels.level[row.setLevel] : ''],
    ['增加时限', (row.duties ?? []).map((code) => labels.deadlineCode[code]).join('、')],
    ['社区可主办', row.communityMayLead ? '是' : '否'],
    ['依据', row.source],
  ];
}

/** A whole row in words. Example: 水电气热/供暖，全街道，由热力集团主办. */
export function rowText(row: DirectoryRow, nameOf: NameOf): string {
  const fields = new Map(fieldTexts(row, nameOf));
  const conditions = ['分类', '诉求类型', '地点', '小区类型', '适用级别', '时间'].map((name) => fields.get(name)).filter(Boolean);
  const co = fields.get('协办');
  return `${conditions.join('，')}，由${fields.get('主办')}主办${co ? `、${co}协办` : ''}`;
}
