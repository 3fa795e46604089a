import { randomUUID } from 'node:crypto';
import { gateway, issues, ownersVotes, registry, tables, type OwnersVoteView } from '@wufang/contracts';
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
import type { Stage } from './stage.js';

/** How long a plan hangs in this street: long enough to object, short enough to wait for. */
const PUBLICITY_SECONDS = 30;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A photo, as a phone hands it over. */
export const photo = { name: '现场.png', mimeType: 'image/png', buffer: png };

/** A street of its own with the five parties at the table of 南岗里一区, and a second estate of the same property-rights unit. */
export class Flood {
  readonly story = new Story('院内积水', () => undefined);

  private constructor(
    readonly street: DemoStreet,
    readonly parties: Parties,
    readonly tableId: string,
  ) {}

  static async begin(stage: Stage): Promise<Flood> {
    const { account, password } = stage.house.operator;
    const operator = await Session.signIn(stage.house.url, account, password);
    const street = await openDemoStreet(operator, `room-${Date.now().toString(36)}`, '青云街道', quickNotices(PUBLICITY_SECONDS));
    const parties = await partiesOf(street);
    const tableId = randomUUID();
    const flood = new Flood(street, parties, tableId);
    const { estates } = await street.operator.call(registry.listEstates, {});
    const other = estates.find(({ id }) => id !== street.estate.id)!;
    await eventually(() => parties.STREET.call(tables.openTable, { id: tableId, estateId: street.estate.id }), { within: 60_000 });
    await eventually(() => parties.STREET.call(tables.openTable, { id: randomUUID(), estateId: other.id }), { within: 60_000 });
    await takeSeats(flood.story, street, parties, tableId);
    return flood;
  }

  async issueOf(title: string): Promise<string> {
    const found = (await this.parties.RIGHTS_UNIT.call(issues.listIssues, { tableId: this.tableId })).issues;
    return found.find((issue) => issue.title === title)!.id;
  }

  /** The owners are asked: a vote that opens after a moment, with a counting group of three that has no interest. */
  async announceVote(issueId: string): Promise<OwnersVote> {
    const group: Actor[] = [];
    for (let n = 0; n < 3; n++) group.push(await this.street.actor('counting_group'));
    const ids = await Promise.all(group.map(async (member) => (await member.call(gateway.whoAmI, {})).id));
    const id = randomUUID();
    const now = Date.now();
    const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString();
    await this.parties.OWNERS_BODY.call(ownersVotes.announceVote, {
      ...{
        id,
        issueId,
        estateId: this.street.estate.id,
        kind: 'PAPER',
        title: '使用维修资金更换院内排水管',
        how: '东门值班室投票箱，纸质选票',
      },
      questions: [{ code: '1', title: '是否同意使用维修资金', matter: 'FUND_USE', options: [{ code: 'AGREE', title: '同意' }] }],
      ...{ opensAt: at(3), closesAt: at(3 + VOTE_SECONDS), groupAccountIds: ids },
    });
    for (const member of group) await member.call(ownersVotes.declareMember, { id, hasInterest: false });
    return new OwnersVote(id, group);
  }
}

/** How long the vote of this story is open: long enough to hand all ballots in, short enough to wait for. */
const VOTE_SECONDS = 75;

/** A vote with its counting group, as the programs of three people. */
export class OwnersVote {
  private serial = 0;

  constructor(
    readonly id: string,
    private readonly group: readonly Actor[],
  ) {}

  /** So many owners hand in a yes; each ballot is entered by one and checked by another. */
  async handIn(count: number): Promise<void> {
    const [one, two] = this.group as [Actor, Actor, Actor];
    const { owners } = await eventually(
      () =>
        one
          .call(ownersVotes.listRoll, { id: this.id })
          .then((roll) => (roll.owners.length > 0 ? roll : Promise.reject(new Error('not open')))),
      { within: 30_000 },
    );
    for (const { ownerId } of owners.filter(({ hasReturned }) => !hasReturned).slice(0, count)) {
      const { id: scanId } = await one.call(ownersVotes.addScan, { id: this.id, fileName: 'ballot.png', file: png.toString('base64') });
      const ballot = { id: this.id, ballotId: randomUUID(), choices: { '1': 'AGREE' } };
      await one.call(ownersVotes.enterBallot, { ...ballot, ownerId, serial: (this.serial += 1), scanId });
      await two.call(ownersVotes.checkBallot, ballot);
    }
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
