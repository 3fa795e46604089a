import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { pick, withFile } from './flood.js';
import { take } from './small-street.js';
import { choose, looksRight, phone, printed, Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 300_000);
afterAll(() => stage?.end());

const estate = '南岗里一区';
const title = '南岗里一区供暖主管爆裂';

/** Somebody of the estate calls about a cold home; answers the number of the order. */
async function coldHome(point: string): Promise<string> {
  const desk = await stage.program('phone_desk');
  const { estates } = await desk.call('registry.estate.list', {});
  const { id: estateId } = estates.find(({ name }) => name === estate)!;
  const { no } = await desk.call('intake.demand.receive', {
    ...{ id: randomUUID(), channel: 'PHONE_DESK', demandType: 'HELP', level: 'U', category: ['水电气热', '供暖', '暖气不热'] },
    ...{ content: '家里暖气不热，屋里只有14度', callerName: '周女士', callerPhone: '13900001234', place: { estateId, point } },
  } as never);
  return no;
}

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a burst heating pipe', () => {
  test('is opened as an incident, told to its homes, worked on by crews, and restored', async () => {
    const before = await coldHome('南门里面');
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/incidents`);
    await chief.getByRole('heading', { name: '突发事件' }).waitFor();
    await chief.getByRole('link', { name: '发起突发事件' }).click();
    await chief.getByLabel('名称').fill(title);
    await choose(chief, '事项', '供暖');
    await choose(chief, '小区', estate);
    for (const building of ['1号楼', '5号楼']) await choose(chief, '只有这几栋（不选就是整个小区）', building);
    await choose(chief, '牵头单位', '热力集团');
    await chief.getByLabel('第一次通报').fill('供暖主管爆裂，正在关阀抢修，预计今晚恢复。');
    await looksRight(chief, 'incident-open');
    await act(chief, '发起并通报').click();
    await chief.getByRole('heading', { name: title }).waitFor();
    await chief.getByText('下次通报最迟').waitFor();

    // The one who did not say which building joins by hand, the one who calls now by itself.
    await chief.getByRole('checkbox', { name: `选中 ${before}` }).check();
    await chief.getByRole('button', { name: /^并入选中的 1 件/ }).click();
    await chief.getByText('已并入 1 件').waitFor();
    const later = await coldHome('5号楼');
    await chief.getByRole('link', { name: later }).waitFor();

    await act(chief, '通报进展').click();
    await chief.getByLabel('写给居民的话').fill('阀门已关，管道正在焊接，低区先恢复。');
    await act(chief, '确定').click();
    await chief.getByText('阀门已关，管道正在焊接').waitFor();
    await act(chief, '登记步骤').click();
    await choose(chief, '哪一步', '关阀断电');
    await chief.getByLabel('做了什么').fill('关闭小区入口总阀');
    await act(chief, '确定').click();
    await chief.getByText('关闭小区入口总阀').waitFor();
    await act(chief, '班组到岗').click();
    await choose(chief, '班组单位', '热力集团');
    await chief.getByLabel('人数').fill('6');
    await act(chief, '确定').click();
    await chief.getByRole('cell', { name: '在岗' }).waitFor();

    // Who did not call is told at the door: a building first, then a household that cannot wait.
    await chief.getByRole('button', { name: `${estate} 1号楼`, exact: true }).click();
    await act(chief, '登记已告知').click();
    await choose(chief, '怎样告知', '贴告知书');
    await act(chief, '确定').click();
    const row = chief.getByRole('row').filter({ has: chief.getByRole('button', { name: `${estate} 1号楼`, exact: true }) });
    await eventually(async () => {
      const [, homes, told] = await row.getByRole('cell').allTextContents();
      if (homes !== told) throw new Error(`${told} of ${homes}`);
    });
    await act(chief, '列入重点户').click();
    await choose(chief, '楼栋', '1号楼');
    await choose(chief, '门牌', '101');
    await choose(chief, '类别', '空巢独居老人');
    await act(chief, '确定').click();
    await chief.getByText('未上门').waitFor();
    await chief.getByRole('button', { name: /^登记上门/ }).click();
    await act(chief, '确定').click();
    await chief.getByText('已上门', { exact: true }).waitFor();
    await looksRight(chief, 'incident');
    await printed(chief, 'incident');

    await act(chief, '恢复正常').click();
    await chief.getByLabel('恢复告知').fill('管道已修复，供暖恢复，请各家排气。');
    await act(chief, '确定').click();
    await chief.getByText('已恢复', { exact: true }).waitFor();
    await chief.goto(`${stage.house.url}/desk/incidents?state=RESTORED`);
    await chief.getByRole('link', { name: title }).waitFor();
    await looksRight(chief, 'incidents');
  }, 300_000);

  test('finds the homes that are to be called on first on a list that is kept in quiet times', async () => {
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/resources`);
    await choose(chief, '哪个小区的名册', '东大院');
    await chief.getByText(/^还没有列入。/).waitFor();
    await act(chief, '列入名册').click();
    await choose(chief, '楼栋', '1号楼');
    await choose(chief, '门牌', '101');
    await choose(chief, '类别', '空巢独居老人');
    await act(chief, '确定').click();
    await chief.getByRole('cell', { name: /^1号楼 .*101$/ }).waitFor();
    await looksRight(chief, 'care-homes');
    await chief.getByRole('button', { name: /^移出/ }).click();
    await act(chief, '确定').click();
    await chief.getByText(/^还没有列入。/).waitFor();
  });

  test('is not there for a unit it does not concern, and cannot be opened by a handler', async () => {
    const handler = await stage.person('firm_handler');
    await handler.goto(`${stage.house.url}/desk/incidents/${randomUUID()}`);
    await handler.getByRole('alert').waitFor();
    await handler.goto(`${stage.house.url}/desk/incidents/new`);
    await handler.getByText('您的岗位不办理这一项').waitFor();
  });
});

