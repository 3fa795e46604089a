import { DomainError } from '@wufang/kernel';
import type { OwnerRoll, Weight } from './owner-roll.js';

/** What stands on a ballot beside the options of a question. What says nothing, or several things at once, is INVALID. */
export const plainChoices = ['DISAGREE', 'ABSTAIN', 'INVALID'] as const;

export interface Ballot {
  ownerKey: string;
  /** When it was handed in. */
  at: Date;
  /** The number printed on it; of two handed in at the same instant the higher one is the later. */
  serial: number;
  /** By question: the code of an option, or a plain choice. A question left blank is absent. */
  choices: Readonly<Record<string, string>>;
}

export interface VotingTime {
  opensAt: Date;
  closesAt: Date;
}

/** What counts, and how many do not and why. */
export interface CountedBallots {
  counted: ReadonlyMap<string, Ballot>;
  replaced: number;
  early: number;
  late: number;
}

/**
 * One ballot an owner, however many homes: the last one handed in before the close (I-30). The instant of the close is after the vote.
 * A ballot of somebody who is not on the roll, and two different ballots that claim to be the same, are mistakes of the count and refused.
 * Example: yes on Monday, no on Tuesday, yes after the close -> no.
 */
export function countedBallots(roll: OwnerRoll, ballots: readonly Ballot[], { opensAt, closesAt }: VotingTime): CountedBallots {
  if (opensAt >= closesAt) throw new DomainError('vote.time-reversed');
  const counted = new Map<string, Ballot>();
  let [replaced, early, late] = [0, 0, 0];
  for (const ballot of ballots) {
    if (!roll.owners.has(ballot.ownerKey)) throw new DomainError('vote.not-on-roll', { serial: ballot.serial });
    if (ballot.at < opensAt) early += 1;
    else if (ballot.at >= closesAt) late += 1;
    else {
      const other = counted.get(ballot.ownerKey);
      if (other) replaced += 1;
      if (!other || isLater(ballot, other)) counted.set(ballot.ownerKey, ballot);
    }
  }
  return { counted, replaced, early, late };
}

function isLater(one: Ballot, other: Ballot): boolean {
  const order = one.at.getTime() - other.at.getTime() || one.serial - other.serial;
  if (order === 0) throw new DomainError('vote.ballot-twice', { serial: one.serial });
  return order > 0;
}

export interface Turnout {
  returned: Weight;
  all: Weight;
  /** Owners who have not handed in a ballot: whom a reminder reaches. */
  silent: readonly string[];
}

/**
 * How many have handed in a ballot, without looking into any: what may be told and reminded of while the vote is open. A ballot that will turn
 * out invalid is returned like any other, or its content would show.
 */
export function turnoutOf(roll: OwnerRoll, counted: ReadonlyMap<string, Ballot>): Turnout {
  const returned = { area: 0, heads: 0 };
  const silent: string[] = [];
  for (const owner of roll.owners.values())
    if (counted.has(owner.key)) add(returned, owner);
    else silent.push(owner.key);
  return { returned, all: roll.all, silent };
}

/** Counted by area and by heads: who took part in one question, and how. */
export interface Tally {
  all: Weight;
  takingPart: Weight;
  /** By option of the question, in the order it stands on the ballot. */
  agreeing: readonly { option: string; weight: Weight }[];
  disagreeing: Weight;
  abstaining: Weight;
  invalid: Weight;
  silent: Weight;
}

/**
 * Adds up one question. Who abstains takes part and does not agree; a blank or invalid ballot and a missing one do not take part.
 * Example (V8): 29 agree, 21 do not, 10 abstain of 90 -> 60 take part.
 */
export function tallyOf(roll: OwnerRoll, counted: ReadonlyMap<string, Ballot>, code: string, options: readonly string[]): Tally {
  const nothing = (): Weight => ({ area: 0, heads: 0 });
  const sums = new Map<string, Weight>([...options, ...plainChoices].map((choice) => [choice, nothing()]));
  const [takingPart, silent] = [nothing(), nothing()];
  for (const owner of roll.owners.values()) {
    const ballot = counted.get(owner.key);
    if (!ballot) {
      add(silent, owner);
      continue;
    }
    const choice = ballot.choices[code] ?? 'INVALID';
    const sum = sums.get(choice);
    if (!sum) throw new DomainError('vote.unknown-choice', { serial: ballot.serial, question: code });
    add(sum, owner);
    if (choice !== 'INVALID') add(takingPart, owner);
  }
  return {
    all: roll.all,
    takingPart,
    agreeing: options.map((option) => ({ option, weight: sums.get(option)! })),
    disagreeing: sums.get('DISAGREE')!,
    abstaining: sums.get('ABSTAIN')!,
    invalid: sums.get('INVALID')!,
    silent,
  };
}

function add(sum: Weight, { area, heads }: Weight): void {
  sum.area += area;
  sum.heads += heads;
}
