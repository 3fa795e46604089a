import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '@wufang/api-client';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { choose, desk, looksRight, pickDay, printed, Stage } from './stage.js';
import { wallStories } from './wall.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set({ isAlone: true });
}, 300_000);
afterAll(() => stage?.end());

const sample = join(import.meta.dirname, '../../../deploy/sample');
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const own = 'Neun.Birnen.Treppe.Wolke';

/** Whoever was given a password signs in with it and takes one that nobody else knows. */
async function changesPassword(account: string, given: string): Promise<void> {
  const page = await stage.visitor(desk);
  await page.goto(`${stage.house.url}/desk/`);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码').fill(given);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: /新来的经办人/ }).click();
  await page.getByLabel('现在的密码').fill(given);
  await page.getByLabel(/^新密码/).fill(own);
  await page.getByLabel('再写一遍新密码').fill(own);
  await looksRight(page, 'password');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByText('其他地方的登录已退出').waitFor();
}

describe('the administrator', () => {
  test('writes down a year’s holidays, sees them in the picture, and publishes them', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/calendars?year=2027`);
    await page.getByText('2027 年的放假安排还没有公布').waitFor();
    await page.getByLabel('节日').fill('元旦');
    await page.getByPlaceholder('开始日期').fill('2027-01-01');
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('结束日期').fill('2027-01-03');
    await page.keyboard.press('Enter');
    await act(page, '加入').click();
    await page.getByText('元旦 放假 01/01、01/02、01/03').waitFor();
    expect(await page.locator('.year .day-holiday').count()).toBe(3);
    await page.getByLabel('依据：通知的名称或网址，一行一个').fill('国办发明电〔2026〕9号');
    await looksRight(page, 'calendars');
    await act(page, '公布 2027 年日历').click();
    await page.getByText('已公布，第 2 版').waitFor();
    await page.getByText('2027 年，工作日 260 天').waitFor();
    expect(await page.getByText('还没有公布').count()).toBe(0);
  });

  test('changes a time limit in a draft, sees what changes, and publishes the table', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/time-limits`);
    await page.getByText('第 1 版（现行）').waitFor();
    // Where a figure comes from stands in words, not in the codes it is kept by.
    await page.getByRole('cell', { name: '《北京市接诉即办工作条例》第十四条', exact: true }).waitFor();
    expect(await page.getByRole('table').textContent()).not.toMatch(/domain rules|L1-14|W12, S3/);
    await choose(page, '改哪一行', '一般办理时限');
    await page.getByLabel('时限（日）').fill('5');
    await page.getByLabel('依据').fill('街道办公会 2026-11');
    await act(page, '记入草稿').click();
    await page.getByText('草稿：在第 1 版上改了 1 行').waitFor();
    // It waits in the browser until it is published.
    await page.reload();
    await page.getByText('草稿：在第 1 版上改了 1 行').waitFor();
    await looksRight(page, 'time-limits');
    await pickDay(page, /^自哪天施行/, '2027-01-01');
    await act(page, '发布时限表').click();
    // Six days are warned of, five are allowed: the server says which row and why, and the draft stays.
    await page.getByRole('alert').getByText('提醒应当早于到期').waitFor();
    await choose(page, '改哪一行', '一般办理时限');
    await page.getByLabel('环节 2：第几日').fill('4');
    await act(page, '记入草稿').click();
    await act(page, '发布时限表').click();
    await page.getByText('第 2 版', { exact: false }).first().waitFor();
    await printed(page, 'time-limits');
    const chief = await stage.program('section_chief');
    const { tables } = await chief.call('registry.time-limits.list', {});
    expect(tables[0]).toMatchObject({ version: 2, from: '2027-01-01' });
    expect(tables[0]!.rows.find(({ code }) => code === 'NORMAL')!.limit).toMatchObject({ days: 5 });
  });

  test('turns a row into another kind of clock, adds one that the table does not have, and is told what does not fit', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/time-limits`);
    await choose(page, '改哪一行', '政策咨询答复');
    await choose(page, '计时方式', '只计工作时间');
    await page.getByLabel('时限（分钟）').fill('480');
    await page.getByLabel('依据').fill('P');
    await page.getByText('即：本平台建议值，尚无规定').waitFor();
    await act(page, '记入草稿').click();
    await act(page, '新增一行').click();
    await choose(page, '责任', '水电气热到现场');
    await page.getByRole('button', { name: '记入草稿' }).click();
    await page.getByText('请填写').first().waitFor();
    await choose(page, '适用级别（不选为全部）', '一般');
    await choose(page, '计时方式', '每日一段时间内计时');
    await page.getByLabel('时限（分钟）').fill('240');
    await page.getByLabel('每日自').fill('08:00');
    await page.getByLabel('每日至').fill('20:00');
    await act(page, '增加到期之后的环节').click();
    await page.getByLabel('环节 3：超时几分钟').fill('120');
    await page.getByLabel('依据').fill('街道办公会2026年第3号');
    await looksRight(page, 'time-limits-draft');
    await act(page, '记入草稿').click();
    await page.getByText('上改了 1 行，新增 1 行').waitFor();
    await pickDay(page, /^自哪天施行/, '2027-02-01');
    await act(page, '发布时限表').click();
    await page.getByText(/已发布第 \d+ 版/).waitFor();
    const chief = await stage.program('section_chief');
    const { tables } = await chief.call('registry.time-limits.list', {});
    const [newest] = tables;
    expect(newest!.rows.find(({ code }) => code === 'POLICY_ANSWER')!.limit).toEqual({ clock: 'W', minutes: 480 });
    expect(newest!.rows.filter(({ code }) => code === 'UTIL_ONSITE').at(-1)).toEqual({
      ...{ code: 'UTIL_ONSITE', levels: ['N'], limit: { clock: 'CW', minutes: 240, from: '08:00', to: '20:00' } },
      stages: [
        { kind: 'warning', at: { fraction: [1, 2] }, tell: ['H'] },
        { kind: 'breach', at: { afterDueMinutes: 0 }, tell: ['S'] },
        { kind: 'after', at: { afterDueMinutes: 120 }, tell: ['S'] },
      ],
      source: '街道办公会2026年第3号',
    });
  });

  test('opens an account, gives it a mandate with an end, another password, and shuts it out', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/people`);
    await page.getByRole('link', { name: '示例科长' }).waitFor();
    await looksRight(page, 'people');
    await act(page, '开设账号').click();
    await page.getByLabel('姓名').fill('新来的经办人');
    await page.getByLabel('账号', { exact: true }).fill('new-handler');
    await act(page, '随机生成').click();
    await choose(page, '岗位', '物业经办人');
    await choose(page, '代表单位（可不选）', '远征物业');
    await act(page, '确定').click();
    await page.getByRole('heading', { name: /新来的经办人/ }).waitFor();
    await act(page, '增加授权').click();
    await choose(page, '岗位', '物业项目经理');
    await choose(page, '代表单位（可不选）', '远征物业');
    await pickDay(page, '至哪天（不填为长期）', '2027-06-30');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: /2027\/6\/30/ }).waitFor();
    await act(page, '终止 物业经办人').click();
    await act(page, '确定').click();
    await page.getByRole('cell', { name: '物业经办人', exact: true }).waitFor({ state: 'detached' });
    await act(page, '重设密码').click();
    const password = 'Sechs.Regentonnen.Mond.3';
    await page.getByRole('textbox', { name: /^新密码/ }).fill(password);
    await act(page, '确定').click();
    await page.getByRole('textbox', { name: /^新密码/ }).waitFor({ state: 'detached' });
    await changesPassword('new-handler', password);
    await looksRight(page, 'person');
    await act(page, '停用账号').click();
    await act(page, '确定').click();
    await page.getByText('已停用').waitFor();
    await expect(stage.signedIn('new-handler', own)).rejects.toThrow('account.sign-in-failed');
    await act(page, '重新启用').click();
    await act(page, '确定').click();
    await page.getByText('在用').waitFor();
    await stage.signedIn('new-handler', own);
  });

  test('sees whose account wrong passwords have locked, and lets them in again', async () => {
    const { name, password } = stage.account('callback_desk');
    for (let i = 0; i < 5; i++) await expect(stage.signedIn(name, 'Falsch.Falsch.Falsch.1')).rejects.toThrow('account.sign-in-failed');
    await expect(stage.signedIn(name, password)).rejects.toThrow('account.locked');
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/people?q=${encodeURIComponent(name)}`);
    await page.getByText(/连续输错密码，锁定至/).waitFor();
    await looksRight(page, 'people-locked');
    await page.getByRole('button', { name: /^解除锁定/ }).click();
    await act(page, '确定').click();
    await page.getByText(/连续输错密码，锁定至/).waitFor({ state: 'detached' });
    await stage.signedIn(name, password);
  });

  test('replays what could not be applied, and is told why it could not again', async () => {
    const page = await stage.person('administrator');
    // Two that no replay can apply, as they are kept.
    await stage.sql(
      `insert into scoring.dead_events (street_id, id, consumer, type, aggregate_id, version, envelope, reason, tries, died_at)
       select 'qingyun', gen_random_uuid(), 'scoring-from-dispatch', 'dispatch.work-order.completed.v1', gen_random_uuid(), n, '{"broken": true}', 'alt: 上一次的原因', 5, now()
       from generate_series(1, 2) n`,
    );
    await page.goto(`${stage.house.url}/desk/operation`);
    await page.getByText('alt: 上一次的原因').first().waitFor();
    await page.getByRole('button', { name: /^重放/ }).first().click();
    await page.getByText('重放 1 件：处理完 0 件，1 件仍处理不了').waitFor();
    await page.getByText('（第 6 次）').waitFor();
    await act(page, '全部重放（2 件）').click();
    await page.getByText('重放 2 件：处理完 0 件，2 件仍处理不了').waitFor();
    expect(await page.getByText('alt: 上一次的原因').count()).toBe(0);
    await looksRight(page, 'operation-dead');
  });

  test('imports a file, reads row by row what is wrong, and puts a row right', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/imports`);
    // Our own button opens the browser's chooser, which speaks the browser's language; a file may be dropped as well.
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件' }).first().click()]);
    await chooser.setFiles(join(sample, '12345-export.gb18030.csv'));
    await page.getByText('12345-export.gb18030.csv').first().waitFor();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], '通讯录.docx'));
      return data;
    });
    const place = page.locator('.file-pick').first();
    await place.dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('“通讯录.docx”不是 .xlsx、.csv 文件，请另选。').waitFor();
    expect(await page.getByRole('button', { name: '导入', exact: true }).first().isDisabled()).toBe(true);
    await page.getByLabel(/\.xlsx 或 \.csv/).setInputFiles(join(sample, '12345-export.gb18030.csv'));
    await page.getByRole('button', { name: '导入', exact: true }).first().click();
    const sum = page.getByText(/^400 行 = 接收 \d+ \+ 已有 \d+ \+ 待更正 \d+$/);
    await sum.waitFor({ timeout: 120_000 });
    const [rows, ...parts] = (await sum.textContent())!.match(/\d+/g)!.map(Number);
    expect(parts.reduce((all, one) => all + one, 0)).toBe(rows);
    const parked = page.locator('.job').filter({ hasText: '没有工单编号' });
    await parked.getByRole('button', { name: /^更正第/ }).click();
    await parked.getByLabel('工单编号').fill('FH20260919777777');
    await looksRight(page, 'imports');
    await act(page, '重新导入这一行').click();
    await page.getByText(/行已接收/).waitFor();
    const phoneDesk = await stage.program('phone_desk');
    await eventually(async () => {
      const { demands } = await phoneDesk.call('intake.demand.list', { no: 'FH20260919777777' });
      if (demands.length !== 1) throw new Error('not in yet');
    });
  });

  test('changes one row of the directory, is told what does not fit, tries it, publishes it from tomorrow, and rolls it back', async () => {
    const page = await stage.person('administrator');
    const chief = await stage.program('section_chief');
    const rulesPage = `${stage.house.url}/desk/rules`;
    await page.goto(rulesPage);
    await page.getByText('没有草稿').waitFor();
    await act(page, '起草').click();
    await page.getByLabel('改什么（草稿名称）').fill('政策咨询改由城乡建设办公室');
    await act(page, '确定').click();
    await page.getByRole('heading', { name: /政策咨询改由城乡建设办公室/ }).waitFor();
    await page.getByText('还没有改动').first().waitFor();
    await page.getByLabel('查找一行').fill('政策咨询');
    await page.getByRole('button', { name: /^改第 \d+ 号$/ }).click();
    await choose(page, '主办单位', '城乡建设办公室');
    await page.getByLabel('依据').fill('街道办公会2026年第11号');
    await act(page, '记入草稿').click();
    await page.getByText('主办由“民生保障办公室”改为“城乡建设办公室”').waitFor();
    await page.getByText('可以发布').waitFor();
    // A second row for the same demands: nobody could tell which one counts.
    await act(page, '新增一行').click();
    await choose(page, '问题分类', '民生保障 / 社会保障 / 政策咨询');
    await choose(page, '主办单位', '民生保障办公室');
    await choose(page, '协办', '所在社区');
    await page.getByLabel('依据').fill('街道办公会2026年第12号');
    await looksRight(page, 'rules-row');
    await act(page, '记入草稿').click();
    await page.getByText(/^不能发布：\d+ 处错误/).waitFor();
    await act(page, '发布草稿').click();
    await page.getByLabel('理由').fill('街道办公会2026年第11号');
    await act(page, '确定').click();
    await page.getByRole('alert').getByText('派单目录有误').waitFor();
    await act(page, '取消').click();
    await page
      .getByRole('button', { name: /^恢复原样/ })
      .last()
      .click();
    await page.getByText('可以发布').waitFor();
    // What it would have done with the orders there are.
    await act(page, '开始试派').click();
    await page.getByText(/\d+ 件去向不变，[1-9]\d* 件会派往别处/).waitFor({ timeout: 60_000 });
    await page.getByRole('cell', { name: '民生保障办公室' }).first().waitFor();
    await looksRight(page, 'rules-draft');
    // The table goes out and comes in again as it was.
    const [saved] = await Promise.all([page.waitForEvent('download'), act(page, '导出草稿（Excel）').click()]);
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
    const file = { name: '草稿.xlsx', mimeType: '', buffer: readFileSync(await saved.path()) };
    await page.getByLabel(/^用改好的表格换掉/).setInputFiles(file);
    await act(page, '导入').click();
    await page.getByText(/^已换成 \d+ 行$/).waitFor();
    await page.getByText('与第 1 版的不同：1 处').waitFor();
    await act(page, '发布草稿').click();
    const tomorrow = await page.getByLabel(/^自哪天零时起施行/).inputValue();
    await page.getByLabel('理由').fill('街道办公会2026年第11号');
    await act(page, '确定').click();
    await page.getByText('已发布为第 2 版').waitFor();
    const published = (await chief.call('dispatch.directory.versions', {})).versions;
    expect(published.find(({ version }) => version === 2)).toMatchObject({ state: 'SCHEDULED', reason: '街道办公会2026年第11号' });
    expect(Date.parse(published.find(({ version }) => version === 2)!.from)).toBe(Date.parse(`${tomorrow}T00:00:00+08:00`));
    await page.goto(rulesPage);
    await act(page, '与现行比较 第 2 版').click();
    await page.getByText('主办由“民生保障办公室”改为“城乡建设办公室”').waitFor();
    await act(page, '退回到这一版 第 1 版').click();
    await page.getByLabel('理由').fill('职责没有调整');
    await act(page, '确定').click();
    // One version cannot be put before another that waits: the server says what to do.
    await page.getByRole('alert').getByText('另有一版等待施行').waitFor();
    await page.getByLabel(/^自哪天零时起施行/).fill(tomorrow);
    await act(page, '确定').click();
    await page.getByText('（退回到第 1 版）').waitFor();
    await looksRight(page, 'rules-versions');
    await act(page, '撤回 第 3 版').click();
    await page.getByLabel('理由').fill('还是按办公会的意见');
    await act(page, '确定').click();
    await page.getByText('；撤回：还是按办公会的意见').waitFor();
    const states = (await chief.call('dispatch.directory.versions', {})).versions.map(({ version, state }) => `${version} ${state}`);
    expect(states.sort()).toEqual(['1 IN_FORCE', '2 SCHEDULED', '3 WITHDRAWN']);
  });

  test('carries a draft over to a version that came in between, sees how rows have done, and discards what is not wanted', async () => {
    const page = await stage.person('administrator');
    const program = await stage.program('administrator');
    const { rows } = await program.call('dispatch.directory.get', { version: 1 });
    const id = crypto.randomUUID();
    await program.call('dispatch.directory-draft.open', { id, title: '旧版上的草稿', basedOn: 1 });
    await program.call('dispatch.directory-draft.edit', { id, edits: [{ op: 'replace', row: { ...rows[0]!, source: '另一份文件' } }] });
    await page.goto(`${stage.house.url}/desk/rules/drafts/${id}`);
    await act(page, '把改动移到第 2 版上').click();
    await page.getByText('与第 2 版的不同：1 处').waitFor();
    await act(page, '弃用草稿').click();
    await page.getByLabel('理由').fill('不需要了');
    await act(page, '确定').click();
    await page.getByText('已弃用').waitFor();
    await (
      await stage.program('phone_desk')
    ).call('intake.demand.receive', {
      ...{ id: crypto.randomUUID(), channel: 'PHONE_DESK', demandType: 'HELP', category: ['民生保障', '养老助残', '助餐助医'], level: 'N' },
      ...{ content: '老人想订助餐', callerName: '周女士', callerPhone: '13900001234', place: { point: '助餐点' } },
    } as never);
    await eventually(async () => {
      await page.goto(`${stage.house.url}/desk/rules/statistics`);
      await page.getByRole('cell', { name: /民生保障 \/ 养老助残 \/ 助餐助医/ }).waitFor({ timeout: 3_000 });
    });
    await act(page, '依统计起草').click();
    await act(page, '确定').click();
    await page.getByText(/没有可以起草的改动|已起草/).waitFor();
    await looksRight(page, 'rules-statistics');
    // Who may not write reads, and is not offered what they cannot do.
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/rules/drafts/${id}`);
    await chief.getByText('已弃用').waitFor();
    expect(await chief.getByRole('button', { name: /^改第/ }).count()).toBe(0);
  });

  test('plans a roster, sees who is on duty, relieves them; what a plan asks for is done and said so; a seat of the chain is given', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/rosters`);
    await page.getByText('还没有计划').waitFor();
    await act(page, '新建计划').click();
    await choose(page, '做什么', '值班');
    await page.getByLabel('名称').fill('供暖季值班');
    await choose(page, '由哪个单位', '城乡建设办公室');
    await choose(page, '多久一次', '每天');
    await page.getByLabel('开始', { exact: true }).fill('00:00');
    await page.getByLabel(/^结束/).fill('00:00');
    await choose(page, '轮流当班的人（可不选，即由本单位安排）', '示例科长');
    await choose(page, '当班的人代行超时链的哪个席位（可不选）', '科长');
    await looksRight(page, 'rosters-plan');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: /每天，休息日照常/ }).waitFor();
    await act(page, '新建计划').click();
    await page.getByLabel('名称').fill('锅炉房巡查');
    await choose(page, '由哪个单位', '城乡建设办公室');
    await choose(page, '多久一次', '每天');
    await page.getByLabel('开始', { exact: true }).fill('00:00');
    await page.getByLabel(/^结束/).fill('00:00');
    await act(page, '确定').click();
    await page
      .getByRole('cell', { name: /锅炉房巡查/ })
      .first()
      .waitFor();
    await page.getByText('现在在岗', { exact: true }).first().click();
    const onDuty = page.locator('#duties').getByRole('row').filter({ hasText: '供暖季值班' });
    await onDuty.getByText('示例科长').waitFor();
    await onDuty.getByText('代行：科长').waitFor();
    await act(page, '替班 供暖季值班').click();
    await choose(page, '由谁接班', '示例管理员');
    await act(page, '确定').click();
    // Who has had it stays to be seen, each with their hours.
    await onDuty.getByText('示例管理员').waitFor();
    await onDuty.getByText('示例科长').waitFor();
    await looksRight(page, 'rosters');
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/rosters`);
    await act(chief, '登记完成 锅炉房巡查').click();
    await chief.getByLabel('做了什么、发现什么').fill('压力正常，无跑冒滴漏');
    await act(chief, '确定').click();
    await chief.getByRole('button', { name: '登记完成 锅炉房巡查', exact: true }).waitFor({ state: 'detached' });
    await chief.getByText('全部', { exact: true }).first().click();
    await chief.getByText('压力正常，无跑冒滴漏').waitFor();
    // A chief names people of the street's units; a shift that stands for a seat above the unit is the administrator's.
    await act(chief, '替班 供暖季值班').click();
    await choose(chief, '由谁接班', '示例科长');
    await act(chief, '确定').click();
    await chief.getByRole('alert').waitFor();
    await act(page, '停止 锅炉房巡查').click();
    await act(page, '确定').click();
    await page.getByText('已停止').waitFor();

    await page.goto(`${stage.house.url}/desk/chain-seats`);
    await act(page, '指定 主管领导').click();
    await choose(page, '由谁担任（不选即告知该岗位全体）', '示例管理员');
    await looksRight(page, 'chain-seats');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: '示例管理员' }).waitFor();
    const { seats } = await (await stage.program('administrator')).call('notify.chain-seat.list', {});
    // Beside the sample's leader in charge, who holds it from the first day.
    expect(seats.find(({ seat }) => seat === 'V')?.accountIds).toHaveLength(2);
  });

  test('adds a category, is told which one cannot be taken out, and publishes', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/categories`);
    await page.getByLabel('查找分类').fill('电梯故障');
    await act(page, '改 物业管理 / 公共设施 / 电梯故障').click();
    await act(page, '取消这一类').click();
    await page.getByText('取消：物业管理 / 公共设施 / 电梯故障').waitFor();
    await act(page, '检查').click();
    await page.getByText('还不能发布').waitFor();
    await act(page, '全部不改').click();
    await act(page, '新增一类').click();
    await page.getByLabel('一级', { exact: true }).fill('物业管理');
    await page.getByLabel('二级', { exact: true }).fill('小区配套');
    await page.getByLabel('三级', { exact: true }).fill('快递柜');
    await act(page, '记入改动').click();
    await act(page, '检查').click();
    await page.getByText('可以发布').waitFor();
    await page.getByLabel('依据的文件').fill('街道办公会2026年第13号');
    await looksRight(page, 'categories');
    await act(page, '发布问题分类').click();
    await page.getByText(/^第 1 版，自 .*依据：街道办公会2026年第13号$/).waitFor();
    const tree = await (await stage.program('section_chief')).call('intake.category-tree.get', {});
    expect(tree.leaves.map(({ category }) => category.join('/'))).toContain('物业管理/小区配套/快递柜');
    await page.goto(`${stage.house.url}/desk/classifier`);
    await page.getByText('还没有训练过').waitFor();
    await act(page, '训练新的一版').click();
    await act(page, '确定').click();
    await page.getByText('已训练第 1 版').waitFor({ timeout: 120_000 });
    await act(page, '启用 第 1 版').click();
    await act(page, '确定').click();
    await page.getByText('在用', { exact: true }).waitFor();
    await act(page, '看各类 第 1 版').click();
    await page.getByRole('heading', { name: '第 1 版各类的检验结果' }).waitFor();
    await looksRight(page, 'classifier');
  });

  test('starts 有事您找我 in an estate, keeps the resource library, and is told what the time-limit table lacks', async () => {
    const page = await stage.person('administrator');
    const program = await stage.program('administrator');
    await page.goto(`${stage.house.url}/desk/pilots`);
    await page.getByText('还没有试点').waitFor();
    await act(page, '发布试点').click();
    await choose(page, '试点小区', '云台路');
    await choose(page, '由哪个科室接上交的', '城乡建设办公室');
    await page.getByLabel('依据').fill('街道办公会2026年第14号');
    await looksRight(page, 'pilots');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: /^物业 → 社区 → 街道科室（城乡建设办公室） → 吹哨报到$/ }).waitFor();
    await page.getByText('现行', { exact: true }).waitFor();

    await page.goto(`${stage.house.url}/desk/resources`);
    await act(page, '登记一家').click();
    await page.getByLabel('名称').fill('青云防水服务队');
    await choose(page, '类别', '志愿队伍');
    await page.getByRole('combobox', { name: /^能做什么/ }).fill('防水');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByLabel('服务时间').fill('每日 8:00 至 20:00');
    await page.getByLabel(/^单位电话/).fill('13800000000000');
    await act(page, '确定').click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel(/^单位电话/).fill('010-12345678');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: '青云防水服务队', exact: true }).waitFor();
    await page.getByLabel('找什么').fill('防水');
    await page.getByRole('cell', { name: '青云防水服务队', exact: true }).waitFor();
    await looksRight(page, 'resources');
    await act(page, '撤下 青云防水服务队').click();
    await act(page, '确定').click();
    await page.getByText('没有找到').waitFor();

    const { tables } = await program.call('registry.time-limits.list', {});
    const first = tables.find(({ version }) => version === 1)!;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await program.call('registry.time-limits.publish', { from: today, rows: first.rows.filter(({ code }) => code !== 'GRID_VERIFY') });
    await eventually(async () => {
      await page.goto(`${stage.house.url}/desk/time-limits`);
      await page.getByText(/缺 1 项，现按平台默认执行/).waitFor({ timeout: 3_000 });
    });
    await looksRight(page, 'time-limits-findings');
  });

  test('publishes which leader is in charge of which units; the next publication begins with it', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/charges`);
    await page.getByText('还没有发布包片分工').waitFor();
    await act(page, '发布包片分工').click();
    await act(page, '加一位领导').click();
    await choose(page, '第 1 位领导', '示例主管领导');
    await choose(page, '第 1 位包哪些单位', '城乡建设办公室');
    await choose(page, '第 1 位包哪些单位', '南岗里社区');
    await page.getByLabel('依据（分工文件）').fill('班子分工通知〔2026〕3 号');
    await looksRight(page, 'charges-form');
    await act(page, '确定').click();
    await page.getByRole('cell', { name: '示例主管领导' }).waitFor();
    await page.getByRole('cell', { name: /^(城乡建设办公室、南岗里社区|南岗里社区、城乡建设办公室)$/ }).waitFor();
    await looksRight(page, 'charges');
    await act(page, '发布包片分工').click();
    await act(page, '去掉 第 1 位').click();
    await page.getByLabel('依据（分工文件）').fill('分工重新商定');
    await act(page, '确定').click();
    await page.getByText('自这一天起没有包片').waitFor();
    const { lists } = await (await stage.program('administrator')).call('dispatch.charge-list.list', {});
    expect(lists.map(({ charges }) => charges.length)).toEqual([1, 0]);
  });

  test('publishes whose turn it is to take orders up, the street’s way of working by stage, and the colours of codes', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/charges`);
    await page.getByText('还没有发布轮转表').waitFor();
    await act(page, '发布轮转表').click();
    await act(page, '加一轮').click();
    await choose(page, '第 1 轮的干部', '示例主管领导');
    await choose(page, '第 1 轮的科室', '城乡建设办公室');
    await page.getByLabel(/^第 1 轮的业务线/).fill('供暖、供水');
    await page.getByLabel('第 1 轮至哪天').fill('2099-12-31');
    await page.getByLabel('依据（轮转安排）').fill('干部轮转办件安排');
    await looksRight(page, 'rotations-form');
    await act(page, '确定').click();
    await page.getByText(/示例主管领导（城乡建设办公室）供暖、供水/).waitFor();
    await act(page, '发布工作法清单').click();
    await page.getByLabel('工作法的名称').fill('本街道工作法');
    await act(page, '加一项').click();
    await page.getByLabel('第 1 项做什么').fill('到现场拍照');
    await page.getByLabel('依据（工作法文件）').fill('街道办公会议定');
    await looksRight(page, 'methods-form');
    await act(page, '确定').click();
    await page.getByText('办理中：到现场拍照').waitFor();
    await act(page, '发布民情码分级').click();
    await act(page, '加一行').click();
    await choose(page, '第 1 行的级别（不选为任何）', '紧急');
    await choose(page, '第 1 行的颜色', '红');
    await page.getByLabel('依据（分级办法）').fill('街道办公会议定');
    await looksRight(page, 'codes-form');
    await act(page, '确定').click();
    await page.getByText('紧急 · 任何分类：红').waitFor();
    await looksRight(page, 'charges-all');
    const program = await stage.program('administrator');
    expect((await program.call('dispatch.rotation-list.list', {})).lists).toMatchObject([{ turns: [{ lines: ['供暖', '供水'] }] }]);
    expect((await program.call('dispatch.method-list.list', {})).lists).toMatchObject([{ items: [{ stage: 'HANDLING' }] }]);
    expect((await program.call('dispatch.code-list.list', {})).lists).toMatchObject([
      { rules: [{ level: 'E', word: null, colour: 'RED' }] },
    ]);
  });

  test('gives a program a token and takes it back, and has recorded events told again', async () => {
    const page = await stage.person('administrator');
    await page.goto(`${stage.house.url}/desk/people?q=${encodeURIComponent('示例科长')}`);
    await page.getByRole('link', { name: '示例科长' }).click();
    await act(page, '发放令牌').click();
    await page.getByLabel('给哪个程序').fill('区平台接口');
    await act(page, '确定').click();
    const token = await page.getByLabel('令牌', { exact: true }).inputValue();
    const number = await page.getByLabel(/^编号/).inputValue();
    await looksRight(page, 'person-token');
    const client = createClient(stage.house.url, { token });
    await client.call('dispatch.rain.get', {});
    await act(page, '收回令牌').click();
    await page.getByLabel('令牌编号').fill(number);
    await act(page, '确定').click();
    await page.getByText('已收回').waitFor();
    await expect(client.call('dispatch.rain.get', {})).rejects.toThrow('account.sign-in-needed');
    await page.goto(`${stage.house.url}/desk/operation`);
    await act(page, '重新发布').click();
    await page.getByLabel(/^最近几天的/).fill('1');
    await act(page, '确定').click();
    await page.getByText(/^已重发 \d+ 条$/).waitFor({ timeout: 120_000 });
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/incidents`);
    await act(chief, '宣布降雨').click();
    await act(chief, '确定').click();
    await chief.getByText('排水诉求按雨天时限处置', { exact: false }).waitFor();
    await looksRight(chief, 'rain');
    await act(chief, '降雨结束').click();
    await act(chief, '确定').click();
    await chief.getByText('现在没有宣布降雨').waitFor();
  });

  test('is alone in seeing the accounts', async () => {
    const chief = await stage.person('section_chief');
    await chief.goto(`${stage.house.url}/desk/people`);
    await chief.getByRole('alert').first().waitFor();
    expect(await chief.getByRole('link', { name: '示例管理员' }).count()).toBe(0);
  });
});

describe('the wall of timers', () => wallStories(() => stage));
