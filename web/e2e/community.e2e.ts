import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { courtyards, intake } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { act, dayField, minuteField, photo, taken, type FormOnPage } from './flood.js';
import { SmallStreet } from './small-street.js';
import { choose, looksRight, phone, Stage } from './stage.js';

let stage: Stage;
let town: SmallStreet;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  town = await SmallStreet.open(stage, 'community');
}, 300_000);
afterAll(() => stage?.end());

const community = (place: string) => town.at('community_worker', '南岗里社区', place);
const chief = (place: string) => town.at('section_chief', '青云街道', place);
const firm = (place: string) => town.at('firm_manager', '远征物业', place);

async function withPhoto(form: FormOnPage, label: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).setInputFiles(photo);
  await form.getByRole('status').filter({ hasText: photo.name }).waitFor();
}
/** One of the units, chosen in a form by its name. */
const unit = (page: Page, label: string, name: string) => choose(page, label, name);

describe('the project pool', () => {
  test('a problem becomes tasks, the street approves money and counts it into the year, it is built, and residents see it before and after', async () => {
    const page = await community('projects');
    await page.getByText('项目池里还没有项目').waitFor();
    await page.getByRole('button', { name: '列入问题清单' }).click();
    await looksRight(page, 'projects-propose');
    await page.getByRole('button', { name: '取消' }).click();
    await act(page, '列入问题清单', async (form) => {
      await form.getByLabel('项目名称').fill('2 号楼旁建电动车棚');
      await form.getByLabel('要解决的问题（请勿写姓名电话）').fill('充电车无处停放，飞线充电');
      await form.getByText('安全性', { exact: true }).click();
      await choose(page, '来源', '每月主动治理');
      await form.getByLabel('具体位置（可不填）').fill('2 号楼东侧');
      await form.getByLabel(minuteField(Date.now()).slice(0, 7), { exact: true }).check();
      await withPhoto(form, '改造前的照片（可不选）');
    });
    await page.getByRole('heading', { level: 1, name: /2 号楼旁建电动车棚/ }).waitFor();
    await taken(page, '转为任务清单', async (form) => {
      const task = form.getByRole('group', { name: '第 1 项' });
      await task.getByLabel('做什么').fill('搭建车棚并接入充电桩');
      await unit(page, '责任单位', '远征物业');
      await task.getByLabel('期限').fill(dayField(90));
      await form.getByLabel('预算').fill('86,400.00');
      await form.getByLabel('请街道给资金：多少、从哪里（可不填）').fill('街道机动经费');
    });
    await taken(page, '报批', () => Promise.resolve());
    const place = page.url().split('/desk/')[1]!;

    const leader = await town.at('street_leader', '青云街道', 'projects?state=SUBMITTED');
    await leader.getByRole('link', { name: '2 号楼旁建电动车棚' }).click();
    await taken(leader, '批复', async (form) => {
      await form.getByLabel('资金来源，例如“街道机动经费”').fill('街道机动经费');
      await form.getByLabel('文号').fill('青云街道〔2026〕31 号');
      await form.getByRole('radio').first().check();
    });
    await leader.getByText(/年第 1 项/).waitFor();

    await page.reload();
    await taken(page, '开工', () => Promise.resolve());
    const builder = await firm(place);
    await builder.getByText('1 项任务，已登记完成 0 项').waitFor();
    await builder.getByRole('button', { name: '登记任务完成 搭建车棚并接入充电桩' }).click();
    const ticked = builder.getByRole('form', { name: '登记任务完成' });
    await withPhoto(ticked, '完成的照片');
    await looksRight(builder, 'project-task');
    await ticked.getByRole('button', { name: '确定' }).click();
    await builder.getByText('1 项任务，已登记完成 1 项').waitFor();
    await builder.getByText('第 1 项的照片 1 张').click();
    await builder.getByRole('img', { name: '第 1 项照片 1' }).waitFor();
    await taken(builder, '完工', async (form) => {
      await form.getByLabel('完工情况').fill('车棚已建成，20 个车位通电');
      await withPhoto(form, '改造后的照片');
    });
    await page.reload();
    await taken(page, '验收', (form) => form.getByRole('textbox').fill('2 号楼居民代表\n社区'));
    await page.getByText('2 号楼居民代表、社区').waitFor();
    for (const name of ['改造前 1', '改造后 1']) await page.getByRole('img', { name }).waitFor();
    await looksRight(page, 'project');

    await page.goto(`${stage.house.url}/desk/projects`);
    await page.getByRole('link', { name: '已定，查看' }).waitFor();
    await page.getByText('1 / 100').waitFor();
    await looksRight(page, 'projects');
    await town.isNotThere('rights_unit_rep', '远征集团三院', place);
  });
});

