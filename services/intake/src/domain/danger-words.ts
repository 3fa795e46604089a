import type { Category } from '@wufang/contracts';

/** One kind of danger: its name for events and lists, and how people write it. Only the name leaves this service. */
export interface DangerRule {
  name: string;
  /** Written so, in running text. */
  words: RegExp;
  /** What a demand is about when nothing else tells. */
  category: Category | null;
  /** Words right before it by which it is only feared, or likely, which is not yet danger. */
  feared?: RegExp;
  /** What outweighs the fear where it stands anywhere in the text: who smells gas does not only fear it. */
  sign?: RegExp;
}

export const trappedInLift: Category = ['物业管理', '公共设施', '电梯困人'];
const gasSmell: Category = ['水电气热', '燃气', '燃气异味'];

const inClause = '[^，。；！？,;!?\\n]';
const leading = '(?:引发|引起|导致|造成|发生|酿成)';
/** A bare 易 only before the danger or what brings it about: 简易房 and 贸易公司 are no fear, 易燃物起火 is a fire. */
const easily = `(?<![简贸交])易(?:${leading}${inClause}{0,6})?$`;
const feared = new RegExp(`(?:担心|怕|害怕|恐怕|唯恐|容易|极易|可能|会不会)${inClause}{0,8}$|${easily}`);
/** Of gas and of what may fall on people, a suspicion (可能, 怕是) is reason enough. */
const worried = new RegExp(`(?:担心|怕(?!是)|害怕|唯恐|生怕|容易|极易)${inClause}{0,8}$|${easily}`);

const gas = '(?:燃气|煤气|天然气|瓦斯|液化气|沼气)';
const gasPart = '(?:入户|室外|地下|软|胶|主|立|总)?(?:管道|管线|管子|管|灶具|灶|罐|钢瓶|瓶|表|阀门|阀|接头|接口|热水器|壁挂炉|调压箱|井)';
const already = '(?:正在|在|一直|突然|又|已经?|有点儿?|有些|严重|大量|好像|疑似|往外|都|被|给)*';
const alarm = '(?:报警|检测|探测|监测|切断|自闭|保险|知识)';
const gasIsThere = [
  `(?:燃气|煤气|天然气|瓦斯|液化气)(?:的|有)?(?:味|异味)`,
  `(?:燃气|煤气|天然气|瓦斯|液化气)${gasPart}?(?:有|的)?(?:股|很|好|特别|非常)?(?:大|重|浓|刺鼻)?的?(?:异味|味[道儿]|臭味|怪味)`,
  `(?:闻到|闻见|闻着|有股|一股)(?:很|好|特别|非常)?(?:大|重|浓|刺鼻)?的?(?:燃气|煤气|天然气|瓦斯|液化气)(?!公司|站|费|表|卡|灶)`,
  `${gas}(?:${gasPart}(?:处|上|里|那里|那儿)?){0,3}${already}(?:泄[漏露]|漏气|漏了|外[泄漏]|跑气|漏出来|往外漏|在漏|挖断|挖破|挖漏)(?!${alarm})`,
  `[漏跑](?:燃气|煤气|天然气|液化气)(?!公司)`,
  `(?:燃气|煤气|天然气|可燃气体)(?:泄[漏露])?报警器(?:一直|突然|又|正?在|不停地?)(?:响|叫|报警)`,
  '臭鸡蛋味',
].join('|');

const building =
  '(?:房子|房屋|楼房|平房|危房|老屋|屋子|木屋|楼梯|(?<![酒茶])楼|房梁|[房屋]檐|[车雨顶大]棚|棚子|吊顶|脚手架|护坡|挡土墙|围墙|院墙|墙头|墙体|墙)';
const partly = '(?:已经?|突然|又|都|就|全|快|马上|眼看|整个|局部|部分|半边|一角|一半|一面|的?墙|的?顶)*';
const thrownOut = `${inClause}{0,3}(?:垃圾|水|渣|土|污|霉|闭|卖|手)`;
const collapse = [
  '坍塌|倒塌|垮塌',
  `(?:墙|楼板|房顶|屋顶|天花板|阳台)${inClause}{0,4}(?:塌了|要塌|快塌|掉下来)`,
  `${building}${partly}(?:塌了|要塌|快塌|塌下来|塌掉了|塌成)`,
  `${building}${partly}(?:要倒|快倒|倒了|倒下来)(?!${thrownOut}|出|腾)`,
].join('|');

const burning =
  '(?:楼上|楼下|楼里|楼道|隔壁|屋里|屋内|家里|厨房|房子|厂房|仓库|车库|车棚|地下室|饭店|店里|[煤燃液化]*气罐|电动车|电瓶车|汽车|轿车|充电桩|' +
  '垃圾桶|垃圾堆|垃圾|柴堆|杂物|枯草|草|树|电表箱|配电箱|电箱|电线|插座|变压器|空调外机|被子|窗帘|油锅)';