describe('a scheduling meeting', () => {
  test('draws what is red and yellow, turns a decision into a task, and is printed', async () => {
    const leader = await stage.person('street_leader');
    await leader.goto(`${stage.house.url}/desk/meetings`);
    await act(leader, '召开调度会').click();
    await act(leader, '确定').click();
    await leader.getByRole('heading', { name: /^调度会/ }).waitFor();
    await leader.getByText('红：已超时').waitFor();
    await leader
      .getByRole('button', { name: /^交办 FH/ })
      .first()
      .click();
    await leader.getByLabel('要做什么').fill('三日内现场会商，拿出处理办法');
    await act(leader, '确定').click();
    await leader.getByText('三日内现场会商').waitFor();
    await leader.getByRole('cell', { name: '已交办' }).first().waitFor();
    await looksRight(leader, 'meeting');
    await printed(leader, 'meeting');
    await act(leader, '散会').click();
    await act(leader, '确定').click();
    await leader.getByText('已结束').waitFor();
    await leader.getByRole('button', { name: 'English' }).click();
    await leader.getByText('Red: overdue').waitFor();
  });
});

describe('the leaders’ lists', () => {
  test('are read as they were made, and printed', async () => {
    // As if the moment at which each list is made had come.
    await stage.sql(`update dispatch.deadlines set fires_at = clock_timestamp() where code = 'LEADER_LIST' and state = 'armed'`);
    const leader = await stage.person('street_leader');
    await leader.goto(`${stage.house.url}/desk/lists`);
    await eventually(
      async () => {
        await leader.reload();
        await leader.getByRole('link', { name: /^日报/ }).first().click({ timeout: 5_000 });
      },
      { within: 60_000 },
    );
    await leader.getByRole('heading', { name: /^日报/ }).waitFor();
    await leader.getByText('各单位').waitFor();
    await looksRight(leader, 'list');
    await printed(leader, 'list');
    expect(leader.url()).toMatch(/\/desk\/lists\/[0-9a-f-]{36}$/);
    for (const which of ['week', 'month']) {
      await leader.goto(`${stage.house.url}/desk/lists?which=${which}`);
      await leader
        .getByRole('link')
        .filter({ hasText: which === 'week' ? '周报' : '月报' })
        .first()
        .waitFor();
    }
  });
});