describe('the residents’ council', () => {
  const held = async (form: FormOnPage, label: string, minutes: string) => {
    await form.getByLabel('什么时候开的').fill(minuteField(Date.now() - 3_600_000));
    for (const party of ['社区', '物业公司', '居民代表']) await form.getByLabel(`${party}人数`).fill('2');
    await form.getByLabel(label).fill(minutes);
  };
  /** Everybody's word, with the firm's and why. */
  const second = (firmSays: string, why?: string) => async (form: FormOnPage) => {
    await held(form, '怎样议的方案', '逐条议了方案');
    for (const party of ['社区', '居民代表'])
      await form
        .getByRole('radiogroup', { name: `${party}的表示` })
        .getByText('认可', { exact: true })
        .click();
    await form.getByRole('radiogroup', { name: '物业公司的表示' }).getByText(firmSays, { exact: true }).click();
    if (why !== undefined) await form.getByLabel(/^物业公司的意见/).fill(why);
  };

  test('round one on the problem, round two on a plan: one reservation is no consensus, it is answered, and then all agree; nothing is counted', async () => {
    const page = await community('councils');
    await page.getByText('还没有开过居民议事会').waitFor();
    await act(page, '召集居民议事会', async (form) => {
      await form.getByLabel('议什么（请勿写姓名电话）').fill('地下室租户夜间噪声');
      await unit(page, '请到场并可查看记录的产权单位、物业等', '远征物业');
    });
    await page.getByText('不能代替业主表决').waitFor();
    await taken(page, '记录第一轮', (form) => held(form, '查明的问题和原因', '夜里搬货，卷帘门响'));
    await taken(page, '提出方案', (form) => form.getByLabel('方案').fill('夜间十点后不卸货'));
    await page.getByRole('button', { name: '记录第二轮' }).click();
    await page.getByLabel('社区人数').fill('2');
    await looksRight(page, 'council-round-two');
    await page.getByRole('button', { name: '取消' }).click();
    await taken(page, '记录第二轮', second('有保留', '夜里值守的人不够'));
    await page.getByText('未取得一致，意见见各方表示。').waitFor();
    await taken(page, '另提方案，答复各方意见', (form) => form.getByLabel('方案').fill('夜间十点后不卸货，由租户自己值守'));
    await taken(page, '记录第二轮', second('认可'));
    await page.getByText('在场各方一致认可方案。').waitFor();
    await looksRight(page, 'council');
    const place = page.url().split('/desk/')[1]!;
    // Who was invited reads it, with nothing to press; who was not finds nothing.
    const invited = await firm(place);
    await invited.getByText('夜里值守的人不够').waitFor();
    expect(await invited.getByRole('button', { name: /记录|不再议/ }).count()).toBe(0);
    await town.isNotThere('rights_unit_rep', '远征集团三院', place);
  });
});

