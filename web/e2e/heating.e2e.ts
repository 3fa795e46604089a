import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { incidents, intake } from '@wufang/contracts';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { SmallStreet, step, take, type Told } from './small-street.js';
import { choose, looksRight, phone, Stage } from './stage.js';

let stage: Stage;
let street: SmallStreet;
/** Who told before anybody knew how far it goes, and who told afterwards. */
let early: Told;
const late: Told[] = [];
let earlyId: string;
let incidentId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  street = await SmallStreet.open(stage, 'heating');
}, 300_000);
afterAll(() => stage?.end());

const title = '南岗里一区锅炉房停暖';
const chief = (place = `incidents/${incidentId}`) => street.at('section_chief', '城乡建设办公室', place);
const community = (place = `incidents/${incidentId}`) => street.at('community_worker', '南岗里社区', place, phone);
const heating = (place: string) => street.at('department_handler', '热力集团', place, phone);
const incident = () => street.street.operator.call(incidents.getIncident, { id: incidentId });
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a heating failure', () => {
  test('begins with one family: the words say emergency, a person confirms it, and the feedback that is owed stands on the wall', async () => {
    early = await street.tell(await street.codeAt('1号楼'), '整栋楼停暖，家里有老人和婴儿', '13900002222', 'heating-form');
    const order = await street.orderOf(early);
    earlyId = order.id;
    expect([order.level, order.leadUnitId]).toEqual(['E', street.unitId('热力集团')]);
    const clerk = await street.at('phone_desk', '市民诉求处置中心', 'screening');
    await clerk.getByText(early.no).waitFor();
    await act(clerk, '确认紧急').click();
    await clerk.getByText('待确认的紧急级别').waitFor({ state: 'detached' });

    await clerk.goto(`${stage.house.url}/desk/wall?level=E`);
    const row = clerk.getByRole('listitem').filter({ has: clerk.locator(`a[href$="${earlyId}"]`) });
    await row.getByText(/^紧急签收/).waitFor();
    const page = await heating('jobs');
    await page.getByRole('link', { name: /停暖/ }).click();
    await act(page, '签收').click();
    await step(page, '登记首次联系', async () => {
      await page.getByLabel('打算怎么办（措施）').fill('派抢修队查锅炉房循环泵');
    });
    // Both are due two hours after the dispatch: the wall names one of them.
    await row.getByText(/^紧急(反馈|办理时限)/).waitFor();
    await looksRight(clerk, 'heating-wall');
    await step(page, '反馈诉求人', async () => {
      await page.getByLabel('写给诉求人的话').fill('抢修人员已到锅炉房，循环泵故障，正在换泵');
    });
    await act(page, '反馈诉求人').waitFor({ state: 'detached' });
    await looksRight(page, 'heating-job', phone);
    await clerk.goto(`${stage.house.url}/desk/orders/${earlyId}`);
    await clerk.getByRole('row').filter({ hasText: '紧急反馈' }).getByText('按时').waitFor();
    await street.track(early, '循环泵故障');
  });

  test('is opened as an incident for a building and one stairwell of another; the register counts the homes', async () => {
    const page = await chief('incidents/new');
    await page.getByLabel('名称').fill(title);
    await choose(page, '事项', '供暖');
    await choose(page, '小区', street.estate.name);
    for (const building of ['1号楼', '2号楼']) await choose(page, '只有这几栋（不选就是整个小区）', building);
    await choose(page, '只有这几个楼门（不选就是整栋）', '2号楼 1单元');
    await choose(page, '牵头单位', '热力集团');
    await page.getByLabel('第一次通报').fill('锅炉房循环泵故障，正在换泵，预计今晚恢复。');
    await looksRight(page, 'heating-open');
    await act(page, '发起并通报').click();
    await page.getByRole('heading', { name: title }).waitFor();
    incidentId = page.url().split('/').at(-1)!;
    await page.getByText(`${street.estate.name} 1号楼、${street.estate.name} 2号楼 1单元`).waitFor();
    await page.getByText('下次通报最迟').waitFor();
    const { homes, buildings } = await incident();
    expect(homes).toBe(18);
    expect(buildings.map(({ stairwell }) => stairwell).sort()).toEqual(['1单元', '1单元', '2单元']);
    // Who told within the hour before joins by itself.
    await page.getByRole('link', { name: early.no }).waitFor();
  });

  test('what its homes tell from now on joins by itself, with the latest word at once; what is said of another building does not', async () => {
    const code = await street.codeAt('1号楼');
    late.push(await street.tell(code, '全楼停暖，屋里只有十二度', '13900002223'));
    const told = {
      streetId: street.street.id,
      callerName: '住户',
      demandType: 'HELP',
      category: ['水电气热', '供暖', '大面积停暖'],
    } as const;
    const others = await Promise.all(
      ['1号楼', '1号楼', '2号楼'].map((building, n) =>
        street.street.operator.call(intake.receivePublicDemand, {
          ...{ ...told, category: [...told.category], id: crypto.randomUUID(), callerPhone: `1390000300${n}` },
          ...{ content: '家里停暖了', place: { point: `${street.estate.name}${building}` } },
        }),
      ),
    );
    const page = await chief();
    const attached = [late[0]!.no, others[0]!.no, others[1]!.no];
    for (const no of attached) await page.getByRole('link', { name: no }).waitFor({ timeout: 30_000 });
    // Which stairwell it is a demand does not say: a person judges.
    await page.getByRole('checkbox', { name: `选中 ${others[2]!.no}` }).waitFor({ timeout: 40_000 });
    await street.track(late[0]!, '锅炉房循环泵故障');
    const { orders } = await incident();
    expect(
      orders
        .filter(({ byHand }) => !byHand)
        .map(({ no }) => no)
        .sort(),
    ).toEqual([early.no, ...attached].sort());
    const joined = await street.orderOf(late[0]!);
    expect(joined.decision.reason).toContain(title);
  });

  test('each word to the residents begins the hour anew; the wall shows when the next one is owed; a foreign unit finds nothing', async () => {
    const before = (await incident()).statusDueAt!;
    const page = await chief();
    await take(page, '通报进展', async (form) => {
      await form.getByLabel('写给居民的话').fill('新泵已到场，正在安装，一小时后点火。');
    });
    await page.getByText('新泵已到场').first().waitFor();
    expect((await incident()).statusDueAt! > before).toBe(true);
    await street.track(early, '新泵已到场');
    await street.track(late[0]!, '新泵已到场');
    const wall = await street.at('phone_desk', '市民诉求处置中心', 'wall');
    const shown = wall.getByRole('list', { name: '正在处置的突发事件' });
    await shown.getByText('受影响 18 户，已告知 0 户，并入 4 件').waitFor();
    await shown.getByText(/下次通报.*还有/).waitFor();
    await looksRight(wall, 'heating-wall-incident');
    await shown.getByRole('link', { name: title }).click();
    await wall.getByRole('heading', { name: title }).waitFor();
    await street.isNotThere('firm_handler', '安居帮扶物业', `incidents/${incidentId}`);
    const firm = await street.at('firm_manager', '远征物业', `incidents/${incidentId}`, phone);
    await firm.getByRole('heading', { name: title }).waitFor();
    expect(await act(firm, '通报进展').count()).toBe(0);
  });

  test('heaters are handed out and come back; a unit that is called out is told at once, and finds the incident from then on', async () => {
    const page = await chief();
    await take(page, '登记物资', async (form) => {
      await form.getByLabel('物品').fill('电暖器');
      await form.getByLabel('数量').fill('6');
      await looksRight(page, 'heating-supplies');
    });
    await page.getByText('电暖器：领用 6，未归还 6').waitFor();
    await take(page, '登记物资', async (form) => {
      await choose(page, '领用或归还', '归还');
      await form.getByLabel('物品').fill('电暖器');
      await form.getByLabel('数量').fill('2');
    });
    await page.getByText('电暖器：领用 6，未归还 4').waitFor();
    await take(page, '呼叫单位到场', async (form) => {
      await choose(page, '呼叫哪个单位', '安居帮扶物业');
      await form.getByLabel('请它来做什么').fill('送应急发电机到锅炉房');
    });
    await page.getByText('送应急发电机到锅炉房').first().waitFor();
    await looksRight(page, 'heating-called-out');
    const called = await street.at('firm_manager', '安居帮扶物业', 'messages', phone);
    await called.getByText('送应急发电机到锅炉房').waitFor();
    await called.goto(`${stage.house.url}/desk/incidents/${incidentId}`);
    await called.getByRole('heading', { name: title }).waitFor();
  });

  test('the community tells who did not call, door by door; restored, it asks after every home, and the incident is closed', async () => {
    const door = await community();
    await act(door, `${street.estate.name} 2号楼`).click();
    await take(door, '登记已告知', async () => choose(door, '怎样告知', '贴告知书'));
    await eventually(async () => expect((await incident()).reached).toBe(6));
    await looksRight(door, 'heating-doors', phone);

    const lead = await heating(`incidents/${incidentId}`);
    await take(lead, '恢复正常', async (form) => {
      await form.getByLabel('恢复告知，含注意事项').fill('新泵运行正常，供暖恢复，请各家排气。');
    });
    await lead.getByText('已恢复', { exact: true }).waitFor();
    await street.track(early, '承办单位已办结，等待回访');
    await door.reload();
    for (const [building, stairwell, how] of [
      ['1号楼', '2单元', '仍有问题'],
      ['1号楼', '1单元', '正常'],
      ['2号楼', undefined, '正常'],
    ] as const) {
      await act(door, `${street.estate.name} ${building}`).click();
      await take(door, '登记恢复后回访', async () => {
        await choose(door, '情况', how);
        if (stairwell) await choose(door, '楼门（不选就是整栋）', stairwell);
      });
      await act(door, `${street.estate.name} ${building}`).click();
    }
    await eventually(async () => {
      const { well, notWell } = await incident();
      expect([well, notWell]).toEqual([12, 6]);
    });
    const page = await chief();
    await take(page, '登记复盘', async (form) => {
      await form.getByLabel('原因').fill('循环泵轴承磨损，未按期更换');
      await form.getByLabel('改进').fill('供暖季前逐台检查，备用泵到位');
    });
    await page.getByText('已复盘', { exact: true }).waitFor();
    await page.getByText('循环泵轴承磨损').waitFor();
    await looksRight(page, 'heating-closed');
    for (const one of [early, ...late]) expect((await street.orderOf(one)).state).toBe('COMPLETED');
    const { callbacks } = await (await street.program('callback_desk', '市民诉求处置中心')).call(intake.listCallbacks, { state: 'OPEN' });
    expect(callbacks.map(({ no }) => no)).toEqual(expect.arrayContaining([early.no, late[0]!.no]));
    const wall = await street.at('phone_desk', '市民诉求处置中心', 'wall');
    await wall.getByRole('heading', { name: '时限墙' }).waitFor();
    await wall.getByRole('link', { name: /停暖/ }).first().waitFor();
    expect(await wall.getByRole('list', { name: '正在处置的突发事件' }).count()).toBe(0);
  });
});
