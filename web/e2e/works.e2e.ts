import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { costPlans, gateway, issues, publicity, resolutions, rounds, seatKinds, works, type SeatKind } from '@wufang/contracts';
import { hold, keptProof, layPapers } from '@wufang/operator';
import type { Page } from 'playwright-core';
import { act, dayField, Flood, pdf, taken, withFile, type FormOnPage } from './flood.js';
import { choose, looksRight, phone, picture, printed, Stage, violationsOf } from './stage.js';

const title = '雨后院内积水，须更换排水管';
const called: Record<SeatKind, string> = {
  STREET: '街道',
  COMMUNITY: '社区',
  RIGHTS_UNIT: '产权单位',
  FIRM: '物业公司',
  OWNERS_BODY: '业主一方',
};

let stage: Stage;
let flood: Flood;
const issueId = randomUUID();

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  flood = await Flood.begin(stage, 6);
  await toPlanning();
}, 400_000);
afterAll(() => stage?.end());

/** A party in the room of the issue, or at another place of its desk. */
const at = (seat: SeatKind, place = `issues/${issueId}`) => flood.at(seat, place);

/** The issue after its first round: the firm works the plan out. */
async function toPlanning(): Promise<void> {
  const { story, parties, street, tableId } = flood;
  const scope = { level: 'ESTATE' as const, estateId: street.estate.id, buildingId: null, stairwell: null };
  await parties.FIRM.call(issues.proposeIssue, {
    id: issueId,
    tableId,
    title,
    problem: '大雨后院子里积水三四十厘米，单靠物业不能解决。',
    scope,
  });
  const taking = { id: issueId, decision: 'TAKE' as const, matters: ['SHARED_WORKS' as const], reason: '小区共同事项，涉及多方出资' };
  for (const seat of ['COMMUNITY', 'STREET'] as const) await parties[seat].call(issues.screenIssue, taking);
  const round = await hold(story, parties, issueId, { agenda: ['院内积水的原因与办法'], payers: ['RIGHTS_UNIT'] });
  const on = { id: issueId, roundId: round.id };
  await parties.COMMUNITY.call(rounds.closeRound, on);
  await parties.COMMUNITY.call(rounds.writeMinutes, {
    ...on,
    items: { PROBLEM: '雨后积水', CAUSES: '管径小、坡度反', OPTIONS: '换管 120 米' },
  });
  await parties.COMMUNITY.call(rounds.finishMinutes, on);
  await parties.COMMUNITY.call(issues.decideNext, { id: issueId, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案并询价' });
}

/** The second round with everybody's yes, the plan's time on the board, and the papers that open its gates; told elsewhere in pages. */
async function toSigning(): Promise<void> {
  const { story, parties } = flood;
  const round = await hold(story, parties, issueId, { agenda: ['排水改造方案与出资'] });
  const on = { id: issueId, roundId: round.id };
  for (const seat of seatKinds) await parties[seat].call(rounds.takePosition, { ...on, position: 'AGREE' });
  expect((await parties.COMMUNITY.call(rounds.closeRound, on)).outcome).toBe('AGREED');
  await parties.COMMUNITY.call(rounds.writeMinutes, { ...on, items: { PLAN: '换管、增设雨水口', RESULT: '出资各方一致同意' } });
  await parties.COMMUNITY.call(rounds.finishMinutes, on);
  await parties.COMMUNITY.call(publicity.postPublicity, {
    issueId,
    point: '东门公告栏',
    photoIds: [await keptProof(parties.COMMUNITY, issueId)],
  });
  const { planId } = await parties.COMMUNITY.call(issues.getIssue, { id: issueId });
  await layPapers(parties, planId!);
  // For the homes it has sold the unit needs the approval of its own house too; it lays that on the table in the room.
  await taken(await at('RIGHTS_UNIT'), '提交凭据', async (form) => {
    await form.getByRole('radio', { name: /单位批准文件$/ }).check();
    await form.getByLabel('文件名称与文号').fill('三院房〔2026〕18号');
  });
  const scan = await keptProof(parties.OWNERS_BODY, issueId);
  for (const { homeId } of (await parties.COMMUNITY.call(costPlans.homeKeys, { id: planId! })).homes)
    await parties.OWNERS_BODY.call(costPlans.filePaper, {
      ...{
        id: planId!,
        paperId: randomUUID(),
        payer: '业主',
        homeId,
        kind: 'OWNER_CONSENT',
        document: '业主同意书',
        documentId: scan,
      },
    });
}

const withPhoto = (text: string, label: string) => async (form: FormOnPage) => {
  await form.getByLabel(label).fill(text);
  await withFile(form, '照片');
};

describe('what follows a decision', () => {
  test('the firm writes the plan by hand; what stands against it is said, and the next version is chosen', async () => {
    const firm = await at('FIRM');
    const ratios = [
      ['产权单位', '50%'],
      ['街道', '40%'],
      ['物业', '5%'],
      ['业主', '5%'],
    ] as const;
    const shared = async (form: FormOnPage) => {
      const way = form.getByRole('group', { name: '出资办法 1' });
      for (const [index, [payer, ratio]] of ratios.entries()) {
        await way.getByRole('button', { name: '加一方的比例' }).click();
        const one = way.getByRole('group', { name: `比例 ${index + 1}` });
        await one.getByRole('radio', { name: payer, exact: true }).check();
        await one.getByLabel('比例').fill(ratio);
      }
      await way.getByLabel('约定的依据，例如“五方协议”').fill('五方协议');
      await way.getByRole('radio', { name: '直接交纳' }).check();
    };
    await taken(firm, '拟方案', async (form) => {
      await form.getByLabel('方案名称').fill('院内排水改造');
      const first = form.getByRole('group', { name: '第 1 项' });
      await first.getByLabel('工程').fill('更换排水管 120 米');
      await first.getByLabel('金额').fill('168,000.00');
      await form.getByRole('button', { name: '加一项工程' }).click();
      const second = form.getByRole('group', { name: '第 2 项' });
      await second.getByLabel('工程').fill('增设雨水口两处');
      await second.getByLabel('金额').fill('18,400.01');
      await shared(form);
    });
    // Above 50 000 yuan two offers have to lie on the table: the version is kept and says so.
    await firm.getByRole('alert').filter({ hasText: '报价' }).waitFor();
    await firm.getByRole('button', { name: '另拟一版方案' }).click();
    await looksRight(firm, 'room-draft');
    await firm.getByRole('button', { name: '取消' }).click();
    await taken(firm, '另拟一版方案', async (form) => {
      await shared(form);
      for (const [index, [name, amount]] of [
        ['京通市政', '186,400.01'],
        ['永定疏浚', '203,000.00'],
      ].entries()) {
        await form.getByRole('button', { name: '加一份报价' }).click();
        const offer = form.getByRole('group', { name: `报价 ${index + 1}` });
        await offer.getByLabel('报价单位').fill(name!);
        await offer.getByLabel('报价金额').fill(amount!);
        await withFile(offer, '报价单');
      }
      await form.getByLabel('拟选施工单位（未定则不填）').fill('京通市政');
      await form.getByLabel('选它的理由').fill('报价低，四天完工');
    });
    await firm.getByRole('button', { name: '选定“方案一”' }).click();
    await firm.getByText('谁出多少、因何而出').waitFor();
    const { plans } = await flood.parties.STREET.call(costPlans.listPlans, { issueId });
    expect(plans.map(({ no, state, problems }) => [no, state, problems.length > 0])).toEqual([
      [2, 'CHOSEN', false],
      [1, 'SUPERSEDED', true],
    ]);
    expect(await pdf(firm, '分摊说明（PDF）')).toMatch(/\.pdf$/);
    const community = await at('COMMUNITY');
    expect(await community.getByRole('button', { name: '另拟一版方案' }).count()).toBe(0);
    await toSigning();
  }, 300_000);

  test('each party signs from the room with its password; a wrong one is refused; the last signature begins what was resolved', async () => {
    const { parties } = flood;
    const chair = await at('COMMUNITY');
    await chair.getByRole('button', { name: '拟定决议，交各方签署' }).waitFor({ timeout: 90_000 });
    await taken(chair, '拟定决议，交各方签署', async (form) => {
      await form.getByLabel('决议正文（每行一条）').fill('按公示的方案更换院内排水管 120 米，增设雨水口两处。');
      await form.getByRole('button', { name: '加一项承诺' }).click();
      await form.getByRole('radio', { name: '产权单位' }).check();
      await form.getByLabel('做什么').fill('拨付应出款项并派工程师监督');
      await form.getByLabel('何时完成').fill(dayField(20));
      await form.getByLabel('完成时提交什么').fill('付款凭证');
      const parts = [
        ['开工款', '50%', dayField(10)],
        ['完工款', '47%', dayField(60)],
        ['质保金', '3%', null],
      ] as const;
      for (const [index, [name, ratio, day]] of parts.entries()) {
        await form.getByRole('button', { name: '加一期' }).click();
        const one = form.getByRole('group', { name: `第 ${index + 1} 期` });
        await one.getByLabel('名称，例如“开工款”').fill(name);
        await one.getByLabel('比例').fill(ratio);
        if (day === null) await one.getByRole('radio', { name: /质保金/ }).check();
        else await one.getByLabel('付款日期').fill(day);
      }
    });
    await looksRight(chair, 'room-signing');
    const owing = await at('RIGHTS_UNIT', 'duties');
    await owing.getByRole('link', { name: '签署决议第 1 版' }).waitFor();
    await owing.getByRole('link', { name: '签署决议第 1 版' }).click();
    await owing.waitForURL(/#signing$/);
    const drawn = (await parties.COMMUNITY.call(resolutions.listResolutions, { issueId })).resolutions[0]!;
    expect(drawn.missing).toHaveLength(5);
    for (const [index, seat] of drawn.missing.entries()) {
      const page = await at(seat);
      const sign = `以${called[seat]}席位签署`;
      if (index === 0) {
        await act(page, sign, (form) => form.getByLabel('再次输入本人密码').fill('not-the-password-1'));
        await page.getByRole('form', { name: sign }).getByText('账号或密码不正确').waitFor();
        expect(await violationsOf(page)).toEqual([]);
        await page.getByRole('button', { name: '取消' }).click();
      }
      await taken(page, sign, (form) => form.getByLabel('再次输入本人密码').fill(parties[seat].password));
    }
    const unit = await at('RIGHTS_UNIT');
    await unit.getByText('已签署').first().waitFor();
    await unit.getByText('执行中').first().waitFor();
    expect(await pdf(unit, '决议（PDF）')).toMatch(/\.pdf$/);
  }, 300_000);

  test('the property-rights unit sees what it owes when over all its tables, goes there by a link, pays with its proof, and keeps its promise', async () => {
    const unit = await at('RIGHTS_UNIT', 'duties');
    await unit.getByRole('link', { name: /开工款/ }).waitFor();
    await unit.getByText('议事桌 2 张').waitFor();
    // What is kept back stands there too, before anybody knows the day.
    await unit.getByRole('link', { name: /质保金/ }).waitFor();
    await unit.getByRole('cell', { name: '质保期满后' }).waitFor();
    await looksRight(unit, 'duties');
    await unit.getByRole('link', { name: /开工款/ }).click();
    await unit.waitForURL(/#payments$/);
    const account = unit.getByRole('region', { name: '远征集团三院' });
    await account.getByRole('button', { name: '登记付款' }).first().click();
    const form = unit.getByRole('form', { name: '登记付款' });
    await form.getByLabel('凭证名称或编号').fill('银行回单 0312');
    await withFile(form, '凭证扫描件');
    await form.getByRole('button', { name: '确定' }).click();
    await account.getByText('已付清').waitFor();
    await taken(unit, '报完成', (promise) => promise.getByLabel(/依据/).fill('付款凭证与工程师派驻通知'));
    await unit.getByText('已完成').first().waitFor({ timeout: 30_000 });
    await looksRight(unit, 'room-payments');
    const firm = await at('FIRM', 'duties');
    await firm.getByRole('link', { name: /开工款/ }).waitFor();
    expect(await firm.getByText('远征集团三院').count()).toBe(0);
  });

  test('a change over a tenth is back at the table, where nothing but a new plan or the resolution in force goes on; a small one is borne by who says so', async () => {
    const firm = await at('FIRM');
    await taken(firm, '开工', async (form) => {
      await form.getByLabel(/施工阶段/).fill('换管\n雨水口');
      await form.getByLabel('开工情况').fill('材料进场，围挡已设');
    });
    const change = (amount: string, bearer?: string) => async (form: FormOnPage) => {
      await form.getByLabel('更换排水管 120 米，变更后').fill(amount);
      await form.getByLabel('变更的理由').fill('管线走向与图纸不符');
      if (bearer) await form.getByRole('radio', { name: bearer }).check();
    };
    await taken(firm, '登记工程变更', change('190,000.00'));
    await firm.getByText('变更中').first().waitFor();
    await firm.getByRole('button', { name: '另拟一版方案' }).waitFor();
    expect(await firm.getByRole('button', { name: '完成“换管”' }).count()).toBe(1);
    const chair = await at('COMMUNITY');
    const resume = '变更没有议成，按原决议继续施工';
    await chair.getByRole('button', { name: resume }).waitFor();
    await taken(chair, resume, (form) => form.getByLabel('理由').fill('各方没有谈拢，按原方案施工'));
    await chair.getByText('执行中').first().waitFor();
    expect(await chair.getByRole('button', { name: '登记工程变更' }).count()).toBe(0);
    await taken(firm, '登记工程变更', change('172,000.00', '物业公司自愿承担'));
    await firm.getByRole('cell', { name: '物业公司自愿承担' }).waitFor();
  });

  test('the firm keeps its diary with photos, the team checks, the community concludes, the settlement pays to the fen', async () => {
    const { parties, street } = flood;
    // The community names a home, and whose account has that home signs for it.
    const { homes } = await parties.COMMUNITY.call(costPlans.listPlanHomes, { issueId });
    const home = homes[0]!;
    const resident = await street.actor('resident');
    const { id: residentId } = await resident.call(gateway.whoAmI, {});
    await street.operator.call(gateway.grantMandate, { id: residentId, role: 'resident', unitId: home.homeId });
    const firm = await at('FIRM');
    await taken(firm, '完成“换管”', withPhoto('120 米全部更换', '完成情况'));
    const chair = await at('COMMUNITY');
    await taken(chair, '记施工日志', (form) => form.getByLabel('进展').fill('第二天，管沟已回填'));
    await firm.getByRole('button', { name: '开始“雨水口”' }).click();
    await taken(firm, '完成“雨水口”', withPhoto('两处雨水口完成', '完成情况'));
    await taken(chair, '组成质量监督团', async (form) => {
      await choose(chair, '居民代表（选他们住的房屋，一户一名，至少一户）', home.name);
      await form.getByLabel(/检查项/).fill('排水通畅\n路面平整');
    });
    await taken(firm, '报完工', withPhoto('全部完工，请验收', '完工情况'));
    const unit = await at('RIGHTS_UNIT');
    await taken(unit, '检查签字', async (form) => {
      for (const passed of await form.getByRole('radio', { name: '合格', exact: true }).all()) await passed.check();
    });
    const { works: list } = await parties.STREET.call(works.listWorks, { issueId });
    const marks = [1, 2].map((no) => ({ no, isPassed: true }));
    await parties.STREET.call(works.checkWorks, { id: list[0]!.id, marks });
    const neighbour = await stage.visitor();
    await neighbour.goto(`${stage.house.url}/r/${street.id}/yard`);
    await neighbour.getByLabel('账号').fill(resident.account);
    await neighbour.getByLabel('密码').fill(resident.password);
    await neighbour.getByRole('button', { name: '登录' }).click();
    await neighbour.getByRole('heading', { name: '请您验收的工程' }).waitFor();
    for (const passed of await neighbour.getByLabel('合格', { exact: true }).all()) await passed.check();
    await looksRight(neighbour, 'resident-acceptance', phone);
    await neighbour.getByRole('button', { name: '签字', exact: true }).click();
    await neighbour.getByText('您家已签字').waitFor();
    await chair.getByRole('columnheader', { name: /居民代表 1/ }).waitFor();
    await chair.getByRole('button', { name: '汇总验收' }).click();
    await chair.getByText('验收合格').first().waitFor();
    await chair.getByRole('cell', { name: '首个供暖季回看' }).waitFor();
    await looksRight(chair, 'room-works');
    await taken(firm, '结算', async (form) => {
      await form.getByRole('group', { name: '更换排水管 120 米' }).getByLabel('最终金额').fill('170,000.00');
      for (const item of ['更换排水管 120 米', '增设雨水口两处']) await withFile(form.getByRole('group', { name: item }), '票据');
    });
    await firm.getByText(/结算：原定/).waitFor();
    // It has declared 4 000 and it really cost 2 000 more.
    await firm.getByText('2,000.00 元（声明 4,000.00 元，按实际增加额计）').waitFor();
    expect(await pdf(firm, '结算书（PDF）')).toMatch(/\.pdf$/);
    await looksRight(firm, 'room-settled');
    await taken(chair, '登记三十日回看', async (form) => {
      await form.getByRole('radio', { name: '有问题，须整改' }).check();
      await form.getByLabel('现场情况').fill('东侧井盖松动');
      await withFile(form, '照片');
    });
    await chair.getByText('东侧井盖松动').first().waitFor();
  }, 300_000);

  test('an owner finds the home’s own settlement by the number and code of its statement, and nothing with a wrong one', async () => {
    const { planId } = await flood.parties.STREET.call(issues.getIssue, { id: issueId });
    const { homes } = await flood.parties.COMMUNITY.call(costPlans.homeKeys, { id: planId! });
    const page = await stage.visitor();
    await page.goto(`${stage.house.url}/r/${flood.street.id}/board`);
    const own = page.getByRole('region', { name: '看我家的结算' });
    const look = async (no: string, code: string) => {
      await own.getByLabel('分户说明上的编号').fill(no);
      await own.getByLabel('查询码').fill(code);
      await own.getByRole('button', { name: '查看结算' }).click();
    };
    await look(homes[0]!.no, 'AAAA-AAAA-AAAA');
    await own.getByRole('alert').waitFor();
    await look(homes[0]!.no, homes[0]!.code);
    // The firm bears what it cost more, so that no home pays more than was signed.
    await own.getByText('不补不退').waitFor();
    await own.getByText('怎么算的').click();
    await own.getByText(/2,000\.00 由有关席位自愿承担，不分到户/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'resident-settlement-phone', { fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('the street records what a maintenance fund holds; below thirty per cent the owners’ seat sees that it has to be topped up', async () => {
    const street = await at('STREET', 'tables');
    const { name } = flood.street.estate;
    await taken(street, `录入${name}维修资金余额`, async (form) => {
      await form.getByLabel('首期应筹集金额').fill('500,000.00');
      await form.getByLabel('账面余额').fill('120,000.00');
      await form.getByLabel(/依据/).fill('维修资金管理部门 11 月对账单');
    });
    await street.getByText('应当续筹，至少差 30,000.00 元').waitFor();
    const owners = await at('OWNERS_BODY', 'duties');
    await owners.getByRole('link', { name: /维修资金.*应当续筹/ }).waitFor();
  });

  test('is in English where English is chosen, and goes on paper whole: agenda, positions, plan and arithmetic, without a button', async () => {
    const unit: Page = await at('RIGHTS_UNIT');
    await unit.getByRole('button', { name: 'English' }).click();
    await unit.getByRole('heading', { name: 'Cost-share plan' }).waitFor();
    await unit.getByRole('button', { name: '中文' }).click();
    await unit.getByText('此前 1 轮').waitFor();
    // What is not there yet when the paper is asked for cannot be unfolded.
    await unit.getByText('结算算式').waitFor();
    await unit.emulateMedia({ media: 'print' });
    await unit.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    for (const words of ['排水改造方案与出资', '院内积水的原因与办法', '同意', '谁出多少、因何而出', '三、逐级分摊', '结算总额'])
      await unit.getByText(words).filter({ visible: true }).first().waitFor();
    const buttons = await unit.getByRole('button').filter({ visible: true }).allInnerTexts();
    expect(buttons).toEqual([]);
    await unit.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await unit.emulateMedia({ media: 'screen' });
    await printed(unit, 'room-print');
  });
});
