import { describe, expect, test } from '@jest/globals';
import { drawnMessages, signatureMissingMessages, signedMessages, voidedMessages } from './resolution-messages.js';

const about = { issueId: 'i', tableId: 't', estateId: 'e', no: 2, hash: 'h' };
const signers = [
  { seat: 'COMMUNITY' as const, unitId: 'community', unitName: '社区', pays: false, amountFen: '0' },
  { seat: 'RIGHTS_UNIT' as const, unitId: 'unit', unitName: '产权单位', pays: true, amountFen: '9320000' },
];
const heard = (drafts: readonly { unitId: string | null; role: string | null; body: string }[]) =>
  drafts.map(({ unitId, role, body }) => [unitId ?? role, body]);

test('each whose signature is needed is asked, with its own amount and whether that has changed', () => {
  const drawn = { ...about, title: '排水', signers, affected: ['RIGHTS_UNIT' as const], unitIds: [], dueAt: '2026-12-14T16:00:00Z' };
  expect(heard(drawnMessages('r', drawn))).toEqual([
    ['community', '“排水”第 2 版决议待社区签署，请于 12月14日 24:00 前签署。'],
    ['unit', '“排水”第 2 版决议待产权单位签署，本方出资 ¥93,200.00，请于 12月14日 24:00 前签署。与前一版相比本方金额有变，请重新核对。'],
  ]);
});

describe('a signature is missing', () => {
  const missing = { ...about, stage: 1, seats: ['RIGHTS_UNIT' as const], unitIds: ['unit'], dueAt: '2026-12-14T16:00:00Z', title: '排水' };
  test('first its unit is reminded, and nobody else', () => {
    expect(heard(signatureMissingMessages('r', { ...missing, kind: 'warning', tell: ['H'] }))).toEqual([
      ['unit', '“排水”第 2 版决议尚待贵单位签署，签署时限为 12月14日 24:00。请按时签署。'],
    ]);
  });
  test('when it is late, those above hear which seat it is', () => {
    expect(heard(signatureMissingMessages('r', { ...missing, kind: 'breach', tell: ['S', 'V'] }))).toEqual([
      ['section_chief', '“排水”第 2 版决议尚未签署：产权单位；签署时限 12月14日 24:00 已过。'],
      ['street_leader', '“排水”第 2 版决议尚未签署：产权单位；签署时限 12月14日 24:00 已过。'],
    ]);
  });
});

test('signed by all, everybody at the table hears it once; void, those who were asked', () => {
  const signed = { ...about, title: '排水', planId: null, planNo: null, totalFen: '18640000', shares: [], commitments: [], signedAt: '' };
  expect(heard(signedMessages('r', { ...signed, unitIds: ['a', 'b', 'a'] }))).toEqual([
    ['a', '“排水”第 2 版决议各方已全部签署，总额 ¥186,400.00，开始执行。'],
    ['b', '“排水”第 2 版决议各方已全部签署，总额 ¥186,400.00，开始执行。'],
  ]);
  expect(heard(voidedMessages('r', { ...about, reason: '金额有误', seats: [], unitIds: ['a'] }))).toEqual([
    ['a', '第 2 版决议已作废（金额有误），原有签署一并作废；有新的一版时另行通知。'],
  ]);
});