const fire = [
  '(?<![开不打])着火(?!锅|车(?!辆))|起火(?![锅车炬腿箭])|失火|着大火|火灾(?!自动|报警|探测|保险|隐患|逃生|知识|预防|防范|责任|风险)',
  `(?<!(?:烟囱|烟道|排烟口|烧烤摊|烤炉)${inClause}{0,2})冒烟`,
  `(?<!(?:烟囱|烟道|排烟口|烧烤|烤炉|[货卡渣轿柴油汽]车|尾气|柴油|锅炉|油烟|工地|机械|厂(?!房)|饭店|餐馆|餐厅)${inClause}{0,6})冒(?:着|出|起)?[黑浓大]+烟`,
  `${burning}(?:里|上|那边|的东西|的杂物)?(?:已经?|突然|又|都|好像)*(?:着了(?![凉急魔迷慌道装])|烧着了|燃起来)`,
  '(?<![发高低退炉灶锅水暖热]|炉子|灶台|暖气)烧起来(?!的时候|才)',
  '(?<!心里|心头|嗓子|得|眼)(?:冒火(?!锅)|窜火)',
].join('|');

const person = '(?:人|老人|孩子|小孩|大人|乘客|业主|居民|住户|妇女|学生|女士|先生|阿姨|大爷|大妈|老太太|我妈|我爸|奶奶|爷爷|我|他|她)们?';
const someCount = '[一二两三四五六七八九十几好多0-9]+[个名位]?';
const lift = '(?:电梯|轿厢)';
const trapped = [
  '被困(?![扰惑境难])|(?<![贫特])困人(?![口员])|困在(?!校|读)|(?:关|卡|锁)在(?:了)?(?:电梯|轿厢|车|屋|家)里|反锁在',
  `${lift}${inClause}{0,4}(?:关人|关[住着]了?${person}|关[住着了]*${someCount}${person})`,
  `${lift}${inClause}{0,8}${person}(?:还|都|正|一直)?被(?:关|卡|锁)(?:住|着|在|了)`,
  `${lift}(?:里|内|中)(?:面|头)?${inClause}{0,10}出不来(?!门)`,
  `${lift}(?:门)?打不开[，,]?${inClause}{0,4}${person}(?:还|都)?在里[面头]`,
  `(?:${lift}|[屋家车]里|井|坑|洞)${inClause}{0,8}困住`,
].join('|');

const burst = [
  '爆管|管道?爆裂',
  `(?:水管|暖气管|热力管|供热管|供暖管|管道|主管|立管|管线|管子|暖气片|暖气包|暖气)(?:道|线)?${already}(?:爆了|爆开|崩了|崩开|炸了|炸裂)`,
].join('|');

const explosion = '爆炸(?![式性物])|(?<!发动机)爆燃|(?:罐|钢瓶|电池|电瓶|变压器|锅炉|高压锅|充电器|电表箱?)(?:突然|又|都)?炸了';

/** Words of danger (危险词), dated and with their source: they raise level E at once (domain rules 4.5-1). */
export const dangerRules: { from: string; source: string; rules: readonly DangerRule[] } = {
  from: '2020-01-01',
  source: 'domain rules 4.5-1, 4.6; 接诉即办工作条例 art. 29',
  rules: [
    { name: '被困', words: new RegExp(trapped, 'g'), category: null },
    { name: '燃气味', words: new RegExp(gasIsThere, 'g'), category: gasSmell, feared: worried, sign: /味|闻/ },
    // Road subsidence (路面塌陷) is left out: the street's own orders handle it as complex road works.
    { name: '坍塌', words: new RegExp(collapse, 'g'), category: null, feared: worried },
    { name: '着火', words: new RegExp(fire, 'g'), category: null, feared },
    { name: '爆炸', words: new RegExp(explosion, 'g'), category: null, feared },
    { name: '触电漏电', words: /触电|漏电(?!保护|开关|断路)/g, category: null, feared },
    { name: '爆管', words: new RegExp(burst, 'g'), category: null, feared },
    { name: '扬言轻生', words: /扬言|轻生|跳楼(?!机|价|大甩卖)|自杀|寻短见/g, category: null },
  ],
};

/** Outages by which many homes stand without heat or water, and what such a demand is about. */
export const outageWords: readonly { name: string; words: string; category: Category }[] = [
  {
    name: '多户停暖',
    words:
      '停暖|停供暖|断暖|没暖气|没有暖气|无暖气|暖气全停|供暖中断|停止供暖|(?:不|未|没|无|没有)供[暖热](?!费|季|期|前|的房)|停供热|停热|断热|供热中断|暖气(?:全部?|都|也)*(?:停|断|没)了',
    category: ['水电气热', '供暖', '大面积停暖'],
  },
  { name: '多户停水', words: '停水|断水|没水|没有水|全没水|无水(?![电表泥池])', category: ['水电气热', '供水', '停水水压低'] },
];
