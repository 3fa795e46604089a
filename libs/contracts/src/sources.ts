import type { DeadlineCode } from './enums.js';
import { labels } from './labels.js';

/** What stands behind a figure: a law, a paper of the client, what was read elsewhere, nothing yet. */
export type SourceKind = 'LAW' | 'CLIENT' | 'READ' | 'PROPOSED';

/**
 * The papers that figures of this house come from, by the short code their `source` carries (domain rules 0.1, 0.2). A figure keeps the code, so that it
 * can be found; people read the name.
 */
export const sources = {
  L1: { kind: 'LAW', name: '《北京市接诉即办工作条例》' },
  L2: { kind: 'LAW', name: '《北京市物业管理条例》' },
  L3: { kind: 'LAW', name: '《北京市街道办事处条例》' },
  L4: { kind: 'LAW', name: '《民法典》物权编' },
  L5: { kind: 'LAW', name: '最高人民法院《关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》' },
  L6: { kind: 'LAW', name: '《民法典》总则编' },
  L7: { kind: 'LAW', name: '国务院《物业管理条例》' },
  L8: { kind: 'LAW', name: '《城市居民委员会组织法》及北京市实施办法' },
  L9: { kind: 'LAW', name: '《信访工作条例》' },
  L10: { kind: 'LAW', name: '《民法典》合同编' },
  L11: { kind: 'LAW', name: '《个人信息保护法》' },
  'TSG T5002': { kind: 'LAW', name: '《电梯维护保养规则》（TSG T5002—2017）' },
  '建质〔2017〕138号': { kind: 'LAW', name: '《建设工程质量保证金管理办法》（建质〔2017〕138号）' },
  S0: { kind: 'CLIENT', name: '街道资料：云岗街道“zhì在云岗”' },
  S1: { kind: 'CLIENT', name: '街道资料：六里桥街道“桥连民声”' },
  S2: { kind: 'CLIENT', name: '街道资料：方庄街道“四方四办”与停暖处置' },
  S3: { kind: 'CLIENT', name: '街道资料：接诉即办“绣花功夫”综述（后沙峪的办理时限）' },
  S4: { kind: 'CLIENT', name: '街道资料：通州区“有事您找我”' },
  M1: { kind: 'CLIENT', name: '《接诉即办管理办法》' },
  M2: { kind: 'CLIENT', name: '《物业管理提升方案》' },
  M3: { kind: 'CLIENT', name: '《物业联盟促进方案》' },
  M4: { kind: 'CLIENT', name: '《“五方共治”监督考核评价方案》' },
  M5: { kind: 'CLIENT', name: '《奖惩措施》' },
  W1: { kind: 'READ', name: '京建法〔2013〕20号（应急使用维修资金）' },
  W2: { kind: 'READ', name: '2016年报道：维修资金应急使用六种情形' },
  W3: { kind: 'READ', name: '2024年报道：住宅老旧电梯应急更换程序指引' },
  W4: { kind: 'READ', name: 'DB11/T《12345市民服务热线服务与管理规范》' },
  W5: { kind: 'READ', name: 'GB/T 33358—2016《政府热线服务规范》' },
  W6: { kind: 'READ', name: '2016年关于《政府热线服务规范》的报道' },
  W7: { kind: 'READ', name: 'GB/T 39666—2020《政府热线服务分类与代码》' },
  W8: { kind: 'READ', name: '《北京人大》2026年第1期：条例实施情况调研' },
  W9: { kind: 'READ', name: '怀柔区2019年接诉即办六项措施' },
  W10: { kind: 'READ', name: '关于问题工单提级督办的报道（巴彦淖尔12345）' },
  W11: { kind: 'READ', name: '关于签收率、办结率考核的报道（准格尔旗）' },
  W12: { kind: 'READ', name: '关于北京四类办理时限的报道' },
  W13: { kind: 'READ', name: '外市市直部门12345办理规定' },
  W14: { kind: 'READ', name: '《丰台时报》2025年5月23日“热线+网格”报道' },
  W15: { kind: 'READ', name: '关于北京维修资金应急使用的报道' },
  W16: { kind: 'READ', name: '江苏关于费用分摊三项规则的文章' },
  W17: { kind: 'READ', name: '2018年关于“三供一业”改造费用的报道' },
  C1: { kind: 'READ', name: '怀柔区12345报表的统计口径' },
  C2: { kind: 'READ', name: '通行的北京12345工单导出表' },
  K: { kind: 'PROPOSED', name: '凭经验，尚待核实' },
  P: { kind: 'PROPOSED', name: '本平台建议值，尚无规定' },
} as const satisfies Record<string, { kind: SourceKind; name: string }>;

/**
 * A source as officials read it: every code by its name, with its article; what is no code of ours stands as it was written.
 * Examples: 'W12, S3' -> '关于北京四类办理时限的报道；街道资料：…'; 'L1-14' -> '《北京市接诉即办工作条例》第十四条';
 * 'P (domain rules 4.7)' -> '本平台建议值，尚无规定'; '街道办公会2026年第3号' -> itself.
 */
export function sourceInWords(source: string): string {
  const parts = source.split(/[,;]\s*/).map(partInWords);
  return [...new Set(parts)].join('；');
}

function partInWords(part: string): string {
  const [, head = part, besides] = /^(.*?)(?:\s*\((.*)\))?$/.exec(part.trim()) ?? [];
  const paper = paperInWords(head);
  const beside = besides === undefined ? null : besideInWords(besides);
  return beside === null ? paper : `${paper}（${beside}）`;
}

function paperInWords(code: string): string {
  const [, key = '', article] = /^(.+?)(?:-(\d+)(?:-\d+)?)?$/.exec(code) ?? [];
  if (!(key in sources)) return code;
  const { name } = sources[key as keyof typeof sources];
  return article ? `${name}第${inChinese(Number(article))}条` : name;
}

/**
 * Which papers a source cites, and the article where it names one; what is no code of ours cites none.
 * Examples: 'P, L1-12-3' -> P, and article 12 of L1; '街道办公会2026年第3号' -> nothing.
 */
export function citationsOf(source: string): { code: string; article: number | null }[] {
  return source.split(/[,;]\s*/).flatMap((part) => {
    const [, head = ''] = /^(.*?)(?:\s*\(.*\))?$/.exec(part.trim()) ?? [];
    const [, code = '', article] = /^(.+?)(?:-(\d+)(?:-\d+)?)?$/.exec(head) ?? [];
    return code in sources ? [{ code, article: article === undefined ? null : Number(article) }] : [];
  });
}

/** What stands in brackets behind a code: the paper a proposal leans on, or the clock it is like. Where our own rules are worked out tells an official nothing. */
function besideInWords(besides: string): string | null {
  const [, like = ''] = /^as ([A-Z_\d]+)$/.exec(besides) ?? [];
  if (like in labels.deadlineCode) return `与“${labels.deadlineCode[like as DeadlineCode]}”相同`;
  return besides in sources ? `参照${sources[besides as keyof typeof sources].name}` : null;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number below a thousand as statutes write it. Examples: 14 -> 十四; 57 -> 五十七; 278 -> 二百七十八; 205 -> 二百零五. */
function inChinese(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const tail =
    tens === 0
      ? `${hundreds > 0 && ones > 0 ? '零' : ''}${digits[ones]}`
      : `${tens > 1 || hundreds > 0 ? digits[tens] : ''}十${digits[ones]}`;
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${tail}`;
}
