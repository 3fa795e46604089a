import { describe, expect, test } from '@jest/globals';
import { dangersIn, homesIn } from './emergency.js';

const names = (text: string) => dangersIn(text).map(({ name }) => name);

describe('words of danger', () => {
  test.each([
    ['3号楼电梯里有人被困', ['被困']],
    ['老人被困电梯', ['被困']],
    ['电梯困人，2名乘客被困，请立即救援', ['被困']],
    ['孩子反锁在家里，灶上还开着火', ['被困']],
    ['我妈卡在电梯里出不来', ['被困']],
    ['楼道有很重的燃气味', ['燃气味']],
    ['闻到煤气泄露', ['燃气味']],
    ['厨房一股天然气的味道', ['燃气味']],
    ['污水管道坍塌，地面下沉', ['坍塌']],
    ['房屋有坍塌危险', ['坍塌']], // imminent counts
    ['阳台快塌了', ['坍塌']],
    ['3号楼着火', ['着火']],
    ['配电箱冒烟', ['着火']],
    ['着火车辆堵住了消防通道', ['着火']],
    ['电动车爆炸', ['爆炸']],
    ['路灯杆漏电，狗被电死', ['触电漏电']],
    ['主路爆管，水已经进了地下室', ['爆管']],
    ['供暖主管道爆裂，741户停暖，请紧急抢修', ['爆管', '多户停暖']],
    ['暖气大面积停暖，老人受不了', ['多户停暖']],
    ['整栋楼停暖三天了', ['多户停暖']],
    ['5号楼停暖', ['多户停暖']],
    ['全小区停水', ['多户停水']],
    ['停水影响三百多户居民', ['多户停水']],
    ['几百户没有暖气', ['多户停暖']],
    ['该男子扬言要报复物业', ['扬言轻生']],
    ['有人要跳楼', ['扬言轻生']],
  ])('“%s” tells of %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    ['电梯停了，无人被困'], // denied
    ['电梯停运，没有人员被困'], // denied with a word between
    ['没有被困，就是电梯慢'],
    ['不是着火，是邻居做饭'],
    ['并未发现燃气味'],
    ['没有闻到煤气味'],
    ['社区组织了火灾演练，太吵'], // a drill
    ['昨天着火逃生演习没有通知'],
    ['建议开展着火逃生知识讲座'],
    ['希望加装喷淋防止火灾'], // wish, not danger
    ['飞线充电容易着火'], // feared
    ['楼道堆物有火灾隐患'],
    ['如果着火消防车进不来'], // a condition
    ['去年着火后外墙一直没修'], // past
    ['昨晚着火已经扑灭，楼道熏黑了'], // over
    ['居民被困扰多年'], // other words
    ['低保特困人员申请救助'],
    ['贫困人口补贴'],
    ['灶上一直开着火，忘了关'],
    ['周末一起火锅聚餐太吵'],
    ['楼下开着火锅店，油烟大'],
    ['孩子趴窗看着火车经过'],
    ['漏电保护器老是跳闸'],
    ['跳楼价甩卖广告噪声'],
    ['烧烤摊冒烟扰民'],
    ['门前路面塌陷约9平方米'], // road works of level C
    ['暖气不热'],
    ['36号楼1单元整个单元暖气冰凉，要求尽快处理'], // one stairwell
    ['15号楼2单元停水5小时未接到通知'], // one stairwell
    ['楼上3户停水'], // a few homes
    ['明天全小区停水检修，请问几点来水'], // planned
    ['整栋楼没有停水'], // denied after the place
    ['咨询电梯困人的责任和赔偿'], // a question about rules
  ])('“%s” tells of none', (text) => {
    expect(names(text)).toEqual([]);
  });

  test.each([
    ['没有被困，但楼道冒烟', ['着火']], // one denied, one not
    ['没人来救被困老人', ['被困']], // what is denied is the help
    ['消防演练时发现有人被困', ['被困']], // at a drill, not of a drill
    ['去年着火过一次，现在又着火了', ['着火']],
    ['怕老人被困在里面，敲门没人应', ['被困']], // fear for a person is reason enough
    ['一直没有处理，燃气味越来越重', ['燃气味']],
  ])('“%s” can be read both ways and tells of %j', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('say what a demand is about', () => {
    expect(dangersIn('老人被困电梯')[0]!.category).toEqual(['物业管理', '公共设施', '电梯困人']);
    expect(dangersIn('老人被困在地下室')[0]!.category).toBeNull();
    expect(dangersIn('741户停暖')[0]!.category).toEqual(['水电气热', '供暖', '大面积停暖']);
  });

  test.each([
    ['741', 741],
    ['三百二十', 320],
    ['几百', 200],
    ['上百', 100],
    ['十五', 15],
    ['两千', 2000],
  ])('%s homes are at least %i', (written, homes) => {
    expect(homesIn(written)).toBe(homes);
  });
});
