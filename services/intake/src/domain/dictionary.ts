import type { Category, DemandType } from '@wufang/contracts';

/** What people write when they mean a category. Words joined by + must all be there, in any order. */
export interface DictionaryRow {
  category: Category;
  /** The type most demands of the category have. */
  demandType: DemandType;
  words: readonly string[];
}

export interface Dictionary {
  version: number;
  from: string;
  source: string;
  rows: readonly DictionaryRow[];
}

const row = (category: string, demandType: DemandType, words: string): DictionaryRow => ({
  category: category.split('/') as Category,
  demandType,
  words: words.split(' '),
});

/** The dictionary of categories, dated and numbered; a street's own words come by training. */
export const dictionary: Dictionary = {
  version: 1,
  from: '2020-01-01',
  source: 'catalogue of the sample street (directory.csv); wording P',
  rows: [
    row('物业管理/房屋维修/房屋漏雨渗水', 'COMPLAINT', '漏雨 渗水 漏水 返潮 墙皮脱落 墙面发霉 屋面防水 屋顶漏 房顶漏 外墙保温 顶层+防水'),
    row(
      '物业管理/公共设施/电梯故障',
      'COMPLAINT',
      '电梯停运 电梯坏 电梯故障 电梯异响 不平层 电梯+停运 电梯+异响 电梯+维修 电梯+坏了 电梯+停了 电梯+抖',
    ),
    row('物业管理/公共设施/电梯困人', 'HELP', '电梯困人 困在电梯 电梯+被困 电梯+困人 轿厢+被困 被关在电梯'),
    row('物业管理/物业服务/保洁垃圾清运', 'COMPLAINT', '垃圾 保洁 清运 垃圾桶 大件垃圾 没人打扫 卫生+打扫'),
    row('物业管理/物业服务/收费争议', 'COMPLAINT', '物业费 能耗费 乱收费 收费 公示+收费 缴纳+物业费 多收+费'),
    row('物业管理/小区配套/电动自行车充电', 'SUGGESTION', '充电桩 飞线 飞线充电 电动车棚 充电设施 车棚+充电 电动车+充电桩'),
    row('物业管理/小区配套/道路破损', 'HELP', '路面塌陷 道路破损 坑洼 路面破损 路面+坑 路面+不平 道路+修'),
    row('物业管理/小区配套/停车管理', 'COMPLAINT', '停车 车位 停车位 僵尸车 占用消防通道 乱停 外来车辆'),
    row('水电气热/供暖/暖气不热', 'HELP', '暖气不热 暖气冰凉 不热 供暖 没暖气 暖气+凉 室温 温度只有 停暖'),
    row('水电气热/供暖/大面积停暖', 'HELP', '大面积停暖 供暖+主管道 户停暖 整栋+停暖 全小区+停暖 供暖+爆裂'),
    row('水电气热/供水/停水水压低', 'HELP', '停水 水压低 水压小 没水 断水 水泵故障 自来水+没有'),
    row('水电气热/排水/污水外溢', 'HELP', '污水 污水外溢 化粪池 下水道堵 下水堵 返水 管道坍塌 污水管道'),
    row('水电气热/供电/停电', 'HELP', '停电 没电 断电 跳闸 线路老化 打火 电压不稳'),
    row('水电气热/燃气/燃气异味', 'REPORT', '燃气味 燃气异味 煤气味 天然气味 燃气泄漏 煤气泄漏 燃气+异味 漏燃气'),
    row('城市管理/积水内涝/院内积水', 'HELP', '积水 内涝 雨水排不出 逢雨+积水 下雨+淹'),
    row('城市管理/市容环境/占道经营', 'REPORT', '占道经营 游商 早市 摆摊 占用便道 小贩 门口+摆摊'),
    row('城市管理/违法建设/私搭乱建', 'REPORT', '违规搭建 私搭乱建 违建 阳光房 开墙打洞 私自搭建 违章建筑'),
    row('城市管理/噪声扰民/施工噪声', 'COMPLAINT', '工地 施工噪声 夜间施工 工地+噪声 工地+夜间 施工+扰民 施工+吵'),
    row('交通管理/交通秩序/出入口拥堵', 'COMPLAINT', '拥堵 堵车 违停 早晚高峰 出入口+堵 路口+违停 公交+进站'),
    row('民生保障/养老助残/助餐助医', 'HELP', '送餐 助餐 助医 独居老人 老年餐 陪诊 行动不便+申请'),
    row(
      '民生保障/社会保障/政策咨询',
      'INQUIRY',
      '咨询+政策 咨询+补贴 咨询+条件 咨询+流程 咨询+计划 公租房 加装电梯 低保 补贴 列入计划 老旧小区改造',
    ),
    row('邻里纠纷/邻里关系/楼道堆物', 'COMPLAINT', '楼道堆放 楼道堆物 堆放杂物 楼道+杂物 楼道+鞋柜 邻居+楼道+充电'),
    row('邻里纠纷/邻里关系/噪声扰民', 'COMPLAINT', '楼上+噪声 楼上+吵 邻居+噪声 邻居+吵 广场舞 狗叫 深夜+噪声 楼上+脚步'),
    row('社区治理/议事协商/公共空间', 'SUGGESTION', '议事厅 活动场地 公共空间 健身器材 闲置+改建 增设+座椅 儿童+活动'),
  ],
};

export interface DictionaryHit {
  row: DictionaryRow;
  words: string[];
  /** Letters matched; longer words say more. */
  score: number;
}

const notMeant = /(?:不是|并非|不属于|不算)[^，。；！？,;!?]{0,2}$/;

/**
 * The rows whose words stand in a text, those that say most first. A word within a longer one of the same row counts once; what the text
 * says it is not does not count.
 * Example: '不是漏水，是下水道堵了' -> 污水外溢 alone.
 */
export function lookUp(text: string, { rows }: Dictionary = dictionary): DictionaryHit[] {
  const hits: DictionaryHit[] = [];
  for (const row of rows) {
    const found = new Set<string>();
    for (const word of row.words) {
      const parts = word.split('+');
      if (parts.every((part) => isMeant(text, part))) for (const part of parts) found.add(part);
    }
    const words = [...found].filter((word) => ![...found].some((other) => other !== word && other.includes(word)));
    if (words.length > 0) hits.push({ row, words, score: words.reduce((sum, word) => sum + word.length, 0) });
  }
  return hits.sort((a, b) => b.score - a.score);
}

function isMeant(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!notMeant.test(text.slice(Math.max(0, at - 8), at))) return true;
  }
  return false;
}
