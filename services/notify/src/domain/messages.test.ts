import { describe, expect, test } from '@jest/globals';
import { audienceOf, callbackMessages, clockMessages, clockText, dispatchedMessages, reworkMessages } from './messages.js';

describe('who is told what', () => {
  test.each([
    ['H', 'unit-1', { unitId: 'unit-1', role: null, seat: 'H' }],
    ['S', 'unit-1', { unitId: 'unit-1', role: 'section_chief', seat: 'S' }], // the chief of that unit
    ['S', null, { unitId: null, role: 'section_chief', seat: 'S' }],
    ['V', 'unit-1', { unitId: null, role: 'street_leader', seat: 'V' }],
    ['T', 'unit-1', { unitId: null, role: 'street_leader', seat: 'T' }],
    ['R', 'unit-1', { unitId: null, role: null, seat: 'R' }], // the district has no account
    ['CALLBACK_LEAD', null, { unitId: null, role: 'callback_desk', seat: 'CALLBACK_LEAD' }],
    ['GRID_LEAD', null, { unitId: null, role: 'section_chief', seat: 'GRID_LEAD' }],
    ['DESK_LEAD', null, { unitId: null, role: 'phone_desk', seat: 'DESK_LEAD' }],
  ] as const)('seat %s', (seat, unit, audience) => {
    expect(audienceOf(seat, unit)).toEqual(audience);
  });

  test('the lead and every co-unit hear of a new order', () => {
    const drafts = dispatchedMessages({
      id: 'o',
      no: 'WF1',
      level: 'U',
      decision: {},
      category: ['水电气热', '供暖', '暖气不热'],
      dueAt: '2026-11-18T16:00:00Z',
      leadUnitId: 'heat',
      coUnitIds: ['owner'],
    });
    expect(drafts.map(({ unitId, kind }) => [unitId, kind])).toEqual([
      ['heat', 'ORDER_DISPATCHED'],
      ['owner', 'ORDER_CO_UNIT'],
    ]);
    expect(drafts[0]!.body).toBe('工单 WF1（暖气不热）办理时限 11月18日 24:00。请及时签收并联系诉求人。');
  });

  test('of an emergency the duty officer and the leader in charge hear at once; for people in a lift 119 and the maintainer are called too', () => {
    const trapped = {
      id: 'o',
      no: 'WF1',
      level: 'E' as const,
      category: ['物业管理', '公共设施', '电梯困人'],
      decision: { duties: ['LIFT_TRAPPED' as const] },
      dueAt: '2026-11-18T16:00:00Z',
      leadUnitId: 'firm',
      coUnitIds: ['owner'],
    };
    const drafts = dispatchedMessages(trapped);
    expect(drafts.map(({ kind, title, unitId, seat }) => [kind, title, unitId ?? seat])).toEqual([
      ['ORDER_DISPATCHED', '紧急工单：电梯困人', 'firm'],
      ['ORDER_CO_UNIT', '紧急协办工单：电梯困人', 'owner'],
      ['ORDER_EMERGENCY', '紧急工单：电梯困人', 'DESK_LEAD'],
      ['ORDER_EMERGENCY', '紧急工单：电梯困人', 'V'],
    ]);
    expect(drafts[0]!.body).toContain('立即签收、赶到现场，并联系诉求人。同时拨打 119，并通知电梯维保单位。');
    expect(dispatchedMessages({ ...trapped, decision: {} })[0]!.body).not.toContain('119');
  });

  test('a breach names the duty and reaches each seat once', () => {
    const drafts = clockMessages({
      subjectId: 'o',
      no: 'WF1',
      code: 'EMERG_FEEDBACK',
      kind: 'breach',
      tell: ['S', 'T'],
      dueAt: '2026-11-18T02:00:00Z',
      leadUnitId: 'u',
    });
    expect(drafts.map(({ seat }) => seat)).toEqual(['S', 'T']);
    expect(drafts[0]!.title).toBe('已超时：紧急反馈');
  });

  test('the third rework also reaches chief and leaders', () => {
    const order = { id: 'o', leadUnitId: 'u', dueAt: '2026-11-18T02:00:00Z' };
    expect(reworkMessages({ ...order, reworks: 1, isProblemOrder: false })).toHaveLength(1);
    const [found] = reworkMessages({ ...order, reworks: 1, isProblemOrder: false, because: 'GRID_CHECK' });
    expect(found!.body).toMatch(/^网格核实没有办到位/);
    expect(reworkMessages({ ...order, reworks: 3, isProblemOrder: true }).map(({ role }) => role)).toEqual([
      null,
      'section_chief',
      'street_leader',
    ]);
  });

  test('a callback that opens is a task of the callback desk', () => {
    expect(callbackMessages({ orderId: 'o', cause: 'DUE' })[0]).toMatchObject({
      role: 'callback_desk',
      body: '办理时限已到，请回访诉求人。',
    });
  });

  test('times are told by the Beijing clock', () => {
    expect(clockText('2025-12-31T15:10:00.000Z')).toBe('12月31日 23:10');
  });
});
