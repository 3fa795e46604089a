import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clocks, dispatch, intake, legs, type ClockView } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { SmallStreet, step, take, type Told } from './small-street.js';
import { choose, looksRight, phone, photo, Stage } from './stage.js';

let stage: Stage;
let street: SmallStreet;
let told: Told;
let orderId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  street = await SmallStreet.open(stage, 'wrong');
}, 300_000);
afterAll(() => stage?.end());

const firm = (place = `jobs/${orderId}`) => street.at('firm_handler', '远征物业', place, phone);
const heating = (place = `jobs/${orderId}`) => street.at('department_handler', '热力集团', place, phone);
const order = () => street.street.operator.call(dispatch.getWorkOrder, { id: orderId });

/** The phone desk screens what was told and sends it on; the text decides where. */
async function screened({ no }: Told): Promise<string> {
  const clerk = await street.at('phone_desk', '市民诉求处置中心', 'screening');
  await clerk.getByRole('button', { name: new RegExp(no) }).click();
  await clerk.getByRole('heading', { name: `研判 ${no}` }).waitFor();
  await clerk.getByText('远征物业', { exact: true }).first().waitFor();
  await clerk.keyboard.press('Control+Enter');
  await clerk.locator('.ant-alert-success').waitFor();
  return (await street.orderOf({ no })).id;
}

