import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SmallStreet, step, take, type Told } from './small-street.js';
import { looksRight, phone, photo, Stage } from './stage.js';

let stage: Stage;
let street: SmallStreet;
/** What the resident has told, and the order it became; each test goes on where the one before it ended. */
let leak: Told;
let orderId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  street = await SmallStreet.open(stage, 'leak');
}, 240_000);
afterAll(() => stage?.end());

const firm = (place = `jobs/${orderId}`) => street.at('firm_handler', '远征物业', place, phone);

/** A photo of the place, chosen on the phone. */
async function takePhoto(page: Page): Promise<void> {
  await page.getByLabel('照片', { exact: true }).setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
  await page.getByText('已选 1 张').waitFor();
}

describe('a leak in a stairwell', () => {
  test('is told by a scan with the place filled in and a photo; the phone desk screens it and one key sends it to the firm', async () => {
    leak = await street.tell(await street.codeAt('1号楼'), '顶层过道漏水，墙皮脱落，水顺着灯往下滴', '13900001111', 'leak-form');
    await looksRight(leak.page, 'leak-told', phone);

    const clerk = await street.at('phone_desk', '市民诉求处置中心', 'screening');
    await clerk.getByRole('button', { name: new RegExp(leak.no) }).click();
    await clerk.getByRole('heading', { name: `研判 ${leak.no}` }).waitFor();
    await clerk.getByText('远征物业', { exact: true }).first().waitFor();
    await clerk.getByText('远征集团三院').first().waitFor();
    await clerk.getByRole('button', { name: '照片 1' }).click();
    await clerk.getByRole('img', { name: '照片 1' }).waitFor();
    await looksRight(clerk, 'leak-screening');
    await clerk.keyboard.press('Control+Enter');
    await clerk.locator('.ant-alert-success').waitFor();
    const order = await street.orderOf(leak);
    orderId = order.id;
    expect(order.leadUnitId).toBe(street.estate.firmId);
    await street.track(leak, '远征物业');
  }, 90_000);

  test('the firm takes it up on a phone: accepts, calls, checks in with a photo, tells how far it is; nobody else finds it', async () => {
    const page = await firm('jobs');
    await page.getByRole('link', { name: /漏/ }).click();
    await page.getByText('水顺着灯往下滴').waitFor();
    await looksRight(page, 'leak-job', phone);
    await page.getByRole('button', { name: '签收' }).click();
    await street.reaches(orderId, 'ACCEPTED');
    await page.reload();
    await page.getByRole('button', { name: /查看诉求人电话/ }).click();
    await page.getByRole('link', { name: `拨打 ${leak.phoneNo}` }).waitFor();
    await step(page, '登记首次联系', async () => {
      await page.getByLabel(/联系情况/).fill('约定上午来看');
    });
    await step(page, '到场签到', async () => {
      await page.getByLabel('到了哪里').fill('1号楼1单元顶层');
      await takePhoto(page);
    });
    await step(page, '报进展', async () => {
      await page.getByLabel('写给诉求人的话').fill('屋面防水层开裂，今日安排修补');
    });
    await street.track(leak, '屋面防水层开裂');
    await street.isNotThere('firm_handler', '安居帮扶物业', `jobs/${orderId}`);
  }, 90_000);

  test('it cannot be done before the property-rights unit, which assists, has brought its result on a page of its own', async () => {
    const page = await firm();
    await page.getByText('还有 1 个单位没有反馈').waitFor();
    expect(await page.getByRole('button', { name: '办结' }).count()).toBe(0);
    const unit = await street.at('rights_unit_rep', '远征集团三院', 'legs');
    await unit.getByRole('link', { name: /协助远征物业/ }).waitFor();
    await looksRight(unit, 'legs');
    await unit.getByRole('link', { name: /协助远征物业/ }).click();
    await unit.getByText('本单位协办，由远征物业主办').waitFor();
    expect(await unit.getByRole('button', { name: '签收', exact: true }).count()).toBe(0);
    await unit.getByRole('button', { name: '签收协办' }).click();
    await unit.getByText('协办中').waitFor();
    await take(unit, '反馈结果', async (form) => {
      await form.getByLabel('结果').fill('屋面图纸已交物业，防水层由本单位出材料');
      await form.getByLabel('依据').fill('图纸交接单 3 页');
    });
    await unit.getByText('已反馈结果').waitFor();
    await looksRight(unit, 'leg-returned');
    await (await firm()).getByText('防水层由本单位出材料').waitFor();
    await complete('屋面防水已修补，淋水试验不渗漏');
  }, 90_000);

  /** The firm says done, with what proves it. */
  async function complete(words: string): Promise<void> {
    const page = await firm();
    await step(page, '办结', async () => {
      await page.getByLabel('写给诉求人的话').fill(words);
      await page.getByLabel('办结依据').fill('淋水试验记录');
      await takePhoto(page);
    });
    await page.getByText('待回访').first().waitFor();
  }

  test('the resident rates it from the same phone: it drips again, so it goes back; who knows only number and phone cannot answer', async () => {
    await street.track(leak, '请您评价');
    const stranger = await street.resident('track');
    await street.track({ ...leak, page: stranger }, '承办单位已办结');
    expect(await stranger.getByLabel('评价码').inputValue()).toBe('');
    await stranger.context().close();
    const ask = (question: string) => leak.page.getByRole('group', { name: question });
    await ask('承办单位联系过您吗？').getByLabel('是').check();
    await ask('问题解决了吗？').getByLabel('否').check();
    await ask('您对办理满意吗？').getByLabel('不满意', { exact: true }).check();
    await leak.page.getByLabel('还想说的（可不写）').fill('下了小雨又滴了');
    await looksRight(leak.page, 'leak-rated', phone);
    await leak.page.getByRole('button', { name: '提交评价' }).click();
    await leak.page.getByText('将转回承办单位重新办理').waitFor();
    await street.reaches(orderId, 'REWORK');
    await street.track(leak, '您反映未解决，正在重新办理');
    const page = await firm();
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('button', { name: '办结' }).waitFor();
    await complete('裂缝全部重做，三次淋水试验不渗漏');
  }, 90_000);

  test('the callback desk calls: nobody answers, then contacted, solved and satisfied; the resident finds it solved', async () => {
    const desk = await street.at('callback_desk', '市民诉求处置中心', 'callbacks');
    const mine = desk.getByRole('button', { name: new RegExp(leak.no) });
    await mine.click();
    await desk.getByText('您好，这里是街道市民诉求处置中心').waitFor();
    await desk.getByRole('button', { name: /查看电话/ }).click();
    await desk.getByRole('link', { name: `拨打 ${leak.phoneNo}` }).waitFor();
    await looksRight(desk, 'leak-callback');
    await desk.getByRole('button', { name: '未接通' }).click();
    await desk.getByRole('button', { name: new RegExp(`${leak.no}.*已拨 1 次`) }).click();
    const ask = (question: RegExp) => desk.getByRole('radiogroup', { name: question });
    await ask(/联系过您吗/)
      .getByText('是', { exact: true })
      .click();
    await ask(/解决了吗/)
      .getByText('是', { exact: true })
      .click();
    await ask(/满意吗/)
      .getByText('满意', { exact: true })
      .click();
    await desk.getByRole('button', { name: '登记回答' }).click();
    await mine.waitFor({ state: 'detached' });
    await street.reaches(orderId, 'WATCHING');
    await street.track(leak, /^.*已解决/);
    await leak.page.getByText('已回访，感谢您的评价').first().waitFor();
    expect(await leak.page.getByText('请您评价').count()).toBe(0);
    await looksRight(leak.page, 'leak-solved', phone);
  }, 90_000);
});
