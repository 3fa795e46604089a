import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { gateway, issues, ownersVotes, registry, tables, type OwnersVoteView, type SeatKind } from '@wufang/contracts';
import {
  openDemoStreet,
  partiesOf,
  quickNotices,
  Session,
  Story,
  takeSeats,
  type Actor,
  type DemoStreet,
  type Parties,
} from '@wufang/operator';
import { eventually } from '@wufang/testing';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** How long a plan hangs in this street: long enough to object, short enough to wait for. */
const PUBLICITY_SECONDS = 30;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A photo, as a phone hands it over. */
export const photo = { name: '现场.png', mimeType: 'image/png', buffer: png };

/** A field that takes files, filled; the file is kept before the form is sent. */
export async function withFile(form: FormOnPage, label: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).setInputFiles(photo);
  await form.getByRole('status').filter({ hasText: photo.name }).last().waitFor();
}

/** A street of its own with the five parties at the table of 南岗里一区, and a second estate of the same property-rights unit. */
export class Flood {
  readonly story = new Story('院内积水', () => undefined);
  /** Each party at its own desk, with its own cookies. */
  private readonly pages = new Map<SeatKind, Page>();

  private constructor(
    private readonly stage: Stage,
    readonly street: DemoStreet,
    readonly parties: Parties,
    readonly tableId: string,
  ) {}

  /** `publicitySeconds`: how long a plan hangs. */
  static async begin(stage: Stage, publicitySeconds = PUBLICITY_SECONDS): Promise<Flood> {
    const { account, password } = stage.house.operator;
    const operator = await Session.signIn(stage.house.url, account, password);
    const street = await openDemoStreet(operator, `room-${Date.now().toString(36)}`, '青云街道', quickNotices(publicitySeconds));
    return Flood.in(stage, street);
  }

  /** The same in a street that stands already. */
  static async in(stage: Stage, street: DemoStreet): Promise<Flood> {
    const parties = await partiesOf(street);
    const tableId = randomUUID();
    const flood = new Flood(stage, street, parties, tableId);
    const { estates } = await street.operator.call(registry.listEstates, {});
    const other = estates.find(({ id }) => id !== street.estate.id)!;
    await eventually(() => parties.STREET.call(tables.openTable, { id: tableId, estateId: street.estate.id }), { within: 60_000 });
    await eventually(() => parties.STREET.call(tables.openTable, { id: randomUUID(), estateId: other.id }), { within: 60_000 });
    await takeSeats(flood.story, street, parties, tableId);
    return flood;
  }

  /** Somebody else speaks for a party from now on, at a desk of their own. */
  replace(seat: SeatKind, actor: Actor): void {
    this.parties[seat] = actor;
    this.pages.delete(seat);
  }

