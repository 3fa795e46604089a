import { personalDataEvents, intakeEvents, type PersonalCopy } from '@wufang/contracts';
import { DomainError, phoneDigits, toIsoBeijing } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { sql as rawSql, type Kysely } from 'kysely';
import { openPersonal } from './complainants.store.js';
import { categoryOf, placeOf } from './demands.store.js';
import { openCells } from './imports.store.js';
import type { IntakeDb, ParkedRowRow } from './schema.js';

/** Where data of one person lie. */
export interface PersonFound {
  demandIds: string[];
  waitingRows: { sheetRow: number; cells: Record<string, string> }[];
  /** Rows of an import that were put right long ago and still hold their cells. */
  doneRows: ParkedRowRow[];
}

/** The demands of a phone number, or the one with a number, and the rows of imports that name the phone; undefined when nothing is kept. */
export async function findPerson(
  sql: Kysely<IntakeDb>,
  input: { phone?: string; no?: string },
  streetId: string,
  vault: Vault,
): Promise<PersonFound | undefined> {
  if ((input.phone === undefined) === (input.no === undefined))
    throw new DomainError('request.invalid', { issues: 'phone、no：请填电话或诉求编号，只填其一' });
  const digits = input.phone === undefined ? undefined : phoneDigits(input.phone);
  let query = sql.selectFrom('demands').select('id').where('streetId', '=', streetId).orderBy('id');
  query =
    digits === undefined
      ? query
          .where('no', '=', input.no!.trim().toUpperCase())
          .where((eb) => eb.or([eb('erasure', 'is', null), eb('erasure', '!=', 'ERASED')]))
      : query.where('callerIndex', '=', vault.index('phone', digits));
  const demandIds = (await query.execute()).map(({ id }) => id);
  const rows = digits === undefined ? [] : await sql.selectFrom('parkedRows').selectAll().where('streetId', '=', streetId).execute();
  const theirs = rows
    .map((row) => ({ row, cells: openCells(vault, row) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => phoneDigits(cell) === digits));
  const waitingRows = theirs.filter(({ row }) => row.state === 'PARKED').map(({ row, cells }) => ({ sheetRow: row.sheetRow, cells }));
  const doneRows = theirs.filter(({ row }) => row.state === 'DONE').map(({ row }) => row);
  return demandIds.length + theirs.length === 0 ? undefined : { demandIds, waitingRows, doneRows };
}

/** Everything kept of the person behind these demands, in clear. */
export async function copyOf(
  sql: Kysely<IntakeDb>,
  ids: readonly string[],
  streetId: string,
  vault: Vault,
): Promise<PersonalCopy['demands']> {
  if (ids.length === 0) return [];
  const [rows, sealed, photos, callbacks, attempts, told, reads] = [
    await sql.selectFrom('demands').selectAll().where('streetId', '=', streetId).where('id', 'in', ids).orderBy('receivedAt').execute(),
    await sql.selectFrom('complainants').selectAll().where('streetId', '=', streetId).where('demandId', 'in', ids).execute(),
    await sql
      .selectFrom('attachments')
      .select(['id', 'demandId', 'bytes', 'addedAt'])
      .where('streetId', '=', streetId)
      .where('demandId', 'in', ids)
      .orderBy('id')
      .execute(),
    await sql.selectFrom('callbacks').selectAll().where('streetId', '=', streetId).where('demandId', 'in', ids).orderBy('id').execute(),
    await sql
      .selectFrom('callbackAttempts as a')
      .innerJoin('callbacks as c', (join) => join.onRef('c.streetId', '=', 'a.streetId').onRef('c.id', '=', 'a.callbackId'))
      .selectAll('a')
      .where('a.streetId', '=', streetId)
      .where('c.demandId', 'in', ids)
      .orderBy('a.id')
      .execute(),
    await sql
      .selectFrom('timeline')
      .selectAll()
      .where('streetId', '=', streetId)
      .where('demandId', 'in', [...ids])
      .orderBy('at')
      .orderBy('id')
      .execute(),
    (
      await rawSql<{ aggregateId: string; type: string; actor: { roles: string[] }; payload: Record<string, string>; recordedAt: Date }>`
        select aggregate_id, type, actor, payload, recorded_at from events
        where street_id = ${streetId} and aggregate_id = any(${[...ids]}::uuid[])
          and type in (${intakeEvents.complainantRevealed.type}, ${personalDataEvents.personExported.type}) order by recorded_at`.execute(
        sql,
      )
    ).rows,
  ] as const;
  return rows.map((row) => {
    const record = sealed.find(({ demandId }) => demandId === row.id);
    const personal = record && openPersonal(vault, record);
    const remarkOf = (callback: (typeof callbacks)[number]) =>
      callback.sealedKey && callback.sealed
        ? vault.open<{ remark: string }>({ sealedKey: callback.sealedKey, sealed: callback.sealed }, `callbacks:${callback.id}`).remark
        : null;
    const noteOf = (attempt: (typeof attempts)[number]) =>
      attempt.sealedKey && attempt.sealed
        ? vault.open<{ note: string }>({ sealedKey: attempt.sealedKey, sealed: attempt.sealed }, `callback_attempts:${attempt.id}`).note
        : null;
    return {
      id: row.id,
      no: row.no,
      channel: row.channel,
      state: row.state,
      receivedAt: toIsoBeijing(row.receivedAt),
      callerName: personal?.callerName ?? null,
      callerPhone: personal?.callerPhone ?? null,
      room: personal?.room ?? null,
      title: personal?.title ?? null,
      content: personal?.content ?? null,
      point: personal?.point ?? null,
      otherCells: personal?.extra ? (JSON.parse(personal.extra) as Record<string, string>) : {},
      category: categoryOf(row),
      place: placeOf(row),
      told: row.screeningMessage,
      erasure: row.erasure,
      photos: photos
        .filter(({ demandId }) => demandId === row.id)
        .map(({ id, bytes, addedAt }) => ({ id, bytes, addedAt: toIsoBeijing(addedAt) })),
      callbacks: callbacks
        .filter(({ demandId }) => demandId === row.id)
        .map((callback) => ({
          openedAt: toIsoBeijing(callback.openedAt),
          state: callback.state,
          contacted: callback.contacted,
          solved: callback.solved,
          satisfaction: callback.satisfaction,
          recordedAt: callback.recordedAt && toIsoBeijing(callback.recordedAt),
          remark: remarkOf(callback),
          attempts: attempts
            .filter(({ callbackId }) => callbackId === callback.id)
            .map((attempt) => ({ at: toIsoBeijing(attempt.at), note: noteOf(attempt) })),
        })),
      timeline: told.filter(({ demandId }) => demandId === row.id).map(({ at, text }) => ({ at: toIsoBeijing(at), text })),
      readBy: reads
        .filter(({ aggregateId }) => aggregateId === row.id)
        .map(({ actor, payload, recordedAt }) => ({
          at: toIsoBeijing(recordedAt),
          roles: actor.roles,
          purpose: payload['purpose'] ?? `本人请求导出：${payload['identityCheck'] ?? ''}`,
        })),
    };
  });
}
