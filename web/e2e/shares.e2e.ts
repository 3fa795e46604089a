import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { costPlans, issues, registry, rounds, type SeatKind } from '@wufang/contracts';
import { hold } from '@wufang/operator';
import { Flood, taken, withFile } from './flood.js';
import { choose, looksRight, Stage } from './stage.js';

let stage: Stage;
let flood: Flood;
let issueId: string;

beforeAll(async () => {
  stage = await Stage.set({ hasSample: false });
  flood = await Flood.begin(stage);
  issueId = await toPlanning();
}, 400_000);
afterAll(() => stage?.end());

const at = (seat: SeatKind) => flood.at(seat, `issues/${issueId}`);

/** One building’s own matter, talked over once; the firm is to work out the plan. */
async function toPlanning(): Promise<string> {
  const { parties, tableId, street, story } = flood;
  const { buildings } = await street.operator.call(registry.listBuildings, { estateId: street.estate.id });
  const id = randomUUID();
  await parties.FIRM.call(issues.proposeIssue, {
    ...{ id, tableId, title: '加装单元门禁', problem: '单元门锁都坏了，谁都能进，楼里丢过两次车。' },
    scope: { level: 'BUILDING', estateId: street.estate.id, buildingId: buildings[0]!.id, stairwell: null },
  });
  for (const seat of ['COMMUNITY', 'STREET'] as const)
    await parties[seat].call(issues.screenIssue, { id, decision: 'TAKE', matters: ['SHARED_WORKS'], reason: '楼内共同事项，同意列入' });
  const round = await hold(story, parties, id, { agenda: ['门禁怎么装、谁出钱'], payers: ['OWNERS_BODY'] });
  const on = { id, roundId: round.id };
  await parties.COMMUNITY.call(rounds.closeRound, on);
  await parties.COMMUNITY.call(rounds.writeMinutes, { ...on, items: { PROBLEM: '门锁损坏', CAUSES: '年久', OPTIONS: '换门禁' } });
  await parties.COMMUNITY.call(rounds.finishMinutes, on);
  await parties.COMMUNITY.call(issues.decideNext, { id, step: 'plan', leadSeat: 'FIRM', reason: '由物业拟定方案' });
  return id;
}

describe('what homes share by their own agreement', () => {
  test('the firm writes a plan by agreed weights: a home without one is named, and every home pays by its weight', async () => {
    const firm = await at('FIRM');
    const { homes } = await flood.parties.FIRM.call(costPlans.listPlanHomes, { issueId });
    await firm.getByRole('button', { name: '拟方案', exact: true }).click();
    const form = firm.getByRole('form', { name: '拟方案' });
    await form.getByLabel('工程', { exact: true }).fill('单元门禁');
    await form.getByLabel('金额', { exact: true }).fill('7,800');
    await form.getByRole('radio', { name: '按约定系数' }).check();
    await form.getByLabel('业主约定的文件').fill('业主公约补充条款');
    await form.getByRole('radio', { name: '直接交纳' }).check();
    const field = form.getByLabel(/各户的约定系数/);
    // Weights rise from home to home, as they may with the floors; the last home is forgotten.
    const lines = homes.map(({ name }, index) => `${name}\t${index + 1}`);
    await field.fill(lines.slice(0, -1).join('\n'));
    await form.getByRole('button', { name: '确定' }).click();
    await form.getByText(`还有 1 户没有系数：${homes.at(-1)!.name}`).waitFor();
    await looksRight(firm, 'room-weights');
    await field.fill(lines.join('\n'));
    await form.getByRole('button', { name: '确定' }).click();
    await form.waitFor({ state: 'detached' });
    const { plans } = await flood.parties.FIRM.call(costPlans.listPlans, { issueId });
    expect(plans[0]!.problems).toEqual([]);
    await firm.getByRole('button', { name: '选定“方案一”' }).click();
    await firm.getByText('谁出多少、因何而出').waitFor();

    const all = (homes.length * (homes.length + 1)) / 2;
    const last = await flood.parties.FIRM.call(costPlans.makeStatement, { id: plans[0]!.id, of: 'HOME', homeId: homes.at(-1)!.homeId });
    expect(Number(last.amountFen)).toBe(Math.round((780_000 * homes.length) / all));
  });

  test('the owners’ body lays the consent of one home after another on the table; a home that has consented is asked no more', async () => {
    const body = await at('OWNERS_BODY');
    const { OWNERS_BODY: program } = flood.parties;
    const { plans } = await program.call(costPlans.listPlans, { issueId });
    const { gates } = await program.call(costPlans.getGates, { id: plans[0]!.id });
    // Homes of the unit that owns them are its own to consent to, by its letter.
    const lacking = gates.find(({ code }) => code === 'VOTE_NEW_MONEY')!.missing;
    const homes = (await program.call(costPlans.listPlanHomes, { issueId })).homes.filter(({ code }) => lacking.includes(code));
    expect(homes.length).toBe(lacking.length);
    const toCome = (count: number) => body.getByRole('listitem').filter({ hasText: `尚缺 ${count} 户` });
    await toCome(homes.length).waitFor();
    await taken(body, '提交凭据', async (form) => {
      await form.getByLabel(/哪一户/).click();
      await body.getByTitle(homes[0]!.name, { exact: true }).click();
      await form.getByLabel('文件名称与文号').fill('业主同意书（签字）');
      await withFile(form, '业主本人签字的扫描件');
      await looksRight(body, 'room-consent');
    });
    await toCome(homes.length - 1).waitFor();
    await body.getByRole('button', { name: '提交凭据' }).click();
    await body.getByLabel(/哪一户/).click();
    await body.getByTitle(homes[1]!.name, { exact: true }).waitFor();
    expect(await body.getByTitle(homes[0]!.name, { exact: true }).count()).toBe(0);
  });
});

describe('who speaks for a seat at one issue', () => {
  test('the firm’s representative has an interest and steps back; a colleague speaks for the firm on this issue', async () => {
    const firm = await at('FIRM');
    await taken(firm, '登记回避', async (form) => {
      await choose(firm, '利害关系', '与施工单位有利害关系');
      await form.getByLabel('说明（请勿写姓名电话）').fill('亲属在拟选的施工单位任职');
      await looksRight(firm, 'room-step-back');
    });
    await firm.getByText('有人回避').waitFor();
    expect(await firm.getByRole('button', { name: '登记回避' }).count()).toBe(0);

    const colleague = await stage.actor(await flood.street.actor('firm_manager', '远征物业'));
    await colleague.goto(`${stage.house.url}/desk/issues/${issueId}`);
    const speaks = '这件议题由我代表物业公司';
    await taken(colleague, speaks, (form) => form.getByLabel('授权文书').fill('远征物业〔2026〕12 号授权书'));
    await colleague.getByRole('button', { name: speaks }).waitFor({ state: 'detached' });
    const { seats } = await flood.parties.COMMUNITY.call(issues.getIssue, { id: issueId });
    const seat = seats.find(({ kind }) => kind === 'FIRM')!;
    expect(seat.steppedBack).toMatchObject([{ interest: 'CONTRACTOR' }]);
    expect(seat.representative).toMatchObject({ document: '远征物业〔2026〕12 号授权书' });
    await colleague.context().close();
  });
});
