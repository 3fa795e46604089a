import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { dispatch, intake, registry, type Role, type TimeLimit, type WorkOrderView } from '@wufang/contracts';
import { openDemoStreet, Session, type Actor, type DemoStreet } from '@wufang/operator';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import { desk, looksRight, phone, photo, type Stage } from './stage.js';

export type WorkOrderState = WorkOrderView['state'];
type Viewport = typeof desk;

/** What a resident has told the street, and the phone they told it from. */
export interface Told {
  page: Page;
  no: string;
  phoneNo: string;
}

/**
 * A street of a story's own: 24 homes in two buildings of 南岗里一区, its firm, its property-rights unit, its heating company, and a firm of another estate.
 * Everybody who acts has an account, and a browser with cookies of their own.
 */
export class SmallStreet {
  private readonly actors = new Map<string, Actor>();
  private readonly pages = new Map<string, Page>();

  private constructor(
    readonly stage: Stage,
    readonly street: DemoStreet,
  ) {}

  static async open(stage: Stage, name: string, limits?: TimeLimit[]): Promise<SmallStreet> {
    const { account, password } = stage.house.operator;
    const operator = await Session.signIn(stage.house.url, account, password);
    return new SmallStreet(stage, await openDemoStreet(operator, `${name}-${Date.now().toString(36)}`, '青云街道', limits));
  }

  get estate() {
    return this.street.estate;
  }
  unitId(name: string): string {
    return this.street.units.get(name)!.id;
  }

  /** Somebody's program; the same person as at their page. */
  async program(role: Role, unitName?: string): Promise<Actor> {
    const key = `${role} ${unitName ?? ''}`;
    const actor = this.actors.get(key) ?? (await this.street.actor(role, unitName));
    this.actors.set(key, actor);
    return actor;
  }

  /** Somebody at a place of their desk. */
  async at(role: Role, unitName: string | undefined, place: string, viewport: Viewport = desk): Promise<Page> {
    const key = `${role} ${unitName ?? ''}`;
    const page = this.pages.get(key) ?? (await this.stage.actor(await this.program(role, unitName), viewport));
    this.pages.set(key, page);
    await page.goto(`${this.stage.house.url}/desk/${place}`);
    return page;
  }

  /** To a unit that it does not concern, a place of the desk says that there is nothing of this kind: the server answers 404. */
  async isNotThere(role: Role, unitName: string, place: string): Promise<void> {
    const page = await this.stage.actor(await this.street.actor(role, unitName), phone);
    const id = place.split('/').at(-1)!;
    const answer = page.waitForResponse((one) => one.url().includes(`/api/`) && one.url().includes(id));
    await page.goto(`${this.stage.house.url}/desk/${place}`);
    expect((await answer).status()).toBe(404);
    await page.getByRole('alert').getByText('没有找到', { exact: true }).waitFor();
    await looksRight(page, 'not-there', phone);
    await page.context().close();
  }

  /** A point with a QR code at the door of the first stairwell of a building. */
  async codeAt(buildingName: string): Promise<string> {
    const { buildings } = await this.street.operator.call(registry.listBuildings, { estateId: this.estate.id });
    const building = buildings.find(({ name }) => name === buildingName)!;
    const { code } = await this.street.operator.call(registry.createPlace, {
      ...{ id: randomUUID(), name: `${this.estate.name}${buildingName}1单元门口`, buildingId: building.id, stairwell: '1单元' },
    });
    return code;
  }

  /** A page of the residents, on a phone. */
  resident(place: string): Promise<Page> {
    return this.stage.visitor().then(async (page) => {
      await page.goto(`${this.stage.house.url}/r/${this.street.id}/${place}`);
      return page;
    });
  }

  /** A resident scans a code, finds the place filled in, and tells what is wrong, with a photo of it. */
  async tell(code: string, words: string, phoneNo: string, picture?: string): Promise<Told> {
    const page = await this.resident(`q/${code}`);
    await page.locator('.place').getByText(this.estate.name).waitFor();
    await page.getByLabel('什么事').fill(words);
    await page.getByLabel('怎么称呼您').fill('王秀兰');
    await page.getByLabel('联系电话').fill(phoneNo);
    await page.getByLabel(/^照片/).setInputFiles({ name: '家里.png', mimeType: 'image/png', buffer: photo });
    if (picture !== undefined) await looksRight(page, picture, phone);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('1 张照片已收到').waitFor();
    return { page, no: (await page.locator('.number').textContent())!.trim(), phoneNo };
  }

  /** The resident looks how it stands, until the page says these words. */
  async track({ page, no, phoneNo }: Told, words: string | RegExp): Promise<void> {
    await page.goto(`${this.stage.house.url}/r/${this.street.id}/track?no=${no}`);
    await page.getByLabel('手机号后四位').fill(phoneNo.slice(-4));
    await eventually(
      async () => {
        await page.getByRole('button', { name: '查询' }).click();
        await page.getByText(words).first().waitFor({ timeout: 1_000 });
      },
      { within: 30_000 },
    );
  }

  /** The order of a demand. */
  async orderOf({ no }: Pick<Told, 'no'>): Promise<WorkOrderView> {
    return eventually(
      async () => {
        const { demands } = await this.street.operator.call(intake.listDemands, { no });
        const { orderId } = demands[0] ?? {};
        if (!orderId) throw new Error(`${no} has no order yet`);
        return this.street.operator.call(dispatch.getWorkOrder, { id: orderId });
      },
      { within: 30_000 },
    );
  }

  async reaches(id: string, state: WorkOrderState): Promise<void> {
    await eventually(
      async () => {
        const order = await this.street.operator.call(dispatch.getWorkOrder, { id });
        if (order.state !== state) throw new Error(`${order.state}, not ${state}`);
      },
      { within: 30_000 },
    );
  }
}

type Form = ReturnType<Page['getByRole']>;

/** Opens the form of a step at a desk, has its fields filled in, sends it, and it is taken: the form is gone. */
export async function take(page: Page, label: string, fill: (form: Form) => Promise<void>, about = label): Promise<void> {
  await page.getByRole('button', { name: about, exact: true }).first().click();
  const form = page.getByRole('form', { name: label, exact: true });
  await fill(form);
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' });
}

/** Takes a step of a job on the phone: its form opens, is filled in and sent. */
export async function step(page: Page, label: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await fill();
  const confirm = page.getByRole('button', { name: '确定' });
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
}
