import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, legs, type ClockView } from '@wufang/contracts';
import { SmallStreet, step, take, type Told } from './small-street.js';
import { choose, looksRight, phone, photo, Stage } from './stage.js';

let stage: Stage;
let street: SmallStreet;
let told: Told;
let orderId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  street = await SmallStreet.open(stage, 'wrong');
}, 240_000);
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
  }, 90_000);

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
  }, 90_000);

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
    await step(page, '登记首次联系', async () => undefined);
    await take(page, '请单位协办', async (form) => {
      await choose(page, '协办单位', '远征物业');
      await form.getByLabel('请它做什么').fill('关闭一层楼道照明，清理积水，为抢修让出通道');
    });
    await page.getByText('还有 2 个单位没有反馈').waitFor();
    await looksRight(page, 'wrong-lead', phone);
    await street.track(told, '多个单位正在一起办理');
  }, 90_000);

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
  }, 90_000);
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
    await step(chief, '登记首次联系', async () => undefined);
    await chief.getByRole('button', { name: '报进展' }).waitFor();
    await looksRight(chief, 'handed-up', phone);
    await page.reload();
    await step(page, '反馈诉求人', async () => {
      await page.getByLabel('写给诉求人的话').fill('街道已派人勘查，施工日期定下就告诉您');
    });
    await street.track(told, '施工日期定下就告诉您');
    await street.isNotThere('firm_handler', '安居帮扶物业', `jobs/${orderId}`);
  }, 90_000);
});
