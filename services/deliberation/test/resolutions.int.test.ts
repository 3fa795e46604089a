import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  issueEvents,
  issues,
  resolutionEvents,
  resolutions,
  tables,
  type ResolutionBundle,
  type ResolutionView,
  type SeatKind,
} from '@wufang/contracts';
import { eventually, ServiceUnderTest } from '@wufang/testing';
import { migrations } from '../src/db/migrations/index.js';
import { deliberationParts } from '../src/parts.js';
import { sealed } from '../src/domain/resolution.js';
import { HOUR, MovingTime } from './moving-time.js';
import { grant, idOf, inspector, openStreet, openTable, party, propose, screen, stranger } from './street.js';
import { findings, kindsOfTampering, verifyBundle } from './tampering.js';

let sut: ServiceUnderTest;
let tableId: string;

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  tableId = await openTable(sut);
}, 120_000);
afterAll(() => sut?.stop());

/** An issue in which each party binds itself alone, agreed at the table. */
async function agreedIssue(): Promise<string> {
  const { id } = await screen(sut, (await propose(sut, tableId)).id, ['OWN_DUTY']);
  await sut.rows(`update issues set state = 'AGREED' where id = $1`, [id]);
  return id;
}
const draft = (issueId: string) => ({
  ...{ id: randomUUID(), issueId, text: ['产权单位疏通主管，物业每日巡查，街道协调排水集团。'] },
  commitments: [
    { seat: 'RIGHTS_UNIT' as const, text: '更换塌陷管段', dueOn: '2030-12-20', evidence: '施工照片' },
    { seat: 'FIRM' as const, text: '每日巡查雨水口', dueOn: '2030-12-31', evidence: '巡查记录' },
  ],
  attachments: [{ name: '排水管网检测报告', sha256: 'a'.repeat(64) }],
});
const drawn = async (issueId?: string) => sut.ok(resolutions.drawResolution, draft(issueId ?? (await agreedIssue())), party.COMMUNITY);
const sign = (resolution: ResolutionView, seat: SeatKind) =>
  sut.ok(resolutions.signResolution, { id: resolution.id, seat, documentHash: resolution.hash }, party[seat]);
const bundleOf = (id: string, as = party.STREET): Promise<ResolutionBundle> => sut.ok(resolutions.exportBundle, { id }, as);
const eventsOf = (id: string) =>
  sut.rows<{ type: string; payload: Record<string, unknown> }>(
    'select type, payload from events where aggregate_id = $1 order by version',
    [id],
  );

