import type { Category, Level } from '@wufang/contracts';

/** The category tree (问题分类) of three levels and the level each leaf has unless something else is known. */
export interface CategoryLevels {
  from: string;
  source: string;
  rows: readonly (readonly [one: string, two: string, three: string, level: Level])[];
}

export const categoryLevels: CategoryLevels = {
  from: '2020-01-01',
  source: 'catalogue of the sample street (directory.csv)',
  rows: [
    ['物业管理', '房屋维修', '房屋漏雨渗水', 'N'],
    ['物业管理', '公共设施', '电梯故障', 'U'],
    ['物业管理', '公共设施', '电梯困人', 'E'],
    ['物业管理', '物业服务', '保洁垃圾清运', 'N'],
    ['物业管理', '物业服务', '收费争议', 'N'],
    ['物业管理', '小区配套', '电动自行车充电', 'C'],
    ['物业管理', '小区配套', '道路破损', 'C'],
    ['物业管理', '小区配套', '停车管理', 'N'],
    ['水电气热', '供暖', '暖气不热', 'U'],
    ['水电气热', '供暖', '大面积停暖', 'E'],
    ['水电气热', '供水', '停水水压低', 'U'],
    ['水电气热', '排水', '污水外溢', 'U'],
    ['水电气热', '供电', '停电', 'U'],
    ['水电气热', '燃气', '燃气异味', 'E'],
    ['城市管理', '积水内涝', '院内积水', 'U'],
    ['城市管理', '市容环境', '占道经营', 'N'],
    ['城市管理', '违法建设', '私搭乱建', 'C'],
    ['城市管理', '噪声扰民', '施工噪声', 'N'],
    ['交通管理', '交通秩序', '出入口拥堵', 'C'],
    ['民生保障', '养老助残', '助餐助医', 'N'],
    ['民生保障', '社会保障', '政策咨询', 'N'],
    ['邻里纠纷', '邻里关系', '楼道堆物', 'N'],
    ['邻里纠纷', '邻里关系', '噪声扰民', 'N'],
    ['社区治理', '议事协商', '公共空间', 'C'],
  ],
};

/** The level a category has by itself, or undefined when the tree does not know it. Example: 电梯困人 -> E. */
export function levelOfCategory(category: Category, { rows }: CategoryLevels = categoryLevels): Level | undefined {
  return rows.find((row) => row[0] === category[0] && row[1] === category[1] && row[2] === category[2])?.[3];
}
