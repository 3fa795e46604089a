import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { take } from './small-street.js';
import { looksRight, phone, Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 300_000);
afterAll(() => stage?.end());

const at = (path: string) => `${stage.house.url}/r/${stage.street}/${path}`;

describe('an emergency', () => {
  test('is reported by one tap once the phone knows whom to call back; it is taken as one, and sent twice it is there once', async () => {
    const desk = await stage.program('phone_desk');
    const urgent = async () => {
      const { demands } = await desk.call('intake.demand.list', { levelCheck: 'OPEN' });
      return demands.filter(({ level }) => level === 'E').map(({ no }) => no);
    };
    const before = await urgent();
    const page = await stage.visitor();
    await page.goto(at(''));
    await page.getByRole('link', { name: '有危险，马上报急' }).click();
    await page.getByRole('heading', { name: '紧急情况' }).waitFor();
    await looksRight(page, 'resident-urgent', phone);
    expect(await page.getByRole('link', { name: /119/ }).getAttribute('href')).toBe('tel:119');
    await page.getByLabel('在哪里').fill('南岗里一区 3 号楼');
    await page.getByLabel('联系电话').fill('13900004444');
    // The answer is lost on its way; the second tap is the same report.
    let asked = 0;
    await page.route('**/api/public/*/demands', async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: '墙皮、外墙掉落' }).click();
    await page.getByRole('alert').getByText('没有连上').waitFor();
    await page.getByRole('button', { name: '墙皮、外墙掉落' }).click();
    await page.getByRole('heading', { name: '已按紧急受理' }).waitFor();
    const no = (await page.locator('.number').textContent())!.trim();
    expect((await urgent()).filter((one) => !before.includes(one))).toEqual([no]);
    await looksRight(page, 'resident-taken', phone);

    // The desk confirms beside the dispatch.
    const clerk = await stage.person('phone_desk');
    await clerk.goto(`${stage.house.url}/desk/screening`);
    await clerk.getByText(no).waitFor();
    await clerk.getByRole('button', { name: '确认紧急' }).click();
    await clerk.getByText('待确认的紧急级别').waitFor({ state: 'detached' });
  });
});

describe('the light pages', () => {
  test('speak English too, say what is missing, and open by their own address', async () => {
    const page = await stage.visitor();
    await page.goto(at('board'));
    await page.getByText('现在没有正在公示的方案').waitFor();
    await looksRight(page, 'resident-board-empty', phone);
    await page.goto(at(`board/${randomUUID()}`));
    await page.getByRole('alert').waitFor();
    await page.goto(at('track'));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Follow a matter' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await looksRight(page, 'resident-track-en', phone);
    await page.reload();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByLabel('工单编号').fill('WF20260101AAAAAA');
    await page.getByLabel('手机号后四位').fill('0000');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('没有查到').first().waitFor();
  });
});

describe('what is no matter for a unit', () => {
  /** A resident tells something by the page; answers the number, and that page. */
  async function told(words: string, phoneNo: string): Promise<{ page: Page; no: string }> {
    const page = await stage.visitor();
    await page.goto(at(''));
    await page.getByLabel('什么事').fill(words);
    await page.getByLabel('在哪里').fill('南岗里一区');
    await page.getByLabel('怎么称呼您').fill('住户');
    await page.getByLabel('联系电话').fill(phoneNo);
    await page.getByRole('button', { name: '提交' }).click();
    return { page, no: (await page.locator('.number').textContent())!.trim() };
  }
  /** What the resident reads under the number. */
  async function reads({ page, no }: { page: Page; no: string }, tail: string, words: string): Promise<void> {
    await page.goto(at(`track?no=${no}`));
    await page.getByLabel('手机号后四位').fill(tail);
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText(words).first().waitFor();
  }

  test('a question is answered by the desk at once; what belongs elsewhere is told its way; the resident reads both', async () => {
    const question = await told('请问街道办事大厅周六上午开门吗', '13900006661');
    const dispute = await told('和装修公司签的合同，对方不肯退定金', '13900006662');
    const clerk = await stage.person('phone_desk');
    await clerk.goto(`${stage.house.url}/desk/screening`);
    await clerk.getByRole('button', { name: new RegExp(question.no) }).click();
    await clerk.getByRole('heading', { name: `研判 ${question.no}` }).waitFor();
    await take(clerk, '直接答复咨询', async (form) => {
      await form.getByLabel('答复').fill('周六上午 9 点至 12 点开门，请带身份证。');
      // What sends a demand on elsewhere sends nothing while an answer is being written.
      await clerk.keyboard.press('Control+Enter');
      await looksRight(clerk, 'screening-answer');
    });
    await clerk.getByText('已答复', { exact: true }).waitFor();
    await clerk.getByRole('button', { name: /^下一件/ }).click();
    await clerk.getByRole('button', { name: new RegExp(dispute.no) }).click();
    await clerk.getByRole('heading', { name: `研判 ${dispute.no}` }).waitFor();
    await take(clerk, '不派单：六类特殊情形', async (form) => {
      await form.getByRole('radio', { name: /^告知法定途径/ }).check();
      await form.getByText('您反映的事项应当通过诉讼、仲裁').waitFor();
      await looksRight(clerk, 'screening-special');
    });
    await clerk.locator('.ant-alert-success').waitFor();
    await reads(question, '6661', '周六上午 9 点至 12 点开门');
    await looksRight(question.page, 'resident-answered', phone);
    await reads(dispute, '6662', '您反映的事项应当通过诉讼、仲裁');
  });
});