describe('places like one where something was wrong', () => {
  const looker = 'firm_handler';

  /** A closed order of the sample street that a place of this firm is like. */
  async function closedOrder(): Promise<{ id: string; place: string }> {
    const [chief, firm] = [await stage.program('section_chief'), await stage.program(looker)];
    const { mandates } = await firm.call('gateway.session.get', {});
    const units = mandates.flatMap(({ unitId }) => unitId ?? []);
    const { workOrders } = await chief.call('dispatch.work-order.list', { open: 'false', limit: 200 } as never);
    for (const { id, place } of workOrders) {
      if (place.estateId === null) continue;
      const { places } = await chief.call('dispatch.sweep.candidates', { orderId: id });
      const found = places.slice(0, 30).find(({ unitId }) => units.includes(unitId));
      if (found) return { id, place: found.name };
    }
    throw new Error('no closed order has a like place of this firm');
  }

  test('are looked at by their firm, and what is found is counted', async () => {
    const { id, place } = await closedOrder();
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/orders/${id}`);
    await act(chief, '排查相像的地点').click();
    await chief.getByRole('checkbox', { name: new RegExp(`^${place}（`) }).check();
    await looksRight(chief, 'sweep-form');
    await act(chief, '确定').click();
    await chief.getByRole('heading', { name: /^举一反三：/ }).waitFor();
    const firm = await stage.person(looker, phone);
    await firm.goto(`${stage.house.url}/desk/asked`);
    await firm.getByRole('button', { name: `登记排查结果 ${place}` }).click();
    await firm.getByRole('radio', { name: '发现问题', exact: true }).check();
    await firm.getByLabel('看到了什么').fill('地下室同样渗水，管道锈蚀');
    await looksRight(firm, 'sweep-check', phone);
    await act(firm, '确定').click();
    await firm.getByRole('button', { name: `补记诉求编号 ${place}` }).click();
    await firm.getByRole('textbox', { name: '诉求编号' }).fill('XC-2026-0001');
    await act(firm, '确定').click();
    await firm.getByText('没有要排查的地点').waitFor();
    await chief.getByText('地下室同样渗水').waitFor();
    await chief.getByText('XC-2026-0001').waitFor();
    await looksRight(chief, 'sweep');
    await printed(chief, 'sweep');
    await chief.goto(`${stage.house.url}/desk/sweeps`);
    await chief.getByText('已排查完').waitFor();
    await looksRight(chief, 'sweeps');
  });
});

describe('a campaign', () => {
  test('is opened with a checklist of its own; what is found is put right on the spot or afterwards, and then it is closed', async () => {
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/campaigns`);
    await take(chief, '发起专项行动', async (form) => {
      await form.getByLabel('名称').fill('飞线充电大排查');
      await choose(chief, '牵头单位', '远征物业');
      await form.getByLabel(/^检查清单/).fill('飞线充电\n楼道堆物');
      await looksRight(chief, 'campaign-form');
    });
    await chief.getByRole('heading', { name: '大排查：飞线充电大排查' }).waitFor();
    const found = (item: string, note: string, isSettled: boolean) =>
      take(chief, '登记问题', async (form) => {
        await choose(chief, '清单上的哪一项', item);
        await choose(chief, '社区', '南岗里社区');
        await form.getByLabel(/^情况/).fill(note);
        if (isSettled) await form.getByRole('checkbox', { name: '当场已整改' }).check();
      });
    await found('楼道堆物', '二层平台堆放纸箱，当场清走', true);
    await found('飞线充电', '从三层窗口拉线到楼下充电', false);
    // Nothing is left open when it is closed.
    await chief.getByRole('button', { name: '收尾' }).click();
    const closing = chief.getByRole('form', { name: '收尾' });
    await closing.getByLabel(/^总结/).fill('查到两处，均已整改，下月复查');
    await closing.getByRole('button', { name: '确定' }).click();
    await closing.getByRole('alert').waitFor();
    await take(
      chief,
      '登记处置',
      async (form) => {
        await form.getByLabel('做了什么').fill('已拆除飞线，劝导到车棚充电');
        await form.getByRole('checkbox', { name: '已整改' }).check();
      },
      '登记处置 飞线充电 南岗里社区',
    );
    await closing.getByRole('button', { name: '确定' }).click();
    await chief.getByText('已收尾', { exact: true }).waitFor();
    await chief.getByText('查到两处，均已整改，下月复查').waitFor();
    await looksRight(chief, 'campaign');
    await printed(chief, 'campaign');
  });
});

describe('the exposure board', () => {
  test('shows everybody what another than who proposed it has looked at, and what became of it', async () => {
    const problem = '便道地砖塌陷，行人绕行机动车道';
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/exposures`);
    await take(chief, '提出曝光', async (form) => {
      await choose(chief, '社区', '南岗里社区');
      await form.getByLabel(/^路口/).fill('青云路与南岗街交叉口');
      await pick(chief, '从路口往哪边', '东');
      await form.getByLabel(/^多少米/).fill('200');
      await pick(chief, '路的哪一侧', '北');
      await form.getByLabel(/^问题/).fill(problem);
      await withFile(form, '照片（没有人脸、车牌的）');
      await choose(chief, '由谁整改', '远征物业');
      await looksRight(chief, 'exposure-form');
    });
    await chief.getByText(problem).waitFor();
    expect(await chief.getByRole('button', { name: /^批准曝光/ }).count()).toBe(0);
    const board = await stage.visitor();
    await board.goto(`${stage.house.url}/r/${stage.street}/exposed`);
    await board.getByText('现在没有曝光的问题').waitFor();

    const leader = await stage.person('street_leader');
    await leader.goto(`${stage.house.url}/desk/exposures`);
    await leader.getByRole('button', { name: /^批准曝光/ }).click();
    const form = leader.getByRole('form', { name: '批准曝光' });
    await form.getByRole('button', { name: '确定' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByRole('checkbox', { name: /^看过照片和文字/ }).check();
    await form.getByRole('button', { name: '确定' }).click();
    await form.waitFor({ state: 'detached' });
    await board.reload();
    await board.getByText(problem).waitFor();
    await board.getByText('尚未整改').waitFor();
    await board.getByRole('button', { name: '照片 1' }).click();
    await board.getByRole('img', { name: '照片 1' }).waitFor();

    await chief.reload();
    await chief.getByRole('button', { name: /^已整改/ }).click();
    await chief.getByLabel(/^整改结果/).fill('已更换地砖二十平方米，恢复通行');
    await act(chief, '确定').click();
    await chief.getByText('结果：已更换地砖二十平方米').waitFor();
    await looksRight(chief, 'exposures');
    await board.reload();
    await board.getByText('已更换地砖二十平方米').waitFor();
    await looksRight(board, 'exposed', phone);
    await board.context().close();
  });
});
