import { expect, test } from '@jest/globals';
import type { SeatMandate } from '@wufang/contracts';
import { refuseReseat, type Reseating } from './reseat.js';

const speaks: SeatMandate = {
  ...{ accountId: 'a', document: '授权书', amountLimitFen: null, aboveLimit: null, until: null, grantedAt: '2026-11-30T00:00:00Z' },
};
const elected: Reseating = {
  ...{ state: 'AGREED', before: 'provisional', isThere: false, isDrawn: false },
  now: { kind: 'OWNERS_BODY', unitId: 'elected', representative: speaks, deputy: null },
};

test.each<[string, Partial<Reseating>]>([
  ['agreed on with the one before', {}],
  ['a deputy speaks for it', { now: { ...elected.now, representative: null, deputy: speaks } }],
  ['a round is called that the one before has not signed in for', { state: 'COST_DRAFT' }],
  ['in its signing, nothing drawn', { state: 'SIGNING' }],
  ['the works run', { state: 'EXECUTING' }],
])('who sits at the table now takes over: %s', (_, part) => {
  expect(() => refuseReseat({ ...elected, ...part })).not.toThrow();
});

test.each<[string, Partial<Reseating>, RegExp]>([
  ['not convened yet', { state: 'SCREENED' }, /还没有召集/],
  ['the seat is empty', { now: { ...elected.now, unitId: null } }, /空缺/],
  ['it sits there already', { before: 'elected' }, /已经是/],
  ['nobody speaks for it', { now: { ...elected.now, representative: null } }, /没有委派代表/],
  ['a round is open', { state: 'ROUND_OPEN' }, /本轮结束后/],
  ['the one before has signed in', { state: 'CONVENED', isThere: true }, /已为本轮会商签到/],
  ['a resolution waits for signatures', { state: 'SIGNING', isDrawn: true }, /先收回决议/],
])('refused: %s', (_, part, reason) => {
  expect(() => refuseReseat({ ...elected, ...part })).toThrow(
    expect.objectContaining({ code: 'issue.reseat-unfit', facts: { reason: expect.stringMatching(reason) } }),
  );
});