describe('a resolution is drawn and signed', () => {
  test('the community draws it; all who bind themselves and the community sign the same bytes; the last signature begins what follows', async () => {
    const issueId = await agreedIssue();
    const resolution = await drawn(issueId);
    expect(resolution).toMatchObject({ no: 1, state: 'DRAWN', missing: ['COMMUNITY', 'RIGHTS_UNIT', 'FIRM'], isOfficial: false });
    expect(sealed(resolution.body)).toEqual({ bytes: resolution.bytes, hash: resolution.hash });
    expect((await sut.ok(issues.getIssue, { id: issueId }, party.STREET)).state).toBe('SIGNING');

    // I-46: every account has the same bytes.
    for (const caller of [...Object.values(party), inspector])
      expect((await sut.ok(resolutions.getResolution, { id: resolution.id }, caller)).bytes).toBe(resolution.bytes);

    await sign(resolution, 'RIGHTS_UNIT');
    expect((await sign(resolution, 'FIRM')).missing).toEqual(['COMMUNITY']);
    const signed = await sign(resolution, 'COMMUNITY');
    expect(signed).toMatchObject({ state: 'SIGNED', missing: [], bytes: resolution.bytes });
    expect((await sut.ok(issues.getIssue, { id: issueId }, party.FIRM)).state).toBe('EXECUTING');

    const [last] = (await eventsOf(resolution.id)).slice(-1);
    expect(last!.type).toBe(resolutionEvents.signed.type);
    expect(last!.payload).toMatchObject({
      issueId,
      commitments: [
        { no: 1, seat: 'RIGHTS_UNIT', dueOn: '2030-12-20' },
        { no: 2, seat: 'FIRM' },
      ],
    });
    const clocks = await sut.rows('select code, state from deadlines where subject_id = $1', [resolution.id]);
    expect(clocks).toEqual([{ code: 'SIGNING', state: 'stopped' }]);
  });

  test('a seat finds in its list of tables that it has to sign, until it has', async () => {
    const resolution = await drawn();
    const awaits = async (seat: SeatKind) => {
      const [table] = (await sut.ok(tables.listTables, {}, party[seat])).tables;
      return table!.awaiting.filter(({ issueId }) => issueId === resolution.issueId).map(({ what }) => what);
    };
    expect([await awaits('FIRM'), await awaits('OWNERS_BODY')]).toEqual([['SIGN'], []]);
    await sign(resolution, 'FIRM');
    expect(await awaits('FIRM')).toEqual([]);
    expect(await awaits('RIGHTS_UNIT')).toEqual(['SIGN']);
  });

  test('asked again, a seat gets its first receipt, and nothing is written', async () => {
    const resolution = await drawn();
    const first = (await sign(resolution, 'FIRM')).signatures[0];
    const again = await sign(resolution, 'FIRM');
    expect(again.signatures).toEqual([first]);
    expect((await eventsOf(resolution.id)).filter(({ type }) => type === resolutionEvents.seatSigned.type)).toHaveLength(1);
    // The same request, carried twice by the network.
    const input = { id: resolution.id, seat: 'RIGHTS_UNIT' as const, documentHash: resolution.hash };
    const twice = await Promise.all(
      [1, 2, 3].map(() => sut.ok(resolutions.signResolution, input, { ...party.RIGHTS_UNIT, idempotencyKey: 'once' })),
    );
    expect(new Set(twice.map((one) => JSON.stringify(one.signatures))).size).toBe(1);
  });

  test('what was approved for another version, another seat or by another key is refused', async () => {
    const resolution = await drawn();
    const input = { id: resolution.id, seat: 'FIRM' as const, documentHash: resolution.hash };
    expect(await sut.refused(resolutions.signResolution, { ...input, documentHash: 'b'.repeat(64) }, party.FIRM)).toBe(
      'resolution.hash-differs',
    );
    const name = resolutions.signResolution.name;
    const made = sut.approvalOf(name, input, party.FIRM);
    const forged = [
      sut.approvalOf(name, { ...input, seat: 'STREET' }, party.FIRM),
      sut.approvalOf(name, { ...input, id: randomUUID() }, party.FIRM),
      sut.approvalOf(name, input, party.STREET),
      sut.approvalOf('deliberation.resolution.void', input, party.FIRM),
      { ...made, signature: sut.approvalOf(name, input, party.FIRM).signature.replace(/^./, (char) => (char === 'A' ? 'B' : 'A')) },
      { ...made, publicKey: sut.approvalOf(name, input, party.STREET).publicKey },
    ];
    for (const approval of forged)
      expect(await sut.refused(resolutions.signResolution, input, { ...party.FIRM, approval })).toBe('access.denied');
    expect((await sut.ok(resolutions.getResolution, { id: resolution.id }, party.FIRM)).signatures).toEqual([]);
  });

  test('nobody signs for a seat that is not theirs, and a seat that is not asked does not sign', async () => {
    const resolution = await drawn();
    const ask = (seat: SeatKind, as = party[seat]) =>
      sut.refused(resolutions.signResolution, { id: resolution.id, seat, documentHash: resolution.hash }, as);
    expect(await ask('RIGHTS_UNIT', party.FIRM)).toBe('seat.not-yours');
    expect(await ask('OWNERS_BODY')).toBe('resolution.seat-not-asked');
    expect(await ask('FIRM', { ...party.FIRM, accountId: randomUUID() })).toBe('seat.not-yours');
  });

  test('a sixth party finds nothing: not the resolution, not its paper, not its bundle', async () => {
    const resolution = await drawn();
    const { id } = resolution;
    expect(await sut.refused(resolutions.getResolution, { id }, stranger)).toBe('object.not-found');
    expect(await sut.refused(resolutions.printResolution, { id, form: 'DATA' }, stranger)).toBe('object.not-found');
    expect(await sut.refused(resolutions.exportBundle, { id }, stranger)).toBe('object.not-found');
    expect(await sut.refused(resolutions.listResolutions, { issueId: resolution.issueId }, stranger)).toBe('object.not-found');
    expect(await sut.refused(resolutions.signResolution, { id, seat: 'FIRM', documentHash: resolution.hash }, stranger)).toBe(
      'object.not-found',
    );
    expect(await sut.refused(resolutions.voidResolution, { id, reason: '不同意这一方案' }, stranger)).toBe('object.not-found');
  });

  test('only the community draws, with something to do in it and no private numbers', async () => {
    const issueId = await agreedIssue();
    expect(await sut.refused(resolutions.drawResolution, draft(issueId), party.FIRM)).toBe('seat.not-yours');
    expect(await sut.refused(resolutions.drawResolution, { ...draft(issueId), commitments: [] }, party.COMMUNITY)).toBe('resolution.empty');
    const named = { ...draft(issueId), text: ['请联系13812345678办理'] };
    expect(await sut.refused(resolutions.drawResolution, named, party.COMMUNITY)).toBe('issue.text-private');
    const late = { ...draft(issueId), commitments: [{ ...draft(issueId).commitments[0]!, dueOn: '2020-01-01' }] };
    expect(await sut.refused(resolutions.drawResolution, late, party.COMMUNITY)).toBe('due.past');
  });

  test('taken back, its signatures are void; the next version needs all of them again', async () => {
    const issueId = await agreedIssue();
    const first = await drawn(issueId);
    await sign(first, 'FIRM');
    const taken = await sut.ok(resolutions.voidResolution, { id: first.id, reason: '金额有变，回到方案' }, party.COMMUNITY);
    expect(taken).toMatchObject({ state: 'VOID', missing: [] });
    const [last] = (await eventsOf(first.id)).slice(-1);
    expect(last).toMatchObject({ type: resolutionEvents.voided.type, payload: { seats: ['FIRM'] } });
    expect((await sut.ok(issues.getIssue, { id: issueId }, party.FIRM)).state).toBe('PLANNING');
    const asked = { id: first.id, seat: 'COMMUNITY' as const, documentHash: first.hash };
    expect(await sut.refused(resolutions.signResolution, asked, party.COMMUNITY)).toBe('resolution.void');

    await sut.rows(`update issues set state = 'AGREED' where id = $1`, [issueId]);
    const second = await drawn(issueId);
    expect(second).toMatchObject({ no: 2, missing: ['COMMUNITY', 'RIGHTS_UNIT', 'FIRM'] });
    expect(await sut.refused(resolutions.signResolution, { ...asked, id: second.id }, party.COMMUNITY)).toBe('resolution.hash-differs');
    const { resolutions: all } = await sut.ok(resolutions.listResolutions, { issueId }, party.STREET);
    expect(all.map(({ no, state }) => [no, state])).toEqual([
      [2, 'DRAWN'],
      [1, 'VOID'],
    ]);
  });

  test('taken back for a slip of its own it leaves the plan alone: another is drawn at once and signed; the bundle of the first says that it is void', async () => {
    const issueId = await agreedIssue();
    const first = await drawn(issueId);
    for (const seat of ['FIRM', 'RIGHTS_UNIT'] as const) await sign(first, seat);
    const slip = { id: first.id, reason: '承诺事项写错了日期', keepsPlan: true };
    expect(await sut.refused(resolutions.voidResolution, slip, party.FIRM)).toBe('seat.not-yours');
    expect(await sut.ok(resolutions.voidResolution, slip, party.COMMUNITY)).toMatchObject({ state: 'VOID', voidReason: slip.reason });
    expect((await sut.ok(issues.getIssue, { id: issueId }, party.FIRM)).state).toBe('SIGNING');
    expect(await sut.rows('select code, state from deadlines where subject_id = $1', [first.id])).toEqual([
      { code: 'SIGNING', state: 'stopped' },
    ]);
    const found = verifyBundle(await bundleOf(first.id));
    expect(found).toMatchObject({ holds: true, missing: ['COMMUNITY'], standing: 'VOID', by: null });
    expect(findings(found)).toContain('本版已作废，不作为执行依据。');
    const second = await drawn(issueId);
    expect(second.no).toBe(2);
    for (const seat of ['FIRM', 'RIGHTS_UNIT', 'COMMUNITY'] as const) await sign(second, seat);
    expect((await sut.ok(issues.getIssue, { id: issueId }, party.FIRM)).state).toBe('EXECUTING');
    expect(verifyBundle(await bundleOf(second.id))).toMatchObject({ holds: true, missing: [], standing: 'SIGNED' });
  });

  test.each([
    [
      'the chair takes the plan back',
      'PLANNING',
      (id: string) => sut.ok(issues.decideNext, { id, step: 'amend', leadSeat: 'FIRM', reason: '检测有新结果' }, party.COMMUNITY),
    ],
    ['the issue is withdrawn', 'WITHDRAWN', (id: string) => sut.ok(issues.withdrawIssue, { id, reason: '检测有新结果' }, party.COMMUNITY)],
    [
      'the issue is laid together with another',
      'MERGED',
      async (id: string) =>
        sut.ok(issues.mergeIssue, { id, into: (await propose(sut, tableId)).id, reason: '检测有新结果' }, party.COMMUNITY),
    ],
  ])('while it is signed %s: in the same step it is void, what was signed stays on it, and nobody is reminded', async (_, state, leave) => {
    const issueId = await agreedIssue();
    const first = await drawn(issueId);
    await sign(first, 'FIRM');
    expect((await leave(issueId)).state).toBe(state);
    const left = await sut.ok(resolutions.getResolution, { id: first.id }, party.FIRM);
    expect(left).toMatchObject({ state: 'VOID', voidReason: '检测有新结果', missing: [], signatures: [{ seat: 'FIRM' }] });
    expect(await sut.rows('select code, state from deadlines where subject_id = $1', [first.id])).toEqual([
      { code: 'SIGNING', state: 'stopped' },
    ]);
    const asked = { id: first.id, seat: 'RIGHTS_UNIT' as const, documentHash: first.hash };
    expect(await sut.refused(resolutions.signResolution, asked, party.RIGHTS_UNIT)).toBe('resolution.void');
  });

  test('what all have signed is not taken back, neither by itself nor with its issue', async () => {
    const resolution = await drawn();
    for (const seat of ['COMMUNITY', 'RIGHTS_UNIT', 'FIRM'] as const) await sign(resolution, seat);
    const back = { id: resolution.id, reason: '金额有变，回到方案' };
    expect(await sut.refused(resolutions.voidResolution, back, party.COMMUNITY)).toBe('resolution.signed-by-all');
    const { issueId: id } = resolution;
    expect(await sut.refused(issues.withdrawIssue, { id, reason: back.reason }, party.COMMUNITY)).toBe('issue.illegal-step');
    expect(await sut.refused(issues.decideNext, { id, step: 'amend', reason: back.reason }, party.COMMUNITY)).toBe('issue.illegal-step');
    expect((await sut.ok(resolutions.getResolution, { id: resolution.id }, party.FIRM)).state).toBe('SIGNED');

    // A change of the works brings the issue to its signing again: the next one is drawn beside what was signed.
    await sut.rows(`update issues set state = 'SIGNING' where id = $1`, [id]);
    expect(await drawn(id)).toMatchObject({ no: 2, state: 'DRAWN' });
    expect(await sut.refused(resolutions.voidResolution, back, party.COMMUNITY)).toBe('resolution.signed-by-all');
    const { resolutions: all } = await sut.ok(resolutions.listResolutions, { issueId: id }, party.FIRM);
    expect(all.map(({ no, state }) => [no, state])).toEqual([
      [2, 'DRAWN'],
      [1, 'SIGNED'],
    ]);
  });

  test('a mandate that ends between drawing and signing signs nothing; whoever the unit appoints instead does, and its deputy may', async () => {
    const resolution = await drawn();
    const { issueId } = resolution;
    const appoint = (seat: SeatKind, as: 'REPRESENTATIVE' | 'DEPUTY', accountId: string, until?: string) =>
      sut.ok(issues.replaceMandate, { id: issueId, seat, as, accountId, document: '委派书', ...(until && { until }) }, party[seat]);
    const until = MovingTime.of(sut).in(HOUR);
    await appoint('FIRM', 'REPRESENTATIVE', party.FIRM.accountId, until);
    const input = { id: resolution.id, seat: 'FIRM' as const, documentHash: resolution.hash };
    await MovingTime.of(sut).to(until);
    expect(await sut.refused(resolutions.signResolution, input, party.FIRM)).toBe('seat.mandate-ended');
    const deputy = { ...party.FIRM, accountId: idOf('deputy of the firm') };
    await grant(sut, deputy.accountId, 'firm_manager', '远征物业');
    expect(await sut.refused(resolutions.signResolution, input, deputy)).toBe('seat.not-yours');
    await eventually(() => appoint('FIRM', 'DEPUTY', deputy.accountId));
    const { signatures } = await sut.ok(resolutions.signResolution, input, deputy);
    expect(signatures).toMatchObject([{ seat: 'FIRM', signed: { approval: { accountId: deputy.accountId } } }]);
  });

  test('a mandate that the unit takes back at the table signs nothing at its open issues either; who else speaks for it still does', async () => {
    const deputy = { ...party.FIRM, accountId: idOf('deputy taken back') };
    await grant(sut, deputy.accountId, 'firm_manager', '远征物业');
    const seat = { id: tableId, seat: 'FIRM' as const, as: 'DEPUTY' as const };
    await eventually(() => sut.ok(tables.appoint, { ...seat, accountId: deputy.accountId, document: '委派书' }, party.FIRM));
    const resolution = await drawn();
    const { issueId } = resolution;
    const firmOf = async () => (await sut.ok(issues.getIssue, { id: issueId }, party.STREET)).seats.find(({ kind }) => kind === 'FIRM')!;
    expect((await firmOf()).deputy?.accountId).toBe(deputy.accountId);
    await sut.ok(tables.endSeatMandate, seat, party.FIRM);
    const input = { id: resolution.id, seat: 'FIRM' as const, documentHash: resolution.hash };
    expect(await sut.refused(resolutions.signResolution, input, deputy)).toBe('seat.not-yours');
    expect(await firmOf()).toMatchObject({ deputy: null, representative: { accountId: party.FIRM.accountId } });
    expect((await eventsOf(issueId)).at(-1)).toMatchObject({
      type: issueEvents.mandateEnded.type,
      payload: { seat: 'FIRM', as: 'DEPUTY', accountId: deputy.accountId },
    });
    // What the unit gives for this one issue afterwards is given anew.
    const anew = { id: issueId, seat: 'FIRM' as const, as: 'DEPUTY' as const, accountId: deputy.accountId, document: '另行委派书' };
    await sut.ok(issues.replaceMandate, anew, party.FIRM);
    expect((await sut.ok(resolutions.signResolution, input, deputy)).signatures).toHaveLength(1);
  });

  test('who is replaced at the table signs nothing at its open issues any more; who takes the place does', async () => {
    const [before, after] = ['deputy replaced', 'deputy appointed'].map((name) => ({ ...party.FIRM, accountId: idOf(name) }));
    for (const { accountId } of [before!, after!]) await grant(sut, accountId, 'firm_manager', '远征物业');
    const seat = { id: tableId, seat: 'FIRM' as const, as: 'DEPUTY' as const, document: '委派书' };
    await eventually(() => sut.ok(tables.appoint, { ...seat, accountId: before!.accountId }, party.FIRM));
    const [resolution, own] = [await drawn(), await drawn()];
    // For this one issue the unit has somebody else; that stays.
    await sut.ok(issues.replaceMandate, { ...seat, id: own.issueId, accountId: party.FIRM.accountId }, party.FIRM);
    await eventually(() => sut.ok(tables.appoint, { ...seat, accountId: after!.accountId }, party.FIRM));
    const input = { id: resolution.id, seat: 'FIRM' as const, documentHash: resolution.hash };
    expect(await sut.refused(resolutions.signResolution, input, before!)).toBe('seat.not-yours');
    expect((await eventsOf(resolution.issueId)).at(-1)).toMatchObject({
      ...{ type: issueEvents.mandateReplaced.type, payload: { seat: 'FIRM', as: 'DEPUTY', mandate: { accountId: after!.accountId } } },
    });
    const { signatures } = await sut.ok(resolutions.signResolution, input, after!);
    expect(signatures).toMatchObject([{ seat: 'FIRM', signed: { approval: { accountId: after!.accountId } } }]);
    const { seats } = await sut.ok(issues.getIssue, { id: own.issueId }, party.STREET);
    expect(seats.find(({ kind }) => kind === 'FIRM')!.deputy?.accountId).toBe(party.FIRM.accountId);
    await sut.ok(tables.endSeatMandate, seat, party.FIRM);
  });

  test('the database keeps the bytes as they were drawn', async () => {
    const { id } = await drawn();
    await expect(sut.rows(`update resolutions set bytes = bytes || ' ' where id = $1`, [id])).rejects.toThrow('never change');
  });

  test('a seat may add what a licensed provider has signed, beside its own approval and after it', async () => {
    const resolution = await drawn();
    const external = {
      provider: '某某电子认证服务有限公司',
      certificate: '4A01',
      fileSha256: 'c'.repeat(64),
      signedAt: '2026-11-29T10:00:00+08:00',
    };
    const input = { id: resolution.id, seat: 'FIRM' as const, ...external };
    expect(await sut.refused(resolutions.recordExternalSignature, input, party.FIRM)).toBe('resolution.not-signed-yet');
    await sign(resolution, 'FIRM');
    const recorded = await sut.ok(resolutions.recordExternalSignature, input, party.FIRM);
    expect(recorded.signatures[0]!.external).toMatchObject(external);
    expect(recorded.bytes).toBe(resolution.bytes);
  });

  test('ten working days pass: the units that have not signed are named, those that have are not', async () => {
    const resolution = await drawn();
    await sign(resolution, 'FIRM');
    await sut.rows(
      `update deadlines set fires_at = now() - interval '1 second', due_at = now() - interval '1 second', stage = jsonb_array_length(stages) - 1 where subject_id = $1`,
      [resolution.id],
    );
    await eventually(async () => {
      const told = (await eventsOf(resolution.id)).filter(({ type }) => type === resolutionEvents.signatureMissing.type);
      expect(told.at(-1)?.payload).toMatchObject({
        kind: 'breach',
        seats: ['COMMUNITY', 'RIGHTS_UNIT'],
        communityId: idOf('南岗里社区'),
        title: resolution.body.title,
      });
    });
    // Late is not too late: what is signed afterwards binds, and with the last one nobody is reminded any more.
    for (const seat of ['COMMUNITY', 'RIGHTS_UNIT'] as const) await sign(resolution, seat);
    expect((await sut.ok(resolutions.getResolution, { id: resolution.id }, party.FIRM)).state).toBe('SIGNED');
    expect(await sut.rows(`select 1 from deadlines where subject_id = $1 and state = 'armed'`, [resolution.id])).toEqual([]);
  });
});

