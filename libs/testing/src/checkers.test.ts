import { describe, expect, test } from '@jest/globals';
import { check, type Dump, type EventDump, type History } from './checkers.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
const event = (aggregateId: string, version: number, more: Partial<EventDump> = {}): EventDump => ({
  ...{ id: `${aggregateId}${version}`, aggregateId, version, recordedAt: at(version) },
  ...more,
});

/** A sound run: two commands, of which one started a clock with two stages, and two events told in order. */
function aRun(): { history: History; dump: Dump } {
  const events = [
    event('a', 1, { mark: 'c1', starts: 'clock' }),
    event('a', 2, { fired: { clockId: 'clock', stage: 0, skipped: 0 }, recordedAt: at(10) }),
    event('a', 3, { fired: { clockId: 'clock', stage: 1, skipped: 0 }, recordedAt: at(20) }),
    event('a', 4, { mark: 'c2', recordedAt: at(21) }),
    event('b', 1, { mark: 't1' }),
    event('b', 2, { mark: 't2' }),
  ];
  return {
    history: {
      commands: [
        { mark: 'c1', outcome: 'ok', answers: ['1', '1'] },
        { mark: 'c2', outcome: 'unknown', answers: [] },
        { mark: 'c3', outcome: 'unknown', answers: [] },
        { mark: 'c4', outcome: 'refused', answers: [] },
      ],
      told: [
        { id: 't1', aggregateId: 'b', version: 1 },
        { id: 't2', aggregateId: 'b', version: 2 },
        { id: 'bad', aggregateId: 'x', version: 1 },
      ],
      poison: ['bad'],
    },
    dump: {
      now: at(100),
      events,
      outbox: 0,
      stream: events.map(({ id }) => id),
      inbox: [
        { aggregateId: 'b', version: 1, eventId: 't1' },
        { aggregateId: 'b', version: 2, eventId: 't2' },
      ],
      dead: ['bad'],
      clocks: [{ id: 'clock', subjectId: 'a', state: 'fired', stages: [at(10), at(20)] }],
      effects: [
        { clockId: 'clock', stage: 0, firesAt: at(10), at: at(10) },
        { clockId: 'clock', stage: 1, firesAt: at(20), at: at(20) },
      ],
      broken: [],
    },
  };
}

type Tamper = (run: ReturnType<typeof aRun>) => void;
const found = (tamper: Tamper) => {
  const run = aRun();
  tamper(run);
  return [...new Set(check(run.history, run.dump).map(({ invariant }) => invariant))].sort();
};

describe('the checkers', () => {
  test('find nothing in a sound run', () => {
    expect(found(() => undefined)).toEqual([]);
  });

  test.each<[string, string[], Tamper]>([
    [
      'an answered command that is nowhere',
      ['I-01'],
      ({ history }) => void history.commands.push({ mark: 'c9', outcome: 'ok', answers: ['1'] }),
    ],
    ['a command carried out twice', ['I-02'], ({ dump }) => void (dump.events[3]!.mark = 'c1')],
    [
      'an unknown command carried out twice',
      ['I-02'],
      ({ dump }) => {
        dump.events.push(event('a', 5, { mark: 'c2' }));
        dump.stream.push('a5');
      },
    ],
    ['two answers to one key', ['I-02'], ({ history }) => void (history.commands[0]!.answers = ['1', '2'])],
    ['an effect nobody asked for', ['I-03'], ({ dump }) => void (dump.events[3]!.mark = 'stranger')],
    ['an effect of what was refused', ['I-04'], ({ dump }) => void (dump.events[3]!.mark = 'c4')],
    ['a version left out', ['I-06'], ({ dump }) => void (dump.events[3]!.version = 5)],
    ['a row that still waits', ['I-20'], ({ dump }) => void (dump.outbox = 1)],
    ['an event never told', ['I-20'], ({ dump }) => void dump.stream.pop()],
    ['an event told that never happened', ['I-03'], ({ dump }) => void dump.stream.push('ghost')],
    ['a told event not applied', ['I-21'], ({ history }) => void history.told.push({ id: 't3', aggregateId: 'b', version: 3 })],
    [
      'a told event applied twice',
      ['I-21'],
      ({ dump }) => {
        dump.events.push(event('b', 3, { mark: 't2' }));
        dump.stream.push('b3');
      },
    ],
    [
      'told events applied in the wrong order',
      ['I-22'],
      ({ dump }) => {
        dump.events[4]!.mark = 't2';
        dump.events[5]!.mark = 't1';
      },
    ],
    ['a gap in the inbox', ['I-22'], ({ dump }) => void (dump.inbox[1]!.version = 3)],
    ['poison that was not parked', ['I-23'], ({ dump }) => void (dump.dead = [])],
    ['a sound event that was parked', ['I-23'], ({ dump }) => void dump.dead.push('t1')],
    ['a stage fired early', ['I-10'], ({ dump }) => void (dump.events[2]!.recordedAt = at(19))],
    ['a stage fired twice', ['I-10', 'I-11'], ({ dump }) => void (dump.events[2]!.fired!.stage = 0)],
    [
      'a stage left out without a word',
      ['I-10'],
      ({ dump }) => {
        dump.events.splice(1, 1);
        dump.stream.splice(1, 1);
        dump.events.filter(({ aggregateId }) => aggregateId === 'a').forEach((one, i) => (one.version = i + 1));
        dump.effects.shift();
      },
    ],
    [
      'a clock that never fired',
      ['I-10'],
      ({ dump }) => {
        delete dump.events[1]!.fired;
        delete dump.events[2]!.fired;
        dump.effects = [];
        dump.clocks[0]!.state = 'armed';
      },
    ],
    ['an effect before its time', ['I-10'], ({ dump }) => void (dump.effects[0]!.at = at(9))],
    [
      'an effect without its event',
      ['I-10'],
      ({ dump }) => void dump.effects.push({ clockId: 'clock', stage: 7, firesAt: at(1), at: at(1) }),
    ],
    ['a stopped clock that fired', ['I-11'], ({ dump }) => void (dump.events[1]!.stops = true)],
    ['a fired clock that was stopped afterwards', ['I-11'], ({ dump }) => void (dump.clocks[0]!.state = 'stopped')],
    ['a broken chain', ['I-70'], ({ dump }) => void dump.broken.push('a 3')],
  ])('find %s', (_, invariants, tamper) => {
    expect(found(tamper)).toEqual(invariants);
  });

  test('a clock that was stopped before its last stage is silent and sound', () => {
    expect(
      found(({ dump }) => {
        delete dump.events[2]!.fired;
        dump.events[2]!.stops = true;
        dump.clocks[0]!.state = 'stopped';
        dump.effects.pop();
      }),
    ).toEqual([]);
  });

  test('a stage that was left behind is sound when it says so', () => {
    expect(
      found(({ dump }) => {
        delete dump.events[1]!.fired;
        dump.events[2]!.fired!.skipped = 1;
        dump.effects.shift();
      }),
    ).toEqual([]);
  });
});
