import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { take } from './small-street.js';
import { choose, looksRight, printed, Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 300_000);
afterAll(() => stage?.end());

const cold = '南岗里一区3号楼暖气不热，屋里只有14度';

/** A cold home, written down by keyboard alone; answers its number. */
async function coldHome(page: Page, callerPhone: string): Promise<string> {
  // The page itself puts the cursor there, at first and for the next one.
  await page.locator('#intake_content:focus').waitFor();
  await page.keyboard.type(cold);
  await page.keyboard.press('Tab');
  await page.keyboard.type(callerPhone);
  await page.getByText('热力集团', { exact: true }).waitFor();
  await page.keyboard.press('Control+Enter');
  const number = page.getByRole('heading', { name: /已登记/ });
  await number.waitFor();
  return (await number.textContent())!.replace('已登记', '').trim();
}

interface Presses {
  keys: number;
  /** Keys that write nothing: Tab, Control and Enter. */
  commands: number;
  clicks: number;
}

/** Counts what is pressed on a page from now on, by key and by mouse. An input method hands words in at one go, which presses no key of the page. */
async function pressesOn(page: Page): Promise<() => Promise<Presses>> {
  await page.evaluate(() => {
    const counted = { keys: 0, commands: 0, clicks: 0 };
    Object.assign(window, { counted });
    window.addEventListener('keydown', ({ key }) => ((counted.keys += 1), (counted.commands += key.length > 1 ? 1 : 0)), true);
    window.addEventListener('pointerdown', () => (counted.clicks += 1), true);
  });
  return () => page.evaluate(() => (window as unknown as { counted: Presses }).counted);
}

describe('a heating failure at the phone desk', () => {
  test('is written down and sent by keyboard alone; a neighbour’s call about the same is found beside it and joined', async () => {
    const page = await stage.person('phone_desk');
    await page.goto(`${stage.house.url}/desk/intake`);
    const presses = await pressesOn(page);
    const phoneNo = '13900001234';
    await coldHome(page, phoneNo);
    await page.keyboard.press('Control+Enter');
    await page.locator('.ant-alert-success').waitFor();
    const { keys, commands, clicks } = await presses();
    console.log(
      `a new demand by keyboard alone: ${cold.length} characters, ${phoneNo.length} digits, ${commands} other keys, ${clicks} clicks`,
    );
    // The matter and the phone are written; Tab goes on from one to the other, Ctrl+Enter hands it in, Ctrl+Enter sends it.
    expect({ commands, clicks }).toEqual({ commands: 5, clicks: 0 });
    // An input method hands most characters in without a key of the page.
    expect(keys - commands).toBeGreaterThanOrEqual(phoneNo.length);
    expect(keys - commands).toBeLessThanOrEqual(phoneNo.length + cold.length);
    await looksRight(page, 'intake');

    await page.keyboard.press('Control+Enter');
    const second = await coldHome(page, '13900005678');
    await page.getByText('同一地点、同一分类，尚未办结').first().waitFor();
    await page.keyboard.press('Alt+1');
    await page.locator('.ant-alert-success').waitFor();
    const phoneDesk = await stage.program('phone_desk');
    const [demand] = (await phoneDesk.call('intake.demand.list', { no: second })).demands;
    expect(demand!.state).toBe('LINKED');
  });
});

