import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@wufang/testing';
import { desk, looksRight, phone, picture, Stage, violationsOf } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
}, 300_000);
afterAll(() => stage?.end());

/** One white pixel. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64');

/** A leak that the phone desk has sent to a unit, the firm unless another is said. */
async function leak({ lead = '远征物业', help = [] as string[], content = '地下室管道漏水，请来人看看' } = {}): Promise<string> {
  const phoneDesk = await stage.program('phone_desk');
  const { orderId } = await phoneDesk.call('intake.demand.receive', {
    ...{ id: randomUUID(), channel: 'PHONE_DESK', demandType: 'COMPLAINT', category: ['物业管理', '房屋维修', '房屋漏雨渗水'], level: 'N' },
    ...{ content, callerName: '周女士', callerPhone: '13900001234', place: { point: '地下室' } },
  } as never);
  const id = orderId!;
  const { units } = await phoneDesk.call('registry.unit.list', {});
  const unitId = (called: string) => units.find(({ name }) => name === called)!.id;
  const sent = { id, leadUnitId: unitId(lead), coUnitIds: help.map(unitId), reason: '按职责分工' };
  await eventually(() => phoneDesk.call('dispatch.work-order.assign', sent));
  return id;
}

describe('a leak in a basement', () => {
  test('is accepted, called about and checked in to; what is done without a signal arrives later, each step once', async () => {
    const id = await leak();
    const page = await stage.person('firm_handler', phone);
    await page.getByRole('heading', { name: '我的工单' }).waitFor();
    await page.locator('.job').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await picture(page, 'jobs-phone');

    await page.goto(`${stage.house.url}/desk/jobs/${id}`);
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('button', { name: '登记首次联系' }).click();
    await page.getByLabel('打算怎么办（措施）').fill('查地下室漏点，更换阀门');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '办结' }).waitFor();
    await page.getByRole('button', { name: /查看诉求人电话/ }).click();
    await page.getByRole('link', { name: '拨打 13900001234' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await eventually(async () => {
      const isKept = await page.evaluate(async () => {
        const assets = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pages/assets/'));
        const wanted = ['/desk/', ...assets.map(({ name }) => name)];
        const kept = await Promise.all(wanted.map((path) => caches.match(path, { ignoreVary: true })));
        return kept.every(Boolean);
      });
      if (!isKept) throw new Error('the page is not kept yet');
    });
    await page.context().setOffline(true);
    await page.getByText('没有信号').waitFor();
    await page.getByRole('button', { name: '到场签到' }).click();
    await page.getByLabel('到了哪里').fill('地下室 2 号泵房');
    await page.getByLabel('照片').setInputFiles({ name: 'pump.png', mimeType: 'image/png', buffer: photo });
    await page.getByText('已选 1 张').waitFor();
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('1 步还没有送达').waitFor();
    // The phone is put away and taken out again, still without a signal.
    await page.reload();
    await page.getByText('1 步还没有送达').waitFor();
    await page.getByRole('button', { name: '报进展' }).click();
    await page.getByLabel('写给诉求人的话').fill('已找到漏点，正在更换阀门');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('2 步还没有送达').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'job-offline-phone');

    // The first answer is lost on its way back: the server has the step, the phone does not know, and sends it again.
    let lost = 0;
    await page.route(`**/work-orders/${id}/progress`, async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    // Step by step: the photo of the check-in goes first.
    await eventually(
      async () => {
        if (lost === 0) throw new Error('nothing was sent');
      },
      { within: 60_000 },
    );
    await page.getByRole('button', { name: '现在送出' }).click();
    await page.getByText(/步还没有送达/).waitFor({ state: 'detached' });
    expect(lost).toBeGreaterThan(1);

    await page.getByRole('button', { name: '办结' }).click();
    await page.getByLabel('写给诉求人的话').fill('阀门已更换，不再漏水');
    await page.getByLabel('办结依据').fill('维修单 8812，现场无水迹');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('待回访').first().waitFor();

    const handler = await stage.program('firm_handler');
    const order = await handler.call('dispatch.work-order.get', { id });
    const types = order.timeline.map(({ type }) => type);
    for (const once of ['checked-in', 'progressed', 'completed'])
      expect(types.filter((type) => type === `dispatch.work-order.${once}.v1`)).toHaveLength(1);
    expect((await handler.call('intake.demand.get', { id: order.demandId })).attachments).toHaveLength(1);
  });

  test('whose list was opened with a signal is read in the complainant’s words without one, though nobody has opened it', async () => {
    const page = await stage.person('firm_handler', phone);
    const link = page.locator('.jobs a[href*="/jobs/"]').first();
    await link.waitFor();
    const id = (await link.getAttribute('href'))!.split('/').at(-1)!;
    const handler = await stage.program('firm_handler');
    const { demandId } = await handler.call('dispatch.work-order.get', { id });
    const words = (await handler.call('intake.demand.get', { id: demandId })).content!;
    // What was fetched ahead lies in the browser's own store.
    await eventually(
      async () => {
        const kept = await page.evaluate(
          () =>
            new Promise<string[]>((resolve, reject) => {
              const asked = indexedDB.open('wufang');
              asked.onerror = () => reject(asked.error!);
              asked.onsuccess = () => {
                const keys = asked.result.transaction('seen').objectStore('seen').getAllKeys();
                keys.onsuccess = () => resolve(keys.result.map(String));
              };
            }),
        );
        for (const key of [id, demandId]) if (!kept.some((one) => one.endsWith(key))) throw new Error(`${key} is not kept yet`);
      },
      { within: 30_000 },
    );
    // The page itself is kept by its worker, once it is at work.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.getByText('没有信号').waitFor();
    await link.click();
    await page.getByText(words).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('a step the rules refuse is shown with why, and can be taken back', async () => {
    const id = await leak();
    const page = await stage.person('firm_handler', desk);
    await page.goto(`${stage.house.url}/desk/jobs/${id}`);
    await page.getByRole('button', { name: '签收' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByText('1 步还没有送达').waitFor();
    // Meanwhile somebody else of the firm has accepted it.
    const colleague = await stage.program('firm_manager');
    await colleague.call('dispatch.work-order.accept', { id });
    await colleague.call('dispatch.work-order.first-contact', { id });
    await page.context().setOffline(false);
    await page.getByRole('alert').getByText('签收').first().waitFor();
    await page.getByRole('button', { name: '知道了，撤下这一步' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('stands among what the firm has to do where it leads or helps; what others do in its estate stands apart, to be read', async () => {
    const helped = await leak({ lead: '热力集团', help: ['远征物业'], content: '换热站漏水流进地下室' });
    const handler = await stage.program('firm_handler');
    // What concerns the firm no more than by having had it: a leader has handed it over to the heating company.
    const moved = await leak({ content: '供热管井往外冒水' });
    const chief = await stage.program('section_chief');
    const { units } = await chief.call('registry.unit.list', {});
    const heating = units.find(({ name }) => name === '热力集团')!.id;
    const leader = await stage.program('street_leader');
    await leader.call('dispatch.work-order.transfer', { id: moved, leadUnitId: heating, reason: '供热管井由供热单位负责' });
    const others = await handler.call('dispatch.work-order.get', { id: moved });
    expect(others.leadUnitId).toBe(heating);
    const page = await stage.person('firm_handler', phone);
    const job = (id: string, place = 'jobs') => page.locator(`.jobs a[href$="/${place}/${id}"]`);
    await job(helped).waitFor();
    await job(helped).getByText('协助热力集团').waitFor();
    await page.getByText('辖区内其他单位主办的').click();
    await job(others.id, 'orders').waitFor();
    expect(await job(others.id).count()).toBe(0);
    expect(await job(helped, 'orders').count()).toBe(0);
    await looksRight(page, 'jobs-of-others', phone);
    await job(others.id, 'orders').click();
    await page.getByRole('heading', { level: 1, name: others.title }).waitFor();
  });
});