describe('a wrong dispatch', () => {
  let first: readonly ClockView[];

  test('the firm objects from its phone, with the reason and a photo that proves it; the resident reads that the clock runs on', async () => {
    told = await street.tell(await street.codeAt('1号楼'), '一层楼道地面漏水，水是热的，冒着汽', '13900003333');
    orderId = await screened(told);
    const page = await firm();
    await page
      .getByText(/派单目录|由远征物业主办/)
      .first()
      .waitFor();
    await step(page, '派单异议', async () => {
      await page.getByText('已有其他单位负责').click();
      await page.getByLabel('依据与说明').fill('漏的是供暖一次网，产权和维护都归热力集团，见井盖与阀门标牌');
      await page.getByLabel('照片', { exact: true }).setInputFiles({ name: '标牌.png', mimeType: 'image/png', buffer: photo });
      await page.getByText('已选 1 张').waitFor();
      await looksRight(page, 'wrong-objection', phone);
    });
    await page.getByText('派单异议：审核中').waitFor();
    await street.track(told, '承办单位正在核定，办理时限照常计算');
    first = (await order()).clocks;
  });

  test('who is not of that unit decides: what it says and shows stands beside; upheld, the page says why the new unit', async () => {
    const chief = await street.at('section_chief', '城乡建设办公室', 'disputes');
    await chief.getByRole('button', { name: /远征物业：已有其他单位负责/ }).click();
    await chief.getByText('产权和维护都归热力集团').waitFor();
    await chief.getByRole('button', { name: '照片 1' }).click();
    await chief.getByRole('img', { name: '照片 1' }).waitFor();
    await looksRight(chief, 'disputes');
    await take(chief, '异议成立，改派', async (form) => {
      await choose(chief, '改派给', '热力集团');
      await form.getByLabel('审核意见').fill('一次网归热力集团，改派；楼道清水由物业协助');
    });
    await chief.getByText('现在没有这样的异议').waitFor();
    await chief.goto(`${stage.house.url}/desk/disputes?state=UPHELD`);
    await chief.getByText('一次网归热力集团').first().waitFor();
    await chief.getByRole('link', { name: told.no }).click();
    await chief.getByText('派单异议成立，改由热力集团主办').waitFor();
    await chief.getByText('异议成立', { exact: true }).waitFor();
    await looksRight(chief, 'wrong-order');
    // The firm, which is neither lead nor co-unit any more, is not concerned.
    await street.isNotThere('firm_handler', '远征物业', `jobs/${orderId}`);
  });

  test('the new unit takes it with a clock of its own, and asks the firm to help; the complainant’s clock began when they told', async () => {
    const page = await heating('jobs');
    await page.getByRole('link', { name: /漏/ }).click();
    await page.getByText('派单异议成立，改由热力集团主办').waitFor();
    const now = await order();
    const running = (clocks: readonly ClockView[]) => clocks.find(({ code, state }) => code === 'ACCEPT' && state === 'armed');
    expect(running(first)!.startedAt < running(now.clocks)!.startedAt).toBe(true);
    expect(running(now.clocks)!.startedAt).toBe(now.dispatchedAt);
    expect(now.receivedAt < now.dispatchedAt).toBe(true);
    expect(now.clocks.filter(({ code }) => code === 'PROGRESS').map(({ startedAt }) => startedAt)).toEqual(
      first.filter(({ code }) => code === 'PROGRESS').map(({ startedAt }) => startedAt),
    );
    await page.getByRole('button', { name: '签收' }).click();
    await street.reaches(orderId, 'ACCEPTED');
    await page.reload();
    await step(page, '登记首次联系', async () => {
      await page.getByLabel('打算怎么办（措施）').fill('查一次网漏点，当日焊补');
    });
    await take(page, '请单位协办', async (form) => {
      await choose(page, '协办单位', '远征物业');
      await form.getByLabel('请它做什么').fill('关闭一层楼道照明，清理积水，为抢修让出通道');
    });
    await page.getByText('还有 2 个单位没有反馈').waitFor();
    await looksRight(page, 'wrong-lead', phone);
    await street.track(told, '多个单位正在一起办理');
  });

  test('the firm returns its part on its own page; the lead lets the other co-unit off with a reason, and completes', async () => {
    const page = await firm('legs');
    await page.getByRole('link', { name: /清理积水/ }).click();
    await page.getByText('本单位协办，由热力集团主办').waitFor();
    await page.getByText('水是热的').waitFor();
    await page.getByRole('button', { name: '签收协办' }).click();
    await page.getByText('协办中').waitFor();
    await looksRight(page, 'leg', phone);
    await take(page, '反馈结果', async (form) => {
      await form.getByLabel('结果').fill('照明已断电，积水已清，通道已让出');
      await form.getByLabel('依据').fill('值班记录第 12 页');
    });
    await page.getByText('已反馈结果').waitFor();
    await page.goto(`${stage.house.url}/desk/legs`);
    await page.getByText('现在没有要协办的').waitFor();

    const lead = await heating();
    await lead.getByText('照明已断电').waitFor();
    await take(
      lead,
      '免去协办',
      async (form) => {
        await form.getByLabel('免去的理由').fill('一次网漏点在楼外，不涉及房屋产权单位');
      },
      '免去协办 远征集团三院',
    );
    await lead.getByText('主办已免去').waitFor();
    await step(lead, '办结', async () => {
      await lead.getByLabel('写给诉求人的话').fill('一次网漏点已焊好，楼道不再漏水');
      await lead.getByLabel('办结依据').fill('抢修单 2026-1129-7');
    });
    await street.reaches(orderId, 'COMPLETED');
    await looksRight(lead, 'wrong-done', phone);
    const unit = await street.program('rights_unit_rep', '远征集团三院');
    expect((await unit.call(legs.listLegs, { open: 'true' })).legs).toEqual([]);
    await street.track(told, '承办单位已办结，等待回访');
  });
});

