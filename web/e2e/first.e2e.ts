import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desk, phone, picture, printed, Stage, violationsOf } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 300_000);
afterAll(() => stage?.end());

describe('a resident with a phone', () => {
  test('tells the street something, gets a number, and finds it again by the number and the phone', async () => {
    const page = await stage.visitor();
    await page.goto(`${stage.house.url}/r/${stage.street}/`);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('什么事').fill('3 号楼门口路灯不亮，晚上看不清路');
    await page.getByLabel('在哪里').fill('南岗里一区 3 号楼');
    await page.getByLabel('怎么称呼您').fill('周女士');
    await page.getByLabel('联系电话').fill('13900001234');
    await picture(page, 'resident-demand');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已经收到' }).waitFor();
    await page
      .getByRole('link', { name: /查进展/ })
      .last()
      .click();
    await page.getByLabel('手机号后四位').fill('1234');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('heading', { level: 2, name: /^WF/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'resident-track');
  });

  test('is told in plain words when the number is not known', async () => {
    const page = await stage.visitor();
    await page.goto(`${stage.house.url}/r/${stage.street}/track`);
    await page.getByLabel('工单编号').fill('WF00000000');
    await page.getByLabel('手机号后四位').fill('0000');
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('.trouble').waitFor();
    expect(await page.locator('.trouble').textContent()).toMatch(/编号|手机/);
  });
});

describe('the desks', () => {
  test('refuse a wrong password without saying which was wrong', async () => {
    const page = await stage.visitor(desk);
    await page.goto(`${stage.house.url}/desk/`);
    await page.getByLabel('账号').fill('section-chief');
    await page.getByLabel('密码').fill('wrong-wrong-wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('账号或密码不正确');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('show a section chief the wall, the next due first, on a desk and on a phone', async () => {
    const page = await stage.person('section_chief');
    await page.getByRole('heading', { name: '时限墙' }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'wall');
    await page.setViewportSize(phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await picture(page, 'wall-phone');
  });

  test('show the rates of a period in Chinese and in English', async () => {
    const page = await stage.person('street_leader');
    await page.getByRole('link', { name: '三率' }).click();
    await page.getByRole('heading', { name: '三率' }).waitFor();
    await page.getByRole('cell').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await printed(page, 'rates');
    await picture(page, 'rates');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Three rates' }).waitFor();
  });
});
