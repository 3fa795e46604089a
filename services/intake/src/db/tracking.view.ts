import { timingSafeEqual } from 'node:crypto';
import { intake, labels } from '@wufang/contracts';
import { DomainError, toIsoBeijing } from '@wufang/kernel';
import type { Vault } from '@wufang/service';
import { sql as rawSql, type Kysely } from 'kysely';
import type { z } from 'zod';
import { publicState } from '../domain/public-state.js';
import type { DemandOrderRow, IntakeDb } from './schema.js';

type Track = z.output<typeof intake.track.output>;
const nobody = Buffer.alloc(16);

/**
 * Where a demand stands, for whoever knows its number and the last four digits of the caller's phone. Every failure looks the same, so that
 * numbers and digits cannot be told apart by trying.
 */
export async function trackDemand(
  sql: Kysely<IntakeDb>,
  input: z.output<typeof intake.track.input>,
  streetId: string,
  vault: Vault,
): Promise<Track> {
  const no = input.no.trim().toUpperCase();
  const row = await sql.selectFrom('demands').selectAll().where('streetId', '=', streetId).where('no', '=', no).executeTakeFirst();
  const given = vault.index('tail', `${no}:${input.phoneTail}`);
  const isCaller = timingSafeEqual(given, row?.tailIndex ?? nobody);
  if (!row || !isCaller) throw new DomainError('tracking.not-found', {});

  const followed = row.linkedTo ?? row.id;
  const isOwn = followed === row.id;
  const order = await sql
    .selectFrom('demandOrders as o')
    .leftJoin('units as u', (join) => join.onRef('u.streetId', '=', 'o.streetId').onRef('u.id', '=', 'o.leadUnitId'))
    .leftJoin('units as c', (join) => join.onRef('c.streetId', '=', 'o.streetId').onRef('c.id', '=', 'o.contactUnitId'))
    .select([
      'o.state',
      'o.dueAt',
      'o.isOpen',
      'o.completedAt',
      'o.limitMetAt',
      'o.invitedAt',
      'u.name as unitName',
      'c.name as contactName',
    ])
    .where('o.streetId', '=', streetId)
    .where('o.demandId', '=', followed)
    .executeTakeFirst();
  const callbacks = await sql
    .selectFrom('callbacks')
    .select(['state', 'recordedAt'])
    .where('streetId', '=', streetId)
    .where('demandId', '=', row.id)
    .orderBy('openedAt')
    .execute();
  const told = await sql
    .selectFrom('timeline')
    .select(['at', 'text', 'stage'])
    .where('streetId', '=', streetId)
    .where('demandId', '=', followed)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const { rows } = await rawSql<{ now: Date }>`select app_now() as now`.execute(sql);

  const timeline = [{ at: row.receivedAt, text: '已收到您的诉求' }];
  const { screenedAt } = row;
  if (screenedAt && row.state === 'FORWARDED') timeline.push({ at: screenedAt, text: '已受理，转派单办理' });
  if (screenedAt && row.state === 'LINKED') timeline.push({ at: screenedAt, text: '与同一事项一起办理，办结后将单独回访您' });
  if (screenedAt && row.screeningMessage) timeline.push({ at: screenedAt, text: row.screeningMessage });
  timeline.push(...told.map(({ at, text, stage }) => ({ at, text: stage === null ? text : `${labels.followedStage[stage]}：${text}` })));
  for (const { state, recordedAt } of callbacks)
    if (recordedAt) timeline.push({ at: recordedAt, text: state === 'RECORDED' ? '已回访，感谢您的评价' : '多次回访未能联系上您' });
  timeline.sort((a, b) => a.at.getTime() - b.at.getTime());

  return {
    no: row.no,
    ...publicState(row.state, order?.state ?? null, callbacks.at(-1)?.state ?? null),
    dueAt: order?.dueAt ? toIsoBeijing(order.dueAt) : null,
    isOverdue: Boolean(order && isLate(order, rows[0]!.now)),
    handledBy: order?.unitName ?? null,
    contactUnit: order?.contactName ?? null,
    canAnswer: callbacks.at(-1)?.state === 'OPEN' && row.answerIndex !== null,
    // Who is asked along is the complainant of the order's own demand; those of demands linked to it read the course alone.
    invitedAt: isOwn && order?.invitedAt ? toIsoBeijing(order.invitedAt) : null,
    stages: told.flatMap(({ at, text, stage }) => (!isOwn || stage === null ? [] : [{ at: toIsoBeijing(at), stage, text }])),
    timeline: timeline.map(({ at, text }) => ({ at: toIsoBeijing(at), text })),
  };
}

/** Late by the unit's limit, as units and leaders see it: not what has met its limit, is put off or lies on the parties' table. */
function isLate(
  { state, dueAt, isOpen, completedAt, limitMetAt }: Pick<DemandOrderRow, 'state' | 'dueAt' | 'isOpen' | 'completedAt' | 'limitMetAt'>,
  now: Date,
): boolean {
  return (
    dueAt !== null && isOpen && limitMetAt === null && state !== 'SUSPENDED' && state !== 'DELIBERATING' && (completedAt ?? now) > dueAt
  );
}