describe('courtyards, office days and what comes again and again', () => {
  test('what a neighbour raised the branch takes up; the unit that was called in answers; what is solved is written down', async () => {
    const worker = await town.program('community_worker', '南岗里社区');
    const [courtyardId, communityId] = [randomUUID(), town.unitId('南岗里社区')];
    await worker.call(courtyards.openCourtyard, {
      id: courtyardId,
      name: '一号院',
      communityId,
      estateId: town.estate.id,
      branch: '第一党支部',
    });
    const neighbour = await town.street.actor('resident');
    await neighbour.call(courtyards.raiseMatter, { id: randomUUID(), courtyardId, title: '楼道堆物', text: '走路要侧身' });
    const page = await community('courtyards');
    await page.getByText('1 件').waitFor();
    await looksRight(page, 'courtyards');
    await page.getByRole('link', { name: '一号院' }).click();
    await page.getByRole('heading', { name: /楼道堆物/ }).waitFor();
    const open = async (at: Page, title: string, fill: (form: FormOnPage) => Promise<void>) => {
      await at.getByRole('button', { name: `${title} 楼道堆物` }).click();
      const form = at.getByRole('form', { name: title });
      await fill(form);
      await form.getByRole('button', { name: '确定' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await open(page, '召集，请单位进院', () => unit(page, '请哪些单位', '远征物业'));
    await page.getByText('远征物业还没有答复').waitFor();
    await looksRight(page, 'courtyard');
    const answering = await firm('messages');
    await answering.getByRole('link', { name: '请进院' }).click();
    await answering.getByRole('heading', { level: 1, name: '一号院' }).waitFor();
    await open(answering, '进院答复', (form) => form.getByLabel('怎么办、什么时候办好').fill('周五前清完'));
    await page.reload();
    await page.getByText('周五前清完').waitFor();
    await open(page, '院里解决', (form) => form.getByRole('textbox').fill('已清走，大家保持'));
    await page.getByText('已清走，大家保持').waitFor();
  }, 120_000);

  test('a secretary asks, the unit answers, and the question goes on as a project', async () => {
    const page = await community('office-days');
    await page.getByText('还没有题目').waitFor();
    await taken(page, '出题', async (form) => {
      await unit(page, '答题单位', '青云街道');
      await form.getByLabel('题目').fill('充电桩谁来装');
      await form.getByLabel('问题（请勿写姓名电话）').fill('三个院都没有地方充电');
    });
    const street = await chief('messages');
    await street.getByRole('link', { name: '书记办公日题目' }).click();
    await street.getByRole('heading', { level: 1, name: '书记办公日' }).waitFor();
    await street.getByRole('button', { name: '答题 充电桩谁来装' }).click();
    await street.getByLabel('怎么办、什么时候办、办不了的为什么').fill('列入年度项目，请社区提方案');
    await street.getByRole('button', { name: '确定' }).click();
    await street.getByText('列入年度项目').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '转为民生项目 充电桩谁来装' }).click();
    await page.getByRole('form', { name: '转为民生项目' }).getByRole('button', { name: '确定' }).click();
    await page.getByRole('link', { name: '查看项目' }).waitFor();
    await looksRight(page, 'office-days');
  }, 120_000);

  test('five demands alike are suggested to the street, which makes one issue of them', async () => {
    const clerk = await town.program('phone_desk', '市民诉求处置中心');
    const told = {
      channel: 'PHONE_DESK',
      demandType: 'COMPLAINT',
      category: ['物业管理', '房屋维修', '房屋漏雨渗水'],
      level: 'N',
    } as const;
    const place = { communityId: town.unitId('南岗里社区'), estateId: town.estate.id, buildingId: town.street.building.id, point: null };
    for (let n = 0; n < 5; n++)
      await clerk.call(intake.receiveDemand, {
        ...{ ...told, category: [...told.category], id: randomUUID(), content: `顶层漏雨，第 ${n + 1} 家`, place },
        ...{ callerName: '王秀兰', callerPhone: `1390000444${n}` },
      } as never);
    const page = await chief('clusters');
    await eventually(
      async () => {
        await page.reload();
        await page.getByText('5 件诉求').waitFor({ timeout: 3_000 });
      },
      { within: 60_000 },
    );
    await page.getByText('看这些工单').click();
    await page
      .getByRole('link', { name: /^\S+ .*房屋漏雨渗水/ })
      .nth(4)
      .waitFor();
    await page.getByRole('button', { name: /^列为五方议题/ }).click();
    await looksRight(page, 'clusters');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('没有待确认的建议').waitFor();
    await page.goto(`${stage.house.url}/desk/clusters?state=CONFIRMED`);
    await page.getByRole('link', { name: '查看五方议题' }).click();
    await page.getByRole('heading', { level: 1, name: /房屋维修/ }).waitFor();
  });

  test('whose role has no part in it is told so', async () => {
    const page = await town.at('callback_desk', '青云街道', 'projects', phone);
    await page.getByText('您的岗位不办理这一项').waitFor();
  });
});
