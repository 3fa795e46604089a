import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { take } from './small-street.js';
import { looksRight, type Stage } from './stage.js';

const ROWS = 10_000;

/** Ten thousand open orders more, copies of one: half of them overdue, half with their limit still to come. */
async function openOrders(stage: Stage): Promise<void> {
  const id = "md5('wall' || n)::uuid";
  const due = `case when n <= ${ROWS / 2} then date_trunc('second', now()) - n * interval '1 minute' else date_trunc('second', now()) + interval '2 days' + n * interval '1 minute' end`;
  const [model] = await stage.sql<{ id: string }>(
    `select w.id from dispatch.work_orders w join dispatch.deadlines d on d.street_id = w.street_id and d.subject_id = w.id and d.state = 'armed'
     where w.is_open and w.street_id = 'qingyun' order by w.id limit 1`,
  );
  const copy = (table: string, changes: string, rows: string, where: string) =>
    stage.sql(
      `insert into dispatch.${table} select (jsonb_populate_record(null::dispatch.${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
       from (select * from dispatch.${table} where ${where} limit 1) t, generate_series(${rows}) n`,
      [model!.id],
    );
  await copy(
    'work_orders',
    `'id', ${id}, 'no', 'WALL' || lpad(n::text, 6, '0'), 'title', '第 ' || n || ' 件：路灯不亮', 'demand_id', md5('demand' || n)::uuid, 'due_at', ${due}`,
    `1, ${ROWS}`,
    'id = $1',
  );
  await copy(
    'deadlines',
    `'id', md5('clock' || n)::uuid, 'subject_id', ${id}, 'due_at', ${due}, 'fires_at', ${due}`,
    `${ROWS / 2 + 1}, ${ROWS}`,
    `subject_id = $1 and state = 'armed'`,
  );
  await stage.sql('analyze dispatch.work_orders');
  await stage.sql('analyze dispatch.deadlines');
}

/** Scrolls to the end of what there is, page after page; answers how long each drawn picture took, in milliseconds. */
async function scrollThrough(page: Page): Promise<{ frames: number[]; rows: number; seconds: number }> {
  return page.evaluate(async () => {
    const wall = document.querySelector('.wall')!;
    const frames: number[] = [];
    const since = performance.now();
    let last = since;
    let still = 0;
    const isEnd = () => {
      const row = wall.querySelector('[role=listitem]:last-child');
      return row !== null && row.getAttribute('aria-posinset') === row.getAttribute('aria-setsize');
    };
    while (still < 240 && !isEnd() && performance.now() - since < 240_000) {
      const at = await new Promise<number>((drawn) => requestAnimationFrame(drawn));
      frames.push(at - last);
      last = at;
      const before = wall.scrollTop;
      wall.scrollTop += 600;
      still = wall.scrollTop === before ? still + 1 : 0;
    }
    const position = Number(wall.querySelector('[role=listitem]:last-child')?.getAttribute('aria-posinset'));
    return { frames, rows: position, seconds: (performance.now() - since) / 1_000 };
  });
}

