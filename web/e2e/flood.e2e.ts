import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { costPlans, gateway, issues, publicity, rounds, tables, type SeatKind } from '@wufang/contracts';
import { draftTwoWays, hold, layPapers, Session } from '@wufang/operator';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { act, Flood, minuteField, pdf, photo, pick, taken, withFile, type FormOnPage, type OwnersVote } from './flood.js';
import { choose, looksRight, phone, picture, Stage, violationsOf } from './stage.js';

const title = '雨后院内积水，须更换排水管';

let stage: Stage;
let flood: Flood;
let issueId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  flood = await Flood.begin(stage);
}, 400_000);
afterAll(() => stage?.end());

/** A party in the room of the issue, or at another place of its desk. */
const at = (seat: SeatKind, place = `issues/${issueId}`) => flood.at(seat, place);

describe('a flooded courtyard in the five-party room', () => {
  test('the firm proposes the issue; community and street take it up; a notice for a time that has passed is refused, in words', async () => {
    const firm = await at('FIRM', 'tables');
    await taken(firm, '提出议题', async (form) => {
      await form.getByLabel('议题（四个字以上）').fill(title);
      await form
        .getByLabel('问题：什么地方、怎么回事、影响谁')
        .fill('大雨后院子里积水三四十厘米，老人孩子出不了门；排水管径小、坡度反，单靠物业不能解决。');
    });
    await firm.getByRole('link', { name: title }).first().waitFor();
    issueId = await flood.issueOf(title);
    await looksRight(firm, 'tables');

    const chair = await at('COMMUNITY');
    await taken(chair, '提出审议意见', async (form) => {
      await form.getByRole('checkbox', { name: '使用维修资金', exact: true }).check();
      await form.getByRole('checkbox', { name: /共同出资/ }).check();
      await form.getByLabel('理由').fill('小区共同事项，涉及多方出资');
    });
    await flood.parties.STREET.call(issues.screenIssue, {
      ...{ id: issueId, decision: 'TAKE', matters: ['SHARED_WORKS', 'FUND_USE'], reason: '同意列入，五方商定' },
    });
    await chair.getByRole('button', { name: '发出会商通知' }).waitFor();
    const notice = (at: number) => async (form: FormOnPage) => {
      await form.getByLabel('议程（每行一项）').fill('院内积水的原因\n可以怎么办、谁来拟方案');
      await form.getByLabel('会商时间（北京时间）').fill(minuteField(at));
      await form.getByRole('checkbox', { name: '产权单位' }).check();
    };
    await act(chair, '发出会商通知', notice(Date.now() - 3_600_000));
    await chair.getByRole('alert').waitFor();
    await chair.getByRole('button', { name: '取消' }).click();
    await taken(chair, '发出会商通知', notice(Date.now() + 60_000));
    await chair.getByText('产权单位须到会').waitFor();
    await looksRight(chair, 'room-notice');
    await pdfOfNotice(chair);
  });

  async function pdfOfNotice(chair: Page): Promise<void> {
    await chair.getByRole('button', { name: '打印会议通知' }).click();
    await chair.getByLabel('会议地点').fill('社区一层会议室');
    await chair.getByLabel(/联系方式/).fill('社区居委会');
    expect(await pdf(chair, '会议通知（PDF）')).toMatch(/\.pdf$/);
  }

  test('the first round: who comes is seen at once; the minutes name what they lack and are finished with it', async () => {
    const chair = await at('COMMUNITY');
    const unit = await at('RIGHTS_UNIT');
    await unit.getByRole('button', { name: '到会签到' }).click();
    await chair.getByText('到会 1 方').waitFor();
    await chair.getByRole('button', { name: '到会签到' }).click();
    const { roundId } = await flood.parties.STREET.call(issues.getIssue, { id: issueId });
    for (const seat of ['STREET', 'FIRM', 'OWNERS_BODY'] as const)
      await flood.parties[seat].call(rounds.checkIn, { id: issueId, roundId: roundId! });
    await chair.getByText('到会 5 方').waitFor();
    await eventually(
      async () => {
        const open = chair.getByRole('button', { name: '宣布开会' });
        if (await open.isVisible()) await open.click({ timeout: 3_000 });
        await chair.getByRole('button', { name: '结束本轮' }).waitFor({ timeout: 3_000 });
      },
      { within: 120_000 },
    );
    await chair.getByRole('button', { name: '结束本轮' }).click();
    await chair.getByRole('heading', { name: /纪要/ }).waitFor();
    await chair.getByRole('button', { name: '纪要定稿' }).click();
    await chair.getByRole('alert').getByText(/原因/).waitFor();
    await looksRight(chair, 'room-minutes');
    await taken(chair, '写纪要', async (form) => {
      await form.getByLabel('问题（缺）').fill('雨后积水三四十厘米');
      await form.getByLabel('原因（缺）').fill('管径小、坡度反');
      await form.getByLabel('可选办法（缺）').fill('换管 120 米；另加两处雨水口');
    });
    await chair.getByText('各项齐全，可以定稿').waitFor();
    await chair.getByRole('button', { name: '纪要定稿' }).click();
    await chair
      .getByText(/已定稿/)
      .first()
      .waitFor();
    expect(await pdf(chair, '会议纪要（PDF）')).toMatch(/\.pdf$/);
    await taken(chair, '决定下一步', async (form) => {
      await form.getByRole('radio', { name: '物业公司' }).check();
      await form.getByLabel('理由').fill('由物业拟定方案并询价');
    });
  });

  test('the plan: two ways side by side, who pays what and why, every line of the arithmetic; the firm has one chosen', async () => {
    await draftTwoWays(flood.parties.FIRM, issueId);
    const firm = await at('FIRM');
    await firm.getByText('方案对比').waitFor();
    await firm.getByRole('img', { name: /各方出资/ }).waitFor();
    await pick(firm, '方案', '维修资金');
    await firm.getByRole('button', { name: '选定“维修资金”' }).click();
    await firm.getByText('谁出多少、因何而出').waitFor();
    await looksRight(firm, 'room-plan');
    const unit = await at('RIGHTS_UNIT');
    await unit.getByText('谁出多少、因何而出').waitFor();
    await pick(unit, '看法', '算式');
    await pick(unit, '谁的算式', '远征集团三院');
    await unit.locator('pre.arithmetic').getByText('合计 ¥107,006.11').first().waitFor();
    await looksRight(unit, 'room-arithmetic');
    expect(await pdf(unit, '各出资方说明（PDF）')).toMatch(/\.pdf$/);
  });

  test('the second round: what one says the other sees without a reload; a position by phone is recorded with its proof', async () => {
    const { story, parties } = flood;
    const round = await hold(story, parties, issueId, { agenda: ['排水改造方案与出资'] });
    const chair = await at('COMMUNITY');
    const unit = await at('RIGHTS_UNIT');
    await unit.setViewportSize(phone);
    await taken(unit, '表态', async (form) => {
      await form.getByRole('radio', { name: '附条件同意' }).check();
      await form.getByRole('textbox', { name: '条件' }).fill('派本单位工程师监督施工');
      await form.getByLabel('理由').fill('管线图纸在我单位');
    });
    await unit.getByText('派本单位工程师监督施工').first().waitFor();
    await chair.getByText('派本单位工程师监督施工').first().waitFor();
    await taken(chair, '录入书面或电话表态', async (form) => {
      await form.getByRole('radio', { name: '街道' }).check();
      await form.getByRole('radio', { name: '电话' }).check();
      await form.getByLabel(/凭证/).fill('录音 2026-1129-03');
      await form.getByRole('radio', { name: '同意', exact: true }).check();
    });
    await unit.getByText('电话：录音 2026-1129-03').waitFor();
    expect(await violationsOf(unit)).toEqual([]);
    await picture(unit, 'room-phone');
    await unit.setViewportSize({ width: 1440, height: 900 });
    for (const seat of ['COMMUNITY', 'FIRM', 'OWNERS_BODY'] as const)
      await parties[seat].call(rounds.takePosition, { id: issueId, roundId: round.id, position: 'AGREE' });
    await taken(unit, '表态', async (form) => {
      await form.getByRole('radio', { name: '同意', exact: true }).check();
    });
    await looksRight(chair, 'room');
    await chair.getByRole('button', { name: '结束本轮' }).click();
    await chair.getByText('达成一致', { exact: true }).first().waitFor();
    const on = { id: issueId, roundId: round.id };
    await parties.COMMUNITY.call(rounds.writeMinutes, { ...on, items: { PLAN: '换管、增设雨水口', RESULT: '出资各方一致同意' } });
    await parties.COMMUNITY.call(rounds.finishMinutes, on);
  });

  test('a newly elected committee takes the owners’ seat over: the street lets it take up the issue, and it says yes to their share itself', async () => {
    const { street, parties, tableId: id } = flood;
    const [seat, name] = ['OWNERS_BODY' as const, '南岗里一区业委会'];
    const elected = await street.actor('owners_body_rep', name);
    await parties.STREET.call(tables.seatUnit, { id, seat, unitId: street.units.get(name)!.id, body: 'OWNERS_COMMITTEE' });
    const { id: accountId } = await elected.call(gateway.whoAmI, {});
    await eventually(() => elected.call(tables.appoint, { id, seat, as: 'REPRESENTATIVE', accountId, document: '业委会授权书' }), {
      within: 30_000,
    });
    const office = await at('STREET');
    await office.getByText(`议事桌上的“业主一方”席位现在是${name}`).waitFor();
    await looksRight(office, 'room-reseat');
    await taken(office, `由${name}接手这件议题`, (form) => form.getByLabel('为什么换由现在的一方接手').fill('业主大会选出业委会'));
    flood.replace(seat, elected);
    const body = await at('OWNERS_BODY');
    await body.getByText('份额尚未确认').waitFor();
    await looksRight(body, 'room-take-over');
    await taken(body, '承接本席位的份额', () => Promise.resolve());
    await body.getByText('份额尚未确认').waitFor({ state: 'detached' });
  });

  let vote: OwnersVote;
  test('the owners’ vote: while it runs it is seen how many have voted and what has to be reached, never how; then the three tests', async () => {
    vote = await flood.announceVote(issueId);
    const body = await at('OWNERS_BODY', `votes/${vote.id}`);
    await body.getByLabel('印几张').fill('3');
    expect(await pdf(body, '选票（PDF）')).toMatch(/\.pdf$/);
    await vote.handIn(2);
    const unit = await at('RIGHTS_UNIT');
    await unit.getByText(/已交回选票的业主：2 \//).waitFor();
    expect(await unit.getByText('计票后公布').count()).toBe(2);
    await unit.getByText('尚未达到').waitFor();
    await looksRight(unit, 'room-vote');
    await vote.handIn(Infinity);
    await unit.getByText('已达到').waitFor();
    expect(await pdf(unit, '表决公告（PDF）')).toMatch(/\.pdf$/);
    const counted = await vote.counted();
    expect(counted.results![0]!.outcome).toBe('PASSED');
    await unit.getByText('通过', { exact: true }).waitFor();
    await looksRight(unit, 'room-vote-counted');
    expect(await pdf(unit, '计票报告（PDF）')).toMatch(/\.pdf$/);
  }, 300_000);

  test('the plan hangs with a photo of it; an objection stops the clock until the community has answered; papers open the gates', async () => {
    const { parties } = flood;
    const chair = await at('COMMUNITY');
    const firm = await at('FIRM');
    await taken(chair, '登记已张贴公示', async (form) => {
      await form.getByLabel('张贴地点').fill('东门公告栏');
      await form.getByLabel('张贴照片').setInputFiles(photo);
      await form.getByRole('status').filter({ hasText: photo.name }).waitFor();
    });
    await taken(firm, '本方提出异议', async (form) => {
      await form.getByLabel('异议与理由').fill('雨水口的位置挡住了消防通道，请移开');
    });
    await chair.getByText('雨水口的位置挡住了消防通道').waitFor();
    await chair.getByRole('button', { name: '照片 1' }).click();
    await chair.getByRole('img', { name: '照片 1' }).waitFor();
    await looksRight(chair, 'room-publicity');
    await ownersKeepThePlan();
    await taken(chair, '答复异议', async (form) => {
      await form.getByLabel('答复').fill('雨水口东移三米，不占消防通道，金额不变。');
    });
    const { publicities } = await parties.COMMUNITY.call(publicity.listPublicities, { issueId });
    await firm.getByText('雨水口东移三米').waitFor();
    await layPapers(parties, publicities[0]!.planId);
    const unit = await at('RIGHTS_UNIT');
    await taken(unit, '提交凭据', async (form) => {
      await form.getByRole('radio', { name: /单位批准文件/ }).check();
      await form.getByLabel('文件名称与文号').fill('三院资产〔2026〕8号');
    });
    await unit.getByText('未具备').first().waitFor({ state: 'detached', timeout: 30_000 });
    expect(await pdf(chair, '公示（PDF）')).toMatch(/\.pdf$/);
  });

  /** So many owners object that an assembly has to decide; each is answered, the owners keep the plan by a vote in the city’s own system, and their body records it. */
  async function ownersKeepThePlan(): Promise<void> {
    const { street, parties } = flood;
    const posted = async () => (await parties.COMMUNITY.call(publicity.listPublicities, { issueId })).publicities[0]!;
    const { id, planId } = await posted();
    const owner = Session.nobody(stage.house.url);
    for (const { no, code } of (await parties.COMMUNITY.call(costPlans.homeKeys, { id: planId })).homes) {
      if ((await posted()).assembly !== null) break;
      const objectionId = randomUUID();
      await owner.call(publicity.objectAsOwner, { streetId: street.id, no, code, objectionId, reason: '希望先修屋面，再换排水管' });
      await parties.COMMUNITY.call(publicity.answerObjection, { id, objectionId, answer: '屋面已列入明年计划' });
    }
    const body = await at('OWNERS_BODY');
    await body.getByRole('button', { name: '登记临时业主大会结果' }).waitFor();
    await flood.officialVote('维持院内排水改造方案');
    await taken(body, '登记临时业主大会结果', async (form) => {
      await choose(body, '业主为此作出的表决', '维持院内排水改造方案');
      await form.getByLabel('决议或纪要的名称与文号').fill('临时业主大会决议〔2026〕1 号');
      await withFile(form, '决议或纪要扫描件');
      await looksRight(body, 'room-assembly');
    });
    await body.getByText(/临时业主大会决议〔2026〕1 号/).waitFor();
  }
});
