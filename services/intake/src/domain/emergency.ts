import type { Category } from '@wufang/contracts';

/** One kind of danger: its name for events and lists, and how people write it. Only the name leaves this service. */
export interface DangerRule {
  name: string;
  /** Written so, in running text. */
  words: RegExp;
  /** What a demand is about when nothing else tells. */
  category: Category | null;
  /** Being afraid of it, or it being likely, is not yet danger. */
  mayBeFeared?: boolean;
}

const trappedInLift: Category = ['物业管理', '公共设施', '电梯困人'];
const gas: Category = ['水电气热', '燃气', '燃气异味'];

/** Homes from which on an outage of heat or water is an emergency by itself; a building or more always is. */
export const manyHomes = { from: '2020-01-01', value: 30, unit: 'homes', source: 'P (domain rules 4.5-1: 停暖 741 户)' } as const;

/** Words of danger (危险词), dated and with their source: they raise level E at once (domain rules 4.5-1). */
export const dangerRules: { from: string; source: string; rules: readonly DangerRule[] } = {
  from: '2020-01-01',
  source: 'domain rules 4.5-1, 4.6; 接诉即办工作条例 art. 29',
  rules: [
    {
      name: '被困',
      words: /被困(?![扰惑境难])|(?<![贫特])困人(?![口员])|困在(?!校|读)|(?:关|卡|锁)在(?:了)?(?:电梯|轿厢|车|屋|家)里|反锁在/g,
      category: null,
    },
    {
      name: '燃气味',
      words: /(?:燃气|煤气|天然气|瓦斯|液化气)(?:的|有)?(?:味|异味|泄[漏露]|漏气|漏了|外泄)|漏(?:燃气|煤气|天然气)|臭鸡蛋味/g,
      category: gas,
    },
    // Road subsidence (路面塌陷) is left out: the street's own orders handle it as complex road works.
    {
      name: '坍塌',
      words: /坍塌|倒塌|垮塌|(?:墙|楼板|房顶|屋顶|天花板|阳台)[^，。；！？,;!?]{0,4}(?:塌了|要塌|快塌|掉下来)/g,
      category: null,
    },
    {
      name: '着火',
      words:
        /(?<!开)着火(?!锅|车(?!辆))|起火(?![锅车炬腿箭])|失火|着大火|火灾(?!自动|报警|探测|保险|隐患|逃生|知识|预防|防范|责任|风险)|(?<!(?:烟囱|烟道|排烟口|烧烤摊|烤炉)[^，。；！？,;!?]{0,2})冒烟/g,
      category: null,
      mayBeFeared: true,
    },
    { name: '爆炸', words: /爆炸(?![式性物])/g, category: null, mayBeFeared: true },
    { name: '触电漏电', words: /触电|漏电(?!保护|开关|断路)/g, category: null, mayBeFeared: true },
    { name: '爆管', words: /爆管|管道?爆裂/g, category: null, mayBeFeared: true },
    { name: '扬言轻生', words: /扬言|轻生|跳楼(?!机|价|大甩卖)|自杀|寻短见/g, category: null },
  ],
};

const numeral = '(?:\\d+|[一二两三四五六七八九十]+)';
/** A building or more: one stairwell, floor or home of it is named with the building, and is less. */
const wholeBuilding =
  '大面积|(?:整|全|这|那|一|[两二三四五六七八九十几数多]|\\d+)(?:栋|幢|座|个)?(?:号)?(?:楼|栋|幢|小区|院|片区|社区)' +
  `(?!道|梯|门|上|下|层|长|委|${numeral}(?:单元|门|层|室))`;
const countOfHomes = '(\\d{1,6}|[零一二两三四五六七八九十百千几数上]{1,7})(?:多|余|来)?(?:户|家住户)';
const gap = '[^，。；！？,;!?\\n]{0,12}?';
const gapAcross = '[^。；！？;!?\\n]{0,15}?';

const outages = [
  {
    name: '多户停暖',
    patterns: patternsOf('停暖|停供暖|断暖|没暖气|没有暖气|无暖气|暖气全停|供暖中断|停止供暖'),
    category: ['水电气热', '供暖', '大面积停暖'] as Category,
  },
  { name: '多户停水', patterns: patternsOf('停水|断水|没水|没有水|全没水'), category: ['水电气热', '供水', '停水水压低'] as Category },
] as const;

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
      if (planned.test(clause) || denied.test(before) || /(?:没有|没|未|不再|不会)$/.test(upToOutage)) continue;
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
/** A bare 易 only before the danger or what brings it about: 简易房 and 贸易公司 are no fear, 易燃物起火 is a fire. */
const feared = new RegExp(
  `(?:担心|怕|害怕|恐怕|唯恐|容易|极易|可能|会不会)${inClause}{0,8}$|(?<![简贸交])易(?:(?:引发|引起|导致|造成|发生|酿成)${inClause}{0,6})?$`,
);
const justNow = '分钟?|小时|钟头|刻钟?|秒钟?|[点时]|刚才?|不久|会儿?|今[天早晨晚日]|[上中下]午|早上|晚上';
/** Minutes ago is now; 曾 is a surname where no word of happening follows. */
const past = new RegExp(
  `(?:上次|上个?月|上周|去年|前年|(?<!${justNow})(?:以前|之前)|(?<!(?:${justNow})了?)过去(?![了看]|时|的时候)|当年|前些?年|往年` +
    `|曾(?:经|$|在|被|有|因|于|发生|出现|引发|引起|导致|造成|闻到|多次|[几一两二三]次))${inClause}{0,10}$`,
);
const practices = '(?:演练|演习|模拟|培训|宣传|讲座|知识|课程)';
/** A drill or a lesson is one of the danger only right beside it: people also write of a fire in a 培训机构, and of one seen 演练时. */
const drilledAfter = new RegExp(`^[^，。；！？,;!?了的是在]{0,6}${practices}(?!时|中|期间|后|过程|现场|机构|学校|[栏牌部室班屏板])`);
const drilledBefore = /(?:演练|演习|模拟|培训|宣传|讲解|学习)(?:了|如何|怎样|怎么|应对|防范|预防|扑救|逃生)*$/;

function isMoot(text: string, start: number, end: number, rule: DangerRule): boolean {
  const { before, after } = around(text, start, end);
  if (denied.test(before) || prevented.test(before) || conditional.test(before) || past.test(before)) return true;
  if (drilledBefore.test(before) || drilledAfter.test(after)) return true;
  if (rule.mayBeFeared && (feared.test(before) || /^的?(?:隐患|风险|可能)/.test(after))) return true;
  if (/^[^。！？\n]{0,6}已经?(?:被)?(?:扑灭|救出|解救|脱困|获救)/.test(text.slice(end))) return true;
  return /咨询|请问/.test(before) && /流程|规定|政策|责任|保险|补偿|赔偿|预案/.test(after);
}

/** The clause a hit stands in: from the last comma or full stop to the next. */
function around(text: string, start: number, end: number): { before: string; after: string; clause: string } {
  const before = /[^，。；！？,;!?\n]*$/.exec(text.slice(0, start))![0];
  const after = /^[^，。；！？,;!?\n]*/.exec(text.slice(end))![0];
  return { before, after, clause: before + text.slice(start, end) + after };
}
