import { expect, test } from '@jest/globals';
import type { Level } from '@wufang/contracts';
import { isQuickFix } from './quick-fix.js';

test.each<[string, Level, boolean]>([
  ['物业管理/房屋维修/房屋漏雨渗水', 'N', true],
  ['物业管理/公共设施/楼道灯不亮', 'N', true],
  ['物业管理/房屋维修/房屋漏雨渗水', 'E', false], // danger has its own course
  ['物业管理/公共设施/电梯故障', 'U', false],
  ['物业管理/物业服务/收费争议', 'N', false], // nothing to repair
])('%s of level %s is a small repair: %s', (category, level, expected) => {
  expect(isQuickFix({ category: category.split('/'), level })).toBe(expected);
});
