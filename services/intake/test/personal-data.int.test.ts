import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatchEvents, intake, personalData, personalDataEvents } from '@wufang/contracts';
import { createPool, Vault, verifyAudit } from '@wufang/service';
import { eventually, type Caller } from '@wufang/testing';
import { ErasureJob } from '../src/jobs/erasure.job.js';
import { aCall, anUnsortedCall, callbackDesk, desk, heat, openStreet, png, resident, street, type Street } from './street.js';

let at: Street;
beforeAll(async () => {
  at = await openStreet();
});
afterAll(() => at.sut.stop());

const chief: Caller = { role: 'section_chief', accountId: 'chief-1' };
const identityCheck = '当面核对身份证原件';

/** Every word of a person that is planted, and what is made of them: nothing of it may be left. */
const planted = {
  callerName: '司马青柠',
  callerPhone: '13655550987',
  room: '7号楼4单元903',
  content: '司马青柠反映屋里总有一股酸梅怪味',
  // A desk's own title is cleaned and public; it stays, as the matter of the order.
  title: '怪味扰民',
};
const remark = '电话里很客气，说孙女叫司马朵朵';
const note = '家里老人接的，让晚饭后再打';
const words = [planted.callerName, planted.callerPhone, planted.room, '酸梅怪味', '司马朵朵', '晚饭后', '家里老人'];

