import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defaultTimeLimits, estateTerms, type FirstTermStep, type RecordedTermStep, type EstateTermView } from '@wufang/contracts';
import { addDays, beijingDate, WorkCalendar } from '@wufang/kernel';
import { eventually, ServiceUnderTest, type Caller } from '@wufang/testing';
import type { z } from 'zod';
import { migrations } from '../src/db/migrations/index.js';
import { dutiesOfTerm } from '../src/domain/estate-term-duties.js';
import { deliberationParts } from '../src/parts.js';
import { DAY, MovingTime } from './moving-time.js';
import { calendar2026, idOf, inspector, openStreet, openTable, party, stranger, yard } from './street.js';

let sut: ServiceUnderTest;
let time: MovingTime;
const [street, community] = [party.STREET, party.COMMUNITY];
/** A neighbouring community, with the same role and a reach of its own. */
const neighbour: Caller = { ...community, unitIds: [idOf('云台路社区')] };
const other = idOf('云台路甲3号院');

beforeAll(async () => {
  sut = await ServiceUnderTest.start(deliberationParts, migrations);
  await openStreet(sut);
  await openTable(sut);
  time = MovingTime.of(sut);
}, 120_000);
afterAll(() => sut?.stop());

type Later = z.input<typeof estateTerms.recordTermStep.input>['step'];
/** A day so far from the service's own. */
const day = (n: number) => addDays(beijingDate(time.now), n);
const paper = (on = day(0)) => ({ on, document: '街道收件单〔2026〕3号' });
const register = (
  step: z.input<typeof estateTerms.registerTerm.input>['step'],
  by: Caller = street,
  estateId = yard,
  id: string = randomUUID(),
) => sut.ok(estateTerms.registerTerm, { id, estateId, step }, by);
const record = ({ id }: { id: string }, step: Later, by: Caller = street) => sut.ok(estateTerms.recordTermStep, { id, step }, by);
const refused = ({ id }: { id: string }, step: Later, by: Caller = street) => sut.refused(estateTerms.recordTermStep, { id, step }, by);
const armed = async ({ id }: { id: string }) =>
  (
    await sut.rows<{ code: string }>(`select code from deadlines where subject_id = $1 and state = 'armed' order by due_at, code`, [id])
  ).map(({ code }) => code);
const owed = ({ duties }: Pick<EstateTermView, 'duties'>) => duties.map(({ code }) => code);
const told = (id: string, what: string) =>
  sut.rows<{ payload: Record<string, unknown> }>(
    `select payload from events where aggregate_id = $1 and type = 'deliberation.estate-term.${what}.v1' order by version`,
    [id],
  );
const application = () => ({
  ...{ kind: 'APPLY' as const, ...paper(), deliveredHundredths: 6_527_158, totalHundredths: 6_527_158, owners: 1297 },
  ...{ applicants: 65, applicantsHundredths: 100_000 },
});

