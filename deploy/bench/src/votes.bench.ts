import {
  countedBallots,
  defaultRollSettings,
  questionResult,
  rollOf,
  tallyOf,
  turnoutOf,
  votePackAt,
  type Ballot,
  type RollHome,
} from '@wufang/deliberation/rules';
import { areaFromText } from '@wufang/kernel';
import { percentile, round } from './figures.js';

const CHOICES = ['AGREE', 'AGREE', 'AGREE', 'DISAGREE', 'ABSTAIN', 'INVALID'] as const;

/**
 * A vote of so many owners from homes and ballots to the result: roll, ballots (every tenth owner changes their mind), turnout, tally and tests.
 * Beside it the ceiling: the same areas added up in one loop, with nothing known of owners.
 */
export function benchVotes(owners: number, rounds: number): object {
  const pack = votePackAt('2026-11-22');
  const settings = defaultRollSettings(pack);
  const opensAt = new Date('2026-11-02T01:00:00Z');
  const time = { opensAt, closesAt: new Date('2026-11-20T10:00:00Z') };
  // One unit owns a hundred unsold homes, each of the others one, and every fourteenth of them a second.
  const keyed = [
    ...Array.from({ length: 100 }, () => 'unit'),
    ...Array.from({ length: owners - 1 }, (_, i) => (i % 14 === 0 ? [`owner-${i}`, `owner-${i}`] : [`owner-${i}`])).flat(),
  ];
  const homes = keyed.map((ownerKey, i): RollHome => ({
    ...{ id: `home-${i}`, ownerKey, area: areaFromText(`${40 + (i % 60)}.${10 + (i % 90)}`), areaSource: 'REGISTERED' },
    ...{ isUnsold: ownerKey === 'unit', isParking: false },
  }));
  const keys = [...new Set(homes.map(({ ownerKey }) => ownerKey))];
  const again = keys.filter((_, i) => i % 10 === 0);
  const ballots = [...keys, ...again].map((ownerKey, i): Ballot => ({
    ownerKey,
    at: new Date(opensAt.getTime() + i * 60_000),
    serial: i,
    choices: { '1': CHOICES[i % CHOICES.length]! },
  }));
  const question = { code: '1', title: '', matter: 'FUND_USE', options: [{ code: 'AGREE', title: '同意' }] } as const;

  const roll = rollOf(homes, settings);
  const fromBallots = () => {
    const { counted } = countedBallots(roll, ballots, time);
    turnoutOf(roll, counted);
    return questionResult(pack, question, tallyOf(roll, counted, '1', ['AGREE'])).outcome;
  };
  const whole = timed(rounds, () => rollOf(homes, settings));
  const tally = timed(rounds, fromBallots);
  const ceiling = timed(rounds, () => homes.reduce((sum, { area }) => sum + area!, 0));
  return {
    owners: keys.length,
    homes: homes.length,
    ballots: ballots.length,
    outcome: fromBallots(),
    wantedMs: 50,
    tallyMs: tally,
    rollMs: whole,
    straightSumMs: ceiling,
  };
}

function timed(rounds: number, work: () => unknown): { median: number; p99: number; first: number } {
  const took = Array.from({ length: rounds }, () => {
    const at = performance.now();
    work();
    return performance.now() - at;
  });
  return { median: round(percentile(took, 0.5), 2), p99: round(percentile(took, 0.99), 2), first: round(took[0]!, 2) };
}
