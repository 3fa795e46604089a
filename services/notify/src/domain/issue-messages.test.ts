import { expect, test } from '@jest/globals';
import {
  issueClockMessages,
  movedMessages,
  noticedMessages,
  quorumFailedMessages,
  reseatedMessages,
  roundClosedMessages,
} from './issue-messages.js';

const about = { issueId: 'i', tableId: 't', estateId: 'e', no: 2 };
const unitIds = ['street', 'firm', 'firm'];

test('each unit hears of a notice once, with its hour, its agenda and who has to be there', () => {
  const messages = noticedMessages({
    ...{ ...about, unitIds, noticeNo: 1, title: '雨后积水', agenda: ['排水改造', '分摊'], bodies: ['TABLE'], isEmergency: false },
    ...{
      payers: ['RIGHTS_UNIT', 'STREET'],
      startsAt: '2026-12-04T06:00:00Z',
      checkInFrom: '2026-12-04T05:00:00Z',
      noticedAt: '2026-11-29T01:00:00Z',
    },
  });
  expect(messages.map(({ unitId }) => unitId)).toEqual(['street', 'firm']);
  expect(messages[0]!.body).toBe(
    '“雨后积水”第 2 轮会商定于 12月4日 14:00，议程：排水改造；分摊。可能出资的产权单位、街道必须到会。12月4日 13:00 起可签到。',
  );
});

test('who did not come is named, and so is what everybody said', () => {
  const at = '2026-12-04T06:30:00Z';
  expect(quorumFailedMessages({ ...about, unitIds, noticeNo: 1, absent: ['FIRM', 'OWNERS_BODY'], at })[0]!.body).toContain(
    '物业公司、业主一方',
  );
  const positions = [
    { seat: 'FIRM' as const, position: 'AGREE' as const },
    { seat: 'STREET' as const, position: 'ABSENT' as const },
  ].map((said) => ({
    ...said,
    reason: null,
    condition: null,
    as: null,
    accountId: null,
    medium: null,
    evidence: null,
    recordedBy: null,
    receipt: null,
    at,
  }));
  expect(roundClosedMessages({ ...about, unitIds, positions, outcome: 'NOT_AGREED', closedAt: at })[0]!.body).toBe(
    '第 2 轮会商结束：未达成一致。物业公司同意、街道缺席。',
  );
});

test('a step that leaves an issue where it is, or is told otherwise, makes no message', () => {
  const moved = { tableId: 't', estateId: 'e', roundNo: 1, decisionClasses: [], unitIds, at: '2026-12-04T06:30:00Z' };
  expect(movedMessages('i', { ...moved, step: 'failQuorum', from: 'CONVENED', to: 'CONVENED' })).toEqual([]);
  expect(movedMessages('i', { ...moved, step: 'openRound', from: 'CONVENED', to: 'ROUND_OPEN' })).toEqual([]);
  expect(movedMessages('i', { ...moved, step: 'escalate', from: 'CONVENED', to: 'ESCALATED' })).toHaveLength(2);
});

test('a clock tells every unit that has to act, and the section chief once', () => {
  const messages = issueClockMessages('i', {
    ...{ tableId: 't', estateId: 'e', code: 'ISSUE_SCREEN', stage: 1, kind: 'breach', tell: ['H', 'S'], unitIds: ['street', 'community'] },
    ...{ dueAt: '2026-12-04T16:00:00Z', skippedStages: 0 },
  });
  expect(messages.map(({ unitId, role }) => unitId ?? role)).toEqual(['street', 'community', 'section_chief']);
});

test('a seat that changed hands: all at the table hear of it, and who has it now what to look at', () => {
  const now = {
    ...{ kind: 'OWNERS_BODY' as const, state: 'FILLED' as const, unitId: 'new', body: 'OWNERS_COMMITTEE' as const, isBinding: true },
    ...{ reason: null, representative: null, deputy: null, steppedBack: [] },
  };
  const drafts = reseatedMessages('i', {
    ...{ tableId: 't', estateId: 'e', title: '雨后积水', seat: 'OWNERS_BODY', beforeUnitId: 'old', now, reason: '换届', voided: ['业主'] },
    ...{ unitIds: ['street', 'old', 'new'], at: '2026-12-04T06:00:00Z' },
  });
  expect(drafts.map(({ unitId }) => unitId)).toEqual(['new', 'street', 'old']);
  for (const { body } of drafts) expect(body).toContain('前任就分摊方案的表态不再有效');
  expect(drafts[0]!.body).toContain('请查阅议题至今的纪要和方案');
});
