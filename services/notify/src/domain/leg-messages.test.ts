import { describe, expect, test } from '@jest/globals';
import { leadMoves, type LeadMove } from '@wufang/contracts';
import {
  coUnitMessages,
  disputeRaisedMessages,
  disputeRejectedMessages,
  disputeUpheldMessages,
  handedUpMessages,
  legFollowedMessages,
  legReturnedMessages,
  newLeadMessages,
  tableEndedMessages,
} from './leg-messages.js';
import { clockMessages } from './messages.js';
import { decisionAnnulledMessages } from './vote-messages.js';

const order = '00000000-0000-4000-8000-000000000001';
const whom = (drafts: { unitId: string | null; role: string | null }[]) => drafts.map(({ unitId, role }) => unitId ?? role);
const dueAt = '2026-11-09T09:30:00.000Z';

describe('who hears of objections and legs', () => {
  test('whoever leads an order hears that its table has ended, and that the decision it had answered with was annulled', () => {
    const [ended] = tableEndedMessages(order, { no: 'T1', leadUnitId: 'roofs', outcome: 'REJECTED' });
    expect(ended).toMatchObject({ unitId: 'roofs', body: '工单 T1 的五方共议已结束（未达成一致），请继续办理，并告知诉求人。' });
    const [fell, ...others] = decisionAnnulledMessages(order, { no: 'T1', leadUnitId: 'roofs', title: '选聘物业' });
    expect(others).toEqual([]);
    expect(fell).toMatchObject({
      unitId: 'roofs',
      title: '工单所依据的决定被撤销',
      body: expect.stringContaining('工单 T1 不能再以它为依据'),
    });
  });

  test('an objection goes to the two desks that decide, with its time', () => {
    const drafts = disputeRaisedMessages(order, { no: 'T1', reason: 'NOT_OUR_DUTY', dueAt, isBeside: true });
    expect(whom(drafts)).toEqual(['phone_desk', 'section_chief']);
    expect(drafts[0]!.body).toBe('工单 T1 的主办单位提出异议（不属于本单位职责），请于 11月9日 17:30 前审核。紧急工单先办后议，不停办。');
  });

  test('upheld: the new lead and the old one; of an order that is done only the old one', () => {
    const told = { no: 'T1', fromUnitId: 'gas', toUnitId: 'roofs', coUnitIds: ['water'], dueAt };
    expect(whom(disputeUpheldMessages(order, { ...told, movesOrder: true }))).toEqual(['gas', 'roofs', 'water']);
    // Who goes on as co-unit hears of both in one message.
    const goesOn = disputeUpheldMessages(order, { ...told, coUnitIds: ['gas', 'water'], movesOrder: true });
    expect(whom(goesOn)).toEqual(['gas', 'roofs', 'water']);
    expect(goesOn[0]!.body).toBe('工单 T1 的异议成立，已改派；请贵单位继续协办。');
    expect(whom(disputeUpheldMessages(order, { ...told, movesOrder: false }))).toEqual(['gas']);
    const atRest = disputeUpheldMessages(order, { ...told, movesOrder: false, isAtRest: true });
    expect(whom(atRest)).toEqual(['gas', 'roofs', 'water']);
    expect(atRest.map(({ body }) => body).slice(0, 2)).toEqual([
      '工单 T1 的异议成立，已改派。',
      '工单 T1 改由贵单位主办，请查看办理情况。',
    ]);
    const third = disputeUpheldMessages(order, { ...told, movesOrder: true, isProblemOrder: true });
    expect(whom(third)).toEqual(['gas', 'roofs', 'water', 'section_chief', 'street_leader']);
    expect(third.at(-1)!.body).toBe('几经转手，尚无单位签收，列为问题工单，请提级研究。');
    expect(whom(disputeRejectedMessages(order, { no: 'T1', leadUnitId: 'gas' }))).toEqual(['gas']);
  });

  test('a co-unit hears that it is asked, the lead that it has come back; at the breach chief and leader', () => {
    expect(whom(coUnitMessages(order, { unitId: 'water' }))).toEqual(['water']);
    expect(whom(legReturnedMessages({ orderId: order, no: 'T1', leadUnitId: 'roofs', outcome: 'REASON' }))).toEqual(['roofs']);
    const fired = { subjectId: order, no: 'T1', code: 'CO_RETURN', dueAt, leadUnitId: 'water' };
    expect(whom(clockMessages({ ...fired, kind: 'warning', tell: ['H'] }))).toEqual(['water']);
    expect(whom(clockMessages({ ...fired, kind: 'breach', tell: ['S', 'V'] }))).toEqual(['water', 'street_leader']); // its own chief
  });

  test('a co-unit hears that its lead’s time has moved, why, and when its own part is owed', () => {
    const told = { orderId: order, no: 'T1', unitId: 'water', dueAt, until: null };
    const of = (because: LeadMove, until: string | null = null) => legFollowedMessages({ ...told, because, until })[0]!;
    expect(of('EXTENDED')).toMatchObject({ unitId: 'water', subjectId: order, kind: 'LEG_CLOCK_FOLLOWED' });
    expect(of('EXTENDED').body).toBe('工单 T1 的主办时限已延期。贵单位的协办期限为 11月9日 17:30，请在此之前向主办单位反馈。');
    expect(of('PAUSED', dueAt).body).toBe('工单 T1 的主办暂停计时至 11月9日 17:30，协办时限一并暂停。');
    expect(of('TAKEN_BACK').body).toContain('所延的时间收回。贵单位的协办期限为 11月9日 17:30');
    expect(of('SUSPENDED', dueAt).body).toContain('工单已挂账，11月9日 17:30 复核；主办时限照常计算，协办时限不变。');
    for (const because of leadMoves) expect(of(because).body).not.toContain('undefined');
  });

  test('handed up: the next rung and its co-units; at the whistle those who blow it', () => {
    const told = { no: 'T1', coUnitIds: ['water'] };
    expect(whom(handedUpMessages(order, { ...told, toUnitId: 'community', step: 'COMMUNITY' }))).toEqual(['community', 'water']);
    expect(whom(handedUpMessages(order, { ...told, toUnitId: 'section', step: 'WHISTLE' }))).toEqual([]);
  });

  test('another unit leads: it has a due time and a complainant to speak with, or a matter that rests', () => {
    const told = { no: 'T1', leadUnitId: 'roofs', coUnitIds: ['water'] };
    const [lead, co] = newLeadMessages(order, '转办', { ...told, dueAt });
    expect(lead).toMatchObject({ unitId: 'roofs', kind: 'ORDER_DISPATCHED', title: '新工单：转办' });
    expect(lead!.body).toBe('工单 T1 改由贵单位主办，办理时限 11月9日 17:30。请及时签收并联系诉求人。');
    expect(co).toMatchObject({ unitId: 'water', kind: 'ORDER_CO_UNIT' });
    expect(newLeadMessages(order, '原主办单位回避', told)[0]!.body).toBe('工单 T1 改由贵单位主办，请查看办理情况。');
  });
});
