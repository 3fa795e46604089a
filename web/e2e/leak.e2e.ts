import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatch, intake, legs, watching } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { dayField } from './flood.js';
import { SmallStreet, step, take, type Told } from './small-street.js';
import { choose, looksRight, phone, photo, printed, Stage } from './stage.js';

let stage: Stage;
let street: SmallStreet;
/** What the resident has told, and the order it became; each test goes on where the one before it ended. */
let leak: Told;
let orderId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  street = await SmallStreet.open(stage, 'leak');
}, 300_000);
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
  });

  test('the firm has been told of it: its message leads to the job, and is read from then on', async () => {
    const page = await firm('messages');
    await page.getByRole('link', { name: /^消息\s*1\s*条未读$/ }).waitFor();
    await looksRight(page, 'messages', phone);
    await page
      .getByRole('listitem', { name: /^新工单/ })
      .getByRole('link')
      .click();
    await page.getByText('水顺着灯往下滴').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/desk/jobs/${orderId}`);
    await page.getByRole('link', { name: '消息', exact: true }).click();
    await page.getByText('没有未读的消息').waitFor();
    await page.getByText('全部', { exact: true }).click();
    await page
      .getByRole('listitem', { name: /^新工单/ })
      .getByText('已读')
      .waitFor();
  });

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
      await page.getByLabel('打算怎么办（措施）').fill('上门查看屋面，修补防水层');
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
  });

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
  });

  test('nobody is at home: the firm stops its clock on the phone while it waits for the complainant, who reads why; then it goes on', async () => {
    const page = await firm();
    await step(page, '暂停计时：等诉求人', async () => {
      await page.getByLabel('理由').fill('约了三次家中无人');
      await page.getByLabel('写给诉求人的话').fill('请您定一个在家的时间，我们来施工');
      await looksRight(page, 'leak-pause', phone);
    });
    await street.track(leak, '请您定一个在家的时间');
    const paused = await street.orderOf(leak);
    expect(paused.pausedSince).not.toBeNull();
    const chief = await street.at('section_chief', '城乡建设办公室', `orders/${orderId}`);
    await chief.getByRole('button', { name: '恢复计时' }).waitFor();
    // Whoever leads has stopped it alone; a chief says afterwards whether that was right, and the clock stands on.
    await take(chief, '复核暂停', async (form) => {
      await form.getByRole('radio', { name: '同意', exact: true }).check();
      await form.getByLabel('复核意见').fill('三次预约均有记录，应当等待');
      await looksRight(chief, 'pause-review');
    });
    await chief.getByRole('button', { name: '复核暂停' }).waitFor({ state: 'detached' });
    expect((await street.orderOf(leak)).pausedSince).not.toBeNull();
    await page.getByRole('button', { name: '恢复计时' }).click();
    await page.getByRole('button', { name: '暂停计时：等诉求人' }).waitFor();
    expect((await street.orderOf(leak)).pausedSince).toBeNull();
  });

  test('frost stops the work: the firm asks on its phone to put it off, a leader decides, the resident reads why; the firm takes it up again', async () => {
    const page = await firm();
    await step(page, '申请挂账', async () => {
      await page.getByRole('radio', { name: '季节所限' }).check();
      await page.getByLabel('复核日期').fill(dayField(20));
      await page.getByLabel('理由').fill('连日霜冻，防水卷材不能热熔施工');
      await looksRight(page, 'leak-suspension', phone);
    });
    await page.getByText('挂账申请待审').waitFor();
    const leader = await street.at('street_leader', '青云街道', 'decisions');
    const { title } = await street.orderOf(leak);
    await leader.getByRole('link', { name: title, exact: true }).waitFor();
    await leader.getByText('连日霜冻').waitFor();
    await leader.getByText('季节所限').waitFor();
    await looksRight(leader, 'decisions-leader');
    await take(
      leader,
      '同意挂账',
      async (form) => {
        await form.getByLabel('审核意见').fill('情况属实，霜冻期后恢复');
        await form.getByLabel('写给诉求人的话').fill('因霜冻暂不能做防水，天气转暖即恢复施工');
      },
      `同意挂账 ${leak.no} ${title}`,
    );
    await leader.getByText('没有等待审批的挂账申请').waitFor();
    await street.track(leak, '天气转暖即恢复施工');
    await street.reaches(orderId, 'SUSPENDED');
    await page.reload();
    await step(page, '原因已消除，恢复办理', async () => {
      await looksRight(page, 'leak-resume', phone);
      await page.getByLabel('写给诉求人的话').fill('今日转暖，防水施工恢复');
    });
    await street.reaches(orderId, 'HANDLING');
    await street.track(leak, '防水施工恢复');
    await page.reload();
    await complete('屋面防水已修补，淋水试验不渗漏');
  });

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

  test('the community looks at the place the same day: not done goes back to the firm, done waits for the resident', async () => {
    const worker = (place: string) => street.at('community_worker', '南岗里社区', place, phone);
    const look = async (verdict: string, seen: string) => {
      const page = await worker('jobs');
      await page.getByRole('region', { name: '待现场核实（网格核实）' }).getByRole('link').click();
      await take(page, '登记现场核实', async (form) => {
        await form.getByText(verdict, { exact: true }).click();
        await form.getByLabel('现场看到的情况').fill(seen);
        await form.locator('input[type=file]:enabled').waitFor();
        await form.getByLabel('现场照片（可不选）').setInputFiles({ name: '接缝.png', mimeType: 'image/png', buffer: photo });
        await form.getByRole('status').getByText('接缝.png').waitFor();
        await looksRight(page, 'grid-check', phone);
      });
      await page.getByText(seen, { exact: true }).waitFor();
    };
    await look('没有办到位，退回重办', '顶层过道南侧接缝没有补');
    await street.reaches(orderId, 'REWORK');
    const page = await firm();
    await page.getByText('顶层过道南侧接缝没有补').waitFor();
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('button', { name: '办结' }).waitFor();
    await complete('南侧接缝已补，再次淋水试验不渗漏');
    await look('办到位', '接缝已补好，淋水不漏');
    expect((await street.orderOf(leak)).gridCheck).toBe('CONFIRMED');
  });

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
  });

  test('the callback desk calls: nobody answers, then contacted, solved and satisfied; the resident finds it solved', async () => {
    const desk = await street.at('callback_desk', '市民诉求处置中心', 'callbacks');
    const mine = desk.getByRole('button', { name: new RegExp(leak.no) });
    await mine.click();
    await desk.getByText('您好，这里是街道市民诉求处置中心').waitFor();
    await desk.getByRole('button', { name: /查看电话/ }).click();
    await desk.getByRole('link', { name: `拨打 ${leak.phoneNo}` }).waitFor();
    await looksRight(desk, 'leak-callback');
    await printed(desk, 'leak-callback');
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
  });

  /** The order that the failed look has opened. */
  let againId: string;
  const watched = (unitName: string, place: string) => street.at('citizen_supervisor', unitName, place, phone);

  test('at the first rain the firm looks again, and it drips: the old order is archived, the matter has another one', async () => {
    await (await street.program('phone_desk', '市民诉求处置中心')).call(watching.declareRain, {});
    const page = await firm('looks');
    const look = page.getByRole('listitem').filter({ hasText: '首场雨' });
    await look.getByText('待回看').waitFor();
    await looksRight(page, 'looks', phone);
    await take(
      page,
      '登记回看',
      async (form) => {
        await form.getByLabel('又出现了').check();
        await form.getByLabel('看到了什么').fill('雨后顶层过道仍有水滴，修补处边缘起翘');
        await form.getByLabel('照片').setInputFiles({ name: '起翘.png', mimeType: 'image/png', buffer: photo });
        await form.getByRole('status').getByText('起翘.png').waitFor();
      },
      `登记回看 首场雨 ${leak.no}`,
    );
    await page.getByText('现在没有要回看的').waitFor();
    await street.reaches(orderId, 'ARCHIVED');
    againId = (await (await street.program('firm_handler', '远征物业')).call(dispatch.listWorkOrders, { no: `${leak.no}-回看` }))
      .workOrders[0]!.id;
    await firm(`jobs/${againId}`);
    await page.getByRole('button', { name: '签收' }).waitFor();
  });

  test('a citizen supervisor of the community writes what they have seen; the firm and the street read it; who supervises elsewhere finds nothing', async () => {
    const page = await watched('南岗里社区', 'watched');
    await looksRight(page, 'watched', phone);
    await page.locator(`a[href$="/watched/${againId}"]`).click();
    await take(page, '写监督意见', async (form) => {
      await form.getByLabel('看到的情况与意见').fill('今早看过，顶层过道还在滴水，请加快');
    });
    await page.getByText('今早看过，顶层过道还在滴水').waitFor();
    await looksRight(page, 'watched-order', phone);
    const job = await firm(`jobs/${againId}`);
    await job.getByText('顶层过道还在滴水').waitFor();
    const chief = await street.at('section_chief', '城乡建设办公室', `orders/${againId}`);
    await chief.getByText('顶层过道还在滴水').waitFor();
    await street.isNotThere('citizen_supervisor', '安居帮扶物业', `watched/${againId}`);
  });

  test('a scheduling meeting entrusts the firm with a task; the firm reports it done, and the meeting’s page says so', async () => {
    const chief = await street.at('section_chief', '城乡建设办公室', 'meetings');
    await chief.getByRole('button', { name: '召开调度会' }).click();
    await chief.getByRole('button', { name: '确定' }).click();
    await chief.getByRole('heading', { name: /^调度会 / }).waitFor();
    await take(chief, '交办一项（不针对某件）', async (form) => {
      await choose(chief, '交办给', '远征物业');
      await form.getByLabel('要做什么').fill('三日内查完 1 号楼各单元顶层渗漏');
    });
    await chief.getByText('三日内查完').waitFor();
    const page = await street.at('firm_manager', '远征物业', 'tasks', phone);
    await page.getByText('三日内查完').waitFor();
    await looksRight(page, 'tasks', phone);
    await take(
      page,
      '报完成',
      async (form) => {
        await form.getByLabel('做了什么、依据').fill('各单元顶层排查表 2 页');
      },
      '报完成 三日内查完 1 号楼各单元顶层渗漏',
    );
    await page.getByText('现在没有交办的任务').waitFor();
    await chief.reload();
    await chief.getByText('各单元顶层排查表').waitFor();
    await looksRight(chief, 'meeting-task');
  });

  test('what three reworks have not solved is on the claim board: a section takes it on with a plan, and gives it back with a reason', async () => {
    const handler = await street.program('firm_handler', '远征物业');
    const caller = await street.program('callback_desk', '市民诉求处置中心');
    const order = { id: againId };
    await handler.call(dispatch.accept, order);
    await handler.call(dispatch.recordFirstContact, order);
    const { legs: all } = await handler.call(dispatch.getWorkOrder, order);
    for (const { id: legId } of all.filter(({ role }) => role === 'CO'))
      await handler.call(legs.waiveLeg, { ...order, legId, reason: '图纸已在手，不再请其协办' });
    for (let again = 1; again <= 3; again += 1) {
      await handler.call(dispatch.complete, { ...order, publicText: '渗漏处重新修补完毕', evidence: '维修单' });
      const callback = await eventually(
        async () => {
          const { callbacks } = await caller.call(intake.listCallbacks, { orderId: againId, state: 'OPEN' });
          if (!callbacks[0]) throw new Error('no callback yet');
          return callbacks[0];
        },
        { within: 30_000 },
      );
      await caller.call(intake.recordCallback, { id: callback.id, contacted: true, solved: false, satisfaction: 'DISSATISFIED' });
      await street.reaches(againId, 'REWORK');
      await handler.call(dispatch.accept, order);
    }
    const chief = await street.at('section_chief', '城乡建设办公室', 'claims');
    await chief.getByRole('link', { name: `${leak.no}-回看` }).waitFor();
    await looksRight(chief, 'claims');
    await printed(chief, 'claims');
    await take(
      chief,
      '认领',
      async (form) => {
        await form.getByLabel('打算怎么办').fill('列入屋面大修，启用专项维修资金');
      },
      `认领 ${leak.no}-回看`,
    );
    await chief.getByRole('cell', { name: /^城乡建设办公室 / }).waitFor();
    await take(
      chief,
      '退回认领',
      async (form) => {
        await form.getByLabel('理由').fill('大修已由五方议事桌立项');
      },
      `退回认领 ${leak.no}-回看`,
    );
    await chief.getByText('待认领').waitFor();
  });

  test('what cannot be solved is closed as unsolved: the chief writes why, and the rates count it as unsolved', async () => {
    const chief = await street.at('section_chief', '城乡建设办公室', `orders/${againId}`);
    await take(chief, '说明原因后结案', async (form) => {
      await form.getByText(/已重办 3 次。结案后三率仍按诉求人的回答计为未解决/).waitFor();
      await form.getByLabel('向诉求人说明').fill('屋面须整体大修，已列入明年计划，此前由物业每月巡查');
      await looksRight(chief, 'close-unsolved');
    });
    await chief.getByText('未解决已说明', { exact: true }).first().waitFor();
    await chief.getByText('屋面须整体大修，已列入明年计划').first().waitFor();
    await street.reaches(againId, 'CLOSED_UNSOLVED');
    expect(await chief.getByRole('button', { name: '说明原因后结案' }).count()).toBe(0);
    await chief.goto(`${stage.house.url}/desk/claims`);
    await chief.getByText('一再重办仍未解决的问题工单').waitFor();
  });
});
