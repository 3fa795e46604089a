import { dutiesOfTrapped, type Category, type DeadlineCode } from '@wufang/contracts';
import { dangerRules, outageWords, trappedInLift, type DangerRule } from './danger-words.js';

/** Homes from which on an outage of heat or water is an emergency by itself; a building or more always is. */
export const manyHomes = { from: '2020-01-01', value: 30, unit: 'homes', source: 'P (domain rules 4.5-1: 停暖 741 户)' } as const;

const numeral = '(?:\\d+|[一二两三四五六七八九十]+)';
/** A building or more: one stairwell, floor or home of it is named with the building, and is less. */
const wholeBuilding =
  '大面积|(?:整|全|这|那|一|[两二三四五六七八九十几数多]|\\d+)(?:栋|幢|座|个)?(?:号)?(?:楼|栋|幢|小区|院|片区|社区)' +
  `(?!道|梯|门|上|下|层|长|委|${numeral}(?:单元|门|层|室))`;
const countOfHomes = '(\\d{1,6}|[零一二两三四五六七八九十百千几数上]{1,7})(?:多|余|来)?(?:户|家住户)';
const gap = '[^，。；！？,;!?\\n]{0,12}?';
const gapAcross = '[^。；！？;!?\\n]{0,15}?';

const outages = outageWords.map(({ name, words, category }) => ({ name, patterns: patternsOf(words), category }));

/** A danger found in a text: the rule's name, and the words as they stand there. */
export interface Danger {
  name: string;
  word: string;
  category: Category | null;
}

/**
 * The dangers a text tells of. What is denied (没有被困), past (去年着火), a drill (消防演练), a condition (如果着火) or only feared (容易着火)
 * does not count; where a sentence can be read both ways it does, because a person looks at once and lowering is easy.
 * Example: '3号楼电梯里有人被困' -> 被困; '无人被困' -> none; '主管道爆裂，741户停暖' -> 爆管 and 多户停暖.
 */
export function dangersIn(text: string): Danger[] {
  const found: Danger[] = [];
  for (const rule of dangerRules.rules) {
    for (const hit of text.matchAll(rule.words)) {
      if (isMoot(text, hit.index, hit.index + hit[0].length, rule)) continue;
      const isLift = rule.name === '被困' && /电梯|轿厢/.test(text);
      found.push({ name: rule.name, word: hit[0], category: isLift ? trappedInLift : rule.category });
      break;
    }
  }
  for (const outage of outages) {
    const word = outageWord(text, outage.patterns);
    if (word) found.push({ name: outage.name, word, category: outage.category });
  }
  return found;
}

/**
 * Duties that a danger adds, whatever category a person has given (domain rules 4.6, LIFT_TRAPPED: on site within its row's time, 119 and the maintainer told):
 * who is trapped in a lift is so under 电梯故障 too. Example: 电梯里有人被困 -> LIFT_TRAPPED; 老人被困屋里 -> none.
 */
export function dutiesOfDangers(dangers: readonly Danger[]): DeadlineCode[] {
  return dangers.some(({ category }) => category === trappedInLift) ? [...dutiesOfTrapped] : [];
}

interface OutagePattern {
  words: RegExp;
  outage: RegExp;
  countsHomes: boolean;
}

function patternsOf(outage: string): OutagePattern[] {
  const patterns: [string, boolean][] = [
    [`(?:${wholeBuilding})${gap}(?:${outage})`, false],
    [`(?:${outage})${gap}(?:${wholeBuilding})`, false],
    [`${countOfHomes}${gapAcross}(?:${outage})`, true],
    [`(?:${outage})${gapAcross}${countOfHomes}`, true],
  ];
  return patterns.map(([words, countsHomes]) => ({ words: new RegExp(words, 'g'), outage: new RegExp(outage), countsHomes }));
}

function outageWord(text: string, patterns: readonly OutagePattern[]): string | null {
  if (!patterns[0]!.outage.test(text)) return null;
  for (const { words, outage, countsHomes } of patterns) {
    for (const hit of text.matchAll(words)) {
      const { before, clause } = around(text, hit.index, hit.index + hit[0].length);
      const upToOutage = text.slice(0, hit.index + hit[0].search(outage));
      if (planned.test(clause) || denied.test(before) || isQuestion(clause) || /(?:没有|没|未|不再|不会)$/.test(upToOutage)) continue;
      if (!countsHomes || homesIn(hit[1]!) >= manyHomes.value) return hit[0];
    }
  }
  return null;
}