describe('a matter beyond the firm', () => {
  test('is handed up with a reason where 有事您找我 is tried; the firm stays the resident’s contact and may give them word', async () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await street.street.operator.call(legs.publishHandUpPilot, {
      ...{ from: today, estateIds: [street.estate.id], source: '有事您找我试点方案' },
      ladder: [{ step: 'FIRM' }, { step: 'COMMUNITY' }, { step: 'SECTION', unitId: street.unitId('城乡建设办公室') }],
    });
    told = await street.tell(await street.codeAt('2号楼'), '屋顶漏雨，整面墙返潮', '13900005555');
    orderId = await screened(told);
    const page = await firm();
    await page.getByRole('button', { name: '上交一级' }).waitFor();
    // Who answers first does not object: it hands up.
    expect(await page.getByRole('button', { name: '派单异议' }).count()).toBe(0);
    await step(page, '上交一级', async () => {
      await page.getByLabel('自己解决不了的原因').fill('屋面大修须动用专项维修资金，物业无权决定');
      await page.getByLabel('写给诉求人的话').fill('屋面需要大修，已请街道出面，仍由我们与您联系');
      await looksRight(page, 'hand-up', phone);
    });
    await street.track(told, '屋面需要大修');
    await told.page.getByText('您的联系人：远征物业').waitFor();
    // Off the community's list it goes on to the section, whose chief finds it among their jobs.
    const chief = await street.at('section_chief', '城乡建设办公室', `jobs/${orderId}`, phone);
    await chief.getByRole('button', { name: '签收' }).click();
    await street.reaches(orderId, 'ACCEPTED');
    await chief.reload();
    await step(chief, '登记首次联系', async () => {
      await chief.getByLabel('打算怎么办（措施）').fill('派人勘查屋面，拿出大修方案');
    });
    await chief.getByRole('button', { name: '报进展' }).waitFor();
    await looksRight(chief, 'handed-up', phone);
    await page.reload();
    await step(page, '反馈诉求人', async () => {
      await page.getByLabel('写给诉求人的话').fill('街道已派人勘查，施工日期定下就告诉您');
    });
    await street.track(told, '施工日期定下就告诉您');
    await street.isNotThere('firm_handler', '安居帮扶物业', `jobs/${orderId}`);
  });

  test('what the section cannot settle alone goes to the five parties: it lies on the estate’s table, and the resident reads that they talk', async () => {
    const chief = await street.at('section_chief', '城乡建设办公室', `orders/${orderId}`);
    await take(chief, '提请五方共议', async (form) => {
      await form.getByLabel('要商议的问题').fill('屋面大修须动用专项维修资金，由谁出、出多少要各方商定');
      await form.getByLabel('写给诉求人的话').fill('屋面大修要动用维修资金，已请各方一起商定');
      await looksRight(chief, 'to-the-table');
    });
    await street.reaches(orderId, 'DELIBERATING');
    await street.track(told, '正在与相关各方协商方案');
    await told.page.getByText('已请各方一起商定').waitFor();
    const worker = await street.at('community_worker', '南岗里社区', 'tables', phone);
    const { title } = await order();
    await eventually(
      async () => {
        await worker.reload();
        await worker.getByRole('link', { name: title }).first().click({ timeout: 3_000 });
      },
      { within: 60_000 },
    );
    await worker.getByText('由谁出、出多少要各方商定').waitFor();
    await looksRight(worker, 'from-an-order', phone);
  });
});

