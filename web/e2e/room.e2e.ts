import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '@wufang/testing';
import type { Client } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';
import { phone, picture, Stage, violationsOf } from './stage.js';

const sitting = { STREET: 'street_leader', COMMUNITY: 'community_worker', RIGHTS_UNIT: 'rights_unit_rep', FIRM: 'firm_manager' } as const;
type Sitting = keyof typeof sitting;
const title = '雨后院内积水，须抢修排水管';

let stage: Stage;
const programs = {} as Record<Sitting, Client>;
let issueId: string;
let roundId: string;

beforeAll(async () => {
  stage = await Stage.set();
  for (const [seat, role] of Object.entries(sitting)) programs[seat as Sitting] = await stage.program(role);
  await conveneEmergency();
}, 300_000);
afterAll(() => stage?.end());

/** A table for an estate of the sample, its seats filled, and an emergency on it whose round may be held at once. */
async function conveneEmergency(): Promise<void> {
  const { STREET, COMMUNITY } = programs;
  const { estates } = await STREET.call('registry.estate.list', {});
  const { units } = await STREET.call('registry.unit.list', {});
  const idOf = (name: string) => units.find((unit) => unit.name === name)!.id;
  const estate = estates.find(
    (one) => one.firmId === idOf('远征物业') && one.rightsUnitId === idOf('远征集团三院') && one.communityId === idOf('南岗里社区'),
  )!;
  const tableId = randomUUID();
  await eventually(() => STREET.call('deliberation.table.open', { id: tableId, estateId: estate.id }));
  for (const seat of Object.keys(sitting) as Sitting[]) {
    const { id: accountId } = await programs[seat].call('gateway.session.get', {});
    await programs[seat].call('deliberation.seat.appoint', {
      id: tableId,
      seat,
      as: 'REPRESENTATIVE',
      accountId,
      document: '授权书 2026-11',
    });
  }
  issueId = randomUUID();
  const scope = { level: 'ESTATE', estateId: estate.id, buildingId: null, stairwell: null } as const;
  await programs.FIRM.call('deliberation.issue.propose', {
    id: issueId,
    tableId,
    title,
    problem: '雨后院子里积水三四十厘米，排水管塌了一段，须立即抢修。',
    scope,
  });
  for (const client of [COMMUNITY, STREET])
    await client.call('deliberation.issue.screen', {
      id: issueId,
      decision: 'TAKE',
      matters: ['EMERGENCY_REPAIR'],
      reason: '属共用部位抢修，应当列入',
    });
  roundId = randomUUID();
  await COMMUNITY.call('deliberation.round.notice', {
    ...{ id: issueId, roundId, agenda: ['说明积水原因', '商定谁先垫付'], isEmergency: true, payers: ['RIGHTS_UNIT'] },
    startsAt: new Date(Date.now() + 60_000).toISOString(),
  });
}

async function inRoom(role: Role, viewport?: typeof phone): Promise<Page> {
  const page = await stage.person(role, viewport);
  await page.goto(`${stage.house.url}/desk/issues/${issueId}`);
  await page.getByRole('heading', { name: title }).waitFor();
  return page;
}

describe('the five-party room', () => {
  test('lists for the property-rights unit what waits for it, over all its tables', async () => {
    const page = await stage.person('rights_unit_rep');
    await page.getByRole('link', { name: '五方议事' }).click();
    await page.getByRole('heading', { name: '五方议事' }).waitFor();
    await page.getByRole('link', { name: title }).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'tables');
    await page.setViewportSize(phone);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await picture(page, 'tables-phone');
  });

  test('shows each party who has come and what the others say while the round runs, without a reload', async () => {
    const chair = await inRoom('community_worker');
    await chair.getByRole('button', { name: '到会签到' }).click();
    for (const seat of ['STREET', 'RIGHTS_UNIT'] as const)
      await programs[seat].call('deliberation.round.check-in', { id: issueId, roundId });
    await chair.getByText('到会 3 方').waitFor();
    // The start may lie some seconds ahead: the page says so, and opening works once it is time.
    await eventually(
      async () => {
        const open = chair.getByRole('button', { name: '宣布开会' });
        if (await open.isVisible()) await open.click({ timeout: 3_000 });
        await chair.getByRole('button', { name: '结束本轮' }).waitFor({ timeout: 5_000 });
      },
      { within: 90_000 },
    );

    const firm = await inRoom('firm_manager', phone);
    await firm.getByRole('button', { name: '到会签到' }).click();
    await firm.getByRole('button', { name: '表态' }).click();
    await firm.getByRole('radio', { name: '附条件同意' }).check();
    await firm.getByRole('textbox', { name: '条件' }).fill('先抢通，费用后议');
    await firm.getByRole('textbox', { name: '理由' }).fill('合同未含管网改造');
    await firm.getByRole('form', { name: '表态' }).getByRole('button', { name: '确定' }).click();
    await firm.getByRole('status').filter({ hasText: '请抄下回执' }).waitFor();
    expect(await violationsOf(firm)).toEqual([]);
    await picture(firm, 'room-phone');

    await chair.getByText('先抢通，费用后议').waitFor();
    expect(await violationsOf(chair)).toEqual([]);
  });

  test('is not there for who has no seat', async () => {
    const page = await stage.person('department_handler');
    await page.goto(`${stage.house.url}/desk/issues/${issueId}`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText(title).count()).toBe(0);
  });
});