describe('the case page', () => {
  test('tells the stage, why this unit, and where every second went; the wall’s filters stand in its address', async () => {
    const page = await stage.person('section_chief');
    await page.goto(`${stage.house.url}/desk/wall?level=U`);
    const row = page.locator('.wall-row').first();
    await row.waitFor();
    expect(await row.textContent()).toContain('水电气热');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '催办', exact: true }).click();
    await page.getByText('催办：已办 1 件').waitFor();
    await page.locator('.wall-title').first().click();
    await page.getByText('每一秒在谁手里').waitFor();
    await page.getByText('扣除暂停计时').waitFor();
    await page.getByText('为什么派给这个单位').waitFor();
    await looksRight(page, 'order');
    await printed(page, 'order');
  });

  test('names the unit complained about after the dispatch: it hands the case to the unit over it, and a wrong naming is taken back', async () => {
    const desk = await stage.program('phone_desk');
    const chief = await stage.program('section_chief');
    const { units } = await desk.call('registry.unit.list', {});
    const firm = units.find(({ name }) => name === '远征物业')!;
    const { workOrders } = await chief.call('dispatch.work-order.list', { open: 'true', unitId: firm.id } as never);
    const order = workOrders.find(({ state, leadUnitId }) => leadUnitId === firm.id && /^(DISPATCHED|ACCEPTED|HANDLING)$/.test(state))!;
    const page = await stage.person('phone_desk');
    await page.goto(`${stage.house.url}/desk/orders/${order.id}`);
    await page.getByRole('button', { name: '记明被投诉的单位' }).click();
    await choose(page, '投诉所指的单位', '远征物业');
    await page.getByLabel('根据').fill('诉求人来电说明，投诉的是物业');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText(/此件投诉的正是远征物业，应当回避，改由.*主办、远征物业协办/).waitFor();
    await page.getByText('投诉所指的单位（回避）').waitFor();
    await looksRight(page, 'order-complaint');
    await page.getByRole('button', { name: '撤销误记' }).click();
    await page.getByLabel('根据').fill('听错了，投诉的是另一处');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('投诉所指的单位（回避）').waitFor({ state: 'detached' });

    await take(page, '列为疑难', (form) => form.getByLabel('理由').fill('三家单位都说不归自己管'));
    await page.getByText('疑难', { exact: true }).first().waitFor();
    await take(page, '发现危险，提级', async (form) => {
      await form.getByLabel('发现了什么').fill('诉求人来电说楼板开裂下坠');
      await looksRight(page, 'order-raise');
    });
    await page.getByText('紧急', { exact: true }).first().waitFor();
    const raised = await chief.call('dispatch.work-order.get', { id: order.id });
    expect(raised).toMatchObject({ level: 'E', isHard: true });
  });
});

describe('administration', () => {
  test('tries the directory on all orders without moving one, and verifies every chain', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/rules`);
    await page.getByRole('button', { name: '开始试派' }).click();
    await page.getByText(/件去向不变/).waitFor({ timeout: 60_000 });
    await looksRight(page, 'rules');
    await page.goto(`${stage.house.url}/desk/operation`);
    await page.getByText('没有处理不了的事件').waitFor();
    await page.getByRole('button', { name: '核验全部留痕链' }).click();
    await page.getByText('全部完好').waitFor({ timeout: 120_000 });
    await looksRight(page, 'operation');
  }, 300_000);

  test('enters a paper of the street clause by clause, and puts communities together into an area that the wall is looked at by', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/policies`);
    const name = '青云街道会商议事管理办法';
    await take(page, '录入新文件', async (form) => {
      await form.getByLabel('短代号（例如 M6）').fill('M6-2026');
      await form.getByLabel('名称').fill(name);
      await form.getByLabel('自哪天起施行').fill('2026-01-01');
      await form.getByLabel('依据（文号）').fill('青办发〔2026〕32号');
      await form.getByLabel('正文').fill('会商由社区召集。');
      await form.getByRole('button', { name: '确定' }).click();
      await form.getByText('每一条从“第几条”另起一行写起').first().waitFor();
      await form.getByLabel('正文').fill('第一条 会商由社区召集。\n第二条 五方到会三方以上方可开会。\n一方缺席的，书面表态有效。');
      await looksRight(page, 'policy-form');
    });
    await page.getByRole('link', { name }).click();
    await page.getByText('第 1 版 · 2026/1/1 起施行 · 青办发〔2026〕32号').waitFor();
    await page.getByText('一方缺席的，书面表态有效').waitFor();
    await looksRight(page, 'policy');

    await page.goto(`${stage.house.url}/desk/areas`);
    await take(page, '发布片区划分', async (form) => {
      await form.getByRole('button', { name: '加一个片区' }).click();
      await form.getByLabel('第 1 个片区', { exact: true }).fill('南片区');
      await choose(page, '第 1 个片区的社区', '南岗里社区');
      await form.getByLabel('依据').fill('街道办公会2026年第3号');
    });
    await page.getByRole('link', { name: '南片区' }).waitFor();
    await looksRight(page, 'areas');
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/areas`);
    await chief.getByRole('link', { name: '南片区' }).click();
    await chief.locator('.wall-row').first().waitFor();
    expect(new URL(chief.url()).searchParams.get('area')).toBe('南片区');
  });
});