describe('a complaint about a unit', () => {
  test('names one of the place; it goes to somebody else, and a place nobody knows says what to do', async () => {
    const page = await stage.visitor();
    await page.goto(at(''));
    await page.getByLabel('什么事').fill('物业保洁上门态度恶劣，多次反映没有人管');
    await page.getByLabel('在哪里').fill('不知道什么地方');
    const opener = page.getByText('要投诉的是物业或其他单位本身？');
    await opener.click();
    await page.getByText('按填写的地点没有认出单位').waitFor();
    await opener.click();
    await page.getByLabel('在哪里').fill('南岗里一区 3 号楼');
    await opener.click();
    const choice = page.getByLabel('投诉哪个单位');
    await choice.waitFor();
    await looksRight(page, 'resident-about-unit', phone);
    const names = await choice.locator('option').allTextContents();
    await choice.selectOption({ index: 1 });
    await page.getByLabel('怎么称呼您').fill('住户');
    await page.getByLabel('联系电话').fill('13900005555');
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('.number').waitFor();
    const no = (await page.locator('.number').textContent())!.trim();
    const desk = await stage.program('phone_desk');
    const { units } = await desk.call('registry.unit.list', {});
    const { demands } = await desk.call('intake.demand.list', { no });
    const demand = await desk.call('intake.demand.get', { id: demands[0]!.id });
    expect(demand.aboutUnitId).toBe(units.find(({ name }) => name === names[1])!.id);
  });
});

describe('a courtyard', () => {
  test('residents raise, support and petition; who has no account, or no home, is told what to do', async () => {
    const community = await stage.program('community_worker');
    const { estates } = await community.call('registry.estate.list', {});
    const { units } = await community.call('registry.unit.list', {});
    const communityId = units.find(({ name }) => name === '南岗里社区')!.id;
    const estate = estates.find((one) => one.communityId === communityId)!;
    const yardId = randomUUID();
    await community.call('deliberation.courtyard.open', {
      ...{ id: yardId, name: '南岗里一号院', communityId, estateId: estate.id, branch: '南岗里第一党支部' },
    });
    const page = await stage.visitor();
    await page.goto(at('yard'));
    await page.getByText('请用居民账号登录').waitFor();
    await looksRight(page, 'resident-sign-in', phone);
    const { name, password } = stage.account('resident');
    await page.getByLabel('账号').fill(name);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '南岗里一号院' }).click();
    await page.getByText('还没有人提').waitFor();
    await page.getByText('提一件院里的事').click();
    await write(page, '提一件院里的事', { 题目: '楼道堆物要清一清', 说一说: '三个单元的楼道都堆着旧家具，走路要侧身' });
    await page.getByRole('button', { name: '提出' }).click();
    await page.getByRole('heading', { name: '楼道堆物要清一清' }).waitFor();
    await page.getByRole('button', { name: '附议' }).click();
    await page.getByText('您已附议').waitFor();
    // Said once more after a reload it counts once.
    await page.reload();
    await page.getByRole('button', { name: '附议' }).click();
    await page.getByText('您已附议').waitFor();
    await looksRight(page, 'resident-yard', phone);
    expect(await page.getByText('1 人附议').count()).toBe(1);

    await page.getByText('发起联名').click();
    await write(page, '发起联名', { 题目: '更换小区排水管', 问题: '雨后院里积水，排水管老化，需要整体更换' });
    await page.getByRole('button', { name: '发起', exact: true }).click();
    await page.getByText('本账号还没有登记本小区的房屋').waitFor();

    // The community has registered the home: the administrator names it in the mandate.
    const administrator = await stage.program('administrator');
    const { buildings } = await administrator.call('registry.building.list', { estateId: estate.id });
    const { homes } = await administrator.call('registry.building.homes', { buildingId: buildings[0]!.id });
    const { accounts } = await administrator.call('gateway.account.list', {});
    const resident = accounts.find((one) => one.name === name)!;
    await administrator.call('gateway.mandate.grant', { id: resident.id, role: 'resident', unitId: homes[0]!.id });
    await eventually(async () => {
      await page.getByRole('button', { name: '发起', exact: true }).click();
      await page.getByRole('heading', { name: '更换小区排水管' }).waitFor({ timeout: 3_000 });
    });
    await page.getByText('1/10 户').waitFor();
    await page.getByText('您家已联名').waitFor();
    await looksRight(page, 'resident-petition', phone);
  });

  test('an official’s account is no resident’s', async () => {
    const page = await stage.person('callback_desk', phone);
    await page.goto(at('yard'));
    await page.getByText('现在登录的不是居民账号').waitFor();
  });
});

/** Fills the fields of one opened part. */
async function write(page: Page, part: string, fields: Record<string, string>): Promise<void> {
  const opened = page.locator('details', { has: page.getByText(part, { exact: true }) });
  for (const [label, text] of Object.entries(fields)) await opened.getByLabel(label).fill(text);
}
