import { expect, test } from '@jest/globals';
import type { Position, TakenPosition } from '@wufang/contracts';
import { DomainError } from '@wufang/kernel';
import { atClose, checkLimit, checkSaid, withPosition } from './position.js';

const mandate = (amountLimitFen: string | null) => ({
  ...{ accountId: 'a', document: '授权书', amountLimitFen, aboveLimit: '集团总经理', until: null, grantedAt: '2026-11-01T00:00:00Z' },
});

test.each<[Position, string | null, string | null, boolean]>(
  [
    ['30000000', '30000000', true], // the limit itself is covered
    ['30000001', '30000000', false], // one fen more is not
    ['99999999999', null, true], // no limit
  ].flatMap(([share, limit, isCovered]) =>
    (['AGREE', 'AGREE_WITH_CONDITION', 'DISAGREE', 'ABSTAIN'] as const).map((position) => [position, share, limit, isCovered] as never),
  ),
)('%s of a share of %p with a limit of %p', (position, share, limit, isCovered) => {
  const call = () => checkLimit('RIGHTS_UNIT', mandate(limit), position, [{ seat: 'RIGHTS_UNIT', amountFen: share }]);
  if (isCovered || position === 'DISAGREE' || position === 'ABSTAIN') expect(call).not.toThrow();
  else expect(call).toThrow('seat.over-limit');
});

test('a refusal above the limit says amount, limit and whose signature is needed', () => {
  expect.assertions(1);
  try {
    checkLimit('RIGHTS_UNIT', mandate('30000000'), 'AGREE', [{ seat: 'RIGHTS_UNIT', amountFen: '48000000' }]);
  } catch (error) {
    expect((error as DomainError).facts).toEqual({ seat: '产权单位', amount: '480,000.00', limit: '300,000.00', signer: '集团总经理' });
  }
});

test.each<[Position, string | null, string | null, boolean]>([
  ['AGREE', null, null, true],
  ['DISAGREE', null, null, false],
  ['DISAGREE', '金额过高，不能承担', null, true],
  ['ABSTAIN', '短', null, false],
  ['AGREE_WITH_CONDITION', '原则同意此方案', null, false], // the condition itself is missing
  ['AGREE_WITH_CONDITION', null, '先修排水再修路', true],
])('%s with reason %p and condition %p is complete: %p', (position, reason, condition, isComplete) => {
  const call = () => checkSaid({ position, reason, condition });
  if (isComplete) expect(call).not.toThrow();
  else expect(call).toThrow('position.reason-needed');
});

const taken = (seat: TakenPosition['seat'], position: Position): TakenPosition => ({
  ...{ seat, position, reason: null, condition: null, as: 'REPRESENTATIVE', accountId: 'a', medium: 'ONLINE', evidence: null },
  ...{ recordedBy: null, receipt: 'r', at: '2026-11-29T01:00:00Z' },
});

test('the last position of a seat counts, and who said nothing is absent at the close', () => {
  const said = [taken('FIRM', 'DISAGREE'), taken('COMMUNITY', 'AGREE'), taken('FIRM', 'AGREE')].reduce(withPosition, [] as TakenPosition[]);
  const closed = atClose(['COMMUNITY', 'FIRM', 'OWNERS_BODY'], said, '2026-11-29T02:00:00Z');
  expect(closed.map(({ seat, position }) => [seat, position])).toEqual([
    ['COMMUNITY', 'AGREE'],
    ['FIRM', 'AGREE'],
    ['OWNERS_BODY', 'ABSENT'],
  ]);
});
