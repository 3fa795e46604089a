import type { Page } from 'playwright-core';
import { desk, phone, violationsOf } from './stage.js';

type Language = 'zh-CN' | 'en';
const widths = [desk, phone];
/** The button that a page of the desks and one of the residents has for the other language. */
const turnTo: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

/** How long a page may take until nothing in it waits any more, on a slow machine with other work to do. */
const PATIENCE_MS = 30_000;
/** What says that something is still to come. */
const busy = '[aria-busy=true], .ant-skeleton, .ant-spin-spinning';
/** What is still under way after so long is a question that the server answers when something happens. */
const LONG_POLL_MS = 3_000;

/** One page of a person, looked over again and again: what it asks, and what its script complains of. */
export class Looked {
  private readonly underWay = new Map<object, number>();
  private readonly said: string[] = [];

  constructor(readonly page: Page) {
    page.on('request', (request) => void (/\/api\//.test(request.url()) && this.underWay.set(request, Date.now())));
    page.on('requestfinished', (request) => void this.underWay.delete(request));
    page.on('requestfailed', (request) => void this.underWay.delete(request));
    page.on('framenavigated', () => this.underWay.clear());
    page.on('pageerror', (error) => void this.said.push(`error: ${error.message}`));
    // An answer that was refused is said by the page itself.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.said.push(`console: ${message.text()}`);
    });
  }

  /** Waits until the page has its name and its data: nothing in it says that it waits, and nothing is asked any more. Answers what goes on for ever. */
  async settled(): Promise<string[]> {
    const end = Date.now() + PATIENCE_MS;
    let quiet = 0;
    let waits = '';
    while (quiet < 2) {
      if (Date.now() > end) return [`never comes to rest: ${waits}`];
      const asking = [...this.underWay.values()].some((since) => Date.now() - since < LONG_POLL_MS);
      waits = asking
        ? 'it is still asking'
        : await this.page
            .evaluate((parts) => {
              const one = document.querySelector(parts);
              return one ? one.outerHTML.slice(0, 120) : document.querySelector('h1') ? '' : 'no h1';
            }, busy)
            // The page is just being left for another.
            .catch(() => 'on its way');
      quiet = waits === '' ? quiet + 1 : 0;
      if (quiet < 2) await this.page.waitForTimeout(60);
    }
    return [];
  }

  /** Until the page has come by its name, and says that it waits. */
  async waits(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.locator(busy).first().waitFor();
  }

  /** What is wrong with the page as it stands: in its width, its names, its words, and, where it is asked, for axe. */
  async faults({ asksAxe = true } = {}): Promise<string[]> {
    const { page } = this;
    const faults = this.said.splice(0);
    const seen = await page.evaluate(() => {
      const words = Array.from(document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')).flatMap((one) =>
        ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) => one.getAttribute(name) ?? []),
      );
      return {
        wide: document.documentElement.scrollWidth,
        headings: Array.from(document.querySelectorAll('h1'), ({ textContent }) => textContent.trim()),
        title: document.title,
        words: [document.body.innerText, ...words].join('\n'),
        isEmptyByLibrary: document.querySelector('.ant-empty') !== null,
      };
    });
    const width = page.viewportSize()!.width;
    if (seen.wide > width) faults.push(`${seen.wide} px wide`);
    if (seen.headings.length !== 1 || !seen.headings[0]) faults.push(`h1: ${JSON.stringify(seen.headings)}`);
    if (!seen.title.trim()) faults.push('no title');
    if (seen.isEmptyByLibrary) faults.push('an empty list in the words of the library');
    for (const [slip] of seen.words.matchAll(/.{0,30}(\bundefined\b|\bNaN\b|\[object|Invalid Date).{0,30}/g)) faults.push(`says “${slip}”`);
    if (!asksAxe) return faults;
    // From its top: what is just sliding under the head of the page is not there to be pressed.
    await page.evaluate(() => window.scrollTo(0, 0));
    return [...faults, ...(await violationsOf(page))];
  }

  private async language(): Promise<Language> {
    return this.page.evaluate(() => (document.documentElement.lang === 'en' ? 'en' : 'zh-CN'));
  }

  /** A page that has little to say: in Chinese on a phone, as it is left again, and in English on a desk; axe, which takes longest, in those languages asked for. */
  async asItStands(axe: readonly Language[] = ['zh-CN', 'en']): Promise<string[]> {
    const found: string[] = [];
    const forms = [
      ['zh-CN', phone],
      ['en', desk],
    ] as const;
    for (const [language, width] of forms) {
      await this.turn(language, width);
      const faults = await this.faults({ asksAxe: axe.includes(language) });
      found.push(...faults.map((fault) => `${language} ${width.width}: ${fault}`));
    }
    await this.turn('zh-CN', phone);
    return found;
  }

  private async turn(language: Language, width: (typeof widths)[number]): Promise<void> {
    const { page } = this;
    if (page.viewportSize()?.width !== width.width) await page.setViewportSize(width);
    if ((await this.language()) !== language) {
      await page.getByRole('button', { name: turnTo[language], exact: true }).click();
      await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), language.slice(0, 2));
    }
    await drawn(page);
  }

  /**
   * In both languages, at the width of a desk and of a phone, without asking for its data anew; axe, which takes longest, looks at the Chinese desk and at the
   * English phone, where words are longest and room is least. It is left in the other language, which the next page opens in.
   */
  async inEveryForm(): Promise<string[]> {
    const found: string[] = [];
    for (let turn = 0; turn < 2; turn++) {
      const language = await this.language();
      // The second time the other way about: the page is as wide as it was left.
      for (const width of turn === 0 ? widths : [...widths].reverse()) {
        if (this.page.viewportSize()?.width !== width.width) await this.page.setViewportSize(width);
        await drawn(this.page);
        const faults = await this.faults({ asksAxe: (language === 'zh-CN') === (width === desk) });
        found.push(...faults.map((fault) => `${language} ${width.width}: ${fault}`));
      }
      if (turn > 0) break;
      const other: Language = language === 'en' ? 'zh-CN' : 'en';
      await this.page.getByRole('button', { name: turnTo[other], exact: true }).click();
      found.push(...(await this.settled()).map((fault) => `${other}: ${fault}`));
      if ((await this.language()) !== other) found.push(`${other}: the language of the page is not said`);
    }
    return found;
  }
}

/** What follows a change of width has been drawn. */
const drawn = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));