describe('the register of terms (任期台账)', () => {
  test('from the application to the filing: each step is checked, what it settles is settled, and what it begins is watched', async () => {
    const few = { ...application(), applicants: 64 };
    const id = randomUUID();
    expect(await sut.refused(estateTerms.registerTerm, { id, estateId: yard, step: few }, community)).toBe('estate-term.unlawful');
    const term = await register(application(), community, yard, id);
    expect(term).toMatchObject({ kind: 'OWNERS_COMMITTEE', state: 'APPLIED', endsOn: null });
    // Sent twice, it is one term, with one clock.
    expect(await register(application(), community, yard, id)).toMatchObject({ version: 1 });
    expect(await armed(term)).toEqual(['BODY_CHECK']);
    expect(await refused(term, { kind: 'CHECK', ...paper(), isMet: true }, community)).toBe('estate-term.street-only');
    expect(await refused(term, { kind: 'ELECT', ...paper(), members: 5, until: day(700) })).toBe('estate-term.illegal-step');
    await record(term, { kind: 'CHECK', ...paper(), isMet: true });
    expect(await armed(term)).toEqual(['BODY_PREPARE']);
    expect(await refused(term, { kind: 'PREPARE', ...paper(), members: 6, ownerReps: 4 })).toBe('estate-term.unlawful');
    await record(term, { kind: 'PREPARE', ...paper(), members: 7, ownerReps: 4 });
    expect(await armed(term)).toEqual(['BODY_LIST', 'BODY_MATERIALS', 'BODY_FIRST_ASSEMBLY']);
    await record(term, { kind: 'POST_LIST', ...paper() }, community);
    expect(await refused(term, { kind: 'POST_MATERIALS', ...paper(), assemblyOn: day(14) }, community)).toBe('estate-term.unlawful');
    await record(term, { kind: 'POST_MATERIALS', ...paper(), assemblyOn: day(15) }, community);
    expect(await armed(term)).toEqual(['BODY_FIRST_ASSEMBLY']);
    await time.to(time.in(15 * DAY));
    expect(await refused(term, { kind: 'ELECT', ...paper(), members: 4, until: day(1800) })).toBe('estate-term.unlawful');
    const elected = await record(term, { kind: 'ELECT', ...paper(), members: 5, until: day(1800) }, community);
    expect(elected).toMatchObject({ state: 'ELECTED', members: 5, ownerReps: 5, beganOn: day(0), endsOn: day(1800) });
    expect(await refused(term, { kind: 'FILE', ...paper() })).toBe('estate-term.unlawful');
    await record(term, { kind: 'HAND_IN', ...paper() }, community);
    const filed = await record(term, { kind: 'FILE', ...paper() });
    expect(filed.state).toBe('FILED');
    const watched = ['BODY_MEETING', 'BODY_ASSEMBLY', 'BODY_TERM_REPORT', 'BODY_TERM_GROUP', 'BODY_TERM_END'];
    expect(owed(filed)).toEqual(watched);
    expect(await armed(term)).toEqual(watched);
    expect((await told(term.id, 'step-recorded')).map(({ payload }) => payload['settled'])).toEqual([
      ...[['BODY_CHECK'], ['BODY_PREPARE'], ['BODY_LIST'], ['BODY_MATERIALS'], ['BODY_FIRST_ASSEMBLY'], ['BODY_FILE'], ['BODY_FILING']],
    ]);
    // A meeting puts off the next one alone.
    expect(owed(await record(term, { kind: 'MEET', ...paper() }, community))).toEqual(watched);
    // Beside it no property management committee is formed; a second application is none.
    const form = { kind: 'FORM' as const, ...paper(), members: 7, ownerReps: 4, isChairedByCommunity: true, until: day(900) };
    expect(await sut.refused(estateTerms.registerTerm, { id: randomUUID(), estateId: yard, step: form }, street)).toBe(
      'estate-term.unlawful',
    );
    await record(term, { kind: 'END', ...paper() });
    expect(await armed(term)).toEqual([]);
    expect((await sut.ok(estateTerms.listTerms, {}, street)).terms.map(({ id: one }) => one)).not.toContain(term.id);
    expect((await sut.ok(estateTerms.listTerms, { ended: 'true' }, street)).terms.map(({ id: one }) => one)).toContain(term.id);
  });

  test('a term that runs out is told, once each stage, to the seats the table names; what is done late stays late', async () => {
    const term = await register({
      ...{ kind: 'ENTER', ...paper(day(-1)), body: 'PROPERTY_MGMT_COMMITTEE', members: 7, ownerReps: 4 },
      ...{ beganOn: day(-700), until: day(1) },
    });
    const contract = await register({ kind: 'SIGN', ...paper(day(-20)), until: day(700) });
    // Its fifteen days were over before it came onto the register: said the same day.
    expect(contract.duties[0]).toMatchObject({ code: 'CONTRACT_FILE', seat: 'FIRM', isLate: true });
    await time.to(time.in(3 * DAY));
    await eventually(async () => {
      const fired = (await told(term.id, 'clock-fired')).map(({ payload }) => [payload['code'], payload['kind'], payload['unitId']]);
      expect(fired.at(-1)).toEqual(['BODY_TERM_END', 'breach', idOf('青云街道')]);
    });
    await eventually(async () =>
      expect((await told(contract.id, 'clock-fired')).at(-1)?.payload).toMatchObject({
        ...{ code: 'CONTRACT_FILE', kind: 'breach', unitId: idOf('远征物业'), tell: ['H', 'S'], termKind: 'PROPERTY_CONTRACT' },
      }),
    );
    const { steps } = await record(contract, { kind: 'FILE', ...paper() }, community);
    expect(steps.map(({ late }) => late)).toEqual([[], ['CONTRACT_FILE']]);
    expect(await armed(contract)).toEqual(['CONTRACT_DECIDE']);
    await record(contract, { kind: 'DECIDE', ...paper(), isRenewed: false }, community);
    expect(await refused(contract, { kind: 'REFUSE', ...paper(day(1)) }, community)).toBe('time.future');
    await record(contract, { kind: 'END', ...paper() }, community);
    expect(await armed(contract)).toEqual(['CONTRACT_HANDOVER']);
    const over = await record(contract, { kind: 'HAND_OVER', ...paper() }, community);
    expect(over.duties).toEqual([]);
  });

  test('the clocks of every term are those its events give', async () => {
    await register({ kind: 'START_SERVICE', ...paper(), until: day(100) }, street, other);
    const rules = { limits: defaultTimeLimits, calendar: new WorkCalendar([calendar2026]) };
    const logs = await sut.rows<{ id: string; payload: { termKind: never; state: never; recorded: RecordedTermStep } }>(
      `select aggregate_id as id, payload from events where type ~ '^deliberation.estate-term.(registered|step-recorded)' order by aggregate_id, version`,
    );
    const ids = [...new Set(logs.map(({ id }) => id))];
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids) {
      const log = logs.filter((one) => one.id === id).map(({ payload }) => payload);
      const { termKind: kind, state } = log.at(-1)!;
      const duties = dutiesOfTerm({ kind, state, steps: log.map(({ recorded }) => recorded) }, rules);
      const kept = await sut.rows<{ code: string; due_at: Date }>(
        `select code, due_at from deadlines where subject_id = $1 and state = 'armed' order by due_at, code`,
        [id],
      );
      const ahead = duties.filter(({ dueAt }) => dueAt > time.now);
      expect(kept.map(({ code, due_at }) => [code, due_at])).toEqual(ahead.map(({ code, dueAt }) => [code, dueAt]));
    }
  });

  test('scans are sealed, and shown to whoever may see the term that names them', async () => {
    const id = randomUUID();
    const file = Buffer.from('%PDF-1.7 备案回执').toString('base64');
    const kept = await sut.ok(estateTerms.addTermFile, { id, fileName: '回执.pdf', file }, community);
    const step: z.input<typeof estateTerms.registerTerm.input>['step'] & Partial<FirstTermStep> = {
      ...{ kind: 'SIGN', ...paper(), until: day(900), fileId: kept.id },
    };
    const asked = { id, fileId: kept.id };
    expect(await sut.refused(estateTerms.getTermFile, asked, community)).toBe('object.not-found');
    const elsewhere = { id: randomUUID(), estateId: yard, step };
    expect(await sut.refused(estateTerms.registerTerm, elsewhere, community)).toBe('issue.file-unknown');
    await register(step, community, yard, id);
    expect(await sut.ok(estateTerms.getTermFile, asked, inspector)).toEqual({ type: 'application/pdf', file });
    expect(await sut.ok(estateTerms.getTermFile, asked, party.FIRM)).toMatchObject({ file });
    for (const outsider of [neighbour, stranger]) {
      expect(await sut.refused(estateTerms.getTermFile, asked, outsider)).toBe('object.not-found');
      expect(await sut.refused(estateTerms.getTerm, { id }, outsider)).toBe('object.not-found');
    }
    expect(await refused({ id }, { kind: 'FILE', ...paper() }, neighbour)).toBe('object.not-found');
    expect(await sut.refused(estateTerms.addTermFile, { id, fileName: 'x.pdf', file }, neighbour)).toBe('object.not-found');
    expect(await sut.refused(estateTerms.registerTerm, { ...elsewhere, estateId: other }, community)).toBe('object.not-found');
    expect(await refused({ id }, { kind: 'FILE', ...paper(), document: '联系周女士 13812345678' }, community)).toBe('issue.text-private');
    const [row] = await sut.rows<{ sealed: Buffer }>('select sealed from estate_term_files where id = $1', [kept.id]);
    expect(row!.sealed.includes(Buffer.from(file))).toBe(false);
    expect((await sut.ok(estateTerms.listTerms, { estateId: other }, neighbour)).terms.every(({ estateId }) => estateId === other)).toBe(
      true,
    );
    expect((await sut.ok(estateTerms.listTerms, {}, neighbour)).terms.some(({ estateId }) => estateId === yard)).toBe(false);
  });
});