  /** A party at a place of its desk. */
  async at(seat: SeatKind, place: string): Promise<Page> {
    const page = this.pages.get(seat) ?? (await this.stage.actor(this.parties[seat]));
    this.pages.set(seat, page);
    const address = `${this.stage.house.url}/desk/${place}`;
    if (page.url() !== address) await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  async issueOf(title: string): Promise<string> {
    const found = (await this.parties.RIGHTS_UNIT.call(issues.listIssues, { tableId: this.tableId })).issues;
    return found.find((issue) => issue.title === title)!.id;
  }

  /** A vote of all owners in the city’s own system, which all of them pass; its sums are taken over as soon as its few seconds are over. */
  async officialVote(title: string): Promise<void> {
    const [id, now] = [randomUUID(), Date.now()];
    const { OWNERS_BODY: body } = this.parties;
    const group = await this.countingGroup();
    const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
    await body.call(ownersVotes.announceVote, {
      ...{ id, estateId: this.street.estate.id, kind: 'OFFICIAL', title, how: '市业主决策平台' },
      questions: [{ code: '1', title, matter: 'OTHER_MAJOR', options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: at(2), closesAt: at(5), groupAccountIds: group.ids },
    });
    for (const member of group.members) await member.call(ownersVotes.declareMember, { id, hasInterest: false });
    const { roll } = await eventually(
      async () => {
        const vote = await body.call(ownersVotes.getVote, { id });
        if (vote.state !== 'CLOSED') throw new Error(`not closed: ${vote.state}`);
        return vote;
      },
      { within: 60_000 },
    );
    const [all, none] = [
      { area: roll!.areaHundredths, heads: roll!.heads },
      { area: 0, heads: 0 },
    ];
    await group.members[0]!.call(ownersVotes.addScan, { id, fileName: 'announced.png', file: png.toString('base64') });
    const sums = [{ question: '1', all, takingPart: all, agreeing: [{ option: 'AGREE', weight: all }], abstaining: none }];
    await body.call(ownersVotes.importOfficial, { id, source: '市业主决策平台公布', sums });
  }

  private async countingGroup(): Promise<{ members: Actor[]; ids: string[] }> {
    const members: Actor[] = [];
    for (let n = 0; n < 3; n++) members.push(await this.street.actor('counting_group'));
    return { members, ids: await Promise.all(members.map(async (member) => (await member.call(gateway.whoAmI, {})).id)) };
  }

  /** The owners are asked: a vote that opens after a moment, with a counting group of three that has no interest. */
  async announceVote(issueId: string, asked: Asked = aboutTheFund): Promise<OwnersVote> {
    const { title, question, matter, seconds } = asked;
    const { members: group, ids } = await this.countingGroup();
    const id = randomUUID();
    const now = Date.now();
    const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
    await this.parties.OWNERS_BODY.call(ownersVotes.announceVote, {
      ...{
        id,
        issueId,
        estateId: this.street.estate.id,
        kind: 'PAPER',
        title,
        how: '东门值班室投票箱，纸质选票',
      },
      questions: [{ code: '1', title: question, matter, options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: at(3), closesAt: at(3 + seconds), groupAccountIds: ids },
    });
    for (const member of group) await member.call(ownersVotes.declareMember, { id, hasInterest: false });
    return new OwnersVote(id, group);
  }
}

/** What owners are asked, and how long the vote is open. */
interface Asked {
  title: string;
  question: string;
  matter: 'FUND_USE' | 'COVENANT';
  seconds: number;
}

/** Open long enough to hand all ballots in, short enough to wait for. */
const aboutTheFund: Asked = { title: '使用维修资金更换院内排水管', question: '是否同意使用维修资金', matter: 'FUND_USE', seconds: 75 };

/** A vote with its counting group, as the programs of three people. */
export class OwnersVote {
  private serial = 0;

  constructor(
    readonly id: string,
    readonly group: readonly Actor[],
  ) {}

  /** So many owners hand in a yes; each ballot is entered by one and checked by another. */
  async handIn(count: number): Promise<void> {
    for (const ownerId of (await this.owing()).slice(0, count)) await this.check(await this.enter(ownerId), 'AGREE');
  }

  /** Two owners more: one ballot that nobody has checked yet, and one that its second reader has read otherwise. */
  async leaveUnread(): Promise<void> {
    const [first, second] = await this.owing();
    await this.enter(first!);
    await this.check(await this.enter(second!), 'ABSTAIN');
  }

  /** Owners who have handed in nothing, once the roll is there. */
  private async owing(): Promise<string[]> {
    const [one] = this.group;
    const { owners } = await eventually(
      () =>
        one!
          .call(ownersVotes.listRoll, { id: this.id })
          .then((roll) => (roll.owners.length > 0 ? roll : Promise.reject(new Error('not open')))),
      { within: 30_000 },
    );
    return owners.filter(({ hasReturned }) => !hasReturned).map(({ ownerId }) => ownerId);
  }

  /** One of the group enters a yes with its scan. */
  private async enter(ownerId: string): Promise<string> {
    const [one] = this.group;
    const { id: scanId } = await one!.call(ownersVotes.addScan, { id: this.id, fileName: 'ballot.png', file: png.toString('base64') });
    const ballotId = randomUUID();
    const entered = { choices: { '1': 'AGREE' }, ownerId, serial: (this.serial += 1), scanId };
    await one!.call(ownersVotes.enterBallot, { id: this.id, ballotId, ...entered });
    return ballotId;
  }

  /** Another of it reads the scan. */
  private async check(ballotId: string, choice: string): Promise<void> {
    await this.group[1]!.call(ownersVotes.checkBallot, { id: this.id, ballotId, choices: { '1': choice } });
  }

  /** After the close: every ballot has been read twice, so the result stands with the end of the period, without anybody's asking. */
  counted(): Promise<OwnersVoteView> {
    return eventually(
      async () => {
        const vote = await this.group[2]!.call(ownersVotes.getVote, { id: this.id });
        if (vote.results === null) throw new Error(`not counted: ${vote.state}`);
        return vote;
      },
      { within: 180_000, every: 250 },
    );
  }
}

export type FormOnPage = ReturnType<Page['getByRole']>;

/** Opens the form of a step, has its fields filled in, and sends it. */
export async function act(page: Page, label: string, fill: (form: FormOnPage) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  const form = page.getByRole('form', { name: label, exact: true });
  await fill(form);
  await form.getByRole('button', { name: '确定' }).click();
}

/** The same, and it is taken: the form is gone. Where it stays, what stands in it says why. */
export async function taken(page: Page, label: string, fill: (form: FormOnPage) => Promise<void>): Promise<void> {
  await act(page, label, fill);
  const form = page.getByRole('form', { name: label, exact: true });
  await form.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
    throw new Error(`${label} was not taken: ${await form.innerText()}`, { cause: error });
  });
}

/** One of a few, side by side in one field. */
export const pick = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true }).click();

/** A minute of Beijing time as its field takes it; a day so many days ahead. */
export const minuteField = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
export const dayField = (ahead: number) => minuteField(Date.now() + ahead * 86_400_000).slice(0, 10);

/** A document that comes when its button is pressed, and is a PDF. */
export async function pdf(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).first().click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
  return download.suggestedFilename();
}