const digits: Record<string, number> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 几: 2, 数: 2, 上: 1 };
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** How many homes a number tells of, at the least. Example: '741' -> 741; '三百二十' -> 320; '几百' -> 200; '上百' -> 100. */
export function homesIn(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  let [total, digit] = [0, 0];
  for (const sign of written) {
    const unit = units[sign];
    if (unit === undefined) digit = digits[sign] ?? 0;
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

const fillers = '(?:人员?|老人|孩子|乘客|居民|任何|什么|明显|发现|发生|出现|闻到|造成|引起|引发|有|过|再|的)*';
const denied = new RegExp(`(?:没有|没|并未|未|并无|无|不是|并非|不存在|不会|不至于|从未)${fillers}$`);
const inClause = '[^，。；！？,;!?]';
/** What nobody told of or repairs is not planned: 没有任何通知, 没人检修, 计划外. */
const planned = new RegExp(`(?<!(?:没(?!有?水|有?暖)|未|不|无(?!暖)|非)${inClause}{0,8})(?:计划(?!外)|检修|通知|公告|演练)`);
/** A bare 防 only right before the danger: 消防通道, 防盗门 and 人防工程 are places. */
const prevented = new RegExp(`(?:防止|避免|预防|以免|谨防|免得|防范|杜绝|以防)${inClause}{0,6}$|(?<![消人])防$`);
const conditional = /(?:如果|万一|假如|假设|要是|一旦|若)[^，。；！？,;!?]{0,10}$/;
const someTime = '(?:半|[好数多]?[几数多一二两三四五六七八九十\\d]+)(?:个多?月|多?年)';
const justNow = '分钟?|小时|钟头|刻钟?|秒钟?|[点时]|刚才?|不久|会儿?|今[天早晨晚日]|[上中下]午|早上|晚上';
/** Minutes ago is now; 曾 is a surname where no word of happening follows. */
const past = new RegExp(
  `(?:上次|上个?月|上周|去年|前[几两]?年|${someTime}(?:以|之)?前|(?<!${justNow})(?:以前|之前)|(?<!(?:${justNow})了?)过去(?![了看]|时|的时候)|当年|前些?年|往年` +
    `|曾(?:经|$|在|被|有|因|于|发生|出现|引发|引起|导致|造成|闻到|多次|[几一两二三]次))${inClause}{0,10}$`,
);
/** Someone is named where the danger would be, and is not there: 电梯里没有人被关住. */
const saysNobody = /没有?人|无人|没有?被|未被/;
/** Who advises checks tells of none: 建议定期检查燃气管道漏气. Who asks for one (请排查) has a reason. */
const advised = new RegExp(`(?:建议|定期)${inClause}{0,8}(?:检查|排查|检测|巡检|安装|加装)${inClause}{0,6}$`);
/** What has lain so for months is no news: 围墙倒了半年没人修. */
const long = new RegExp(`^(?:了|已经?|都|有|快)*${someTime}(?!前)`);
/** It is over: put out, freed, mended; what has broken again since is not. */
const over = new RegExp(
  '^[^。！？\\n]{0,6}(?:已经?|早就?|都)(?:被)?[^，。；！？,;!?\\n没未不]{0,4}(?:扑灭|救出|解救|脱困|获救|修好|修复|排除|处理好|处理完|抢修完|换好)(?![^。！？\\n]{0,8}又)',
);
const practices = '(?:演练|演习|模拟|培训|宣传|讲座|知识|课程)';
/** A drill or a lesson is one of the danger only right beside it: people also write of a fire in a 培训机构, and of one seen 演练时. */
const drilledAfter = new RegExp(`^[^，。；！？,;!?了的是在]{0,6}${practices}(?!时|中|期间|后|过程|现场|机构|学校|[栏牌部室班屏板])`);
const drilledBefore = /(?:演练|演习|模拟|培训|宣传|讲解|学习)(?:了|如何|怎样|怎么|应对|防范|预防|扑救|逃生)*$/;

/** Who asks for a rule or their money does not tell of an outage: 请问整个小区不供暖能退费吗. */
function isQuestion(clause: string): boolean {
  return /咨询|请问|想问|想了解/.test(clause) && /流程|规定|政策|责任|保险|补偿|赔偿|预案|退费|退款|报停|收费|费用/.test(clause);
}

function isMoot(text: string, start: number, end: number, rule: DangerRule): boolean {
  const { before, after } = around(text, start, end);
  if (denied.test(before) || prevented.test(before) || conditional.test(before) || past.test(before)) return true;
  if (drilledBefore.test(before) || drilledAfter.test(after)) return true;
  if (saysNobody.test(text.slice(start, end)) || advised.test(before) || long.test(after)) return true;
  const isFeared = rule.feared && (rule.feared.test(before) || /^的?(?:隐患|风险|可能)/.test(after));
  if (isFeared && !rule.sign?.test(text.slice(0, start) + text.slice(end))) return true;
  if (over.test(text.slice(end))) return true;
  return /咨询|请问/.test(before) && /流程|规定|政策|责任|保险|补偿|赔偿|预案/.test(after);
}

/** The clause a hit stands in: from the last comma or full stop to the next. */
function around(text: string, start: number, end: number): { before: string; after: string; clause: string } {
  const before = /[^，。；！？,;!?\n]*$/.exec(text.slice(0, start))![0];
  const after = /^[^，。；！？,;!?\n]*/.exec(text.slice(end))![0];
  return { before, after, clause: before + text.slice(start, end) + after };
}