describe('a matter that takes longer, and that a leader looks into', () => {
  const chief = (place: string) => street.at('section_chief', '城乡建设办公室', place);

  test('a firm asks for more time on its phone, the chief grants it from the list, and the resident reads until when', async () => {
    told = await street.tell(await street.codeAt('1号楼'), '屋顶漏雨，墙皮脱落，要等防水材料', '13900006666');
    orderId = await screened(told);
    const page = await firm();
    await page.getByRole('button', { name: '签收' }).click();
    await street.reaches(orderId, 'ACCEPTED');
    const { dueAt } = await order();
    const later = new Date(Date.parse(dueAt) + 8 * 3_600_000 + 2 * 86_400_000).toISOString().slice(0, 10);
    await page.reload();
    await step(page, '申请延期', async () => {
      await page.getByLabel('希望延至（当日 24 时）').fill(later);
      await page.getByLabel('理由').fill('防水材料要从外地调来，雨停才能施工');
    });
    await page.getByText('延期申请待审').waitFor();

    const list = await chief('decisions');
    await list.getByRole('heading', { name: '延期申请' }).waitFor();
    const item = list.getByRole('listitem').filter({ hasText: told.no });
    await item.getByText('防水材料要从外地调来').waitFor();
    await item.getByText('远征物业').first().waitFor();
    await looksRight(list, 'decisions');
    const about = `${told.no} ${(await order()).title}`;
    await take(
      list,
      '同意延期',
      async (form) => {
        await form.getByLabel('审核意见').fill('材料确需外调，同意');
        expect(await form.getByLabel('写给诉求人的话').inputValue()).toContain('办理时限延至');
      },
      `同意延期 ${about}`,
    );
    await list.getByText('没有等待审核的延期申请').waitFor();
    expect((await order()).firstDueAt).toBe(dueAt);
    await list.goto(`${stage.house.url}/desk/orders/${orderId}`);
    await list.getByText('顺延前的时限').waitFor();
    await street.track(told, '您反映的问题还需要一些时间');
  });

  test('the resident calls again: the chief urges it for them, the next in line is told, and no clock moves', async () => {
    const due = (clocks: readonly ClockView[]) => clocks.map(({ code, dueAt, state }) => `${code} ${dueAt} ${state}`);
    const before = due((await order()).clocks);
    const page = await chief(`orders/${orderId}`);
    await take(page, '催办', async (form) => {
      await form.getByText('诉求人来电', { exact: true }).click();
      await looksRight(page, 'urge');
    });
    await page.getByText(/^已催办，共 1 次；已提醒：/).waitFor();
    await page.getByText('1 次', { exact: true }).waitFor();
    expect(due((await order()).clocks)).toEqual(before);
  });

  test('a leader supervises, the unit replies on its phone, what does not do is sent back, and what does is taken off the list', async () => {
    const leader = await street.at('street_leader', '青云街道', `orders/${orderId}`);
    await take(leader, '督办', async (form) => {
      await form.getByLabel('督办要求').fill('三日内报送施工计划');
    });
    await leader.getByText('待回复').waitFor();
    await looksRight(leader, 'order-supervised');
    const page = await firm();
    await page.getByText('三日内报送施工计划').waitFor();
    await take(page, '回复督办', async (form) => {
      await form.getByLabel('办了什么、何时办完').fill('材料明天到货');
    });
    await looksRight(page, 'job-supervised', phone);
    await leader.goto(`${stage.house.url}/desk/decisions`);
    await leader.getByText('材料明天到货').waitFor();
    await leader.getByRole('link', { name: '三日内报送施工计划' }).click();
    await take(leader, '退回重新回复', async (form) => {
      await form.getByLabel('还要说明什么').fill('写明开工和完工日期');
    });
    await page.reload();
    await page.getByText('写明开工和完工日期').waitFor();
    await take(page, '回复督办', async (form) => {
      await form.getByLabel('办了什么、何时办完').fill('后天开工，五日内完工');
    });
    await leader.reload();
    await take(leader, '销号', async () => undefined);
    await leader.getByText('已销号').waitFor();
    await leader.goto(`${stage.house.url}/desk/supervisions?state=LIFTED`);
    await leader.getByText('后天开工，五日内完工').waitFor();
    await looksRight(leader, 'supervisions');
  });

  test('the chief whistles, the unit reports in and checks in on site from its phone; minutes become a task, which it shows done', async () => {
    const page = await chief(`orders/${orderId}`);
    await take(page, '吹哨', async (form) => {
      await choose(page, '召集哪些单位', '远征物业');
      await form.getByLabel('为什么吹哨、要它们做什么').fill('雨前必须盖住破损屋面，现场定办法');
      await form.getByLabel('现场会商时间').fill(`${new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)}T10:00`);
      await form.getByLabel('会商地点').fill('1号楼楼下');
      await looksRight(page, 'whistle-form');
    });
    await page.getByRole('heading', { name: '吹哨 已吹哨' }).waitFor();
    const unit = await firm('asked');
    await unit.getByRole('link', { name: /雨前必须盖住破损屋面/ }).click();
    await unit.getByText('请远征物业报到').waitFor();
    await take(unit, '报到', async (form) => {
      await form.getByLabel('何人何时到场').fill('项目经理半小时到');
    });
    await take(unit, '认为不当哨', async (form) => {
      await form.getByLabel('为什么不该召集本单位').fill('屋面大修应当由产权单位出面');
    });
    await take(unit, '现场签到', async (form) => {
      await form.getByLabel('到了哪里').fill('1号楼楼顶');
      await form.locator('input[type=file]:enabled').waitFor();
      await form.getByLabel('现场照片').setInputFiles({ name: '楼顶.png', mimeType: 'image/png', buffer: photo });
      await form.getByRole('status').filter({ hasText: '.png' }).waitFor();
      await looksRight(unit, 'whistle-check-in', phone);
    });
    await unit.getByText('已到场', { exact: true }).waitFor();

    const leader = await street.at('street_leader', '青云街道', unit.url().split('/desk/')[1]!);
    await take(
      leader,
      '认定是否不当哨',
      async (form) => {
        await form.getByText('不属于不当哨').click();
        await form.getByLabel('理由').fill('先盖住屋面是物业的日常维修');
      },
      '认定是否不当哨 远征物业',
    );
    await take(page, '记录会商纪要', async (form) => {
      await form.getByLabel('纪要').fill('今晚先用防水布盖住，天晴铺材料');
      await form.getByRole('button', { name: '加一项任务' }).click();
      await choose(page, '任务 1 交办给', '远征物业');
      await form.getByLabel('任务 1 要做什么').fill('今晚盖防水布');
      await looksRight(page, 'whistle-minutes');
    });
    await page.getByText('今晚盖防水布').waitFor();
    await unit.goto(`${stage.house.url}/desk/asked`);
    await unit.getByText('今晚盖防水布').waitFor();
    await looksRight(unit, 'asked', phone);
    await take(
      unit,
      '报完成',
      async (form) => {
        await form.getByLabel('做了什么、依据').fill('防水布已盖好，四角压沙袋');
      },
      '报完成 今晚盖防水布',
    );
    await unit.getByText('没有交办的任务').waitFor();
    await unit.getByRole('link', { name: /雨前必须盖住破损屋面/ }).click();
    await take(unit, '反馈结果', async (form) => {
      await form.getByLabel('结果').fill('屋面已盖住，不再漏');
    });
    await take(page, '办结吹哨', async (form) => {
      await form.getByLabel('结果').fill('屋面已临时盖住，等天晴铺材料');
    });
    await page.getByText('吹哨已办结').waitFor();
    await looksRight(page, 'whistle');
    await page.goto(`${stage.house.url}/desk/whistles`);
    await page.getByRole('row', { name: /远征物业 — 1 \/ 1 1 \/ 1/ }).waitFor();
    await looksRight(page, 'whistles');
  }, 300_000);

  /** By which way it is handled, who called on whom, and where the person was referred to. */
  async function careBeside(page: Page): Promise<void> {
    await take(page, '写明怎么办', async (form) => {
      await choose(page, '四方四办的哪一办（可不选）', '资源方：协同办');
      await form.getByLabel(/^所用工作法/).fill('吹哨报到、三上门');
      await page.keyboard.press('Enter');
      await form.getByLabel(/^一案一策/).fill('先盖住破损屋面，再由产权单位列入大修');
      await looksRight(page, 'ways-form');
    });
    await page.getByText('吹哨报到、三上门').waitFor();
    await take(page, '登记上门', async (form) => {
      await choose(page, '谁去的', '社区书记');
      await choose(page, '联系目的', '安抚情绪');
      await choose(page, '结果', '情绪缓和');
      await form.getByLabel('记录（不写姓名电话）').fill('看了返潮的墙，约定天晴即铺');
    });
    await page.getByText(/^三上门：已见到人 1 次/).waitFor();
    await take(page, '转介', async (form) => {
      await choose(page, '方式', '矛盾调解');
      await form.getByLabel('转介给谁').fill('社区调解室');
      await form.getByLabel('原因（不写姓名电话）').fill('楼上楼下为漏水起了争执');
    });
    await take(
      page,
      '登记结果',
      async (form) => {
        await form.getByRole('radio', { name: '已化解' }).check();
        await form.getByLabel('经过').fill('双方签了和解书');
      },
      '登记结果 社区调解室',
    );
    await page.getByText('双方签了和解书').waitFor();
    await looksRight(page, 'order-care');
  }

  /** The chief stops the unit's clock for a period that the law sets, and lets it go on. */
  async function stands(page: Page): Promise<void> {
    const until = new Date(Date.now() + 8 * 3_600_000 + 5 * 86_400_000).toISOString().slice(0, 10);
    await take(page, '暂停计时', async (form) => {
      await choose(page, '哪一种期间', '公示期');
      await form.getByLabel('到什么时候').fill(`${until}T18:00`);
      await form.getByLabel('理由').fill('大修方案依法公示七日');
      await form.getByLabel('写给诉求人的话').fill('大修方案正在公示，公示期满即接着办');
      await looksRight(page, 'order-pause');
    });
    await page.getByRole('button', { name: '恢复计时', exact: true }).waitFor();
    await street.track(told, '大修方案正在公示');
    await take(page, '恢复计时', async () => undefined);
    await page.getByRole('button', { name: '暂停计时', exact: true }).waitFor();
    expect((await order()).pausedSince).toBeNull();
  }

  test('a measure with its day stands on the order’s page; the ledger is saved as a workbook; handing over tells the new unit', async () => {
    const page = await chief(`orders/${orderId}`);
    await take(page, '登记措施', async (form) => {
      await form.getByLabel('措施').fill('盯住材料到货，天晴即铺');
      await form.getByLabel('计划完成时间').fill(`${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)}T18:00`);
    });
    await page.getByText('盯住材料到货').first().waitFor();
    await take(page, '由我领办', async () => undefined);
    await page.getByText('由您领办').waitFor();
    await careBeside(page);
    await stands(page);
    await take(page, '转办', async (form) => {
      await choose(page, '转给', '安居帮扶物业');
      await form.getByLabel('转办理由').fill('小区已换物业，由新物业接着办');
    });
    await page.getByText('转办待对方接收').waitFor();
    await looksRight(page, 'order-offered');
    const other = await street.at('firm_handler', '安居帮扶物业', 'jobs', phone);
    await other.getByRole('heading', { name: '移交给本单位，待接收' }).waitFor();
    await other.goto(`${stage.house.url}/desk/jobs/${orderId}`);
    await other.getByText('小区已换物业，由新物业接着办').first().waitFor();
    await looksRight(other, 'job-offered', phone);
    await take(other, '接收', async () => undefined);
    await other.getByRole('button', { name: '签收' }).waitFor();
    await page.reload();
    await page.getByText('转办：小区已换物业').first().waitFor();
    await looksRight(page, 'order-acts');
    await page.goto(`${stage.house.url}/desk/wall`);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出台账（Excel）' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test('what no rule could place is assigned from the list; what cannot be solved now is put off by the leader, who tells the resident why', async () => {
    const clerk = await street.program('phone_desk', '市民诉求处置中心');
    const { no } = await clerk.call(intake.receiveDemand, {
      ...{ id: randomUUID(), channel: 'PHONE_DESK', demandType: 'HELP', level: 'N', category: ['城市管理', '市容环境', '暴露垃圾'] },
      ...{ content: '便民市场北侧垃圾堆了几天没人清', callerName: '周女士', callerPhone: '13900007777' },
      // Outside the estate, whose firm answers first for everything since the pilot began.
      place: { communityId: street.estate.communityId, point: '便民市场北侧' },
    });
    const { id, title } = await street.orderOf({ no });
    const list = await chief('decisions');
    await list.getByRole('listitem').filter({ hasText: no }).waitFor();
    await looksRight(list, 'decisions-unassigned');
    await take(
      list,
      '指派给单位',
      async (form) => {
        await choose(list, '主办单位', '远征物业');
        await form.getByLabel('为什么由它办').fill('小区内的垃圾由物业清运');
      },
      `指派给单位 ${no} ${title}`,
    );
    await list.getByText('没有待指派的工单').waitFor();

    const handler = await street.program('firm_handler', '远征物业');
    await handler.call(dispatch.accept, { id });
    await handler.call(dispatch.recordFirstContact, { id });
    const reviewOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await handler.call(clocks.askSuspension, { id, ground: 'PLANNING', reason: '垃圾楼迁建，等规划批复后才能定点', reviewOn });
    // A section chief does not decide about it: the order's page says who does.
    await list.goto(`${stage.house.url}/desk/orders/${id}`);
    await list.getByText('挂账由街道领导审批').waitFor();
    const leader = await street.at('street_leader', '青云街道', 'decisions');
    await leader.getByText('等规划批复后才能定点').waitFor();
    await looksRight(leader, 'decisions-leader');
    await take(
      leader,
      '同意挂账',
      async (form) => {
        await form.getByLabel('审核意见').fill('规划未批，同意挂账');
      },
      `同意挂账 ${no} ${title}`,
    );
    await street.reaches(id, 'SUSPENDED');
  });
});
