import type { MappingProfile } from '@wufang/contracts';

/**
 * Fields an importer knows. A profile says which headers stand for them; `matter` in `required` means that a title or a content must be
 * there (domain rules 2.3).
 */
export const exportFields = [
  'orderNo',
  'demandType',
  'orderNature',
  'category1',
  'category2',
  'category3',
  'tags',
  'title',
  'content',
  'callerName',
  'callerPhone',
  'companyName',
  'receivedAt',
  'createdAt',
  'district',
  'town',
  'community',
  'point',
  'leadUnit',
  'subUnit',
  'acceptMode',
  'status',
  'dueAt',
  'result',
  'reply',
  'closedAt',
  'callbackValid',
  'contacted',
  'resolved',
  'satisfaction',
  'callbackMode',
] as const;
export type ExportField = (typeof exportFields)[number];

/** The columns of Beijing's hotline exports (domain rules 2.3). */
export const beijing12345: MappingProfile = {
  id: 'beijing-12345',
  name: '北京市12345工单明细',
  timeZone: 'Asia/Shanghai',
  columns: {
    orderNo: ['工单编号', '工单号', '诉求编号', '受理编号', '编号'],
    demandType: ['工单类型', '诉求类型'],
    orderNature: ['工单性质'],
    category1: ['一级分类', '问题分类一级', '一级问题分类'],
    category2: ['二级分类', '问题分类二级', '二级问题分类'],
    category3: ['三级分类', '问题分类三级', '三级问题分类'],
    tags: ['标签'],
    title: ['标题', '工单标题', '诉求标题'],
    content: ['主要内容', '诉求内容', '问题描述', '工单内容'],
    callerName: ['来电人', '来电人姓名', '诉求人', '反映人'],
    callerPhone: ['来电人电话', '来电人电话(账号)', '联系电话', '来电号码', '诉求人电话'],
    companyName: ['企业名称'],
    receivedAt: ['来电时间', '受理时间', '诉求时间', '创建时间'],
    createdAt: ['创建时间'],
    district: ['被反映区'],
    town: ['被反映街乡镇', '街乡镇'],
    community: ['村社区', '社区', '所属社区', '社区村'],
    point: ['小区点位', '问题点位', '点位', '地址'],
    leadUnit: ['主办单位', '承办单位'],
    subUnit: ['二级承办单位简称', '二级承办单位'],
    acceptMode: ['处理受理方式'],
    status: ['工单状态', '状态'],
    dueAt: ['办理时限', '截止时间', '到期时间'],
    result: ['处理结果', '办理结果'],
    reply: ['回复内容'],
    closedAt: ['办结时间', '办理完成时间'],
    callbackValid: ['是否有效回访', '有效回访'],
    contacted: ['是否联系', '是否联系诉求人'],
    resolved: ['是否解决'],
    satisfaction: ['是否满意', '满意度'],
    callbackMode: ['回访方式'],
  },
  required: ['orderNo', 'receivedAt', 'matter'],
  unknownPlace: ['不详', '未知', '无', '其他'],
  doneStates: ['已办结', '办结', '已结案', '已归档', '已回访'],
};

/** Headers as they are compared: no spaces, half-width brackets. Example: '来电人电话（账号） ' -> '来电人电话(账号)'. */
export function bareHeader(header: string): string {
  return header
    .replace(/\s+/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/^\*+|\*+$/g, '')
    .toLowerCase();
}

export interface HeaderRow {
  /** Position of the header among the rows of the sheet. */
  at: number;
  headers: string[];
  /** Which column a field stands in. */
  columns: Partial<Record<ExportField, number>>;
}

const LOOK_FOR = 30;

/**
 * Finds the header under whatever titles stand above it: the first row that has a column for every required field. Of several spellings
 * of a field the one the profile names first counts. Null when no row fits.
 */
export function findHeader(rows: readonly (readonly string[])[], profile: MappingProfile): HeaderRow | null {
  for (let at = 0; at < Math.min(rows.length, LOOK_FOR); at++) {
    const row = rows[at]!;
    const bare = row.map(bareHeader);
    const columns: HeaderRow['columns'] = {};
    for (const field of exportFields) {
      for (const alias of profile.columns[field] ?? []) {
        const column = bare.indexOf(bareHeader(alias));
        if (column < 0) continue;
        columns[field] = column;
        break;
      }
    }
    const hasField = (field: string) =>
      field === 'matter' ? columns.title !== undefined || columns.content !== undefined : columns[field as ExportField] !== undefined;
    if (profile.required.every(hasField)) return { at, headers: uniqueHeaders(row), columns };
  }
  return null;
}

/** What is missing, in the words of the profile. */
export function requiredHeaders(profile: MappingProfile): string {
  const name = (field: string) => profile.columns[field === 'matter' ? 'content' : field]?.[0] ?? field;
  return profile.required.map(name).join('、');
}

// A sheet may have the same header twice, or a column without one; each keeps its cells.
function uniqueHeaders(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((header, i) => {
    const name = header.trim() || `第${i + 1}列`;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 ? name : `${name}(${n})`;
  });
}
