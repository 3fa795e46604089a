import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { cacheDir, findBrowser, type SampleAccount } from '@wufang/local';
import type { Actor } from '@wufang/operator';
import { createClient, type Client } from '@wufang/api-client';
import type { Role } from '@wufang/contracts';
import pg from 'pg';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { houseOfAll, houseOfOwn, sampleOf, type StageHouse } from './house.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Pictures of the main pages, for the README and for who reviews a change. */
const pictures = join(import.meta.dirname, '../../../docs/pictures');

/** The width of a phone, and of a desk. */
export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** What a browser keeps of somebody: their cookies, above all. */
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Setting {
  /** Whether the story plays in the sample street, or opens a street of its own. */
  hasSample?: boolean;
  /** Whether the story changes what others stand on: tables in force in the sample street, thousands of rows. All others share one house. */
  isAlone?: boolean;
}

/** The whole house, and a browser. Every person of a story has a context of their own: own cookies, own account. */
export class Stage {
  /** Who has come to their desk, and for which test. */
  private atDesk: { test: string | undefined; context: BrowserContext }[] = [];

  private readonly programs = new Map<Role, Promise<Client>>();
  /** With what the browser of an account comes again: it has signed in by the page once. */
  private readonly signedInBefore = new Map<string, Kept>();

  private constructor(
    readonly house: StageHouse,
    readonly accounts: readonly SampleAccount[],
    private readonly browser: Browser,
    private readonly leave: () => Promise<void>,
  ) {}

  static async set({ hasSample = true, isAlone = false }: Setting = {}): Promise<Stage> {
    const found = await findBrowser(cacheDir(), () => undefined);
    if ('reason' in found) throw new Error(found.reason);
    const { house, leave } = isAlone ? await houseOfOwn() : await houseOfAll();
    const accounts = hasSample ? await sampleOf(house) : [];
    const browser = await chromium.launch({
      executablePath: found.file,
      env: { ...process.env, ...found.env } as Record<string, string>,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
      ],
    });
    return new Stage(house, accounts, browser, leave);
  }

  get street(): string {
    return 'qingyun';
  }

  /** A visitor without an account. */
  async visitor(viewport = phone): Promise<Page> {
    return (await this.context(viewport)).newPage();
  }

  /** Somebody's program: for what a story needs before its pages are opened. */
  program(role: Role): Promise<Client> {
    const { name, password } = this.account(role);
    const program = this.programs.get(role) ?? this.signedIn(name, password);
    this.programs.set(role, program);
    return program;
  }

  /** The program of an account that a story has opened itself; refused as its person would be. */
  async signedIn(account: string, password: string): Promise<Client> {
    const client = createClient(this.house.url);
    await client.call('gateway.session.sign-in', { account, password });
    return client;
  }

  /** Somebody at their own desk, signed in by the sign-in page the first time, until the next test has somebody come: a page that stands open goes on asking. */
  async person(role: Role, viewport = desk): Promise<Page> {
    const test = expect.getState().currentTestName;
    const left = this.atDesk.filter((one) => one.test !== test);
    this.atDesk = this.atDesk.filter((one) => !left.includes(one));
    await Promise.all(left.map(({ context }) => context.close()));
    const page = await this.enter(this.account(role), viewport);
    this.atDesk.push({ test, context: page.context() });
    return page;
  }

  /** Somebody whose account the story has made. */
  actor({ account: name, password }: Pick<Actor, 'account' | 'password'>, viewport = desk): Promise<Page> {
    return this.enter({ name, password }, viewport);
  }

  private async enter(account: { name: string; password: string }, viewport: typeof desk): Promise<Page> {
    const before = this.signedInBefore.get(account.name);
    const context = await this.context(viewport, before);
    const page = await context.newPage();
    await page.goto(`${this.house.url}/desk/`);
    if (!before) {
      await page.getByLabel('账号').fill(account.name);
      await page.getByLabel('密码').fill(account.password);
      await page.getByRole('button', { name: '登录' }).click();
    }
    await page.getByRole('button', { name: '退出' }).waitFor();
    if (!before) this.signedInBefore.set(account.name, await context.storageState());
    return page;
  }

  /** The database beside the house, for what no operation makes: years of rows, an hour that has come. Triggers that guard history are off in it. */
  async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.house.servers.postgres.adminUrl });
    await client.connect();
    try {
      await client.query('set session_replication_role = replica; set statement_timeout = 0');
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  account(role: Role): SampleAccount {
    const account = this.accounts.find((one) => one.role === role);
    if (!account) throw new Error(`the sample has no ${role}`);
    return account;
  }

  private async context(viewport: typeof desk, storageState?: Kept): Promise<BrowserContext> {
    const spoken = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
    const context = await this.browser.newContext({ viewport, ...spoken, ...(storageState && { storageState }) });
    // What a page's script complains of is said where the test can be read; what did not load the page has to say itself.
    context.on('weberror', (error) => console.error(error.error().stack));
    context.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) console.error(message.text());
    });
    return context;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.leave();
  }
}

/** What axe finds against WCAG 2.2 AA, each with the places; empty is right. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (
      window as unknown as {
        axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    return run.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** One white pixel. */
export const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64');

/** A page looked at on a desk and on a phone: nothing that axe minds, nothing wider than the phone. It is left as wide as it is asked for. */
export async function looksRight(page: Page, name: string, after = desk): Promise<void> {
  for (const [viewport, called] of [
    [desk, name],
    [phone, `${name}-phone`],
  ] as const) {
    await page.setViewportSize(viewport);
    // From its top: what is just sliding under the head of the page is not there to be pressed.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, called, { fullPage: true });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.setViewportSize(after);
}

/** The page as it goes on paper: no menu, nothing to press, nothing wider than the sheet; kept beside the pictures when they are asked for. */
export async function printed(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').allTextContents()).toEqual([]);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.emulateMedia({ media: null });
  const paper = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
  if (paper.length < 1_000) throw new Error(`${name}: an empty sheet`);
  if (process.env['WUFANG_PICTURES'] !== '1') return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.pdf`), paper);
}

/** Chooses a day in the calendar that opens beside a field. */
export async function pickDay(page: Page, label: string | RegExp, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.locator(`.ant-picker-dropdown:not(.ant-picker-dropdown-hidden) .ant-picker-cell[title="${day}"]`).click();
}

/** Chooses one of a list by its words. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  if (await box.isEditable()) await box.fill(words);
  const option = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: words });
  await option.first().click();
  await page.keyboard.press('Escape');
}

/** Keeps a picture of a page, down to its foot where it is to be looked at whole, when pictures are asked for (WUFANG_PICTURES=1); a test must not change the repository by itself. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (process.env['WUFANG_PICTURES'] !== '1') return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}
