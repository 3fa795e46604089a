import type { Annulment, AreaSource, Correction, FrozenRoll, HomeNature, OwnersVoteState, PostedResult, VoteKind } from '@wufang/contracts';
import type { AggregateRow } from '@wufang/service';
import type { GroupMember } from '../domain/counting-group.js';
import type { Weight } from '../domain/owner-roll.js';
import type { RollSettings } from '../domain/vote-rule-pack.js';
import type { VoteQuestion } from '../domain/vote-rules.js';

/** A home as the registry tells it: no door, no name. */
export interface EstateHomeRow {
  streetId: string;
  homeId: string;
  estateId: string;
  buildingId: string;
  stairwell: string;
  /** Its rank among the homes of the estate in the order of their doors. */
  ordinal: number;
  areaHundredths: number;
  areaSource: AreaSource;
  nature: HomeNature;
  ownerId: string;
  isUnit: boolean;
  ownerDepositFen: bigint;
  sellerDepositFen: bigint;
}

export interface OwnersVoteRow extends AggregateRow {
  issueId: string | null;
  estateId: string;
  buildingId: string | null;
  stairwell: string | null;
  kind: VoteKind;
  state: OwnersVoteState;
  title: string;
  how: string;
  questions: VoteQuestion[];
  announcedAt: Date;
  opensAt: Date;
  closesAt: Date;
  rulesVersion: string;
  settings: RollSettings;
  members: GroupMember[];
  /** Of members who have not stepped back: who may see ballots, as row security reads it. */
  memberAccountIds: string[];
  interestedAccountIds: string[];
  concernedUnitIds: string[];
  /** The owners' body that called it and answers for posting the result. */
  bodyUnitId: string | null;
  roll: FrozenRoll | null;
  /** Ballots so far, those replaced included; the number of the last one. */
  ballots: number;
  /** Owners who have voted, with what they weigh; the weight is never told while the vote is open. */
  returned: Weight & { owners: number };
  /** Ballots that still have to be read by another person. */
  unchecked: number;
  closedAt: Date | null;
  countedAt: Date | null;
  results: PostedResult[] | null;
  statement: string[] | null;
  source: string | null;
  postDueAt: Date | null;
  postedAt: Date | null;
  postedWhere: string | null;
  keepUntil: Date | null;
  calledOffReason: string | null;
  /** The version of the plan it was announced on: what owners pay by it is what they were asked. Null without an issue or a plan, and of votes from before this was kept. */
  planId: string | null;
  correction: Correction | null;
  annulment: Annulment | null;
}

/** A home of the roll as it was when the vote opened. */
export interface VoteRollHomeRow {
  streetId: string;
  voteId: string;
  homeId: string;
  ownerId: string;
  buildingId: string;
  stairwell: string;
  ordinal: number;
  areaHundredths: number;
  areaSource: AreaSource;
  isUnsold: boolean;
}
export interface VoteRollOwnerRow {
  streetId: string;
  voteId: string;
  ownerId: string;
  heads: number;
  areaHundredths: number;
}

/** One ballot handed in. Nobody changes it; what is read from it are `ballot_readings`. */
export interface BallotRow {
  streetId: string;
  voteId: string;
  id: string;
  /** In the order they came in, 1..n. */
  no: number;
  ownerId: string;
  serial: number | null;
  scanId: string | null;
  nonce: string;
  receipt: string;
  enteredAt: Date;
  /** When the owner handed it in, which may be long before somebody entered it: the last one counts. */
  handedInAt: Date;
}
export interface BallotReadingRow {
  streetId: string;
  voteId: string;
  ballotId: string;
  step: 'ENTER' | 'CHECK' | 'SETTLE';
  accountId: string;
  choices: Record<string, string>;
  reason: string | null;
  at: Date;
}
/** What may be seen of a ballot beyond the counting group: its receipt, and by its owner that it is theirs. */
export interface VoteReceiptRow {
  streetId: string;
  voteId: string;
  receipt: string;
  no: number;
  ownerId: string;
  at: Date;
}
/** A ballot struck out (作废): entered wrongly, kept, and counted for nothing. Whoever may see receipts may see that one is struck. */
export interface BallotStrikeRow {
  streetId: string;
  voteId: string;
  ballotId: string;
  receipt: string;
  accountId: string;
  reason: string;
  at: Date;
}
/** A scanned ballot, sealed: it may bear a name and a signature. */
export interface VoteScanRow {
  streetId: string;
  voteId: string;
  id: string;
  type: string;
  sha256: Buffer;
  sealedKey: Buffer;
  sealed: Buffer;
  addedBy: string;
  addedAt: Date;
}

export interface VotesDb {
  estateHomes: EstateHomeRow;
  ownersVotes: OwnersVoteRow;
  voteRollHomes: VoteRollHomeRow;
  voteRollOwners: VoteRollOwnerRow;
  ballots: BallotRow;
  ballotReadings: BallotReadingRow;
  voteReceipts: VoteReceiptRow;
  ballotStrikes: BallotStrikeRow;
  voteScans: VoteScanRow;
}
