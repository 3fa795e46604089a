import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issues, tables } from '@wufang/contracts';
import { ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { inspector, openStreet, openTable, party, propose, screen, stranger } from './street.js';

let sut: ServiceUnderTest;
let tableId: string;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

describe('an issue is proposed and screened', () => {
  test('any seat proposes; community and street agree on its matters, and the rule pack gives each a class with its article', async () => {
    const proposed = await propose(sut, tableId, { by: 'OWNERS_BODY' });
    expect(proposed).toMatchObject({ state: 'PROPOSED', origin: 'SEAT', proposedBy: 'OWNERS_BODY', roundNo: 0 });
    const opinion = { id: proposed.id, decision: 'TAKE' as const, reason: '属于小区共同事项' };
    const half = await sut.ok(issues.screenIssue, { ...opinion, matters: ['SHARED_WORKS'] }, party.COMMUNITY);
    expect(half.state).toBe('PROPOSED');
    const differing = await sut.ok(issues.screenIssue, { ...opinion, matters: ['SHARED_WORKS', 'FUND_USE'] }, party.STREET);
    expect(differing.state).toBe('PROPOSED');
    const taken = await sut.ok(issues.screenIssue, { ...opinion, matters: ['SHARED_WORKS', 'FUND_USE'] }, party.COMMUNITY);
    expect(taken).toMatchObject({ state: 'SCREENED', decisionClasses: ['PLAN', 'OWNER_ORD'] });
    expect(taken.matters.map(({ matter, article }) => [matter, article])).toContainEqual([
      'FUND_USE',
      '民法典第二百七十八条第一款第（五）项',
    ]);
    const clocks = await sut.rows('select code, state from deadlines where subject_id = $1', [proposed.id]);
    expect(clocks).toEqual([{ code: 'ISSUE_SCREEN', state: 'stopped' }]);
  });

  test('both refuse it, with a ground and a reason; it takes no further step', async () => {
    const { id } = await propose(sut, tableId);
    const refusal = { id, decision: 'REFUSE' as const, ground: 'NOT_COMMON' as const, reason: '属于两户之间的纠纷' };
    await sut.ok(issues.screenIssue, refusal, party.COMMUNITY);
    expect((await sut.ok(issues.screenIssue, refusal, party.STREET)).state).toBe('REFUSED');
    expect(await sut.refused(issues.screenIssue, refusal, party.STREET)).toBe('issue.illegal-step');
  });

  test('only community and street screen, and each says the whole of its opinion', async () => {
    const { id } = await propose(sut, tableId);
    expect(await sut.refused(issues.screenIssue, { id, decision: 'TAKE', reason: '属于小区共同事项' }, party.STREET)).toBe(
      'issue.screening-incomplete',
    );
    const firm = { ...party.FIRM, role: 'community_worker' as const };
    expect(await sut.refused(issues.screenIssue, { id, decision: 'TAKE', matters: ['NOTICE'], reason: '属于小区共同事项' }, firm)).toBe(
      'object.not-found',
    );
  });

  test('a sixth party finds nothing, the inspector reads everything', async () => {
    const issue = await screen(sut, (await propose(sut, tableId)).id);
    expect(await sut.refused(tables.getTable, { id: tableId }, stranger)).toBe('object.not-found');
    expect(await sut.refused(issues.getIssue, { id: issue.id }, stranger)).toBe('object.not-found');
    expect((await sut.ok(issues.listIssues, {}, stranger)).issues).toEqual([]);
    expect((await sut.ok(tables.listTables, {}, stranger)).tables).toEqual([]);
    expect((await sut.ok(issues.getIssue, { id: issue.id }, inspector)).state).toBe('SCREENED');
  });
});
