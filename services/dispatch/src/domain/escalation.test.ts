import { describe, expect, test } from '@jest/globals';
import type { Escalation, Role, UnitKind, WorkOrderState } from '@wufang/contracts';
import { askedSeat, endOfEscalation, escalationToAnswer, refuseEscalating, seatsAsked } from './escalation.js';

const at = new Date('2026-11-18T09:00:00+08:00');
const asked = (part: Partial<Escalation> = {}): Escalation => ({
  ...{ outcome: 'OPEN', to: 'S', reason: '涉及多个产权单位', askedAt: at.toISOString(), askedBy: 'handler', dueAt: at.toISOString() },
  ...{ answeredAt: null, answeredBy: null, answer: null },
  ...part,
});
const order = (state: WorkOrderState, ...escalations: Escalation[]) => ({ state, leadUnitId: 'firm', escalations });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('what a unit asks of the next higher level (提级请求)', () => {
  test.each<[string, WorkOrderState, string[], Escalation[], string | null]>([
    ['handled', 'HANDLING', ['firm'], [], null],
    ['not accepted yet', 'DISPATCHED', ['firm'], [], null],
    ['answered before: it may ask again', 'HANDLING', ['firm'], [asked({ outcome: 'GUIDED' })], null],
    ['asked already', 'HANDLING', ['firm'], [asked()], 'escalation.open'],
    ['done', 'COMPLETED', ['firm'], [], 'work-order.illegal-step'],
    ['closed', 'CLOSED_SOLVED', ['firm'], [], 'work-order.illegal-step'],
    ['led by another unit', 'HANDLING', ['other'], [], 'object.not-found'],
  ])('%s', (_, state, unitIds, before, refused) => {
    const ask = () => refuseEscalating(order(state, ...before), { unitIds });
    if (refused) expect(ask).toThrow(code(refused));
    else expect(ask).not.toThrow();
  });

  test.each<[UnitKind | undefined, Role[], Escalation['to']]>([
    ['PROPERTY_FIRM', ['firm_handler'], 'S'],
    ['COMMUNITY', ['community_worker'], 'S'],
    ['DISTRICT_DEPARTMENT', ['department_handler'], 'S'],
    [undefined, ['firm_handler'], 'S'], // not registered yet
    ['STREET_OFFICE', ['department_handler'], 'V'],
    ['STREET', ['section_chief'], 'V'],
    ['COMMUNITY', ['section_chief'], 'V'], // who would be asked asks
  ])('a %s whose %s asks: %s answers', (kind, roles, to) => {
    expect(askedSeat(kind, roles)).toBe(to);
  });

  test.each<[string, Escalation[], Role[], string | null]>([
    ['put to the chiefs, by a chief', [asked()], ['section_chief'], null],
    ['put to the chiefs, by the leader', [asked()], ['street_leader'], null],
    ['put to the leader, by the leader', [asked({ to: 'V' })], ['street_leader'], null],
    ['put to the leader, by a chief', [asked({ to: 'V' })], ['section_chief'], 'escalation.for-leader'],
    ['nothing asked', [], ['section_chief'], 'escalation.none'],
    ['answered already', [asked({ outcome: 'DECLINED' })], ['section_chief'], 'escalation.none'],
  ])('answered: %s', (_, before, roles, refused) => {
    const answer = () => escalationToAnswer(order('HANDLING', ...before), { roles });
    if (refused) expect(answer).toThrow(code(refused));
    else expect(answer()).toEqual(before.at(-1));
  });

  test('of what is put to the leader each stage is told one seat higher', () => {
    expect([seatsAsked(['S'], 'S'), seatsAsked(['V'], 'S')]).toEqual([['S'], ['V']]);
    expect([seatsAsked(['S'], 'V'), seatsAsked(['V'], 'V')]).toEqual([['V'], ['T']]);
  });

  test('ends unanswered when the order is done, or another unit leads it; not with a step of the same lead', () => {
    const before = order('HANDLING', asked());
    expect(endOfEscalation(before, order('JOINT', asked()), at)).toBeUndefined();
    expect(endOfEscalation(before, order('COMPLETED', asked({ outcome: 'GUIDED' })), at)).toBeUndefined();
    const lapsed = [asked({ outcome: 'LAPSED', answeredAt: at.toISOString() })];
    expect(endOfEscalation(before, order('COMPLETED', asked()), at)).toMatchObject({ because: 'DONE', escalations: lapsed });
    const moved = { ...order('DISPATCHED', asked()), leadUnitId: 'other' };
    expect(endOfEscalation(before, moved, at)).toMatchObject({ because: 'OTHER_LEAD', escalations: lapsed });
  });
});
