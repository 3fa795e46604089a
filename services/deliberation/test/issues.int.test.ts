import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { issueFiles, issues, tables } from '@wufang/contracts';
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
    const clocks = await sut.rows('select code, state from deadlines where subject_id = $1 order by code', [proposed.id]);
    // What is taken up is to be convened.
    expect(clocks).toEqual([
      { code: 'ISSUE_CONVENE', state: 'armed' },
      { code: 'ISSUE_SCREEN', state: 'stopped' },
    ]);
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

describe('files of an issue', () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const file = bytes.toString('base64');

  test('a seat keeps a photo; the five see it, a sixth party finds nothing, and the table holds it sealed', async () => {
    const { id: issueId } = await propose(sut, tableId);
    const kept = await sut.ok(issueFiles.addFile, { issueId, fileName: '公告栏.jpg', file }, party.COMMUNITY);
    expect(kept).toMatchObject({ type: 'image/jpeg', sha256: createHash('sha256').update(bytes).digest('hex') });
    const asked = { issueId, fileId: kept.id };
    expect(await sut.ok(issueFiles.getFile, asked, party.OWNERS_BODY)).toMatchObject({ type: 'image/jpeg', file });
    expect((await sut.ok(issueFiles.getFile, asked, inspector)).file).toBe(file);
    expect(await sut.refused(issueFiles.getFile, asked, stranger)).toBe('object.not-found');
    expect(await sut.refused(issueFiles.addFile, { issueId, fileName: 'x.jpg', file }, stranger)).toBe('object.not-found');
    const [row] = await sut.rows<{ sealed: Buffer }>('select sealed from issue_files where id = $1', [kept.id]);
    expect(row!.sealed.includes(bytes)).toBe(false);
    expect(row!.sealed.includes(Buffer.from(file))).toBe(false);
    const facts = await sut.rows<{ payload: object }>("select payload from events where type = 'deliberation.issue.file-kept.v1'");
    expect(JSON.stringify(facts.map(({ payload }) => payload))).toContain(kept.sha256);
    expect(JSON.stringify(facts)).not.toContain('公告栏');
  });

  test('what is no picture and no PDF is refused, and a file is found under its own issue alone', async () => {
    const [one, other] = [await propose(sut, tableId), await propose(sut, tableId)];
    const text = Buffer.from('不是照片').toString('base64');
    expect(await sut.refused(issueFiles.addFile, { issueId: one.id, fileName: 'a.jpg', file: text }, party.FIRM)).toBe(
      'issue.file-unreadable',
    );
    const { id: fileId } = await sut.ok(issueFiles.addFile, { issueId: one.id, fileName: 'a.jpg', file }, party.FIRM);
    expect(await sut.refused(issueFiles.getFile, { issueId: other.id, fileId }, party.FIRM)).toBe('object.not-found');
  });
});