/** The wall, with thousands of orders more than the sample has: in the house of whoever changes the sample street anyway, for a house of its own takes longer than all of it. */
export function wallStories(stage: () => Stage): void {
  beforeAll(() => openOrders(stage()));

  describe('a wall of ten thousand orders', () => {
    test('shows its first rows at once, is scrolled through to the end, and draws only what is in sight', async () => {
      const page = await stage().person('street_leader');
      const since = performance.now();
      await page.goto(`${stage().house.url}/desk/wall`);
      await page.locator('.wall-row').first().waitFor();
      const firstRowsMs = Math.round(performance.now() - since);
      const { frames, rows, seconds } = await scrollThrough(page);
      expect(rows).toBeGreaterThanOrEqual(ROWS);
      expect(await page.locator('.wall-row').count()).toBeLessThan(60);
      const sorted = [...frames].sort((a, b) => a - b);
      const part = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)]! * 10) / 10;
      console.info(
        `wall of ${rows}: first rows ${firstRowsMs} ms, scrolled in ${seconds.toFixed(1)} s, frames ${frames.length}, p50 ${part(0.5)} ms, p95 ${part(0.95)} ms, p99 ${part(0.99)} ms, slowest ${part(0.9999)} ms`,
      );
      await looksRight(page, 'wall-10000');
    }, 300_000);

    test('asks only for what is in sight, and shows what has changed there without a reload', async () => {
      const page = await stage().person('street_leader');
      await page.goto(`${stage().house.url}/desk/wall?level=N`);
      await page.locator('.wall-row').first().waitFor();
      const asked: string[] = [];
      page.on('request', (request) => void (request.url().includes('/api/ledger?') && asked.push(request.url())));
      const title = (await page.locator('.wall-title').first().textContent())!;
      await stage().sql(`update dispatch.work_orders set title = title || '（已改）' where title = $1`, [title]);
      await eventually(async () => expect(await page.locator('.wall-title').first().textContent()).toBe(`${title}（已改）`), {
        within: 30_000,
      });
      expect(asked.every((url) => !url.includes('after='))).toBe(true);
    });
  });

  describe('a saved view', () => {
    test('keeps the wall’s filter under a name, is shared, and is found again by a colleague', async () => {
      const chief = await stage().person('section_chief');
      await chief.goto(`${stage().house.url}/desk/wall?level=U&overdue=true`);
      await chief.getByRole('button', { name: '存为视图' }).click();
      await chief.getByLabel('视图名称').fill('水电气热超时');
      await chief.getByRole('switch', { name: '全街道都能看到' }).click();
      await chief.getByRole('button', { name: '确定' }).click();
      await chief.getByRole('button', { name: '删除这个视图' }).waitFor();
      const leader = await stage().person('street_leader');
      await leader.goto(`${stage().house.url}/desk/wall`);
      await leader.getByRole('combobox', { name: '已存视图' }).click();
      await leader.getByText('水电气热超时（共享）').click();
      await leader.waitForURL(/level=U/);
      expect(leader.url()).toContain('overdue=');
      await looksRight(leader, 'wall-view');
    });
  });

  describe('many orders at once', () => {
    test('a measure is noted for those that are chosen; one that was closed meanwhile says so by its number, and the others stand', async () => {
      const chief = await stage().person('section_chief');
      await chief.goto(`${stage().house.url}/desk/wall?overdue=true`);
      const boxes = chief.getByRole('checkbox', { name: /^选中 / });
      await boxes.nth(1).waitFor();
      const nos: string[] = [];
      for (const box of [boxes.nth(0), boxes.nth(1)]) {
        nos.push((await box.getAttribute('aria-label'))!.replace('选中 ', ''));
        await box.check();
      }
      await take(chief, '登记措施', async (form) => {
        await form.getByLabel('措施').fill('逐盏检修，两日内恢复照明');
        await form.getByLabel('计划完成时间').fill(`${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T18:00`);
        await looksRight(chief, 'wall-many');
        await stage().sql(
          `update dispatch.work_orders set state = 'CLOSED_SOLVED', is_open = false, closed_at = now(), close_basis = 'CONFIRMED' where no = $1`,
          [nos[1]],
        );
      });
      const told = chief.getByRole('status').filter({ hasText: '登记措施：已办 1 件，1 件没有办成' });
      await told
        .getByRole('listitem')
        .filter({ hasText: `${nos[1]} ` })
        .getByText(/已经结案/)
        .waitFor();
      await looksRight(chief, 'wall-many-done');
      const [noted] = await stage().sql<{ measures: number }>(
        `select count(*)::int as measures from dispatch.measures m join dispatch.work_orders w on w.id = m.order_id where w.no = any($1) and m.measure = '逐盏检修，两日内恢复照明'`,
        [nos],
      );
      expect(noted).toEqual({ measures: 1 });
    });
  });
}