describe('the paper of a resolution', () => {
  test('as data and as PDF it carries hash, chain head and who has signed; the same bytes for each party', async () => {
    const resolution = await drawn();
    await sign(resolution, 'FIRM');
    const { document } = await sut.ok(resolutions.printResolution, { id: resolution.id, form: 'DATA' }, party.STREET);
    const said = JSON.stringify(document);
    for (const part of [
      resolution.hash,
      resolution.body.chainHead.hash,
      '内部审批记录',
      '不是《电子签名法》第十三条所称的可靠电子签名',
      '远征集团三院',
    ])
      expect(said).toContain(part);
    const papers = await Promise.all(
      (['STREET', 'FIRM', 'OWNERS_BODY'] as const).map((seat) =>
        sut.ok(resolutions.printResolution, { id: resolution.id, form: 'PDF' }, party[seat]),
      ),
    );
    expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(Buffer.from(papers[0]!.file!, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a bundle is checked without the system', () => {
  let bundle: ResolutionBundle;
  beforeAll(async () => {
    const resolution = await drawn();
    for (const seat of ['COMMUNITY', 'RIGHTS_UNIT', 'FIRM'] as const) await sign(resolution, seat);
    bundle = await bundleOf(resolution.id);
  });

  test('as it was exported everything holds, for whichever party exported it', async () => {
    const { id } = JSON.parse(bundle.resolution.bytes) as { id: string };
    expect(verifyBundle(bundle)).toMatchObject({ holds: true, missing: [], broken: null });
    expect({ ...(await bundleOf(id, party.OWNERS_BODY)), exportedAt: '' }).toEqual({ ...bundle, exportedAt: '' });
  });

  test('it holds nobody’s name, phone or room', () => {
    // Of hashes, digits in a row say nothing.
    expect(JSON.stringify(bundle)).not.toMatch(/(?<!\w)1[3-9]\d{9}(?!\w)|displayName|phone|room/);
  });

  test('one that still waits for signatures holds and says who is missing', async () => {
    const resolution = await drawn();
    await sign(resolution, 'FIRM');
    const found = verifyBundle(await bundleOf(resolution.id));
    expect(found).toMatchObject({ holds: true, missing: ['COMMUNITY', 'RIGHTS_UNIT'], standing: 'DRAWN' });
    expect(findings(found)).toContain('结论：已有内容未被改动，但签署尚未完成。');
  });

  test.each(kindsOfTampering)('$what is found at its place', ({ tamper, place, witness }) => {
    const tampered = structuredClone(bundle);
    const kept = structuredClone(bundle.heads.issue);
    tamper(tampered);
    const { holds, broken } = verifyBundle(tampered, witness ? kept : undefined);
    expect(holds).toBe(false);
    expect(`${broken?.place}：${broken?.reason}`).toMatch(place);
  });
});