/** Everything the database holds, all tables of the schema as text, and with it whatever the vault's key still opens. */
async function everything(): Promise<string> {
  const vault = new Vault(at.sut.env['WUFANG_VAULT_KEY']!);
  const tables = await at.sut.rows(
    `select table_name, exists (select 1 from information_schema.columns c where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'sealed') as sealed
     from information_schema.tables t where table_schema = 'intake' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(25);
  const found: string[] = [];
  for (const { table_name: name, sealed } of tables as { table_name: string; sealed: boolean }[]) {
    for (const { row } of await at.sut.rows(`select t::text as row from ${name} t`)) found.push(row as string);
    if (!sealed || name === 'classifier_models') continue;
    for (const row of await at.sut.rows(`select * from ${name} where sealed is not null`)) {
      const place = `${name}:${String(row['demand_id'] ?? row['id'])}`;
      const record = { sealedKey: row['sealed_key'] as Buffer, sealed: row['sealed'] as Buffer };
      // Callbacks and their attempts name a demand too, and are sealed under their own id.
      found.push(JSON.stringify(vault.open(record, name === 'complainants' ? place : `${name}:${String(row['id'])}`)));
    }
  }
  return found.join('\n');
}

const left = async (no: string) => {
  const vault = new Vault(at.sut.env['WUFANG_VAULT_KEY']!);
  const indexes = [vault.index('phone', planted.callerPhone), vault.index('tail', `${no}:0987`)].map((index) => index.toString('hex'));
  const text = await everything();
  return [...words, ...indexes].filter((word) => text.includes(word));
};

async function brokenChains() {
  const pool = createPool(at.sut.env['DATABASE_URL']!, 'intake', 'test', 2);
  const { broken } = await verifyAudit(pool, ['demands', 'callbacks', 'classifiers']);
  await pool.end();
  return broken;
}

describe('a person whose matter was solved', () => {
  const call = aCall(planted);
  let no = '';
  let orderId = '';
  let version = 0;
  /** An erasure whose answer may have been lost on the way, so that it is asked for again under its key. */
  const keyed = {
    input: { phone: planted.callerPhone, identityCheck, basis: 'PURPOSE_FULFILLED' as const },
    as: { ...chief, idempotencyKey: 'erasure-1' },
    answer: {},
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const tell = (type: any, payload: object) =>
    at.sut.tell(type, { demandId: call.id, ...payload }, { aggregateId: orderId, version: (version += 1) });

  beforeAll(async () => {
    const receipt = await at.sut.ok(intake.receiveDemand, call, desk);
    [no, orderId] = [receipt.no, receipt.orderId!];
    await at.sut.ok(intake.attachPhoto, { streetId: street, id: call.id, fileName: 'a.png', file: png(0) }, resident);
    await at.sut.ok(intake.revealComplainant, { id: call.id, purpose: '约上门时间' }, desk);
    const now = new Date().toISOString();
    await tell(dispatchEvents.dispatched, {
      ...{ no, leadUnitId: at.units.heating, coUnitIds: [], level: 'U', category: heat, receivedAt: now, dispatchedAt: now },
      place: { communityId: null, estateId: null, buildingId: null, point: null },
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      decision: { directoryVersion: 1, ruleIds: [], reason: '', alternatives: [] },
    });
    await tell(dispatchEvents.completed, {
      ...{ leadUnitId: at.units.heating, publicText: '已清洗管道', completedAt: now, round: 1, handledBy: 'heating-worker' },
    });
  });

  test('is given a copy of all of it, which the section chief alone hands out and every demand remembers', async () => {
    const callback = await eventually(async () => {
      const { callbacks } = await at.sut.ok(intake.listCallbacks, { orderId }, callbackDesk);
      expect(callbacks).toHaveLength(1);
      return callbacks[0]!;
    });
    await at.sut.ok(intake.recordAttempt, { id: callback.id, note }, callbackDesk);
    const copy = await at.sut.ok(personalData.exportPerson, { phone: '136-5555-0987', identityCheck }, chief);
    expect(copy.demands).toHaveLength(1);
    expect(copy.demands[0]).toMatchObject({ ...planted, no, erasure: null });
    expect(copy.demands[0]!.photos).toHaveLength(1);
    expect(copy.demands[0]!.callbacks[0]!.attempts).toMatchObject([{ note }]);
    expect(copy.demands[0]!.readBy.map(({ roles, purpose }) => [...roles, purpose])).toEqual([['phone_desk', '约上门时间']]);
    const again = await at.sut.ok(personalData.exportPerson, { no, identityCheck }, chief);
    expect(again.demands[0]!.readBy).toHaveLength(2);
    const kept = await at.sut.rows("select 1 from idempotency_keys where response::text like '%司马%'");
    expect(kept).toHaveLength(0);
    expect(await at.sut.refused(personalData.exportPerson, { phone: '13000000000', identityCheck }, chief)).toBe('person.unknown');
    expect(await at.sut.refused(personalData.exportPerson, { identityCheck }, chief)).toBe('request.invalid');
    expect(await at.sut.refused(personalData.exportPerson, { no, phone: '13655550987', identityCheck }, chief)).toBe('request.invalid');
    const elsewhere = { ...chief, streetId: 'baiyun' };
    expect(await at.sut.refused(personalData.exportPerson, { phone: planted.callerPhone, identityCheck }, elsewhere)).toBe(
      'person.unknown',
    );
  });

  test('asks for erasure while it is open: it is restricted, kept for the callback, compared with nothing else', async () => {
    const asked = { phone: planted.callerPhone, identityCheck, basis: 'CONSENT_WITHDRAWN' as const };
    expect(await at.sut.ok(personalData.erasePerson, asked, chief)).toEqual({ erased: [], restricted: [no], waitingRows: 0 });
    expect(await at.sut.ok(intake.getDemand, { id: call.id }, desk)).toMatchObject({ erasure: 'RESTRICTED', callerName: '司马**' });
    const other = aCall({ callerPhone: planted.callerPhone, callerName: '司马青柠' });
    await at.sut.ok(intake.receiveDemand, other, desk);
    const { candidates } = await at.sut.ok(intake.duplicateCandidates, { id: other.id }, desk);
    expect(candidates.find(({ id }) => id === call.id)?.reasons ?? []).not.toContain('SAME_CALLER_MATTER_30_DAYS');
    // A look before the end erases nothing.
    await at.sut.service.app.get(ErasureJob).look();
    expect(await at.sut.ok(intake.getDemand, { id: call.id }, desk)).toMatchObject({ erasure: 'RESTRICTED' });
    await at.sut.ok(intake.receiveDemand, anUnsortedCall({ callerPhone: '13700001111' }), desk);
    // The other one was only for comparing; it ends at once.
    await at.sut.rows("update demands set state = 'ANSWERED' where id = $1", [other.id]);
    const gone = await at.sut.ok(personalData.erasePerson, keyed.input, keyed.as);
    expect(gone.restricted).toEqual([no]);
    expect(gone.erased).toHaveLength(1);
    keyed.answer = gone;
  });

  test('is erased when it ends: nothing of it is anywhere, with the key of the vault neither, and every chain holds', async () => {
    const { callbacks } = await at.sut.ok(intake.listCallbacks, { orderId }, callbackDesk);
    const answer = { contacted: true, solved: true, satisfaction: 'SATISFIED' as const, remark };
    await at.sut.ok(intake.recordCallback, { id: callbacks[0]!.id, ...answer }, callbackDesk);
    await tell(dispatchEvents.closed, {
      ...{ leadUnitId: at.units.heating, state: 'CLOSED_SOLVED', basis: 'CONFIRMED', callbackId: callbacks[0]!.id },
      closedAt: new Date().toISOString(),
    });
    await eventually(async () => {
      expect(await at.sut.rows('select is_open from demand_orders where demand_id = $1', [call.id])).toEqual([{ is_open: false }]);
    });
    // The scan can find them: all of it is still there, sealed.
    expect(await left(no)).toHaveLength(words.length + 2);
    const photo = (await at.sut.ok(intake.getDemand, { id: call.id }, desk)).attachments[0]!;

    await at.sut.service.app.get(ErasureJob).look();
    expect(await left(no)).toEqual([]);
    expect(await brokenChains()).toEqual([]);
    const [last] = await at.sut.rows('select type, actor from events where aggregate_id = $1 order by version desc limit 1', [call.id]);
    expect(last).toMatchObject({ type: personalDataEvents.personErased.type, actor: { accountId: 'system' } });

    expect(await at.sut.ok(intake.getDemand, { id: call.id }, desk)).toMatchObject({
      ...{ no, erasure: 'ERASED', callerName: null, callerPhone: null, room: null, content: null, attachments: [] },
    });
    expect(await at.sut.refused(intake.getPhoto, { id: call.id, photoId: photo.id }, desk)).toBe('object.not-found');
    expect(await at.sut.ok(intake.revealComplainant, { id: call.id, purpose: '再看一次' }, desk)).toEqual({
      ...{ callerName: null, callerPhone: null, room: null },
    });
    expect(await at.sut.refused(intake.track, { streetId: street, no, phoneTail: '0987' }, resident)).toBe('tracking.not-found');
    for (const who of [{ phone: planted.callerPhone }, { no }])
      expect(await at.sut.refused(personalData.exportPerson, { ...who, identityCheck }, chief)).toBe('person.unknown');
    // Under its key the first answer, though nobody is left; without one, or for something else, no.
    expect(await at.sut.ok(personalData.erasePerson, keyed.input, keyed.as)).toEqual(keyed.answer);
    expect(await at.sut.refused(personalData.erasePerson, keyed.input, chief)).toBe('person.unknown');
    expect(await at.sut.refused(personalData.erasePerson, { ...keyed.input, basis: 'TERM_ENDED' }, keyed.as)).toBe('request.key-reused');
    const callback = (await at.sut.ok(intake.listCallbacks, { orderId }, callbackDesk)).callbacks[0]!;
    expect(callback).toMatchObject({ state: 'RECORDED', solved: true, callerName: null, callerPhone: null });
  });
});

describe('rows of an import', () => {
  const header = '工单编号,来电时间,来电人,来电人电话,诉求类型,一级分类,二级分类,三级分类,诉求内容';
  const row = (no: string, when: string) => `${no},${when},诸葛知秋,13599991234,求助,水电气热,供暖,暖气不热,诸葛知秋家暖气不热`;
  const csv = (...rows: string[]) => Buffer.from([header, ...rows].join('\n')).toString('base64');

  test('that wait are in the copy and are counted, and once put right their cells are kept no longer', async () => {
    const file = { fileName: 'a.csv', file: csv(row('E-1', '不知道')) };
    expect(await at.sut.ok(intake.importOrders, file, desk)).toMatchObject({ rows: 1, parked: 1 });
    const asked = { phone: '13599991234', identityCheck };
    expect((await at.sut.ok(personalData.exportPerson, asked, chief)).waitingRows).toMatchObject([{ cells: { 来电人: '诸葛知秋' } }]);
    const basis = 'TERM_ENDED' as const;
    expect(await at.sut.ok(personalData.erasePerson, { ...asked, basis }, chief)).toEqual({ erased: [], restricted: [], waitingRows: 1 });

    const { rows } = await at.sut.ok(intake.listParkedRows, {}, desk);
    await at.sut.ok(intake.retryParkedRow, { id: rows[0]!.id, cells: { 来电时间: '2026-10-20 09:00:00' } }, desk);
    expect((await everything()).split('诸葛知秋').length - 1).toBe(2);
    await at.sut.rows("update demands set state = 'ANSWERED' where no = 'E-1'");
    expect(await at.sut.ok(personalData.erasePerson, { ...asked, basis }, chief)).toMatchObject({ erased: ['E-1'], waitingRows: 0 });
    const text = await everything();
    expect(text).not.toContain('诸葛知秋');
    expect(text).not.toContain('13599991234');
    // The same file again brings nothing back.
    expect(await at.sut.ok(intake.importOrders, file, desk)).toMatchObject({ accepted: 0, known: 1, parked: 0 });
    expect(await everything()).not.toContain('诸葛知秋');
  });
});
