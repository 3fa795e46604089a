import { randomUUID } from 'node:crypto';
import { gateway, intake, type Role } from '@wufang/contracts';
import { cacheDir, findBrowser } from '@wufang/local';
import { newPassword } from '@wufang/operator';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { median, round } from './figures.js';
import { newDemand, quiet, type Stage } from './stage.js';

/** An old phone on a weak line: four times slower, 150 ms away, 1.6 Mbit/s down and half of that up. */
const phone = { cpu: 4, latencyMs: 150, downBitsPerSecond: 1_600_000, upBitsPerSecond: 750_000 } as const;
const viewport = { width: 360, height: 740 };

interface PageOf {
  name: string;
  path: string;
  /** What must be there before somebody can do what they came for. */
  usable: string;
  role?: Role;
}

const residentPages = (street: string): PageOf[] => [
  { name: 'resident', path: `/r/${street}/`, usable: 'textarea[name=content]' },
  { name: 'residentUrgent', path: `/r/${street}/urgent`, usable: 'fieldset button' },
  { name: 'residentTrack', path: `/r/${street}/track`, usable: 'input[name=tail]' },
  { name: 'residentBoard', path: `/r/${street}/board`, usable: 'main h2' },
  { name: 'residentYard', path: `/r/${street}/yard`, usable: 'input[name=account]' },
];
const deskPages: PageOf[] = [
  { name: 'wall', path: '/desk/wall', usable: '.wall-row', role: 'section_chief' },
  { name: 'intake', path: '/desk/intake', usable: 'textarea', role: 'phone_desk' },
  { name: 'callbacks', path: '/desk/callbacks', usable: '.nothing, .pick-button', role: 'callback_desk' },
  { name: 'jobs', path: '/desk/jobs', usable: '.job', role: 'firm_handler' },
  { name: 'tables', path: '/desk/tables', usable: 'main h1', role: 'street_leader' },
  { name: 'rates', path: '/desk/rates', usable: 'main td', role: 'street_leader' },
];

/**
 * How long until the pages can be used on an old phone: from the first byte asked for until what one came for is drawn and the script rests. `cold` is
 * the first visit of all, with nothing kept; `again` is the next one.
 */
export async function benchPages(stage: Stage, turns: number, say: (what: string) => void): Promise<object> {
  const found = await findBrowser(cacheDir(), say);
  if ('reason' in found) return { skipped: found.reason };
  for (let n = 0; n < 60; n++) await stage.operator.call(intake.receiveDemand, newDemand(stage, randomUUID()) as never);
  await quiet(stage);
  const browser = await chromium.launch({
    executablePath: found.file,
    env: { ...process.env, ...found.env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
    ],
  });
  try {
    const pages: Record<string, object> = {};
    for (const page of [...residentPages(stage.street), ...deskPages]) {
      const account = page.role && (await personOf(stage, page.role));
      const cold: Load[] = [];
      const again: Load[] = [];
      for (let turn = 0; turn < turns; turn++) {
        const context = await browser.newContext({ viewport, locale: 'zh-CN', serviceWorkers: 'block' });
        if (account) await signIn(browser, context, stage.house.url, account);
        cold.push(await load(context, stage.house.url + page.path, page.usable));
        again.push(await load(context, stage.house.url + page.path, page.usable));
        await context.close();
      }
      pages[page.name] = { cold: summary(cold), again: summary(again) };
      say(`${page.name} ${JSON.stringify(pages[page.name])}`);
    }
    return { phone, turns, wanted: { resident: { usableMs: 1_500, sentKb: 80 } }, pages };
  } finally {
    await browser.close();
  }
}

interface Load {
  usableMs: number;
  firstPaintMs: number;
  sentBytes: number;
}

const summary = (loads: readonly Load[]) => ({
  usableMs: round(median(loads.map((one) => one.usableMs)), 0),
  slowestMs: round(Math.max(...loads.map((one) => one.usableMs)), 0),
  firstPaintMs: round(median(loads.map((one) => one.firstPaintMs)), 0),
  sentKb: round(median(loads.map((one) => one.sentBytes)) / 1024),
});

/** One visit; what is kept from an earlier one in the same context is kept. */
async function load(context: BrowserContext, url: string, usable: string): Promise<Load> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let sentBytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (sentBytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: phone.latencyMs },
    ...{ downloadThroughput: phone.downBitsPerSecond / 8, uploadThroughput: phone.upBitsPerSecond / 8 },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpu });
  await page.addInitScript(watchFor, usable);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as Watched).usableAt !== undefined, undefined, { timeout: 120_000 });
  const seen = await page.evaluate(() => ({
    usableMs: (window as Watched).usableAt!,
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await page.close();
  return { ...seen, sentBytes };
}

type Watched = Window & { usableAt?: number };

/** Runs in the page: notes when what is waited for is drawn and the work that drew it is over. */
function watchFor(usable: string): void {
  const look = () => {
    const part = document.querySelector(usable);
    if (!part || part.getClientRects().length === 0) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => ((window as Watched).usableAt = performance.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

interface Person {
  account: string;
  password: string;
}
const people = new Map<Role, Promise<Person>>();

/** Somebody of a role who signs in with a password; one account a role, so that a run makes few. */
function personOf({ operator, firmId }: Stage, role: Role): Promise<Person> {
  const making = async (): Promise<Person> => {
    const person = { account: `bench-page-${role.replaceAll('_', '-')}`, password: newPassword() };
    const unit = role === 'firm_handler' ? { unitId: firmId } : {};
    const account = { id: randomUUID(), name: person.account, displayName: role, password: person.password, mandates: [{ role, ...unit }] };
    await operator.call(gateway.createAccount, account);
    return person;
  };
  const known = people.get(role) ?? making();
  people.set(role, known);
  return known;
}

/** Signs in at full speed in a context of its own and takes the session along, so that what is measured keeps nothing but that. */
async function signIn(browser: Browser, into: BrowserContext, url: string, person: Person): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${url}/desk/`, { waitUntil: 'commit' });
  const status = await page.evaluate(
    async (body) =>
      (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).status,
    person,
  );
  if (status !== 200) throw new Error(`the bench cannot sign in: ${status}`);
  await into.addCookies(await context.cookies());
  await context.close();
}
