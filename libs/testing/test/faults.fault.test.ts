import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as scenarios from './scenarios.js';
import { report } from './scenarios.js';
import { ToyHouse } from './toy-house.js';

describe('with faults nothing is lost, doubled or early', () => {
  let house: ToyHouse;
  beforeAll(async () => {
    house = await ToyHouse.build();
  }, 120_000);
  afterAll(() => house?.end(), 30_000);

  test.each([
    ['F02', 'a process that dies at the worst places', scenarios.killedAtTheWorstPlaces],
    ['F04', 'a database that dies', scenarios.databaseKilled],
    ['F06', 'Redis killed while clocks run', scenarios.redisKilled],
    ['F07', 'no Redis at all', scenarios.redisAbsent],
    ['F08', 'Redis flushed ten times', scenarios.redisFlushed],
    ['F12', 'a worker that lives two hours ahead', scenarios.clockAhead],
    ['I-16', 'a database clock that is set forward and back', scenarios.databaseClockSet],
    ['F12b', 'clocks stopped in the moment they fire', scenarios.clocksRaced],
    ['I-02', 'one key at two processes at once', scenarios.keyAtOnce],
    ['I-20', 'commits that overtake each other', scenarios.commitsOvertaking],
    ['F18', 'messages twice, backwards and late', scenarios.messagesShuffled],
    ['F19', 'poison among the messages', scenarios.poisoned],
    ['F22', 'JetStream wiped', scenarios.streamWiped],
    ['F26', 'every connection for commands taken', scenarios.poolExhausted],
    ['F31', 'the tail of a chain cut off', scenarios.tailCut],
    ['F33', 'more than it can take', scenarios.overloaded],
    ['I-81', 'connections used for one street after another', scenarios.connectionReused],
  ])('%s: %s', async (name, _, scenario) => {
    const outcome = await scenario(house);
    report(name, outcome);
    // A run whose faults did not happen proves nothing.
    if (name === 'F02')
      for (const place of ['before_publish', 'before_response', 'before_ack']) expect(outcome.figures[place]).toBeGreaterThanOrEqual(10);
    if (name === 'F26') for (const one of ['refused', 'commandsRefused']) expect(outcome.figures[one]).toBeGreaterThan(0);
    expect(outcome.violations.slice(0, 10)).toEqual([]);
  });
});
